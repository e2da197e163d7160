package io.jsc4j.samples.evaluator;

/** How the process ends, where the script does not say so itself with {@code quit(code)}. */
final class ExitCodes {
  static final int OK = 0;
  /** An uncaught exception or an unhandled rejection. */
  static final int UNCAUGHT = 1;
  /** A usage error, an unreadable file, or no engine. */
  static final int USAGE = 2;
  /** What the command timeout of coreutils gives. */
  static final int TIMEOUT = 124;
  /** What a shell gives for a process that was killed for its memory. */
  static final int HEAP = 137;

  private ExitCodes() {}
}
