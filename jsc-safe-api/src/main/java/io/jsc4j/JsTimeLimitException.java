package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. It took longer than {@link JsLimits#withTime}; {@link #used()} and {@link #limit()} are nanoseconds of wall-clock time.
 */
public final class JsTimeLimitException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsTimeLimitException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
