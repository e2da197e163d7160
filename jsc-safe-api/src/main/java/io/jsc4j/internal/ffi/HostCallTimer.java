package io.jsc4j.internal.ffi;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that interrupts host functions whose time is over: while one sleeps, no JavaScript runs in which a limit could be noticed. It calls
 * nothing of the engine. One in the process, made when it is first needed; it sleeps while nothing with a deadline runs.
 */
final class HostCallTimer {
  private static final long PERIOD_NANOS = 5_000_000;

  /** Those of the runtimes that are open; equal only to themselves. */
  private static final Set<Cancellation> WATCHED = Collections.synchronizedSet(Collections.newSetFromMap(
      new WeakHashMap<>()));
  private static volatile boolean idle;

  private static final class Starter {
    static final Thread THREAD = start();

    private static Thread start() {
      return Thread.ofPlatform().name("jsc4j host call timer").daemon().start(HostCallTimer::run);
    }
  }

  private HostCallTimer() {}

  /** From now on the deadlines of its host calls are kept. */
  static void watch(Cancellation cancellation) {
    WATCHED.add(cancellation);
  }

  static void forget(Cancellation cancellation) {
    WATCHED.remove(cancellation);
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
      LockSupport.parkNanos(PERIOD_NANOS);
      if (!interruptOverdue()) {
        // Whoever begins after this look sees it and wakes this thread; hence one more look.
        idle = true;
        if (!interruptOverdue()) {
          LockSupport.park();
        }
        idle = false;
      }
    }
  }

  /** Whether there may be something to interrupt soon. */
  private static boolean interruptOverdue() {
    List<Cancellation> watched;
    synchronized (WATCHED) {
      watched = List.copyOf(WATCHED);
    }
    boolean any = false;
    long now = System.nanoTime();
    for (Cancellation cancellation : watched) {
      any |= cancellation.interruptIfOverdue(now);
    }
    return any;
  }
}
