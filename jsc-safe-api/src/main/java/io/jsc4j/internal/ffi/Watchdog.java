package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JSHeapFinalizer;
import io.jsc4j.bindings.JSShouldTerminateCallback;
import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends scripts that exceed a limit, or that somebody cancels.
 *
 * <p>The engine calls back after a span of CPU time, once; the callback compares what has been used with what is allowed and asks to be called
 * again, so a limit is noticed within about one {@link #TICK_SECONDS tick} of CPU time. A limit counts from the outermost entry, and holds for
 * the microtasks that run when it ends.
 *
 * <p>The engine begins its span anew with each microtask, so an endless chain of short ones never fills it. Such a chain allocates, though, and
 * after each collection the engine tells us, on the owner thread: if no tick has come for long, it is asked for one at once.
 */
public final class Watchdog {
  private static final double TICK_SECONDS = 0.010;
  /** The engine calls back at the next place where a script can be ended. */
  private static final double AT_ONCE = 0;
  private static final long LONG_WITHOUT_TICK_NANOS = 20_000_000;
  /** How many frames an exception tells. */
  private static final int FRAMES = 100;

  private static final class Stubs {
    static final MemorySegment SHOULD_TERMINATE = shouldTerminate();
    static final MemorySegment COLLECTED = collected();

    @Unsafe(Obligation.CALLBACK_CONTAINED)
    private static MemorySegment shouldTerminate() {
      MethodHandle handle = Upcalls.contained(
          Upcalls.find(Watchdog.class, "shouldTerminate", boolean.class, MemorySegment.class, MemorySegment.class));
      // SAFETY: the descriptor is jextract's; the stub lives for ever; `contained` lets nothing out.
      @SuppressWarnings("restricted")
      MemorySegment stub = Linker.nativeLinker()
          .upcallStub(handle, JSShouldTerminateCallback.descriptor(), Arena.global());
      return stub;
    }

    @Unsafe(Obligation.CALLBACK_CONTAINED)
    private static MemorySegment collected() {
      MethodHandle handle = Upcalls.contained(
          Upcalls.find(Watchdog.class, "collected", void.class, MemorySegment.class, MemorySegment.class));
      // SAFETY: as above.
      @SuppressWarnings("restricted")
      MemorySegment stub = Linker.nativeLinker().upcallStub(handle, JSHeapFinalizer.descriptor(), Arena.global());
      return stub;
    }
  }

  private final RuntimePointer runtime;
  private final boolean interruptible;
  /** What applies, outermost first: the limits of the runtime, then those of spans within. */
  private final List<Budget> budgets = new ArrayList<>();
  private final Cancellation cancellation;
  private boolean armed;
  private boolean atOnce;
  private long lastTick;
  private int suspended;
  private @Nullable Termination termination;
  private @Nullable Budget exceeded;
  private @Nullable MicrotaskCounter microtasks;

  Watchdog(RuntimePointer runtime, WatchdogLimits limits, boolean interruptible) {
    this.runtime = runtime;
    this.interruptible = interruptible;
    this.budgets.add(new Budget(limits));
    this.cancellation = new Cancellation(Thread.currentThread());
  }

  /** Checks that the engine can watch the limits. */
  static void requireSupported(WatchdogLimits limits, boolean interruptible) {
    if (interruptible || !limits.isNone()) {
      NativeEngine.instance().require(Feature.EXECUTION_TIME_LIMIT);
    }
    if (limits.heapBytes() > 0) {
      NativeEngine.instance().require(Feature.MEMORY_STATISTICS);
    }
    if (limits.stackDepth() > 0) {
      NativeEngine.instance().require(Feature.BACKTRACES);
    }
    if (limits.cpuNanos() > 0) {
      Budget.requireCpuTime();
    }
  }

  // --- the engine's timer

  /** Starts watching, if there is anything to watch. */
  void arm() {
    if (!armed && (interruptible || budgets.stream().anyMatch(budget -> !budget.limits().isNone()))) {
      armed = true;
      HostCallTimer.watch(cancellation);
      hearOfCollections();
      rearm(TICK_SECONDS);
    }
  }

  /** The engine calls once for each time that this is called. */
  @Enforces(Obligation.WATCHDOG_REARMED)
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CALLBACK_CONTAINED})
  private void rearm(double seconds) {
    // SAFETY: the group is bound to the runtime's open arena; the stub lives for ever; the data is a number, not a pointer.
    JavaScriptCore.JSContextGroupSetExecutionTimeLimit(runtime.group(), seconds, Stubs.SHOULD_TERMINATE, data());
    atOnce = seconds == AT_ONCE;
  }

  private MemorySegment data() {
    return MemorySegment.ofAddress(runtime.hosts().number());
  }

  @Unsafe({Obligation.OWNER_THREAD, Obligation.CALLBACK_CONTAINED})
  private void hearOfCollections() {
    if (NativeEngine.instance().has(Feature.HEAP_FINALIZERS)) {
      // SAFETY: as in rearm(); disarm() removes it, before the VM goes.
      JavaScriptCore.JSContextGroupAddHeapFinalizer(runtime.group(), Stubs.COLLECTED, data());
    }
  }

  /** Stops watching; before the VM goes, at the latest. */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CLEANUP_ORDERED})
  void disarm() {
    if (armed) {
      armed = false;
      HostCallTimer.forget(cancellation);
      // SAFETY: the group is still alive.
      JavaScriptCore.JSContextGroupClearExecutionTimeLimit(runtime.group());
      if (NativeEngine.instance().has(Feature.HEAP_FINALIZERS)) {
        // SAFETY: as above; the pair that hearOfCollections() added.
        JavaScriptCore.JSContextGroupRemoveHeapFinalizer(runtime.group(), Stubs.COLLECTED, data());
      }
    }
  }

  /** Gives back what the runtime keeps for it. */
  void release() {
    disarm();
    if (microtasks != null) {
      microtasks.release();
    }
  }

  // --- spans with limits

  /** A span with limits of its own, beside those around it. */
  public final class Span implements AutoCloseable {
    private final Budget budget;

    private Span(Budget budget) {
      this.budget = budget;
    }

    /** Ends it: a script that exceeded only the limits of this span does not stand in the way of the one around it. */
    @Override
    public void close() {
      budgets.remove(budget);
      if (exceeded == budget && !runtime.isEntered()) {
        // Nobody is around it; the next operation finds nothing.
        forget();
      } else if (exceeded == budget) {
        forget();
        rearm(TICK_SECONDS);
      }
      if (budgets.size() == 1 && !interruptible && !runtime.isClosed() && budgets.getFirst().limits().isNone()) {
        disarm();
      }
    }
  }

  private void forget() {
    termination = null;
    exceeded = null;
  }

  /**
   * Begins a span with limits of its own. Inside JavaScript they count from now, otherwise from each outermost entry.
   *
   * @throws UnsupportedOperationException if the engine lacks what the limits need
   */
  public Span begin(WatchdogLimits limits) {
    requireSupported(limits, false);
    Budget budget = new Budget(limits);
    budget.begin(System.nanoTime());
    budgets.add(budget);
    arm();
    return new Span(budget);
  }

  /** Who can end what runs, from any thread. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Whether scripts can be ended from outside. */
  public boolean isArmed() {
    return armed;
  }

  // --- entering and leaving

  void outermostEntered() {
    if (armed) {
      long now = System.nanoTime();
      for (Budget budget : budgets) {
        budget.begin(now);
      }
      lastTick = now;
      forget();
      cancellation.begins();
    }
  }

  /** The outermost entry is about to drop the lock, and microtasks run. */
  void turnEnds() {
    if (armed && termination == null && suspended == 0) {
      int most = 0;
      for (Budget budget : budgets) {
        most = Math.max(most, budget.limits().microtasks());
      }
      if (most > 0) {
        countMicrotasks(most);
      }
    }
  }

  private void countMicrotasks(int most) {
    MicrotaskCounter counter = microtasks;
    if (counter == null) {
      counter = new MicrotaskCounter(runtime);
      microtasks = counter;
    }
    List<Integer> counts = budgets.stream()
        .map(budget -> budget.limits().microtasks())
        .filter(n -> n > 0)
        .sorted()
        .distinct()
        .toList();
    counter.count(counts, this::microtasksRan);
  }

  private void microtasksRan(int count) {
    for (Budget budget : budgets) {
      budget.microtasksRan(count);
    }
    rearm(AT_ONCE);
  }

  /** The outermost entry has dropped the lock. */
  void outermostLeft() {
    if (armed) {
      cancellation.ends();
      if (atOnce) {
        rearm(TICK_SECONDS);
      }
    }
  }

  boolean hasTerminated() {
    return termination != null;
  }

  @Nullable Termination termination() {
    return termination;
  }

  @Nullable Termination takeTermination() {
    Termination taken = termination;
    forget();
    return taken;
  }

  /** Lets scripts of our own run without limits. */
  void suspend() {
    suspended++;
  }

  /** Undoes one {@link #suspend()}. */
  void resume() {
    suspended--;
  }

  // --- the engine calls

  /** The upcall: whether to end the script. On the owner thread, inside JavaScript, with the lock held. */
  static boolean shouldTerminate(MemorySegment context, MemorySegment number) {
    RuntimePointer runtime = HostObjects.runtime((int) number.address());
    return runtime != null && runtime.watchdog().tick(context);
  }

  /** The upcall after each collection; it must not allocate in the engine's heap. */
  static void collected(MemorySegment group, MemorySegment number) {
    RuntimePointer runtime = HostObjects.runtime((int) number.address());
    if (runtime != null && runtime.isOwner()) {
      runtime.watchdog().collected();
    }
  }

  private void collected() {
    if (armed && runtime.isEntered() && !atOnce && System.nanoTime() - lastTick > LONG_WITHOUT_TICK_NANOS) {
      rearm(AT_ONCE);
    }
  }

  private boolean tick(MemorySegment context) {
    lastTick = System.nanoTime();
    if (termination == null && suspended == 0) {
      check(context);
    }
    // Armed again even when the script ends: a host function may catch the termination and let the outer script go on.
    rearm(TICK_SECONDS);
    return termination != null && suspended == 0;
  }

  private void check(MemorySegment context) {
    Budget.Excess excess = (limit, used, allowed) -> new Termination(limit, used, allowed, where(context));
    for (Budget budget : budgets) {
      Termination found = budget.exceeded(lastTick, excess);
      if (found != null && found.limit() == Limit.MICROTASKS && MicrotaskCounter.isAlone(found.where())) {
        found = null;
      }
      if (found == null) {
        found = budget.exceedsHeap(lastTick, runtime.service(), excess);
      }
      if (found == null && budget.limits().stackDepth() > 0) {
        int most = budget.limits().stackDepth();
        int depth = Backtrace.depth(context, most + 1);
        found = depth > most ? excess.of(Limit.STACK_DEPTH, depth, most) : null;
      }
      if (found != null) {
        end(found, budget);
        return;
      }
    }
    if (cancellation.isRequested()) {
      end(excess.of(Limit.CANCELLED, 0, 0), budgets.getFirst());
    }
  }

  private String where(MemorySegment context) {
    return NativeEngine.instance().has(Feature.BACKTRACES) ? Backtrace.of(context, FRAMES) : "";
  }

  private void end(Termination found, Budget budget) {
    if (termination == null) {
      termination = found;
      exceeded = budget;
    }
  }

  // --- what is noticed in Java

  /** Ends the script that is running, as soon as the engine goes on; the caller throws until then. */
  private void endFromJava(Termination found, Budget budget) {
    end(found, budget);
    if (runtime.isEntered()) {
      rearm(AT_ONCE);
    }
  }

  /**
   * Counts bytes that cross to Java.
   *
   * @return why that ends the script, or null
   */
  @Nullable Termination addOutput(long bytes) {
    if (armed && suspended == 0) {
      for (Budget budget : budgets) {
        Termination found = budget.addOutput(bytes, this::hereExceeded);
        if (found != null) {
          endFromJava(found, budget);
          return found;
        }
      }
    }
    return null;
  }

  /**
   * A host function is about to run.
   *
   * @throws ScriptTerminated if the script has been ended, or exceeds a limit by this: then it must not run
   */
  public void hostCallBegins() {
    if (!armed) {
      return;
    }
    for (Budget budget : budgets) {
      Termination found = budget.addHostCall(this::hereExceeded);
      if (found != null) {
        endFromJava(found, budget);
      }
    }
    runtime.throwIfTerminated();
    Long deadline = null;
    for (Budget budget : budgets) {
      Long other = budget.deadline();
      deadline = deadline == null || (other != null && other - deadline < 0) ? other : deadline;
    }
    cancellation.hostCallBegins(deadline);
  }

  /**
   * A host function has ended, or failed: that may be because its time was over.
   *
   * @throws ScriptTerminated if the script has to end
   */
  public void hostCallEnds() {
    if (!armed) {
      return;
    }
    cancellation.hostCallEnds();
    long now = System.nanoTime();
    for (Budget budget : budgets) {
      if (termination == null && budget.isOverdue(now)) {
        Termination found = budget.exceeded(now, this::hereExceeded);
        if (found != null) {
          endFromJava(found, budget);
        }
      }
    }
    if (termination == null && cancellation.isRequested()) {
      endFromJava(hereExceeded(Limit.CANCELLED, 0, 0), budgets.getFirst());
    }
    runtime.throwIfTerminated();
  }

  private Termination hereExceeded(Limit limit, long used, long allowed) {
    boolean inside = runtime.isEntered() && !runtime.service().isReleased();
    return new Termination(limit, used, allowed, inside ? where(runtime.service().segment()) : "");
  }
}
