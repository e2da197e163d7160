package io.jsc4j;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A worker in a platform thread of its own. It also takes Java code that uses its context: {@link #submit}. */
public final class JsThreadWorker implements JsWorker {
  private final JsWorkerOptions options;

  private JsThreadWorker(JsWorkerOptions options) {
    this.options = options;
  }

  static JsThreadWorker open(JsWorkerOptions options) {
    return new JsThreadWorker(Objects.requireNonNull(options, "options"));
  }

  /**
   * Gives it Java code that uses its context. The future fails with an {@link IllegalStateException} if the result is or contains a handle.
   *
   * @throws IllegalStateException if the worker has been closed, or this is its own thread and the mailbox is full
   */
  @SuppressWarnings("DoNotCallSuggester")
  public <T extends @Nullable Object> CompletableFuture<T> submit(JsTask<T> task) {
    throw new UnsupportedOperationException(Objects.requireNonNull(task, "task").toString());
  }

  @Override
  public CompletableFuture<@Nullable Object> eval(String source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<@Nullable Object> eval(String source, String url) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<@Nullable Object> call(String function, @Nullable Object... arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public JsWorkerOptions options() {
    return options;
  }

  @Override
  public boolean isClosed() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close(Duration grace) {
    throw new UnsupportedOperationException();
  }
}
