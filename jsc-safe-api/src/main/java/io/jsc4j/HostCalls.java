package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.HostCallback;
import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.lifetime.HandleScope;
import org.jspecify.annotations.Nullable;

/** Runs Java code that a script calls, for the audited package: in a scope of its own, with its result taken before that ends. */
abstract class HostCalls implements HostCallback {
  private final JsContext context;
  private final String name;
  private final String scopeName;

  HostCalls(JsContext context, String name) {
    this.context = context;
    this.name = name;
    this.scopeName = "the call of host function '" + name + "'";
  }

  /** Runs a host function, whichever kind it is of. */
  static HostCalls of(JsContext context, String name, HostFunction function) {
    if (function instanceof TypedFunction typed) {
      return new HostCalls(context, name) {
        @Override
        void answer(HostFrame frame) {
          typed.answer(context, name, frame);
        }
      };
    }
    return new HostCalls(context, name) {
      @Override
      void answer(HostFrame frame) {
        JsCall call = new JsCall(context, name, frame, null);
        try {
          returns(frame, function.call(call));
        } finally {
          call.end();
        }
      }
    };
  }

  final JsContext context() {
    return context;
  }

  final String name() {
    return name;
  }

  /** Makes the frame return something, or throws. */
  abstract void answer(HostFrame frame);

  final void returns(HostFrame frame, @Nullable JsValue result) {
    frame.returns(JsValues.toNative(requireResult(name, result)));
  }

  static <T> T requireResult(String name, @Nullable T result) {
    if (result == null) {
      throw new NullPointerException("host function '" + name
          + "' returned null; return JsValue.undefined(), or JsValue.ofNull() for JavaScript's null");
    }
    return result;
  }

  @Override
  public final void call(HostFrame frame) {
    if (context.runtime().cancellation().isRequested()) {
      Thread.currentThread().interrupt();
    }
    Span span = Events.hostCall(context.name(), name);
    HandleScope scope = context.scopes().openForCallback(scopeName);
    try {
      answer(frame);
    } catch (TypeErrorException e) {
      context.runVoid(() -> frame.throwsTypeError(e.text()));
    } catch (Throwable t) {
      // Here rather than by the caller, because handles that it refers to end with the scope.
      if (t instanceof JsThrownException thrown && thrown.canBeRethrown(context.runtime())) {
        context.runtime().crossings().passes(context, thrown);
      }
      frame.throwsFailure(t);
    } finally {
      context.scopes().closeCallback(scope);
      Events.finish(span);
    }
  }
}
