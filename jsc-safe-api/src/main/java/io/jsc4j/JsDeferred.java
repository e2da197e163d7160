package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.Functions;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.util.Objects;

/**
 * A promise that Java settles: what {@code Promise.withResolvers()} gives. Made by {@link JsContext#newPromise()}.
 *
 * <p>It belongs to the owner thread of the runtime, as {@code resolve} and {@code reject} run JavaScript there. For a value that comes from another thread use {@link
 * JsContext#toPromise}. It needs no closing: it lives in no scope, and what it holds is released when Java no longer reaches it.
 *
 * <p>Only the first call of {@code resolve} or {@code reject} has an effect. Both throw {@link IllegalStateException} if the context is closed, and
 * {@link WrongThreadException} on a thread that does not own the runtime.
 */
public final class JsDeferred {
  private final JsContext context;
  private final JsObject promise;
  private final CellPointer resolve;
  private final CellPointer reject;

  JsDeferred(JsContext context, JsObject promise, CellPointer resolve, CellPointer reject) {
    this.context = context;
    this.promise = promise;
    this.resolve = resolve;
    this.reject = reject;
  }

  /**
   * The promise.
   *
   * @return a handle, which belongs to the scope that was the innermost when the promise was made
   */
  public JsObject promise() {
    context.requireUsable();
    return promise;
  }

  /**
   * Resolves the promise as {@code resolve(value)} does: it follows a value that is a promise or another thenable, and is fulfilled with any other.
   *
   * @throws IllegalArgumentException for a value of another runtime
   */
  public void resolve(JsValue value) {
    call(resolve, JsValues.toNative(value));
  }

  /**
   * Rejects the promise.
   *
   * @throws IllegalArgumentException for a value of another runtime
   */
  public void reject(JsValue reason) {
    call(reject, JsValues.toNative(reason, "reason"));
  }

  /**
   * Rejects the promise with an {@code Error} that stands for a Java exception: wherever it comes out of JavaScript, Java gets the same object. A
   * {@link JsThrownException} is no exception of Java's: the promise is rejected with what was thrown.
   */
  public void reject(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    if (failure instanceof JsThrownException e && e.canBeRethrown(context.runtime())) {
      reject(e.thrown());
      return;
    }
    context.runVoid(() -> {
      NativeValue error = Contexts.createHostError(context.pointer(), failure);
      try {
        Realm.discard(Functions.call(context.pointer(), reject, NativeValue.Nullish.UNDEFINED, error));
      } finally {
        Realm.discard(error);
      }
    });
  }

  private void call(CellPointer function, NativeValue argument) {
    context.runVoid(() -> Realm.discard(Functions.call(context.pointer(), function, NativeValue.Nullish.UNDEFINED,
        argument)));
  }

  JsContext context() {
    return context;
  }

  @Override
  public String toString() {
    return "JsDeferred@" + Integer.toHexString(System.identityHashCode(this));
  }
}
