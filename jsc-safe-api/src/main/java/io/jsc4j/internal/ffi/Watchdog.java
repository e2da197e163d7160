package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends scripts that exceed a limit, or that somebody cancels.
 *
 * <p>The engine calls back after a span of CPU time, once; the callback compares what has been used with what is allowed and asks to be called
 * again, so a limit is noticed within about one {@link #TICK_SECONDS tick} of CPU time. A limit counts from the outermost entry, and holds for
 * the microtasks that run when it ends.
 *
 * <p>It never asks for a tick at once: two that come in the same moment abort the process, by an assertion in the engine's
 * {@code VMTraps::requestThreadStopIfNeeded}. What is noticed in Java waits for the next tick, too; the host functions throw until then.
 */
public final class Watchdog {
  private static final double TICK_SECONDS = 0.010;
  private static final int MAX_DRAINS = 100;
  /** Fifty times what one microtask of our own takes, so that counting takes two percent at the most. */
  private static final long NANOS_BEFORE_COUNTING_EACH = 5000;
  /** How many frames an exception tells. */
  private static final int FRAMES = 100;

  private static final class Stubs {
    static final MemorySegment SHOULD_TERMINATE = Upcalls.stub((context, number, _, _, _, _) -> shouldTerminate(context,
        number) ? 1 : 0);
  }

  private final RuntimePointer runtime;
  private final boolean interruptible;
  private final Budgets budgets;
  private final Cancellation cancellation;
  private final HeapMeter heapMeter = new HeapMeter();
  /** Made once, since host calls are many, and ticks come with a full heap, too. */
  private final Budget.Ending ending = this::end;
  private final MemorySegment group;
  private final MemorySegment number;
  private final VmSpan span;
  private final MicrotaskQueue queue;
  private boolean armed;
  private long lastTick;
  /** When the microtasks that run began. */
  private long turnEnd;
  /** The greatest limit to which they are being counted. */
  private int counted;
  private int suspended;
  /** The context in which the engine ticks; 0 outside of a tick. */
  private long tickContext;
  /** Which limit ended the script, or null; the rest is of that. Not an object, for which there may be no memory. */
  private @Nullable Limit ended;
  private @Nullable Budget exceeded;
  private long used;
  private long allowed;
  private String where = "";
  private @Nullable MicrotaskCounter microtasks;

  Watchdog(RuntimePointer runtime, WatchdogLimits limits, boolean interruptible) {
    this.runtime = runtime;
    this.interruptible = interruptible;
    this.budgets = new Budgets(limits);
    this.group = runtime.group();
    this.number = MemorySegment.ofAddress(runtime.hosts().number());
    this.span = new VmSpan(runtime);
    this.queue = new MicrotaskQueue(runtime, span);
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
    if (limits.heapBytes() > 0) {
      ResidentMemory.load();
    }
    if (limits.cpuNanos() > 0 || limits.heapBytes() > 0) {
      CpuTime.require();
    }
  }

  // --- the engine's timer

  /** Starts watching, if there is anything to watch. */
  void arm() {
    if (!armed && (interruptible || !budgets.areNone())) {
      armed = true;
      HostCallTimer.watch(cancellation);
      rearm();
    }
  }

  /** The engine calls once for each time that this is called. It takes no memory: the heap may be full. */
  @Enforces(Obligation.WATCHDOG_REARMED)
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CALLBACK_CONTAINED})
  private void rearm() {
    // SAFETY: the group is bound to the runtime's open arena; the stub lives for ever; the data is a number, not a pointer.
    JavaScriptCore.JSContextGroupSetExecutionTimeLimit(group, TICK_SECONDS, Stubs.SHOULD_TERMINATE, number);
  }

  /** Stops watching; before the VM goes, at the latest. */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CLEANUP_ORDERED})
  void disarm() {
    if (armed) {
      armed = false;
      HostCallTimer.forget(cancellation);
      // SAFETY: the group is still alive.
      JavaScriptCore.JSContextGroupClearExecutionTimeLimit(runtime.group());
    }
  }

  /** Gives back what the runtime keeps for it. */
  void release() {
    disarm();
    span.release();
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

    /** Ends it. Inside JavaScript an exceeded limit ends what is around it, too: the engine does not take a termination back. */
    @Override
    public void close() {
      budgets.remove(budget);
      cancellation.deadlineChanges();
      if (exceeded == budget && !runtime.isEntered()) {
        forget();
      }
      if (!runtime.isEntered()) {
        disarmIfIdle();
      }
    }
  }

  private void disarmIfIdle() {
    if (!interruptible && !runtime.isClosed() && budgets.areNone()) {
      disarm();
    }
  }

  private void forget() {
    ended = null;
    exceeded = null;
    where = "";
  }

  /**
   * Begins a span with limits of its own. Inside JavaScript they count from now, otherwise from each outermost entry.
   *
   * @throws UnsupportedOperationException if the engine lacks what the limits need
   * @throws IllegalStateException inside JavaScript that began unwatched: the engine counts from the outermost entry or not at all
   */
  public Span begin(WatchdogLimits limits) {
    requireSupported(limits, false);
    if (!armed && runtime.isEntered()) {
      throw new IllegalStateException("a script is running that began without limits, so a part of it can't have any:"
          + " open the runtime with limits, or with JsRuntimeOptions.withCancellation(true)");
    }
    Budget budget = new Budget(limits);
    budget.begin(System.nanoTime());
    budgets.add(budget);
    cancellation.deadlineChanges();
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
      budgets.begin(now);
      lastTick = now;
      forget();
      cancellation.begins();
    }
  }

  /** The outermost entry is about to drop the lock: whatever microtasks there are run here, and none when the lock is dropped. */
  void turnEnds() {
    if (!armed || suspended > 0) {
      return;
    }
    countTurn();
    // The engine drops the rest with the one that it ends; should it ever keep them, each gets no more than one tick.
    for (int i = 0; i < MAX_DRAINS; i++) {
      try {
        queue.drain();
        return;
      } catch (ScriptTerminated e) {
        // Whoever ends the turn hears of it.
      }
    }
  }

  /** Does something that runs microtasks, so that limits hold for them. */
  void within(Runnable action) {
    if (!armed) {
      action.run();
      return;
    }
    countTurn();
    try {
      queue.within(action);
    } catch (ScriptTerminated e) {
      // Whoever asked for it hears of it.
    }
  }

  /** Prepares for counting the microtasks that run now. */
  private void countTurn() {
    turnEnd = System.nanoTime();
    counted = 0;
    if (ended == null && budgets.limitMicrotasks()) {
      MicrotaskCounter counter = microtasks;
      if (counter == null) {
        counter = new MicrotaskCounter(runtime, this::microtasksRan);
        microtasks = counter;
      }
      counter.begin();
    }
  }

  /**
   * Begins to count, in a tick. Counting takes as many microtasks of our own as the limit has, even where no other is left; so it begins when that
   * is little beside what the turn has taken. What ends before that needs no limit.
   */
  private void countMicrotasks() {
    MicrotaskCounter counter = microtasks;
    if (counter == null || ended != null || !queue.isRunning()) {
      return;
    }
    long worth = (lastTick - turnEnd) / NANOS_BEFORE_COUNTING_EACH;
    List<Integer> counts = budgets.all()
        .stream()
        .map(budget -> budget.limits().microtasks())
        .filter(limit -> limit > counted && limit <= worth)
        .sorted()
        .distinct()
        .toList();
    if (!counts.isEmpty() && counter.count(counts)) {
      counted = counts.getLast();
    }
  }

  private void microtasksRan(int count) {
    for (Budget budget : budgets.all()) {
      budget.microtasksRan(count);
    }
  }

  /** The outermost entry has dropped the lock. */
  void outermostLeft() {
    if (armed) {
      cancellation.ends();
      disarmIfIdle();
    }
  }

  boolean hasTerminated() {
    return ended != null;
  }

  @Nullable Termination termination() {
    Limit limit = ended;
    return limit == null ? null : new Termination(limit, used, allowed, where);
  }

  @Nullable Termination takeTermination() {
    Termination taken = termination();
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
  static boolean shouldTerminate(long context, long number) {
    RuntimePointer runtime = OpenRuntimes.get((int) number);
    return runtime != null && runtime.watchdog().tick(context);
  }

  private boolean tick(long context) {
    lastTick = System.nanoTime();
    tickContext = context;
    try {
      if (ended == null && suspended == 0) {
        check();
      }
      if (suspended == 0) {
        countMicrotasks();
      }
    } catch (OutOfMemoryError e) {
      // What takes no memory has been looked at before.
    } finally {
      tickContext = 0;
      // Armed again even when the script ends: a host function may catch the termination and let the outer script go on.
      // And where too little stack is left to look: the next tick looks again.
      rearm();
    }
    return ended != null && suspended == 0;
  }

  /** First what takes no memory: the heap may be full, and stay so for as long as the script runs. */
  private void check() {
    List<Budget> all = budgets.all();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).ticks();
      all.get(i).check(lastTick, ending);
    }
    if (cancellation.isRequested()) {
      end(budgets.outermost(), Limit.CANCELLED, 0, 0);
    }
    if (ended == null) {
      checkStackDepth();
      long heap = heapSize();
      for (Budget budget : all) {
        budget.checkHeap(heap, ending);
      }
    }
  }

  private void checkStackDepth() {
    for (Budget budget : budgets.all()) {
      int most = budget.limits().stackDepth();
      if (most > 0) {
        int depth = Backtrace.depth(MemorySegment.ofAddress(tickContext), most + 1);
        if (depth > most) {
          end(budget, Limit.STACK_DEPTH, depth, most);
        }
      }
    }
  }

  private long heapSize() {
    long limit = budgets.heapLimit();
    return limit == 0 ? HeapStatistics.UNKNOWN : heapMeter.measure(lastTick, runtime.service(), limit);
  }

  private String where(MemorySegment context) {
    if (!NativeEngine.instance().has(Feature.BACKTRACES)) {
      return "";
    }
    String all = Backtrace.of(context, FRAMES);
    // What runs promises has neither a file nor lines.
    return queue.isRunning()
        ? all.lines().filter(frame -> !frame.contains(" at :")).collect(Collectors.joining("\n"))
        : all;
  }

  /**
   * Ends the script that is running, for the first reason that there is: at once in a tick, otherwise at the next; who notices it in Java throws until
   * then.
   */
  private void end(Budget budget, Limit limit, long nowUsed, long nowAllowed) {
    if (ended == null) {
      ended = limit;
      exceeded = budget;
      used = nowUsed;
      allowed = nowAllowed;
      try {
        where = whereNow();
      } catch (VirtualMachineError e) {
        // No memory or stack to tell.
      }
    }
  }

  private String whereNow() {
    if (tickContext != 0) {
      return where(MemorySegment.ofAddress(tickContext));
    }
    return runtime.isEntered() && !runtime.service().isReleased() ? where(runtime.service().segment()) : "";
  }

  // --- what is noticed in Java

  /** How many bytes may cross to Java in all. */
  long outputLimit() {
    return budgets.outputLimit();
  }

  /**
   * Counts bytes that cross to Java.
   *
   * @return why that ends the script, or null
   */
  @Nullable Termination addOutput(long bytes) {
    boolean tooMany = false;
    if (armed && suspended == 0) {
      for (Budget budget : budgets.all()) {
        tooMany |= budget.addOutput(bytes, ending);
      }
    }
    return tooMany ? termination() : null;
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
    if (budgets.hostCallIsTooMany()) {
      budgets.checkHostCalls(ending);
    }
    if (ended != null) {
      runtime.throwIfTerminated();
    }
    cancellation.hostCallBegins(budgets);
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
    // Where it took its time the timer has interrupted it; what is a little late the next tick finds.
    if (cancellation.hostCallEnds()) {
      wasInterrupted();
    }
    if (cancellation.isRequested()) {
      end(budgets.outermost(), Limit.CANCELLED, 0, 0);
    }
    if (ended != null) {
      runtime.throwIfTerminated();
    }
  }

  private void wasInterrupted() {
    long now = System.nanoTime();
    for (Budget budget : budgets.all()) {
      if (budget.isOverdue(now)) {
        budget.check(now, ending);
      }
    }
  }
}
