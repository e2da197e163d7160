package io.jsc4j;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A worker in a child JVM. */
final class JsProcessWorker extends JsQueuedWorker<JsProcessPlace> implements JsWorker {
  private JsProcessWorker(JsWorkerOptions options) {
    super(options, 0, wakeAll -> new JsProcessPlace(options, null, wakeAll));
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
}
