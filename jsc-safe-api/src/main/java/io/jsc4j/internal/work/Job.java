package io.jsc4j.internal.work;

import org.jspecify.annotations.Nullable;

/**
 * Something to do, and the future of its outcome. However that is completed from outside (cancelled, timed out), the job is taken out of its queue, or
 * ended.
 *
 * @param <C> what it works with
 * @param <T> what it yields
 */
public final class Job<C, T extends @Nullable Object> extends WorkFuture<T> {
  /**
   * What a job does.
   *
   * @param <C> what it works with
   * @param <T> what it yields
   */
  public interface Work<C, T extends @Nullable Object> {
    /** Does it. */
    T run(C context) throws Exception;
  }

  private final String group;
  private final Work<C, T> work;
  /** Guarded by the lock of the queue: who does it, from when it is taken until it is over. */
  @Nullable WorkerThread<C> worker;

  Job(JobQueue<C> queue, String group, Work<C, T> work) {
    super(queue, null);
    this.group = group;
    this.work = work;
    // Whoever completes it: of a job that is over the queue knows nothing any more.
    var _ = whenComplete((_, _) -> queue.completed(this));
  }

  /** Who it is done for. */
  public String group() {
    return group;
  }

  /** Does it at a workplace, and says afterwards how it ended. */
  Runnable runAt(Workplace<C> place) {
    try {
      T result = work.run(place.enter(this));
      return () -> complete(result);
    } catch (Throwable t) {
      // Errors too: the caller hears of them, and the worker goes on.
      return () -> completeExceptionally(t);
    }
  }
}
