package io.jsc4j.internal.ffi;

/**
 * What the watchdog watches; 0 is no limit.
 *
 * @param nanos wall-clock time of one outermost entry
 * @param cpuNanos CPU time of one outermost entry
 * @param heapBytes size of the JavaScript heap
 * @param stackDepth frames of JavaScript on the stack
 * @param outputBytes bytes of strings and buffers that cross to Java in one outermost entry
 * @param hostCalls calls of host functions in one outermost entry
 * @param microtasks how many microtasks may follow from each other in one turn
 */
public record WatchdogLimits(long nanos, long cpuNanos, long heapBytes, int stackDepth, long outputBytes,
    long hostCalls, int microtasks) {
  /** No limit. */
  public static final WatchdogLimits NONE = new WatchdogLimits(0, 0, 0, 0, 0, 0, 0);

  boolean isNone() {
    // Not equals(): a record's links code of its own when it is first called, and this stands in the way of every start.
    return (nanos | cpuNanos | heapBytes | stackDepth | outputBytes | hostCalls | microtasks) == 0;
  }

  /** The same with another {@link #nanos}. */
  public WatchdogLimits withNanos(long value) {
    return new WatchdogLimits(value, cpuNanos, heapBytes, stackDepth, outputBytes, hostCalls, microtasks);
  }

  /** The same with another {@link #cpuNanos}. */
  public WatchdogLimits withCpuNanos(long value) {
    return new WatchdogLimits(nanos, value, heapBytes, stackDepth, outputBytes, hostCalls, microtasks);
  }

  /** The same with another {@link #heapBytes}. */
  public WatchdogLimits withHeapBytes(long value) {
    return new WatchdogLimits(nanos, cpuNanos, value, stackDepth, outputBytes, hostCalls, microtasks);
  }

  /** The same with another {@link #stackDepth}. */
  public WatchdogLimits withStackDepth(int value) {
    return new WatchdogLimits(nanos, cpuNanos, heapBytes, value, outputBytes, hostCalls, microtasks);
  }

  /** The same with another {@link #outputBytes}. */
  public WatchdogLimits withOutputBytes(long value) {
    return new WatchdogLimits(nanos, cpuNanos, heapBytes, stackDepth, value, hostCalls, microtasks);
  }

  /** The same with another {@link #hostCalls}. */
  public WatchdogLimits withHostCalls(long value) {
    return new WatchdogLimits(nanos, cpuNanos, heapBytes, stackDepth, outputBytes, value, microtasks);
  }

  /** The same with another {@link #microtasks}. */
  public WatchdogLimits withMicrotasks(int value) {
    return new WatchdogLimits(nanos, cpuNanos, heapBytes, stackDepth, outputBytes, hostCalls, value);
  }
}
