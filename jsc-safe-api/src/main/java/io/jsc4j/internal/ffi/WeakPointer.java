package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A {@code JSWeakRef}: memory outside the collected heap that tells whether an object is still alive. It must go before its runtime does.
 *
 * <p>The C functions take no lock, so an entry holds it: without it a collection could end between the look and the protection.
 */
public final class WeakPointer {
  private final RuntimePointer runtime;
  private final CellKind kind;
  private final long address;
  private boolean released;

  private WeakPointer(RuntimePointer runtime, CellKind kind, long address) {
    this.runtime = runtime;
    this.kind = kind;
    this.address = address;
    runtime.weakCreated();
  }

  /**
   * Makes one for an object.
   *
   * @throws UnsupportedOperationException if the engine has no weak references
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME, Obligation.RESULT_PRESENT})
  public static WeakPointer create(ContextPointer context, CellPointer object) {
    NativeEngine.instance().require(Feature.WEAK_REFERENCES);
    RuntimePointer runtime = context.runtime();
    MemorySegment target = MemorySegment.ofAddress(object.objectAddress(runtime));
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle, and the lock, which this function does not take, is held.
      long address = JavaScriptCore.JSWeakCreate(runtime.group(), target).address();
      return new WeakPointer(runtime, object.kind(), entry.requirePresent(address));
    }
  }

  /** A new pointer to the object, or null if it has been collected. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.SAME_RUNTIME,
      Obligation.RESULT_PROTECTED})
  public @Nullable CellPointer get(ContextPointer context) {
    if (released || context.runtime() != runtime) {
      throw new IllegalStateException("the weak reference can no longer be used: its runtime was closed");
    }
    try (Entry entry = Entry.open(context)) {
      // SAFETY: it has not been released (checked above; only this thread releases it), and the lock is held until the object that it gives is
      // protected, so that no collection ends in between.
      MemorySegment object = JavaScriptCore.JSWeakGetObject(MemorySegment.ofAddress(address));
      return object.address() == 0 ? null : entry.objectResult(object, kind);
    }
  }

  /** Releases it; idempotent, on the owner thread. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.CLEANUP_ORDERED})
  public void release() {
    if (released) {
      return;
    }
    try (Entry entry = Entry.open(runtime.service())) {
      released = true;
      // SAFETY: the runtime is open (it releases its weak references before it goes), the lock, which this function does not take, is held, and
      // this is the reference that creation gave us.
      JavaScriptCore.JSWeakRelease(entry.runtime().group(), MemorySegment.ofAddress(address));
      runtime.weakReleased();
    }
  }
}
