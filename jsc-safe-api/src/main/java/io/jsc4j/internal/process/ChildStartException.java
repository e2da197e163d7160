package io.jsc4j.internal.process;

/** A child process did not get as far as being spoken with. */
public final class ChildStartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ChildEnd end;

  ChildStartException(String message, ChildEnd end) {
    super(message);
    this.end = end;
  }

  /** How it ended. */
  public ChildEnd end() {
    return end;
  }
}
