package io.jsc4j.internal.ffi;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** What one span of running may use, and has used: an outermost entry, or a part of one that has limits of its own. Confined to the owner thread. */
final class Budget {
  /** Measuring the heap walks it; it gets at most this share of the time. */
  private static final int HEAP_MEASURING_SHARE = 20;
  private static final long MIN_NANOS_BETWEEN_MEASUREMENTS = 20_000_000;

  /** Loaded only where it is needed. */
  private static final class Cpu {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static long nanos() {
      return THREADS.getCurrentThreadCpuTime();
    }
  }

  /** Notes that a limit is exceeded. */
  interface Excess {
    Termination of(Limit limit, long used, long allowed);
  }

  private final WatchdogLimits limits;
  private long entered;
  private long cpuAtEntry;
  private long nextMeasurement;
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

  /** Checks that CPU time can be told, and loads what tells it: later there may be no stack for that. */
  static void requireCpuTime() {
    if (!Cpu.THREADS.isCurrentThreadCpuTimeSupported()) {
      throw new UnsupportedOperationException("this JVM can't tell the CPU time of a thread, so it can't be limited");
    }
  }

  /** Nothing has been used yet. */
  void begin(long now) {
    entered = now;
    nextMeasurement = now;
    output = 0;
    hostCalls = 0;
    ticksOverMicrotasks = 0;
    if (limits.cpuNanos() > 0) {
      cpuAtEntry = Cpu.nanos();
    }
  }

  /** When its time is over, or null without a limit. */
  @Nullable Long deadline() {
    return limits.nanos() > 0 ? entered + limits.nanos() : null;
  }

  /** Whether its time is over; cheap. */
  boolean isOverdue(long now) {
    return limits.nanos() > 0 && now - entered >= limits.nanos();
  }

  /** What is exceeded of what can be told at any moment, or null. */
  @Nullable Termination exceeded(long now, Excess excess) {
    if (isOverdue(now)) {
      return excess.of(Limit.TIME, now - entered, limits.nanos());
    }
    if (limits.cpuNanos() > 0) {
      long used = Cpu.nanos() - cpuAtEntry;
      if (used >= limits.cpuNanos()) {
        return excess.of(Limit.CPU_TIME, used, limits.cpuNanos());
      }
    }
    // The first may come while the last of our counting microtasks returns, and nothing else be left.
    if (ticksOverMicrotasks > 2) {
      return excess.of(Limit.MICROTASKS, limits.microtasks(), limits.microtasks());
    }
    return null;
  }

  /** The same for the heap, which is looked at from time to time. */
  @Nullable Termination exceedsHeap(long now, ContextPointer service, Excess excess) {
    if (limits.heapBytes() == 0 || now - nextMeasurement < 0) {
      return null;
    }
    long cpuBefore = Cpu.nanos();
    long heap = HeapStatistics.heapSize(service);
    if (heap == HeapStatistics.UNKNOWN) {
      return null;
    }
    // Not what passed: on a busy machine that would make the next one come late.
    long spent = Cpu.nanos() - cpuBefore;
    nextMeasurement = System.nanoTime() + Math.max(MIN_NANOS_BETWEEN_MEASUREMENTS, spent * HEAP_MEASURING_SHARE);
    return heap > limits.heapBytes() ? excess.of(Limit.HEAP, heap, limits.heapBytes()) : null;
  }

  /** Counts bytes that cross to Java. */
  @Nullable Termination addOutput(long bytes, Excess excess) {
    output += bytes;
    return limits.outputBytes() > 0 && output > limits.outputBytes()
        ? excess.of(Limit.OUTPUT, output, limits.outputBytes())
        : null;
  }

  /** Counts a call of a host function. */
  @Nullable Termination addHostCall(Excess excess) {
    hostCalls++;
    return limits.hostCalls() > 0 && hostCalls > limits.hostCalls()
        ? excess.of(Limit.HOST_CALLS, hostCalls, limits.hostCalls())
        : null;
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
