package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. It called host functions more often than {@link JsLimits#withHostCalls} allows; the call that was too many did not run.
 * {@link #used()} and {@link #limit()} are calls.
 */
public final class JsHostCallLimitException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsHostCallLimitException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
