package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. It used more CPU time than {@link JsLimits#withCpuTime}; {@link #used()} and {@link #limit()} are nanoseconds.
 */
public final class JsCpuLimitException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsCpuLimitException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
