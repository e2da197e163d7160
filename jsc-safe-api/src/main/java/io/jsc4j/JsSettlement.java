package io.jsc4j;

import io.jsc4j.internal.ffi.HostCallback;
import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.ffi.NativeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a promise that Java follows. JavaScript keeps it alive as long as the promise can still settle and be reached.
 *
 * <p>The engine calls it in a microtask, where it only notes what happened; listeners hear of it when the outermost operation has ended. The
 * value belongs to the root scope of the context, so that no scope ends before Java sees it.
 */
final class JsSettlement implements HostCallback {
  private final JsContext context;
  private final List<Runnable> listeners = new ArrayList<>(1);
  private JsPromise.State state = JsPromise.State.PENDING;
  private JsValue value = JsValue.undefined();
  private boolean last;
  private @Nullable Throwable failure;

  JsSettlement(JsContext context) {
    this.context = context;
  }

  @Override
  public void call(HostFrame frame) {
    boolean fulfilled = isTrue(frame.argument(0));
    last = isTrue(frame.argument(2));
    value = context.promises().wrapIntoRoot(frame.argument(1));
    state = fulfilled ? JsPromise.State.FULFILLED : JsPromise.State.REJECTED;
    frame.returns(NativeValue.Nullish.UNDEFINED);
    tell();
  }

  private static boolean isTrue(NativeValue value) {
    return value instanceof NativeValue.Bool(boolean flag) && flag;
  }

  /** The context is closed: nobody will call any more. */
  void abandon(IllegalStateException closed) {
    if (isPending() && failure == null) {
      failure = closed;
      tell();
    }
  }

  private void tell() {
    context.promises().settled(this);
    if (!listeners.isEmpty()) {
      context.runtime().tasks().completeLater(() -> {
        for (Runnable listener : listeners) {
          listener.run();
        }
        listeners.clear();
      });
    }
  }

  /** Runs the listener on the owner thread when the promise has settled, or will not because the context was closed; at once if it has. */
  void whenDone(Runnable listener) {
    if (isDone()) {
      listener.run();
    } else {
      listeners.add(listener);
    }
  }

  JsContext context() {
    return context;
  }

  JsPromise.State state() {
    return state;
  }

  private boolean isPending() {
    return state == JsPromise.State.PENDING;
  }

  /** Whether it settled or was abandoned. */
  boolean isDone() {
    return !isPending() || failure != null;
  }

  boolean isFulfilled() {
    return state == JsPromise.State.FULFILLED;
  }

  /** Whether an iteration is over, so that there is no value. */
  boolean isLast() {
    return last;
  }

  /** The value or reason. */
  JsValue value() {
    return value;
  }

  /** Why there is no value: what a host function threw as the same object, otherwise a {@link JsThrownException}. */
  Throwable failure() {
    if (failure == null) {
      try {
        failure = context.run(() -> {
          NativeValue reason = JsValues.toNative(value);
          return JsErrors.toJava(context, reason, value);
        });
      } catch (Throwable t) {
        failure = t;
      }
    }
    return failure;
  }
}
