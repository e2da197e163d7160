package io.jsc4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A worker in a child JVM. */
final class JsProcessWorker implements JsWorker {
  private JsProcessWorker() {}

  @SuppressWarnings("DoNotCallSuggester")
  static JsProcessWorker open(JsWorkerOptions options) {
    throw new UnsupportedOperationException("isolated workers are not there yet: "
        + java.util.Objects.requireNonNull(options, "options"));
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
    throw new UnsupportedOperationException();
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
