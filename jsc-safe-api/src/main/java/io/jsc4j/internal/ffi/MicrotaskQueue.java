package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Runs the pending microtasks of a runtime within one entry of the VM.
 *
 * <p>When the outermost lock is dropped the engine runs them too, but enters the VM anew for each, and its watchdog begins to count with each entry:
 * an endless chain of short microtasks ({@code for (;;) await 0}) would never be found out. So where limits hold, the queue is empty already when the
 * lock is dropped: a call of a function of ours stands around the microtasks, and the watchdog counts on.
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
  private @Nullable CellPointer runner;
  private Runnable work = () -> {};
  private boolean running;

  MicrotaskQueue(RuntimePointer runtime) {
    this.runtime = runtime;
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

  /** Does something that runs microtasks within an entry of the VM. */
  void within(Runnable action) {
    ContextPointer service = runtime.service();
    if (runner == null) {
      runner = Contexts.createCallable(service, frame -> work.run());
    }
    work = action;
    running = true;
    try {
      Functions.call(service, runner, NativeValue.Nullish.UNDEFINED);
    } catch (ScriptThrew e) {
      // Too little stack is left for our few frames. Then there is too little for microtasks, too.
      Realm.discard(e.thrown());
    } finally {
      running = false;
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.CALLBACK_CONTAINED})
  private void drainHere() {
    MemorySegment service = runtime.service().segment();
    // SAFETY: the engine dropped the lock for the upcall that this is called from; it is taken here again, once.
    JavaScriptCore.JSLock(service);
    try {
      // SAFETY: the VM lives as long as the runtime, and this thread has its lock. Host functions let nothing out.
      Drain.HANDLE.invokeExact(runtime.group());
    } catch (Throwable t) {
      throw new AssertionError("a downcall throws nothing", t);
    } finally {
      // SAFETY: as above.
      JavaScriptCore.JSUnlock(service);
    }
  }

  /** Gives back what it keeps; the runtime is about to be released. */
  void release() {
    if (runner != null) {
      Realm.discard(runner);
      runner = null;
    }
  }
}
