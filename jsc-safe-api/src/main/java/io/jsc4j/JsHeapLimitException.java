package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. The heap of its runtime grew beyond {@link JsLimits#withHeap}; {@link #used()} and {@link #limit()} are bytes.
 */
public final class JsHeapLimitException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsHeapLimitException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
