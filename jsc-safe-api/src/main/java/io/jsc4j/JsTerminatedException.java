package io.jsc4j;

import io.jsc4j.internal.ffi.Watchdog;
import java.time.Duration;

/** A script exceeded one of its {@link JsLimits} and was ended; its context can be used further. */
public final class JsTerminatedException extends JsException {
  private static final long serialVersionUID = 1L;

  /** Which limit it exceeded. */
  public enum Reason {
    /** {@link JsLimits#withTime}. */
    TIME,
    /** {@link JsLimits#withHeap}. */
    HEAP
  }

  private final Reason reason;

  JsTerminatedException(JsLimits limits, Watchdog.Termination termination) {
    super(message(limits, termination), JsErrorDetails.NONE, null);
    this.reason = termination.time() ? Reason.TIME : Reason.HEAP;
  }

  private JsTerminatedException(String message, Reason reason, JsErrorDetails where) {
    super(message, where, null);
    this.reason = reason;
  }

  /** Of another process. */
  static JsTerminatedException of(String reason, @org.jspecify.annotations.Nullable String message,
      JsErrorDetails where) {
    return new JsTerminatedException(String.valueOf(message), Reason.valueOf(reason), where);
  }

  private static String message(JsLimits limits, Watchdog.Termination termination) {
    if (termination.time()) {
      return "the script was ended after " + Duration.ofNanos(termination.used()).toMillis() + " ms: its time limit is "
          + limits.time().map(Duration::toMillis).orElse(0L) + " ms";
    }
    return "the script was ended with a heap of " + termination.used() + " bytes: its heap limit is " + limits.heap()
        .orElse(0)
        + " bytes";
  }

  /** Which limit it exceeded. */
  public Reason reason() {
    return reason;
  }
}
