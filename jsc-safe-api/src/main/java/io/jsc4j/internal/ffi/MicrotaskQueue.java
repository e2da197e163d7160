package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Runs the pending microtasks of a runtime within one entry of the VM.
 *
 * <p>When the outermost lock is dropped the engine runs them too, but enters the VM anew for each: an endless chain of short microtasks ({@code for
 * (;;) await 0}) would never be found out. So where limits hold, the queue is empty already when the lock is dropped.
 */
final class MicrotaskQueue {
  private static final class Drain {
    static final MethodHandle HANDLE = bind();

    @Unsafe({})
    private static MethodHandle bind() {
      MemorySegment symbol = NativeEngine.instance().symbol("_ZN3JSC2VM15drainMicrotasksEv");
      // SAFETY: `void JSC::VM::drainMicrotasks()`; a member function takes its object as the first argument, and a JSContextGroupRef is the VM.
      @SuppressWarnings("restricted")
      MethodHandle handle = Linker.nativeLinker()
          .downcallHandle(symbol, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
      return handle;
    }
  }

  private final RuntimePointer runtime;
  private final VmSpan span;
  private boolean running;

  MicrotaskQueue(RuntimePointer runtime, VmSpan span) {
    this.runtime = runtime;
    this.span = span;
  }

  /** Runs all that are pending, and those that they leave; nothing while JavaScript runs.
   *
   * @throws ScriptTerminated if a limit ends one of them: others may be left
   */
  void drain() {
    within(this::drainHere);
  }

  /** Whether microtasks are running that this runs. */
  boolean isRunning() {
    return running;
  }

  /** Does something that runs microtasks. */
  void within(Runnable action) {
    running = true;
    try {
      span.run(action);
    } finally {
      running = false;
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.CALLBACK_CONTAINED})
  private void drainHere() {
    MemorySegment service = runtime.service().segment();
    // SAFETY: the engine dropped the lock for the upcall that this is called from; it is taken here again, once.
    UniformCalls.JSLock(service);
    try {
      // SAFETY: the VM lives as long as the runtime, and this thread has its lock. Host functions let nothing out.
      Drain.HANDLE.invokeExact(runtime.group());
    } catch (Throwable t) {
      throw new AssertionError("a downcall throws nothing", t);
    } finally {
      // SAFETY: as above.
      UniformCalls.JSUnlock(service);
    }
  }
}
