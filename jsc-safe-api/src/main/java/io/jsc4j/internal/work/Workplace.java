package io.jsc4j.internal.work;

/**
 * Where the jobs of one {@link WorkerThread} are done. All methods but the last two are called on that thread.
 *
 * @param <C> what a job works with
 */
public interface Workplace<C> {
  /** Comes first. What it throws ends the thread. */
  void open() throws Exception;

  /** Gets ready for a job. What it throws is the job's failure, and {@link #leave} follows all the same. */
  C enter(Job<C, ?> job) throws Exception;

  /** The job is over, but can still be cancelled. What it throws ends the thread. */
  void leave(Job<C, ?> job);

  /** Whether more jobs can be done. */
  boolean isUsable();

  /** Does a part of what can be done while no job waits; whether there is more. What it throws ends the thread. */
  boolean idle();

  /** Comes last, also after {@link #open} has failed. */
  void close();

  // --- any thread

  /** Ends what is under way, and what begins until {@link #clearCancel()}. The thread is interrupted too. */
  void requestCancel();

  /** Undoes {@link #requestCancel()}. */
  void clearCancel();
}
