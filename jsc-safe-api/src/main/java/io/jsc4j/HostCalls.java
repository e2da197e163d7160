package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.HostCallback;
import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.lifetime.HandleScope;

/** Runs a {@link HostFunction} for the audited package: in a scope of its own, with its result taken before that ends. */
final class HostCalls implements HostCallback {
  private final JsContext context;
  private final String name;
  private final HostFunction function;

  HostCalls(JsContext context, String name, HostFunction function) {
    this.context = context;
    this.name = name;
    this.function = function;
  }

  @Override
  public void call(HostFrame frame) {
    Span span = Events.hostCall(context.name(), name);
    HandleScope scope = context.scopes().openForCallback(name);
    JsCall call = new JsCall(context, name, frame);
    try {
      JsValue result = function.call(call);
      if (result == null) {
        throw new NullPointerException(
            "host function '" + name
                + "' returned null; return JsValue.undefined(), or JsValue.ofNull() for JavaScript's null");
      }
      frame.returns(JsValues.toNative(result));
    } catch (JsThrownException e) {
      // What a script threw goes on as it is, not wrapped: to JavaScript this function is transparent.
      if (e.canBeRethrown(context.runtime())) {
        frame.throwsValue(JsValues.toNative(e.thrown()));
      } else {
        throw e;
      }
    } finally {
      call.end();
      context.scopes().closeCallback(scope);
      Events.finish(span);
    }
  }
}
