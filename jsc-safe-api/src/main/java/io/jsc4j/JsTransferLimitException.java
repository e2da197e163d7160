package io.jsc4j;

/** A string or buffer was too large to cross to Java: see {@link JsLimits#withTransfer}. It has not been copied, and it is still there in JavaScript. */
public final class JsTransferLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long size;
  private final long limit;

  JsTransferLimitException(long size, long limit) {
    super("a string or buffer of " + size + " bytes may not cross to Java: the limit of the runtime is " + limit
        + " bytes");
    this.size = size;
    this.limit = limit;
  }

  /** How large it is, in bytes. */
  public long size() {
    return size;
  }

  /** The limit, in bytes. */
  public long limit() {
    return limit;
  }
}
