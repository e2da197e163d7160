package io.jsc4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What a runtime still has to do on its owner thread: what other threads submitted (they only enqueue), and futures whose promise settled while
 * JavaScript ran.
 *
 * <p>The two are apart because they run at different times. A submitted task runs JavaScript, so it waits until the owner asks for it. A future
 * of Java is completed as soon as the outermost operation has ended.
 */
final class JsTasks {
  private final JsRuntime runtime;
  private final Object lock = new Object();
  /** Guarded by the lock, as are the next two. */
  private List<Runnable> submitted = new ArrayList<>();
  private @Nullable Runnable whenPending;
  private boolean closed;
  /** The owner, while it waits. */
  private volatile @Nullable Thread waiting;

  // Of the owner thread alone.
  private final ArrayDeque<Runnable> taken = new ArrayDeque<>();
  private final ArrayDeque<Runnable> settled = new ArrayDeque<>();
  private boolean completing;

  JsTasks(JsRuntime runtime) {
    this.runtime = runtime;
  }

  // --- any thread

  /** Leaves a task to the owner thread; does nothing after the runtime was closed. Throws nothing. */
  void submit(Runnable task) {
    Runnable signal;
    synchronized (lock) {
      if (closed) {
        return;
      }
      signal = submitted.isEmpty() ? whenPending : null;
      submitted.add(task);
    }
    // After the task is there: a waiter looks for tasks after it said that it waits.
    Thread owner = waiting;
    if (owner != null) {
      LockSupport.unpark(owner);
    }
    signal(signal);
  }

  private static void signal(@Nullable Runnable whenPending) {
    if (whenPending != null) {
      try {
        whenPending.run();
      } catch (RuntimeException | Error e) {
        // The thread that completes a future has nothing to do with it.
        LoggerFactory.getLogger(JsTasks.class).warn("The handler of pending work failed", e);
      }
    }
  }

  // --- the owner thread

  void whenPending(Runnable handler) {
    boolean pending;
    synchronized (lock) {
      whenPending = handler;
      pending = !submitted.isEmpty();
    }
    if (pending || !taken.isEmpty()) {
      signal(handler);
    }
  }

  /** Runs what was submitted until now; nothing inside JavaScript. What a task throws comes out, and the others stay. */
  int run() {
    if (runtime.pointer().isEntered()) {
      return 0;
    }
    synchronized (lock) {
      if (!submitted.isEmpty()) {
        taken.addAll(submitted);
        submitted = new ArrayList<>();
      }
    }
    int count = 0;
    boolean failed = true;
    try {
      Runnable task;
      while ((task = taken.poll()) != null) {
        count++;
        task.run();
      }
      failed = false;
    } finally {
      if (failed && !taken.isEmpty()) {
        Runnable again;
        synchronized (lock) {
          again = whenPending;
        }
        signal(again);
      }
    }
    return count;
  }

  /** Waits for a submitted task, an interrupt, or that many nanoseconds; may return early. */
  void park(long nanos) {
    waiting = Thread.currentThread();
    try {
      boolean pending;
      synchronized (lock) {
        pending = !submitted.isEmpty();
      }
      if (!pending) {
        LockSupport.parkNanos(this, nanos);
      }
    } finally {
      waiting = null;
    }
  }

  /** A promise settled: Java hears of it when the outermost operation has ended. */
  void completeLater(Runnable completion) {
    settled.add(completion);
  }

  /**
   * Completes the futures of what settled, if no JavaScript is on the stack. One that is completed may run any code of the user: hence not again
   * from inside itself, where a long queue would become a deep stack.
   */
  void complete() {
    if (!completing && !settled.isEmpty() && !runtime.isRunning()) {
      completeAll();
    }
  }

  /** The same for whoever waits: also from inside a completion, which would otherwise wait for one that can't come. */
  void completeWhileWaiting() {
    if (!settled.isEmpty() && !runtime.isRunning()) {
      completeAll();
    }
  }

  private void completeAll() {
    boolean outer = completing;
    completing = true;
    Throwable failure = null;
    try {
      Runnable completion;
      while ((completion = settled.poll()) != null) {
        try {
          completion.run();
        } catch (Throwable t) {
          failure = first(failure, t);
        }
      }
    } finally {
      completing = outer;
    }
    if (failure != null) {
      throw JsErrors.<RuntimeException>same(failure);
    }
  }

  /** The first of two failures, which tells of the second. */
  @SuppressWarnings("ReferenceEquality") // Nothing can suppress itself.
  static Throwable first(@Nullable Throwable failure, Throwable next) {
    if (failure == null) {
      return next;
    }
    if (failure != next) {
      failure.addSuppressed(next);
    }
    return failure;
  }

  /** The runtime is being closed: what was submitted is forgotten. */
  void close() {
    synchronized (lock) {
      closed = true;
      submitted = new ArrayList<>();
      whenPending = null;
    }
    taken.clear();
  }
}
