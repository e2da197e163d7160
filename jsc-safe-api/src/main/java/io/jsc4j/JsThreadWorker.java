package io.jsc4j;

import io.jsc4j.internal.lifetime.LeakLedger;
import io.jsc4j.internal.work.JobQueue;
import io.jsc4j.internal.work.WorkerThread;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A worker in a platform thread of its own. It also takes Java code that uses its context: {@link #submit}. */
public final class JsThreadWorker implements JsWorker {
  private static final String GROUP = "";

  private final JsWorkerOptions options;
  private final JobQueue<JsContext> queue;
  private final WorkerThread<JsContext> thread;
  private final LeakLedger.Ticket ticket;

  private JsThreadWorker(JsWorkerOptions options) {
    this.options = options;
    this.queue = new JobQueue<>("worker '" + options.name() + "'", options.mailbox(), 1);
    JsWorkerPlace place = new JsWorkerPlace(options, queue::wakeAll);
    this.thread = WorkerThread.start(queue, place, options.name(), options.stackSize().orElse(0));
    this.ticket = LeakLedger.open(this, LeakLedger.Kind.WORKER);
  }

  static JsThreadWorker open(JsWorkerOptions options) {
    Objects.requireNonNull(options, "options");
    // Here, so that a missing engine is found on the caller's thread.
    JsEngine.load();
    return new JsThreadWorker(options);
  }

  /**
   * Gives it Java code that uses its context. The future fails with an {@link IllegalStateException} if the result is or contains a handle.
   *
   * @throws IllegalStateException if the worker has been closed, or this is its own thread and the mailbox is full
   */
  public <T extends @Nullable Object> CompletableFuture<T> submit(JsTask<T> task) {
    Objects.requireNonNull(task, "task");
    return queue.give(GROUP, context -> {
      T result = task.run(context);
      JsPlainData.requireFree(result);
      return result;
    });
  }

  @Override
  public CompletableFuture<@Nullable Object> eval(String source) {
    Objects.requireNonNull(source, "source");
    return queue.give(GROUP, context -> JsWorkerTasks.eval(context, JsLimits.none(), source, null));
  }

  @Override
  public CompletableFuture<@Nullable Object> eval(String source, String url) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(url, "url");
    return queue.give(GROUP, context -> JsWorkerTasks.eval(context, JsLimits.none(), source, url));
  }

  @Override
  public CompletableFuture<@Nullable Object> call(String function, @Nullable Object... arguments) {
    Objects.requireNonNull(function, "function");
    List<@Nullable Object> copies = JsPlainData.copyArguments(Objects.requireNonNull(arguments, "arguments"));
    return queue.give(GROUP, context -> JsWorkerTasks.call(context, JsLimits.none(), function, copies));
  }

  @Override
  public JsWorkerOptions options() {
    return options;
  }

  @Override
  public boolean isClosed() {
    return queue.isClosed();
  }

  @Override
  public void close() {
    end(null);
  }

  @Override
  public void close(Duration grace) {
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
  public String toString() {
    return "JsThreadWorker '" + options.name() + "'" + (isClosed() ? " (closed)" : "");
  }
}
