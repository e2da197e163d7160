package io.jsc4j.internal.work;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A daemon platform thread that does the jobs of a queue, one at a time.
 *
 * @param <C> what jobs work with
 */
public final class WorkerThread<C> {
  /** How long a job that was cancelled may take to end before nobody waits for it any more. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final JobQueue<C> queue;
  private final Workplace<C> place;
  private final Thread thread;
  private final CompletableFuture<Boolean> opened = new CompletableFuture<>();

  // Guarded by the lock of the queue.
  @Nullable Job<C, ?> current;
  @Nullable String lastGroup;
  int inARow;
  boolean idleDue;
  boolean ending;

  private WorkerThread(JobQueue<C> queue, Workplace<C> place, String name, long stackSize) {
    this.queue = queue;
    this.place = place;
    this.thread = Thread.ofPlatform().daemon().name(name).stackSize(stackSize).unstarted(this::run);
  }

  /**
   * Starts a thread, and waits until its workplace is open. If that is interrupted, the queue is aborted.
   *
   * @param stackSize in bytes; 0 leaves it to the system
   * @throws CancellationException if the calling thread is interrupted meanwhile; what {@link Workplace#open} throws comes out as it is
   */
  public static <C> WorkerThread<C> start(JobQueue<C> queue, Workplace<C> place, String name, long stackSize) {
    WorkerThread<C> worker = new WorkerThread<>(queue, place, name, stackSize);
    queue.join(worker);
    worker.thread.start();
    try {
      worker.opened.get();
    } catch (InterruptedException e) {
      queue.abort();
      worker.awaitEnd(PATIENCE);
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("the thread was interrupted while a worker opened");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      worker.awaitEnd(PATIENCE);
      throw WorkerThread.<RuntimeException>same(e.getCause() == null ? e : e.getCause());
    }
    return worker;
  }

  /** Any Throwable as it is. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // T is what the compiler believes; nothing is cast in truth.
  private static <T extends Throwable> T same(Throwable failure) throws T {
    throw (T) failure;
  }

  boolean is(Thread other) {
    return thread == other;
  }

  /** Whether the calling thread is this one. */
  public boolean isCurrent() {
    return is(Thread.currentThread());
  }

  /** Makes it look after what it does while no job waits; on any thread. */
  public void wake() {
    queue.wake(this);
  }

  boolean takeIdle() {
    boolean due = idleDue;
    idleDue = false;
    return due;
  }

  void requestCancel() {
    if (!ending) {
      place.requestCancel();
      thread.interrupt();
    }
  }

  void clearCancel() {
    place.clearCancel();
    // Only this thread can take it back; whoever calls this is it.
    boolean _ = Thread.interrupted();
  }

  private void run() {
    Throwable failure = null;
    try {
      place.open();
      opened.complete(true);
      work();
    } catch (Throwable t) {
      failure = t;
      opened.completeExceptionally(t);
    }
    end(failure);
  }

  private void work() {
    while (true) {
      Job<C, ?> job = queue.take(this);
      if (job != null) {
        doJob(job);
      } else if (queue.isFinished()) {
        return;
      } else if (place.idle()) {
        wake();
      }
      if (!place.isUsable()) {
        throw new IllegalStateException("a task closed the context or the runtime that it was given");
      }
    }
  }

  private void doJob(Job<C, ?> job) {
    Runnable outcome = () -> job.completeExceptionally(new IllegalStateException("the worker failed"));
    try {
      outcome = job.runAt(place);
      place.leave(job);
    } catch (Throwable t) {
      job.completeExceptionally(t);
      throw t;
    } finally {
      queue.finished(this, job);
      outcome.run();
    }
    wake();
  }

  private void end(@Nullable Throwable failure) {
    Throwable reason = failure;
    queue.ending(this);
    try {
      place.close();
    } catch (Throwable t) {
      if (reason == null) {
        reason = t;
      } else {
        reason.addSuppressed(t);
      }
    }
    if (reason != null && opened.isDone() && !opened.isCompletedExceptionally()) {
      LoggerFactory.getLogger(WorkerThread.class).warn("{} has failed", thread.getName(), reason);
    }
    queue.left(this, reason);
  }

  // --- ending, from other threads

  /** Waits until the thread has ended; false if it has not by then. Longer if the calling thread is interrupted: the status stays set. */
  private boolean awaitEnd(Duration most) {
    boolean interrupted = false;
    long end = System.nanoTime() + most.toNanos();
    try {
      while (true) {
        try {
          return thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Waits until the thread has ended, because its queue is closed; after the grace, or if the calling thread is interrupted, it aborts the queue.
   *
   * @param grace null waits for ever
   */
  public void end(@Nullable Duration grace) {
    try {
      if (grace == null) {
        thread.join();
      } else if (!thread.join(grace)) {
        abort();
      }
    } catch (InterruptedException e) {
      abort();
      Thread.currentThread().interrupt();
    }
  }

  private void abort() {
    queue.abort();
    if (!awaitEnd(PATIENCE)) {
      LoggerFactory.getLogger(WorkerThread.class)
          .warn("{} is closed, but its last task has not ended: a Java function that it called ignores that it was"
              + " interrupted, or the engine is in a long operation. The runtime is freed when that ends", thread
                  .getName());
    }
  }
}
