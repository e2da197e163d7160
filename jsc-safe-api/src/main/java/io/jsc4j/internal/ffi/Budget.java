package io.jsc4j.internal.ffi;

/** What one span of running may use, and has used: an outermost entry, or a part of one that has limits of its own. Confined to the owner thread. */
final class Budget {
  /** Hears that a limit is exceeded. */
  interface Ending {
    void end(Budget budget, Limit limit, long used, long allowed);
  }

  private final WatchdogLimits limits;
  private long entered;
  private long cpuAtEntry;
  private long output;
  private long hostCalls;
  /** At which tick since as many microtasks as are allowed had run; 0 for not yet. */
  private int ticksOverMicrotasks;

  Budget(WatchdogLimits limits) {
    this.limits = limits;
  }

  WatchdogLimits limits() {
    return limits;
  }

  /** Nothing has been used yet. */
  void begin(long now) {
    entered = now;
    output = 0;
    hostCalls = 0;
    ticksOverMicrotasks = 0;
    if (limits.cpuNanos() > 0) {
      cpuAtEntry = CpuTime.ofThisThread();
    }
  }

  /** When its time is over, if that is limited. */
  long deadline() {
    return entered + limits.nanos();
  }

  /** Whether its time is over; cheap. */
  boolean isOverdue(long now) {
    return limits.nanos() > 0 && now - entered >= limits.nanos();
  }

  /** Tells what is exceeded of what can be told at any moment. Takes no memory: the heap may be full. */
  void check(long now, Ending ending) {
    if (isOverdue(now)) {
      ending.end(this, Limit.TIME, now - entered, limits.nanos());
    }
    if (limits.cpuNanos() > 0) {
      long used = CpuTime.ofThisThread() - cpuAtEntry;
      if (used >= limits.cpuNanos()) {
        ending.end(this, Limit.CPU_TIME, used, limits.cpuNanos());
      }
    }
    // The first may come while the last of our counting microtasks returns, and nothing else be left.
    if (ticksOverMicrotasks > 2) {
      ending.end(this, Limit.MICROTASKS, limits.microtasks(), limits.microtasks());
    }
  }

  /** The same for the heap, if that has just been measured. */
  void checkHeap(long heap, Ending ending) {
    if (limits.heapBytes() > 0 && heap != HeapStatistics.UNKNOWN && heap > limits.heapBytes()) {
      ending.end(this, Limit.HEAP, heap, limits.heapBytes());
    }
  }

  /**
   * Counts bytes that cross to Java.
   *
   * @return whether they are too many
   */
  boolean addOutput(long bytes, Ending ending) {
    output += bytes;
    boolean tooMany = limits.outputBytes() > 0 && output > limits.outputBytes();
    if (tooMany) {
      ending.end(this, Limit.OUTPUT, output, limits.outputBytes());
    }
    return tooMany;
  }

  /** Counts calls of host functions. */
  void addHostCalls(long made) {
    hostCalls += made;
  }

  /** How many calls of host functions are left; negative if there was one too many. */
  long hostCallsLeft() {
    return limits.hostCalls() > 0 ? limits.hostCalls() - hostCalls : Long.MAX_VALUE;
  }

  /** Tells whether host functions have been called too often. */
  void checkHostCalls(Ending ending) {
    if (hostCallsLeft() < 0) {
      ending.end(this, Limit.HOST_CALLS, hostCalls, limits.hostCalls());
    }
  }

  /** That many microtasks have followed from each other. */
  void microtasksRan(int count) {
    if (limits.microtasks() > 0 && count >= limits.microtasks()) {
      ticksOverMicrotasks = Math.max(ticksOverMicrotasks, 1);
    }
  }

  /** A tick of the watchdog. */
  void ticks() {
    if (ticksOverMicrotasks > 0) {
      ticksOverMicrotasks++;
    }
  }
}
