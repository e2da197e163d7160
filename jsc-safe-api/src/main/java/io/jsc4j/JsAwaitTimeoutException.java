package io.jsc4j;

/** A promise was still pending when the time that {@link JsContext#await} was given had passed. */
public final class JsAwaitTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsAwaitTimeoutException(String message) {
    super(message);
  }
}
