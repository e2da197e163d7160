package io.jsc4j.internal.ffi;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that interrupts host functions whose time is over: while one sleeps, no JavaScript runs in which a limit could be noticed. It calls
 * nothing of the engine. One in the process, made with the first runtime that has limits, since later there may be no memory for it; it sleeps while
 * nothing with a deadline runs.
 */
final class HostCallTimer {
  private static final long PERIOD_NANOS = 5_000_000;

  /** Those of the runtimes that are open; weak, as a runtime may never be closed. Never changed, but replaced. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static volatile WeakReference<Cancellation>[] watched = new WeakReference[0];
  private static volatile boolean idle;

  private static final class Starter {
    static final Thread THREAD = start();

    private static Thread start() {
      return Thread.ofPlatform().name("jsc4j host call timer").daemon().start(HostCallTimer::run);
    }
  }

  private HostCallTimer() {}

  /** From now on the deadlines of its host calls are kept. */
  static synchronized void watch(Cancellation cancellation) {
    Objects.requireNonNull(Starter.THREAD, "made here if this is the first");
    WeakReference<Cancellation>[] before = watched;
    WeakReference<Cancellation>[] after = Arrays.copyOf(before, before.length + 1);
    int size = 0;
    for (WeakReference<Cancellation> reference : before) {
      if (!reference.refersTo(null)) {
        after[size++] = reference;
      }
    }
    after[size++] = new WeakReference<>(cancellation);
    watched = Arrays.copyOf(after, size);
  }

  /** Its place goes when another is watched. */
  static void forget(Cancellation cancellation) {
    for (WeakReference<Cancellation> reference : watched) {
      if (reference.refersTo(cancellation)) {
        reference.clear();
      }
    }
  }

  /** The first host function of a call with a deadline begins, or somebody asks for the end of what runs. */
  static void wake() {
    Thread thread = Starter.THREAD;
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  private static void run() {
    while (true) {
      try {
        look();
      } catch (Throwable t) {
        // No memory, most likely. It must go on: nobody would start it again.
      }
    }
  }

  private static void look() {
    LockSupport.parkNanos(PERIOD_NANOS);
    if (!interruptOverdue()) {
      // Whoever begins after this look sees it and wakes this thread; hence one more look.
      idle = true;
      try {
        if (!interruptOverdue()) {
          LockSupport.park();
        }
      } finally {
        idle = false;
      }
    }
  }

  /** Whether there may be something to interrupt soon. Takes no memory: the heap may be full. */
  private static boolean interruptOverdue() {
    boolean any = false;
    long now = System.nanoTime();
    for (WeakReference<Cancellation> reference : watched) {
      Cancellation cancellation = reference.get();
      if (cancellation != null) {
        any |= cancellation.interruptIfOverdue(now);
      }
    }
    return any;
  }
}
