package io.jsc4j.internal.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A job, or what depends on one. Waiting for it on a thread that does jobs of the same queue is refused, since that would wait for itself; and a thread
 * that is interrupted while it waits cancels the job.
 *
 * @param <T> what it yields
 */
sealed class WorkFuture<T extends @Nullable Object> extends CompletableFuture<T> permits Job {
  private final JobQueue<?> queue;
  private final @Nullable WorkFuture<?> source;

  WorkFuture(JobQueue<?> queue, @Nullable WorkFuture<?> source) {
    this.queue = queue;
    this.source = source;
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new WorkFuture<>(queue, source == null ? this : source);
  }

  private void requireElsewhere() {
    if (!isDone() && queue.isDoneBy(Thread.currentThread())) {
      throw new IllegalStateException(
          "this is a thread that does the tasks of this worker or pool: waiting here for one of"
              + " them could last for ever. Return, or go on in another thread (thenApplyAsync and the like)");
    }
  }

  private void abandon() {
    if (source != null) {
      source.cancel(true);
    }
    cancel(true);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    requireElsewhere();
    try {
      return super.get();
    } catch (InterruptedException e) {
      abandon();
      throw e;
    }
  }

  @Override
  public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
    requireElsewhere();
    try {
      return super.get(timeout, unit);
    } catch (InterruptedException e) {
      abandon();
      throw e;
    }
  }

  @Override
  public T join() {
    requireElsewhere();
    return super.join();
  }
}
