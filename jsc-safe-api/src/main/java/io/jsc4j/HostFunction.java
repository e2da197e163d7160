package io.jsc4j;

/**
 * A Java lambda that JavaScript can call; see {@link JsContext#function}.
 *
 * <p>It runs on the owner thread of its runtime. Handles that it gets or makes live until it returns, except what it returns. An exception
 * that it throws reaches JavaScript as an {@code Error}, which a script may catch; if none does, the very same exception object comes out of
 * the outermost call from Java. What the Error says is up to {@link JsRuntimeOptions#errorExposure}; by default it has the message only of a
 * {@link HostException}. An {@link OutOfMemoryError} comes out even if a script caught it.
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
