package io.jsc4j;

import io.jsc4j.internal.lifetime.LeakLedger;
import io.jsc4j.internal.work.JobQueue;
import io.jsc4j.internal.work.WorkerThread;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A worker in a child JVM. */
final class JsProcessWorker implements JsWorker {
  private static final String GROUP = "";

  private final JsWorkerOptions options;
  private final JobQueue<JsProcessPlace> queue;
  private final WorkerThread<JsProcessPlace> thread;
  private final LeakLedger.Ticket ticket;

  private JsProcessWorker(JsWorkerOptions options) {
    this.options = options;
    this.queue = new JobQueue<>("worker '" + options.name() + "'", options.mailbox(), 1);
    JsProcessPlace place = new JsProcessPlace(options, queue::wakeAll);
    this.thread = WorkerThread.start(queue, place, options.name(), 0);
    this.ticket = LeakLedger.open(this, LeakLedger.Kind.WORKER);
  }

  static JsProcessWorker open(JsWorkerOptions options) {
    return new JsProcessWorker(Objects.requireNonNull(options, "options"));
  }

  @Override
  public CompletableFuture<@Nullable Object> eval(String source) {
    return evaluate(Objects.requireNonNull(source, "source"), null);
  }

  @Override
  public CompletableFuture<@Nullable Object> eval(String source, String url) {
    return evaluate(Objects.requireNonNull(source, "source"), Objects.requireNonNull(url, "url"));
  }

  private CompletableFuture<@Nullable Object> evaluate(String source, @Nullable String url) {
    byte[] message = JsProcessPlace.evalMessage(source, url);
    return queue.give(GROUP, place -> place.eval(message, source, url));
  }

  @Override
  public CompletableFuture<@Nullable Object> call(String function, @Nullable Object... arguments) {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(arguments, "arguments");
    byte[] message = JsProcessPlace.callMessage(function, JsPlainData.copyArguments(arguments));
    return queue.give(GROUP, place -> place.run(message));
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
    return "JsProcessWorker '" + options.name() + "'" + (isClosed() ? " (closed)" : "");
  }
}
