package io.jsc4j;

import io.jsc4j.internal.lifetime.LeakLedger;
import io.jsc4j.internal.work.JobQueue;
import io.jsc4j.internal.work.WorkerThread;
import io.jsc4j.internal.work.Workplace;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What workers of both kinds have in common: a mailbox, and one thread that does what is in it.
 *
 * @param <C> what their tasks work with
 */
abstract sealed class JsQueuedWorker<C> permits JsThreadWorker, JsProcessWorker {
  /** All tasks of a worker are of one tenant. */
  static final String GROUP = "";

  final JobQueue<C> queue;

  private final JsWorkerOptions options;
  private final WorkerThread<C> thread;
  private final LeakLedger.Ticket ticket;

  JsQueuedWorker(JsWorkerOptions options, long stackSize, Function<Runnable, Workplace<C>> place) {
    this.options = options;
    this.queue = new JobQueue<>("worker '" + options.name() + "'", options.mailbox(), 1);
    this.thread = WorkerThread.start(queue, place.apply(queue::wakeAll), options.name(), stackSize);
    this.ticket = LeakLedger.open(this, LeakLedger.Kind.WORKER);
  }

  public final JsWorkerOptions options() {
    return options;
  }

  public final boolean isClosed() {
    return queue.isClosed();
  }

  public final void close() {
    end(null);
  }

  public final void close(Duration grace) {
    end(Objects.requireNonNull(grace, "grace"));
  }

  private void end(@Nullable Duration grace) {
    if (thread.isCurrent()) {
      throw new IllegalStateException("a task of a worker can't close it: it would wait for itself");
    }
    queue.close();
    thread.end(grace);
    ticket.close();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + " '" + options.name() + "'" + (isClosed() ? " (closed)" : "");
  }
}
