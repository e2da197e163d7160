package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JSShouldTerminateCallback;
import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Ends scripts that exceed a limit.
 *
 * <p>The engine calls back after a span of CPU time, once; the callback compares the clock and the heap with the limits and asks to be called
 * again, so a limit is noticed within about one {@link #TICK_SECONDS tick} of CPU time. A limit counts from the outermost entry, and holds for
 * the microtasks that run when it ends.
 */
public final class Watchdog {
  /** Which limit ended a script, and what had been used when it was noticed. */
  public record Termination(boolean time, long used) {}

  private static final double TICK_SECONDS = 0.010;
  /** Measuring the heap walks it; it gets at most this share of the time. */
  private static final int HEAP_MEASURING_SHARE = 20;
  private static final long MIN_NANOS_BETWEEN_MEASUREMENTS = 20_000_000;

  private static final class Stub {
    static final MemorySegment SHOULD_TERMINATE = create();

    @Unsafe(Obligation.CALLBACK_CONTAINED)
    private static MemorySegment create() {
      MethodHandle handle = Upcalls.contained(
          Upcalls.find(Watchdog.class, "shouldTerminate", boolean.class, MemorySegment.class, MemorySegment.class));
      // SAFETY: the descriptor is jextract's; the stub lives for ever; `contained` lets nothing out.
      @SuppressWarnings("restricted")
      MemorySegment stub = Linker.nativeLinker()
          .upcallStub(handle, JSShouldTerminateCallback.descriptor(), Arena.global());
      return stub;
    }
  }

  private final RuntimePointer runtime;
  private final WatchdogLimits limits;
  private long entered;
  private long nextMeasurement;
  private boolean suspended;
  private @Nullable Termination termination;

  Watchdog(RuntimePointer runtime, WatchdogLimits limits) {
    this.runtime = runtime;
    this.limits = limits;
  }

  /** Checks that the engine can watch the limits. */
  static void requireSupported(WatchdogLimits limits) {
    if (!limits.isNone()) {
      NativeEngine.instance().require(Feature.EXECUTION_TIME_LIMIT);
    }
    if (limits.heapBytes() > 0) {
      NativeEngine.instance().require(Feature.MEMORY_STATISTICS);
    }
  }

  /** Starts watching, if there is anything to watch. */
  void arm() {
    rearm();
  }

  /** The engine calls once for each time that this is called. */
  @Enforces(Obligation.WATCHDOG_REARMED)
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CALLBACK_CONTAINED})
  private void rearm() {
    // SAFETY: the group is bound to the runtime's open arena; the stub lives for ever; the data is a number, not a pointer.
    JavaScriptCore.JSContextGroupSetExecutionTimeLimit(runtime.group(), TICK_SECONDS, Stub.SHOULD_TERMINATE,
        MemorySegment.ofAddress(runtime.hosts().number()));
  }

  /** Stops watching, before the VM goes. */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CLEANUP_ORDERED})
  void disarm() {
    // SAFETY: the group is still alive.
    JavaScriptCore.JSContextGroupClearExecutionTimeLimit(runtime.group());
  }

  void outermostEntered() {
    entered = System.nanoTime();
    nextMeasurement = entered;
    termination = null;
  }

  boolean hasTerminated() {
    return termination != null;
  }

  @Nullable Termination termination() {
    return termination;
  }

  @Nullable Termination takeTermination() {
    Termination taken = termination;
    termination = null;
    return taken;
  }

  /** The upcall: whether to end the script. On the owner thread, inside JavaScript, with the lock held. */
  static boolean shouldTerminate(MemorySegment context, MemorySegment number) {
    RuntimePointer runtime = HostObjects.runtime((int) number.address());
    return runtime != null && runtime.watchdog().tick();
  }

  /** Lets scripts of our own run without limits. */
  void suspend() {
    suspended = true;
  }

  /** Undoes {@link #suspend()}. */
  void resume() {
    suspended = false;
  }

  private boolean tick() {
    if (termination == null && !suspended) {
      termination = exceeded();
    }
    // Armed again even when the script ends: a host function may catch the termination and let the outer script go on.
    rearm();
    return termination != null;
  }

  private @Nullable Termination exceeded() {
    long now = System.nanoTime();
    if (runtime.cancellation().isRequested()) {
      return new Termination(true, now - entered);
    }
    if (limits.nanos() > 0 && now - entered >= limits.nanos()) {
      return new Termination(true, now - entered);
    }
    if (limits.heapBytes() > 0 && now - nextMeasurement >= 0) {
      long heap = HeapStatistics.heapSize(runtime.service());
      long after = System.nanoTime();
      nextMeasurement = after + Math.max(MIN_NANOS_BETWEEN_MEASUREMENTS, (after - now) * HEAP_MEASURING_SHARE);
      if (heap > limits.heapBytes()) {
        return new Termination(false, heap);
      }
    }
    return null;
  }
}
