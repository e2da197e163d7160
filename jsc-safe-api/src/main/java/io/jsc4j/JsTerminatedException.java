package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script exceeded one of its {@link JsLimits}, or was cancelled, and was ended; its context can be used further. No code of the script ran after
 * that, no {@code catch} and no {@code finally}. Microtasks that it had left ran for 10 ms of CPU time at most, and were dropped.
 *
 * <p>Position and stack are where it was when that was noticed, as far as the engine tells: lines, no columns.
 */
public abstract sealed class JsTerminatedException extends JsException permits JsTimeLimitException,
    JsCpuLimitException, JsHeapLimitException, JsStackLimitException, JsOutputLimitException, JsHostCallLimitException,
    JsMicrotaskLimitException, JsCancelledException {
  private static final long serialVersionUID = 1L;

  private final long used;
  private final long limit;

  JsTerminatedException(String message, Termination termination, JsErrorDetails where) {
    super(message, where, null);
    this.used = termination.used();
    this.limit = termination.allowed();
  }

  /** What it had used when that was noticed, in the unit that the class names. */
  public final long used() {
    return used;
  }

  /** What it was allowed to use, in the unit that the class names. */
  public final long limit() {
    return limit;
  }
}
