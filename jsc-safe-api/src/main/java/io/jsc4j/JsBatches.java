package io.jsc4j;

import io.jsc4j.internal.ffi.LockSpan;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The batches of a runtime: {@link JsContext#batch(Supplier)}. */
final class JsBatches {
  private int open;

  /** Whether one is under way. */
  boolean isOpen() {
    return open > 0;
  }

  /**
   * Checks that none is under way, before something is closed.
   *
   * @throws IllegalStateException if one is
   */
  void requireNone() {
    if (isOpen()) {
      throw new IllegalStateException(
          "a batch is running, which holds the engine's lock: close it after batch() has returned");
    }
  }

  <T extends @Nullable Object> T run(JsContext context, Supplier<T> action) {
    Outcome<T> outcome = new Outcome<>();
    try {
      context.runVoid(() -> hold(context, action, outcome));
    } catch (Throwable t) {
      throw JsErrors.<RuntimeException>same(outcome.gravest(t));
    }
    Throwable failure = outcome.failure;
    if (failure != null) {
      throw JsErrors.<RuntimeException>same(failure);
    }
    return outcome.result();
  }

  /** As one operation: what the action throws waits until the microtasks have run. */
  private <T extends @Nullable Object> void hold(JsContext context, Supplier<T> action, Outcome<T> outcome) {
    LockSpan.holding(context.runtime().pointer(), () -> {
      int outer = open++;
      try {
        return outcome.of(action);
      } finally {
        // Now, because the microtasks that run when the lock is dropped are in no batch any more.
        open = outer;
      }
    });
  }

  /** What an action returned or threw. */
  private static final class Outcome<T extends @Nullable Object> {
    private @Nullable T result;
    private @Nullable Throwable failure;

    boolean of(Supplier<T> action) {
      try {
        result = action.get();
      } catch (Throwable t) {
        failure = t;
      }
      return failure == null;
    }

    // Null only where the type allows it.
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    T result() {
      return result;
    }

    /** The action has failed, or not, and now the end of the batch has: that a limit ended it, or memory, is not for the action to hide. */
    Throwable gravest(Throwable atEnd) {
      Throwable first = failure;
      if (first == null || (first instanceof JsTerminatedException && atEnd instanceof JsTerminatedException)) {
        return first == null ? atEnd : first;
      }
      boolean grave = atEnd instanceof JsTerminatedException || atEnd instanceof Error;
      return grave ? JsTasks.first(atEnd, first) : JsTasks.first(first, atEnd);
    }
  }
}
