package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.HostCallback;
import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.ffi.Watchdog;
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
    return of(context, name, function, null);
  }

  /** Runs a host function that is, perhaps, a static member of a class. */
  static HostCalls of(JsContext context, String name, HostFunction function, @Nullable HostClass<?> owner) {
    if (function instanceof TypedFunction typed) {
      return new HostCalls(context, name) {
        @Override
        JsGrant grant() {
          return grantOf(name, typed.body(), owner);
        }

        @Override
        void answer(HostFrame frame) {
          typed.answer(context, name, frame);
        }
      };
    }
    return new HostCalls(context, name) {
      @Override
      JsGrant grant() {
        return function instanceof AsyncCalls async
            ? new JsGrant(JsGrant.Kind.ASYNC_FUNCTION, name, async.function().getClass())
            : grantOf(name, function, owner);
      }

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

  private static JsGrant grantOf(String name, Object body, @Nullable HostClass<?> owner) {
    return owner == null
        ? new JsGrant(JsGrant.Kind.FUNCTION, name, body.getClass())
        : JsGrant.member(owner, name);
  }

  /** What it is to the context. */
  abstract JsGrant grant();

  final JsContext context() {
    return context;
  }

  final String name() {
    return name;
  }

  /** Makes the frame return something, or throws. */
  abstract void answer(HostFrame frame);

  final void returns(HostFrame frame, @Nullable JsValue result) {
    if (result instanceof JsNumber(double number)) {
      frame.returnsNumber(number);
    } else {
      frame.returns(JsValues.toNative(requireResult(name, result)));
    }
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
    Watchdog watchdog = context.runtime().pointer().watchdog();
    // Throws, and nothing runs, if the script has been ended, or is by this call.
    watchdog.hostCallBegins();
    try {
      answerInScope(frame);
    } finally {
      // Last: if the time was over meanwhile, that goes before what the function returned or threw.
      watchdog.hostCallEnds();
    }
  }

  private void answerInScope(HostFrame frame) {
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
