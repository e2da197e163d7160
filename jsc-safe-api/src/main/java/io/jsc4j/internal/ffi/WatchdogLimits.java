package io.jsc4j.internal.ffi;

/**
 * What the watchdog watches.
 *
 * @param nanos wall-clock time of one outermost entry, or 0 for no limit
 * @param heapBytes size of the JavaScript heap, or 0 for no limit
 */
public record WatchdogLimits(long nanos, long heapBytes) {
  /** No limit. */
  public static final WatchdogLimits NONE = new WatchdogLimits(0, 0);

  boolean isNone() {
    return nanos == 0 && heapBytes == 0;
  }
}
