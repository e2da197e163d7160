package io.jsc4j;

import java.util.concurrent.CompletionStage;

/** Runs an {@link AsyncHostFunction} as a host function: whatever happens, the answer is a promise. */
final class AsyncCalls implements HostFunction {
  private final String name;
  private final AsyncHostFunction function;

  AsyncCalls(String name, AsyncHostFunction function) {
    this.name = name;
    this.function = function;
  }

  /** What the user wrote. */
  AsyncHostFunction function() {
    return function;
  }

  @Override
  public JsValue call(JsCall call) {
    JsDeferred deferred = call.context().newPromise();
    try {
      CompletionStage<? extends JsValue> stage = function.call(call);
      if (stage == null) {
        throw new NullPointerException("asynchronous host function '" + name
            + "' returned null; return a stage that yields JsValue.undefined()");
      }
      JsStage.settle(deferred, stage);
    } catch (Throwable t) {
      // Errors too: to JavaScript they are as good a reason as any, and on the Java side they come out as themselves.
      deferred.reject(t);
    }
    return deferred.promise();
  }
}
