package io.jsc4j;

import io.jsc4j.internal.process.ChildEnd;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The process of an isolated worker ended, and took a task with it: it crashed, was ended because its time was up or its memory too much, or said something
 * that it may not say. The worker goes on in a new process; see {@link JsWorker#isolated}.
 *
 * <p>It is no {@link JsException}, because JavaScript was not told of it: no {@code finally} has run.
 */
public final class JsProcessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a process ended. */
  public enum Reason {
    /** It ended itself, by a crash or in an orderly way, or somebody else ended it. */
    ENDED,
    /** The worker ended it: the task's time was up, by {@link JsLimits#withTime}, or it did not start in time. */
    TIME,
    /** The worker ended it: it had more memory than {@link JsWorkerOptions#withMaxMemory} allows. */
    MEMORY,
    /** The worker ended it: its task was cancelled, and did not end. */
    CANCELLED,
    /** The worker ended it: it said what the process of a worker does not say. Something in it has taken over. */
    PROTOCOL
  }

  private final Reason reason;
  private final @Nullable Integer exitCode;
  private final @Nullable String signal;
  private final String output;

  JsProcessException(String what, ChildEnd end, @Nullable Throwable cause) {
    super(message(what, end), cause);
    this.reason = reason(end);
    this.exitCode = end.exitCode();
    this.signal = end.signal();
    this.output = end.output();
  }

  private static Reason reason(ChildEnd end) {
    return switch (end.cause()) {
      case TIME -> Reason.TIME;
      case MEMORY -> Reason.MEMORY;
      case CANCELLED -> Reason.CANCELLED;
      case PROTOCOL -> Reason.PROTOCOL;
      case ITSELF, CLOSED -> Reason.ENDED;
    };
  }

  private static String message(String what, ChildEnd end) {
    String how = switch (end.cause()) {
      case TIME -> "it was killed: its time was up";
      case MEMORY -> "it was killed: it used too much memory";
      case CANCELLED -> "it was killed: its task was cancelled and did not end";
      case PROTOCOL -> "it was killed: it said what it may not say";
      case ITSELF, CLOSED -> end.signal() != null
          ? "it ended by " + end.signal()
          : "it ended with exit code " + end
              .exitCode();
    };
    return what + ": " + how + (end.output().isEmpty() ? "" : ". It last said:\n" + end.output());
  }

  /** Why it ended. */
  public Reason reason() {
    return reason;
  }

  /** Its exit code. Empty if a signal ended it directly. */
  public OptionalInt exitCode() {
    return exitCode == null || exitCode > 128 ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }

  /** The signal that ended it, such as {@code SIGSEGV}; also where the JVM reported it and then ended in an orderly way. */
  public Optional<String> signal() {
    return Optional.ofNullable(signal);
  }

  /** What it said last on standard output and standard error: 8 KB at most. It is not to be trusted. */
  public String output() {
    return output;
  }
}
