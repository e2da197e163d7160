package io.jsc4j;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A worker in a platform thread of its own. It also takes Java code that uses its context: {@link #submit}. */
public final class JsThreadWorker extends JsQueuedWorker<JsContext> implements JsWorker {
  private JsThreadWorker(JsWorkerOptions options) {
    super(options, options.stackSize().orElse(0), wakeAll -> new JsWorkerPlace(options, wakeAll));
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
}
