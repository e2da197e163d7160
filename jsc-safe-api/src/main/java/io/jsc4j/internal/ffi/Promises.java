package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Making promises, and hearing of them. */
public final class Promises {
  private Promises() {}

  /** A promise with the two functions that settle it; each has been protected and belongs to the caller. */
  public record Deferred(CellPointer promise, CellPointer resolve, CellPointer reject) {}

  /** Makes a promise of the context's own realm, whatever a script did to {@code Promise}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.EXCEPTION_READ,
      Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED})
  public static Deferred createDeferred(ContextPointer context) {
    NativeEngine.instance().require(Feature.DEFERRED_PROMISES);
    try (Entry entry = Entry.open(context, 2)) {
      MemorySegment functions = entry.arguments();
      // SAFETY: the two places are the entry's own slots, each for one reference; all three objects are protected under the lock.
      MemorySegment promise = JavaScriptCore.JSObjectMakeDeferredPromise(entry.context(), functions,
          functions.asSlice(Long.BYTES), entry.exceptionSlot());
      entry.throwIfThrown();
      long resolve = entry.requirePresent(functions.getAtIndex(ValueLayout.JAVA_LONG, 0));
      long reject = entry.requirePresent(functions.getAtIndex(ValueLayout.JAVA_LONG, 1));
      return new Deferred(entry.objectResult(promise, CellKind.OBJECT),
          entry.objectResult(MemorySegment.ofAddress(resolve), CellKind.FUNCTION),
          entry.objectResult(MemorySegment.ofAddress(reject), CellKind.FUNCTION));
    }
  }

  /**
   * Follows a promise, which from then on counts as handled. Nothing but {@code constructor} (and its {@code Symbol.species}) is read from it.
   *
   * @param settled is called in a microtask, once at most, with whether it was fulfilled and the value or the reason
   * @return false if the object is no promise
   * @throws ScriptThrew if reading the constructor throws
   */
  public static boolean follow(ContextPointer context, CellPointer promise, HostCallback settled) {
    return call(context, "follow", promise, settled) instanceof NativeValue.Bool(boolean followed) && followed;
  }

  private static NativeValue call(ContextPointer context, String helper, CellPointer object, HostCallback settled) {
    CellPointer function = Contexts.createHostFunction(context, "settled", 3, settled);
    try {
      return ServiceRealm.call(context, ServiceScript.PROMISES, helper, object, function);
    } finally {
      Realm.discard(function);
    }
  }

  /** Whether {@code for await} would find a method that gives an iterator. */
  public static boolean isAsyncIterable(ContextPointer context, CellPointer object) {
    return ServiceRealm.call(context, ServiceScript.PROMISES, "isAsyncIterable",
        object) instanceof NativeValue.Bool(boolean is) && is;
  }

  /**
   * Begins an iteration as {@code for await} does.
   *
   * @return its state, for {@link #step} and {@link #finish}; it has been protected and belongs to the caller
   * @throws ScriptThrew if there is no iterator
   */
  public static CellPointer openIterator(ContextPointer context, CellPointer iterable) {
    return (CellPointer) ServiceRealm.call(context, ServiceScript.PROMISES, "open", iterable);
  }

  /**
   * Asks for the next element.
   *
   * @param settled is called once at most, perhaps at once: whether there is an element, it or the reason, whether the iteration is over instead
   */
  public static void step(ContextPointer context, CellPointer iteration, HostCallback settled) {
    Realm.discard(call(context, "step", iteration, settled));
  }

  /**
   * Ends an iteration early: calls {@code return} of the iterator.
   *
   * @param settled is called once at most, perhaps at once, when that is done
   */
  public static void finish(ContextPointer context, CellPointer iteration, HostCallback settled) {
    Realm.discard(call(context, "finish", iteration, settled));
  }
}
