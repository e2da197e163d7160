package io.jsc4j;

/** Hears of promises that were rejected while nothing handled them; see {@link JsContext#onUnhandledRejection}. */
@FunctionalInterface
public interface JsRejectionHandler {
  /**
   * Called on the owner thread when the microtask queue is empty, while the outermost operation ends. What it throws comes out of that
   * operation.
   *
   * @param reason what the promise was rejected with; usable until the method returns
   * @param promise the promise; usable until the method returns
   */
  void rejected(JsValue reason, JsValue promise);
}
