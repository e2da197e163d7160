package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. Somebody ended it: {@link JsRuntime#cancel}, an interrupt of the thread that owns the runtime (whose interrupt status
 * stays set), or a worker whose task was cancelled. {@link #used()} and {@link #limit()} are 0.
 */
public final class JsCancelledException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsCancelledException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
