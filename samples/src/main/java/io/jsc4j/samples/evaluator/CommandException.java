package io.jsc4j.samples.evaluator;

/** The command can't be carried out; its message is for the person who typed it. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A usage error or an unreadable file. */
  static CommandException usage(String message) {
    return new CommandException(ExitCodes.USAGE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
