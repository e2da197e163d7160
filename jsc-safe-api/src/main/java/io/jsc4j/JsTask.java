package io.jsc4j;

import org.jspecify.annotations.Nullable;

/**
 * Java code that uses a context on the thread that owns it; see {@link JsThreadWorker#submit}.
 *
 * <p>Handles that it gets or makes end when it returns. It must not close the context or its runtime.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface JsTask<T extends @Nullable Object> {
  /**
   * Does the work.
   *
   * @param context the worker's context, for the time of the task
   * @return the result: any object of Java but a handle, or a collection that contains one
   * @throws Exception anything: the task's future is completed with the same object
   */
  T run(JsContext context) throws Exception;
}
