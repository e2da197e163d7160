package io.jsc4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java lambda that the scripts of a worker can call, over plain data; see {@link JsWorkerOptions#withFunction}. Plain data is what {@link JsWorker}
 * lists.
 *
 * <p>It runs on the worker's thread (of an isolated worker: on a thread in this JVM), several at once if several workers have it. What it throws
 * reaches the script as an {@code Error}; see {@link JsRuntimeOptions#errorExposure}.
 */
@FunctionalInterface
public interface JsDataFunction {
  /**
   * Answers a call.
   *
   * @param arguments the arguments, undefined as null; unmodifiable
   * @return the result, as plain data; null is null to the script
   * @throws Exception anything
   */
  @Nullable Object call(List<@Nullable Object> arguments) throws Exception;
}
