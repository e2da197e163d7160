package io.jsc4j.internal.ffi;

/**
 * Measures the heap of a runtime, when that is worth its price: the engine walks all cells, which takes tens of milliseconds where there are a
 * million. Confined to the owner thread.
 *
 * <p>It takes at most one part in {@value #SHARE} of the thread's time, or one in {@value #SHARE_WHILE_GROWING} while the process takes more
 * memory, as it does while a heap grows. {@code LimitsBenchmark} is what these are for.
 */
final class HeapMeter {
  private static final int SHARE = 80;
  private static final int SHARE_WHILE_GROWING = 8;
  private static final long MIN_NANOS_BETWEEN = 20_000_000;
  /** That part of a limit is growth that asks for a look. */
  private static final int GROWTH = 8;

  private boolean measured;
  private long end;
  private long spent;
  private long resident;

  /**
   * How large the heap is.
   *
   * @param now the present {@link System#nanoTime()}
   * @param limit the smallest size that somebody asks for
   * @return {@link HeapStatistics#UNKNOWN} if that can't be told now, or it is not the time
   */
  long measure(long now, ContextPointer service, long limit) {
    if (measured && !isDue(now, limit)) {
      return HeapStatistics.UNKNOWN;
    }
    long cpuBefore = CpuTime.ofThisThread();
    long heap = HeapStatistics.heapSize(service);
    if (heap != HeapStatistics.UNKNOWN) {
      // CPU time, not what passed: on a busy machine that would make the next one come late.
      spent = CpuTime.ofThisThread() - cpuBefore;
      resident = ResidentMemory.bytes();
      end = System.nanoTime();
      measured = true;
    }
    return heap;
  }

  private boolean isDue(long now, long limit) {
    long since = now - end;
    if (since < Math.max(MIN_NANOS_BETWEEN, spent * SHARE_WHILE_GROWING)) {
      return false;
    }
    return since >= spent * SHARE || ResidentMemory.bytes() - resident >= limit / GROWTH;
  }
}
