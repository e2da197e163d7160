package io.jsc4j;

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
    } catch (Throwable t) {
      // Here rather than by the caller, because handles that it refers to end with the scope.
      if (t instanceof JsThrownException thrown && thrown.canBeRethrown(context.runtime())) {
        context.runtime().crossings().passes(context, thrown);
      }
      frame.throwsFailure(t);
    } finally {
      call.end();
      context.scopes().closeCallback(scope);
    }
  }
}
