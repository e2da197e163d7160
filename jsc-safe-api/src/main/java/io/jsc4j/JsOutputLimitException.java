package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. It handed more to Java than {@link JsLimits#withOutput} allows; {@link #used()} and {@link #limit()} are bytes.
 */
public final class JsOutputLimitException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsOutputLimitException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
