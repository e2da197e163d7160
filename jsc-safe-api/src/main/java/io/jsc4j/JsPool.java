package io.jsc4j;

import io.jsc4j.internal.lifetime.LeakLedger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Several workers that do tasks of many tenants who must not learn of each other. Any thread may use it, virtual ones too.
 *
 *
 * <p>A task gets a fresh context, in which the set-up has run and which no other tenant has used or will use. It is compared with a pristine one before:
 * all that its global object leads to, without running anything of it; if it differs, the runtime is closed and replaced. So is one in which a script
 * was ended (a limit, cancelling), and others for the reasons that {@link JsPoolStatistics.Retirement} lists. What a task leaves pending (a promise that
 * nothing has settled yet) is dropped with its context.
 *
 * <p>Each tenant has a mailbox, and its turn after the others', however many tasks it has given. What {@link JsWorker} says of plain data, promises,
 * back-pressure, cancelling and futures holds here too.
 *
 * <p>After {@link #close} work is refused with an {@link IllegalStateException}.
 */
public final class JsPool implements AutoCloseable {
  private final JsPoolCounters counters = new JsPoolCounters();
  private final JsPoolCrew<?> crew;
  private final LeakLedger.Ticket ticket;

  private JsPool(JsPoolOptions options, boolean warm) {
    this.crew = options.isolation()
        ? new JsProcessCrew(options, counters)
        : new JsThreadCrew(options, counters, warm);
    crew.start();
    this.ticket = LeakLedger.open(this, LeakLedger.Kind.WORKER);
  }

  /**
   * Opens a pool, and its workers.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws UnsupportedOperationException if the engine lacks what an option needs
   * @throws JsException what the set-up threw
   * @throws IllegalStateException if the set-up does not make the same of each context
   * @throws java.io.UncheckedIOException if a process can't be started
   * @throws JsProcessException if a process ends before it is ready
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its interrupt status stays set
   */
  public static JsPool open(JsPoolOptions options) {
    if (!Objects.requireNonNull(options, "options").isolation()) {
      JsEngine.load();
    }
    return new JsPool(options, true);
  }

  /**
   * In the process of an isolated worker. Where the set-up may call functions of the parent, it runs only when there is a task: at other times nobody
   * answers there.
   */
  static JsPool openInProcess(JsPoolOptions options) {
    JsEngine.load();
    return new JsPool(options, options.worker().functions().isEmpty());
  }

  /**
   * Gives it Java code that uses a context. The future fails with an {@link IllegalStateException} if the result is or contains a handle.
   *
   * @param tenant for whom: any name
   * @param task what to do
   * @throws UnsupportedOperationException if the workers are processes: {@link JsPoolOptions#withIsolation}
   * @throws IllegalStateException if the pool has been closed, or this is one of its threads and the mailbox is full
   */
  public <T extends @Nullable Object> CompletableFuture<T> submit(String tenant, JsTask<T> task) {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(task, "task");
    return crew.submit(tenant, task);
  }

  /**
   * Evaluates a script in the global scope of a context of the tenant.
   *
   * @param tenant for whom: any name
   * @param source the text
   * @return the value of its last statement, as plain data; awaited if it is a promise
   * @throws IllegalStateException if the pool has been closed, or this is one of its threads and the mailbox is full
   */
  public CompletableFuture<@Nullable Object> eval(String tenant, String source) {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(source, "source");
    return crew.eval(tenant, source, null);
  }

  /**
   * Evaluates a script in the global scope of a context of the tenant.
   *
   * @param tenant for whom: any name
   * @param source the text
   * @param url what stack traces call it
   * @return the value of its last statement, as plain data; awaited if it is a promise
   * @throws IllegalStateException if the pool has been closed, or this is one of its threads and the mailbox is full
   */
  public CompletableFuture<@Nullable Object> eval(String tenant, String source, String url) {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(url, "url");
    return crew.eval(tenant, source, url);
  }

  /**
   * Calls a global function that the set-up made, with the global object as {@code this}. The future fails with a {@link ClassCastException} if there is
   * none.
   *
   * @param tenant for whom: any name
   * @param function its name: a property of the global object
   * @param arguments plain data, which is copied before this method returns
   * @return what it returns, as plain data; awaited if it is a promise
   * @throws IllegalArgumentException if an argument is no plain data
   * @throws IllegalStateException if the pool has been closed, or this is one of its threads and the mailbox is full
   */
  public CompletableFuture<@Nullable Object> call(String tenant, String function, @Nullable Object... arguments) {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(function, "function");
    List<@Nullable Object> copies = JsPlainData.copyArguments(Objects.requireNonNull(arguments, "arguments"));
    return crew.call(tenant, function, copies);
  }

  /** What it has done so far. */
  public JsPoolStatistics statistics() {
    return counters.read();
  }

  /** The options that it was opened with. */
  public JsPoolOptions options() {
    return crew.options();
  }

  /** Whether it takes no more work. */
  public boolean isClosed() {
    return crew.isClosed();
  }

  /**
   * Takes no more work, and waits until what it had taken is done: for ever, if that is the await of a promise that nobody settles, and there is no limit.
   * Idempotent. If the thread is interrupted meanwhile, it ends what runs, as {@link
   * #close(Duration)} does after its grace, and the interrupt status stays set.
   *
   * @throws IllegalStateException on a thread of its own: it would wait for itself
   */
  @Override
  public void close() {
    end(null);
  }

  /**
   * Takes no more work, and gives what it had taken some time. After that, what runs is cancelled, and what waits fails with a {@link
   * java.util.concurrent.CancellationException}. Idempotent.
   *
   * @param grace how long to wait; zero cancels at once
   * @throws IllegalStateException on a thread of its own: it would wait for itself
   */
  public void close(Duration grace) {
    end(Objects.requireNonNull(grace, "grace"));
  }

  private void end(@Nullable Duration grace) {
    crew.end(grace);
    ticket.close();
  }

  @Override
  public String toString() {
    return "JsPool '" + options().worker().name() + "' of " + options().workers() + " workers" + (isClosed()
        ? " (closed)"
        : "");
  }
}
