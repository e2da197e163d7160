package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;

/**
 * A script was ended. More functions were running inside each other than {@link JsLimits#withStackDepth} allows; {@link #used()} and {@link
 * #limit()} are frames of JavaScript. {@link #used()} is the number that was noticed: there may have been more. It is 0 where the engine
 * ended the recursion by itself, because the stack was used up.
 */
public final class JsStackLimitException extends JsTerminatedException {
  private static final long serialVersionUID = 1L;

  JsStackLimitException(String message, Termination termination, JsErrorDetails where) {
    super(message, termination, where);
  }
}
