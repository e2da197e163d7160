package io.jsc4j;

/**
 * A Java lambda that JavaScript can call; see {@link JsContext#function}.
 *
 * <p>It runs on the owner thread of its runtime. Handles that it gets or makes live until it returns, except what it returns. An exception
 * that it throws reaches JavaScript as an {@code Error} with the exception's message, which a script may catch; if none does, the very same
 * exception object comes out of the outermost call from Java.
 */
@FunctionalInterface
public interface HostFunction {
  /**
   * Answers a call.
   *
   * @param call this value and arguments, usable until the method returns
   * @return the result: {@link JsValue#undefined()} for none
   */
  JsValue call(JsCall call);
}
