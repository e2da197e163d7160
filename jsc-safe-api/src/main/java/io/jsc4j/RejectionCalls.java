package io.jsc4j;

import io.jsc4j.internal.ffi.HostCallback;
import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.lifetime.HandleScope;

/** Runs a {@link JsRejectionHandler} for the engine, which calls it with the promise and the reason. */
final class RejectionCalls implements HostCallback {
  private final JsContext context;
  private final JsRejectionHandler handler;

  RejectionCalls(JsContext context, JsRejectionHandler handler) {
    this.context = context;
    this.handler = handler;
  }

  JsGrant grant() {
    return new JsGrant(JsGrant.Kind.REJECTION_HANDLER, "unhandledRejection", handler.getClass());
  }

  @Override
  public void call(HostFrame frame) {
    HandleScope scope = context.scopes().openForCallback("the call of the unhandled rejection handler");
    try {
      handler.rejected(context.wrap(frame.argument(1)), context.wrap(frame.argument(0)));
    } catch (Throwable e) {
      // The engine swallows what this callback throws; it comes out of the operation that is ending instead.
      context.runtime().failLater(e);
    } finally {
      frame.returns(NativeValue.Nullish.UNDEFINED);
      context.scopes().closeCallback(scope);
    }
  }
}
