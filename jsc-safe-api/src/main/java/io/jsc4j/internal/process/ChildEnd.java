package io.jsc4j.internal.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a child process ended.
 *
 * @param cause who ended it
 * @param exitCode its exit code; as the JVM gives it, 128 and the signal's number if a signal ended it
 * @param output what it said last on standard output and standard error
 */
public record ChildEnd(Cause cause, int exitCode, String output) {
  private static final Pattern CRASH = Pattern.compile("^#\\s+(SIG[A-Z]{2,6}) \\(0x", Pattern.MULTILINE);
  private static final int SIGNALLED = 128;

  /** Who ended it, and why. */
  public enum Cause {
    /** It ended by itself, or somebody else ended it. */
    ITSELF,
    /** We did: its time was up. */
    TIME,
    /** We did: it used too much memory. */
    MEMORY,
    /** We did: it was cancelled, and went on. */
    CANCELLED,
    /** We did: it said what it may not say. */
    PROTOCOL,
    /** We did: it was no longer needed. */
    CLOSED
  }

  /** The signal that ended it; of a JVM that crashed, which ends itself in an orderly way, the one that it reported. */
  public @Nullable String signal() {
    Matcher crash = CRASH.matcher(output);
    if (cause == Cause.ITSELF && crash.find()) {
      return crash.group(1);
    }
    return exitCode <= SIGNALLED ? null : switch (exitCode - SIGNALLED) {
      case 4 -> "SIGILL";
      case 5 -> "SIGTRAP";
      case 6 -> "SIGABRT";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 11 -> "SIGSEGV";
      case 15 -> "SIGTERM";
      default -> "signal " + (exitCode - SIGNALLED);
    };
  }
}
