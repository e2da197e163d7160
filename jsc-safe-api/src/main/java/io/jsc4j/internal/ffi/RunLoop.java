package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;

/**
 * The GLib main context on which a thread's VMs run deferred work (WebAssembly compilation, FinalizationRegistry).
 *
 * <p>The engine makes one run loop for each thread, with the thread's first VM, on the main context that is then the thread's default, and keeps
 * a reference to it until the thread ends. So the main context is made once for each thread and remembered; each runtime holds a reference
 * of its own. Where several class loaders use one engine, that run loop may be another's: then a reference is kept for each thread, for good,
 * and the engine's deferred work waits for the other.
 *
 * <p>The engine would also run its collector's timers there. That of full collections looks for the run loop of the process's main thread, which
 * only GTK programs have, and reads what is not there. So VMs are made without these timers, and collect when they allocate or are told to.
 */
final class RunLoop {
  private static final ThreadLocal<Long> MAIN_CONTEXT = new ThreadLocal<>();
  /** Work that keeps making work must not keep the caller for ever. */
  private static final int MAX_ITERATIONS = 1000;

  private final MemorySegment mainContext;

  private RunLoop(MemorySegment mainContext) {
    this.mainContext = mainContext;
  }

  /** Makes this thread's main context its default; {@link #pop()} after the VM has been made. */
  @Unsafe(Obligation.OWNER_THREAD)
  static RunLoop pushForThisThread() {
    Long known = MAIN_CONTEXT.get();
    MemorySegment mainContext;
    if (known == null) {
      // SAFETY: no arguments; the reference is ours, and release() gives it back.
      mainContext = UniformCalls.g_main_context_new();
      MAIN_CONTEXT.set(mainContext.address());
      if (EngineOptions.isShared(NativeEngine.instance())) {
        // The engine may have this thread's run loop from a VM of another class loader, and then keeps no reference to this one.
        // SAFETY: ours; nobody gives it back, so that what is remembered stays valid.
        var _ = JavaScriptCore.g_main_context_ref(mainContext);
      }
    } else {
      // SAFETY: the engine's run loop of this thread holds a reference to it until the thread ends, or we do for good; and only this
      // thread has the address.
      mainContext = JavaScriptCore.g_main_context_ref(MemorySegment.ofAddress(known));
    }
    // SAFETY: no arguments; sets a flag, to the same value at each call, that the making of a VM reads.
    UniformCalls.JSDisableGCTimer();
    // SAFETY: alive, and acquired by no other thread.
    UniformCalls.g_main_context_push_thread_default(mainContext);
    return new RunLoop(mainContext);
  }

  /** Undoes the push. */
  @Unsafe(Obligation.OWNER_THREAD)
  void pop() {
    // SAFETY: pushed by this thread, in the same method of the caller.
    UniformCalls.g_main_context_pop_thread_default(mainContext);
  }

  /** Runs what is due, and waits for nothing. */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CALLBACK_CONTAINED})
  void runPending() {
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      // SAFETY: our reference keeps it alive; the runtime counts as entered, so nothing that this runs can release a VM.
      if (JavaScriptCore.g_main_context_iteration(mainContext, 0) == 0) {
        return;
      }
    }
  }

  /** Gives back the reference; the runtime is gone. */
  @Unsafe(Obligation.OWNER_THREAD)
  void release() {
    // SAFETY: the reference that pushForThisThread() took.
    UniformCalls.g_main_context_unref(mainContext);
  }
}
