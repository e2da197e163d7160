package io.jsc4j.internal.ffi;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The CPU time of threads; loaded only where it is needed. */
final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuTime() {}

  /** Checks that it can be told, and loads what tells it: later there may be no stack for that. */
  static void require() {
    if (!THREADS.isCurrentThreadCpuTimeSupported()) {
      throw new UnsupportedOperationException("this JVM can't tell the CPU time of a thread, so it can't be limited");
    }
  }

  static long ofThisThread() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
