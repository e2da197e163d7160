package io.jsc4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A context that any thread may use, virtual ones too: it lives in a thread of its own ({@link #open}) or in a process of its own ({@link
 * #isolated}), and does one task at a time, in the order in which they were given.
 *
 * <p><b>Plain data</b> crosses in both directions, by copying: null, {@link Boolean}, numbers (a result is a {@link Double}, or a {@link
 * java.math.BigInteger} if it was a big int; a {@link Long} beyond 2^53 - 1 arrives as a big int), {@link String}, {@code byte[]}, {@link
 * java.time.Instant}, {@link java.util.List} and {@link java.util.Map} with strings as keys. Undefined becomes null, and a JavaScript Set a list.
 * Functions, symbols, and structures that contain themselves are refused.
 *
 * <p><b>Promises.</b> A result that is a promise is awaited, and the worker does nothing else until it settles: for no longer than the time limit of
 * its runtime, if it has one.
 *
 * <p><b>Back-pressure.</b> When the mailbox is full, the methods that give work wait for room. If the thread is interrupted meanwhile they throw {@link
 * java.util.concurrent.CancellationException}, and its interrupt status stays set.
 *
 * <p><b>Cancelling</b> the future of a task that waits takes it out of the mailbox; of one that runs, it ends the script (a host function that sleeps
 * is interrupted), and the worker goes on. The same if it is completed otherwise, as {@link CompletableFuture#orTimeout} does. A thread that is
 * interrupted while it waits in {@code get()} of such a future, cancels it: so a task ends with the structured scope that it was started in.
 *
 * <p><b>Futures</b> are completed on the worker's thread, with what the task threw as the same object. What depends on one without an executor runs there
 * too: it should be short. Waiting there for another task of the same worker throws {@link IllegalStateException}, since it would wait for ever.
 *
 * <p>After {@link #close} work is refused with an {@link IllegalStateException}.
 */
public sealed interface JsWorker extends AutoCloseable permits JsThreadWorker, JsProcessWorker {
  /**
   * Opens a worker in a thread of its own, and runs its set-up.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws UnsupportedOperationException if the engine lacks what an option needs
   * @throws JsException what the set-up threw
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its interrupt status stays set
   */
  static JsThreadWorker open(JsWorkerOptions options) {
    return JsThreadWorker.open(options);
  }

  /**
   * Opens a worker in a process of its own: a small JVM that has this one's engine, and nothing else of the application. Whatever happens to that
   * process (a crash, memory beyond {@link JsWorkerOptions#withMaxMemory}, a loop that no limit of the engine can end), this JVM goes on: the task
   * fails with a {@link JsProcessException}, and what waits is done in a new process, in which the set-up has run again and which knows nothing of
   * the old one. The time limits are kept from outside too: a process that goes on a second longer is killed.
   *
   * <p>Java functions of the options run here, on the worker's thread; what they throw comes out as the same object. What a script throws is copied:
   * {@link JsThrownException#thrown()} has it only if it is a primitive.
   *
   * <p>One argument list, and one result, may be 64 MB, counted as JSON. A larger one is refused with an {@link IllegalArgumentException}.
   *
   * <p>It takes no more work when three processes in a row have ended before they had done a single task.
   *
   * @throws java.io.UncheckedIOException if the process can't be started
   * @throws JsProcessException if it ends before it is ready
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that it can use
   * @throws UnsupportedOperationException if the engine lacks what an option needs
   * @throws JsException what the set-up threw
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its interrupt status stays set
   */
  static JsWorker isolated(JsWorkerOptions options) {
    return JsProcessWorker.open(options);
  }

  /**
   * Evaluates a script in the global scope.
   *
   * @return the value of its last statement, as plain data; awaited if it is a promise
   * @throws IllegalStateException if the worker has been closed, or this is its own thread and the mailbox is full
   */
  CompletableFuture<@Nullable Object> eval(String source);

  /**
   * Evaluates a script in the global scope.
   *
   * @param source the text
   * @param url what stack traces call it
   * @return the value of its last statement, as plain data; awaited if it is a promise
   * @throws IllegalStateException if the worker has been closed, or this is its own thread and the mailbox is full
   */
  CompletableFuture<@Nullable Object> eval(String source, String url);

  /**
   * Calls a global function, with the global object as {@code this}. The future fails with a {@link ClassCastException} if there is none.
   *
   * @param function its name: a property of the global object
   * @param arguments plain data, which is copied before this method returns
   * @return what it returns, as plain data; awaited if it is a promise
   * @throws IllegalArgumentException if an argument is no plain data
   * @throws IllegalStateException if the worker has been closed, or this is its own thread and the mailbox is full
   */
  CompletableFuture<@Nullable Object> call(String function, @Nullable Object... arguments);

  /** The options that it was opened with. */
  JsWorkerOptions options();

  /** Whether it takes no more work: it has been closed, or has failed. */
  boolean isClosed();

  /**
   * Takes no more work, and waits until what it had taken is done: for ever, if that is the await of a promise that nobody settles, and there is no limit.
   * Idempotent. If the thread is interrupted meanwhile, it ends what runs, as {@link
   * #close(Duration)} does after its grace, and the interrupt status stays set.
   *
   * @throws IllegalStateException on the worker's own thread: it would wait for itself
   */
  @Override
  void close();

  /**
   * Takes no more work, and gives what it had taken some time. After that, what runs is cancelled, and what waits fails with a {@link
   * java.util.concurrent.CancellationException}. Idempotent.
   *
   * @param grace how long to wait; zero cancels at once
   * @throws IllegalStateException on the worker's own thread: it would wait for itself
   */
  void close(Duration grace);
}
