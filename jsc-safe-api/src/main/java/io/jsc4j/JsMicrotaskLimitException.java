package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. More microtasks followed from each other in one turn than {@link JsLimits#withMicrotasks} allows; {@link #used()} and
 * {@link #limit()} are microtasks.
 */
public final class JsMicrotaskLimitException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsMicrotaskLimitException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
