package io.jsc4j;

import java.util.concurrent.CompletionStage;

/**
 * A Java lambda that JavaScript can call and that answers later; see {@link JsContext#asyncFunction}. JavaScript gets a promise.
 *
 * <p>It runs on the owner thread of its runtime, like a {@link HostFunction}, and so must not block: it reads its arguments, starts the work
 * elsewhere, and returns. Any thread may complete the stage. What it throws rejects the promise.
 */
@FunctionalInterface
public interface AsyncHostFunction {
  /**
   * Answers a call.
   *
   * @param call this value and arguments, usable until the method returns
   * @return what yields the result: {@link JsValue#undefined()} for none
   */
  CompletionStage<? extends JsValue> call(JsCall call);
}
