package io.jsc4j.samples.evaluator;

/** Ends the script: thrown by the host function behind {@code quit}, it comes out of the evaluation as the same object. */
final class QuitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  QuitException(int exitCode) {
    super("quit(" + exitCode + ")", null, false, false);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
