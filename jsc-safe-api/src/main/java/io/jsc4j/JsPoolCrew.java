package io.jsc4j;

import io.jsc4j.internal.work.Job;
import io.jsc4j.internal.work.JobQueue;
import io.jsc4j.internal.work.WorkerThread;
import io.jsc4j.internal.work.Workplace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The workers of a pool, and what they have to do.
 *
 * @param <C> what a task works with
 */
abstract sealed class JsPoolCrew<C> permits JsThreadCrew, JsProcessCrew {
  private final JsPoolOptions options;
  private final JsPoolCounters counters;
  private final JobQueue<C> queue;
  private final List<WorkerThread<C>> threads = new ArrayList<>();

  JsPoolCrew(JsPoolOptions options, JsPoolCounters counters) {
    this.options = options;
    this.counters = counters;
    JsWorkerOptions worker = options.worker();
    this.queue = new JobQueue<>("pool '" + worker.name() + "'", worker.mailbox(), options.tasksAtOnce());
  }

  /** Begins to work. */
  final void start() {
    try {
      for (int i = 1; i <= options.workers(); i++) {
        String name = options.worker().name() + "-" + i;
        threads.add(WorkerThread.start(queue, place(name, queue::wakeAll), name, stackSize()));
      }
    } catch (Throwable t) {
      queue.abort();
      threads.forEach(thread -> thread.end(null));
      throw t;
    }
  }

  /** Where one worker works. */
  abstract Workplace<C> place(String name, Runnable wake);

  /** Of a thread; 0 leaves it to the system. */
  abstract long stackSize();

  abstract <T extends @Nullable Object> CompletableFuture<T> submit(String tenant, JsTask<T> task);

  abstract CompletableFuture<@Nullable Object> eval(String tenant, String source, @Nullable String url);

  abstract CompletableFuture<@Nullable Object> call(String tenant, String function, List<@Nullable Object> copies);

  final JsPoolOptions options() {
    return options;
  }

  final JsPoolCounters counters() {
    return counters;
  }

  final <T extends @Nullable Object> CompletableFuture<T> give(String tenant, Job.Work<C, T> work) {
    Job<C, T> job = queue.give(tenant, work);
    var _ = job.whenComplete((_, failure) -> counters.ended(failure));
    return job;
  }

  final boolean isClosed() {
    return queue.isClosed();
  }

  final void end(@Nullable Duration grace) {
    for (WorkerThread<C> thread : threads) {
      if (thread.isCurrent()) {
        throw new IllegalStateException("a task of a pool can't close it: it would wait for itself");
      }
    }
    queue.close();
    long begin = System.nanoTime();
    for (WorkerThread<C> thread : threads) {
      thread.end(grace == null ? null : grace.minusNanos(System.nanoTime() - begin));
    }
  }
}
