package io.jsc4j;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Settles a promise of JavaScript with the outcome of a stage of Java, on the owner thread, whichever thread completes the stage.
 *
 * <p>The stage holds this, and this the functions that settle: a stage that is forgotten before it completes takes all of it along.
 */
final class JsStage implements BiConsumer<@Nullable JsValue, @Nullable Throwable> {
  private final JsDeferred deferred;
  private final JsTasks tasks;
  private final AtomicBoolean completed = new AtomicBoolean();
  // Of the owner thread alone.
  private boolean subscribing = true;
  private @Nullable Runnable atOnce;

  private JsStage(JsDeferred deferred) {
    this.deferred = deferred;
    this.tasks = deferred.context().runtime().tasks();
  }

  /** On the owner thread. What {@code whenComplete} of a foreign stage throws comes out. */
  static void settle(JsDeferred deferred, CompletionStage<? extends JsValue> stage) {
    JsStage settling = new JsStage(deferred);
    try {
      // Without a wildcard, so that null, which a stage may yield whatever its type says, is no surprise.
      CompletionStage<? extends JsValue> ignored = stage.whenComplete(settling);
    } finally {
      settling.subscribing = false;
    }
    // Not inside whenComplete, which would keep what this throws to itself.
    if (settling.atOnce != null) {
      settling.atOnce.run();
    }
  }

  @Override
  public void accept(@Nullable JsValue value, @Nullable Throwable failure) {
    if (!completed.compareAndSet(false, true)) {
      return;
    }
    if (deferred.context().runtime().pointer().isOwner() && subscribing) {
      // It was complete already, so nothing is interrupted: it is the caller who asks.
      atOnce = () -> settle(value, failure);
    } else {
      tasks.submit(() -> settle(value, failure));
    }
  }

  private void settle(@Nullable JsValue value, @Nullable Throwable failure) {
    if (deferred.context().isClosed()) {
      return;
    }
    if (failure != null) {
      deferred.reject(cause(failure));
    } else if (value == null) {
      deferred.reject(new NullPointerException(
          "a stage was completed with null; complete it with JsValue.undefined(), or JsValue.ofNull() for JavaScript's null"));
    } else {
      RuntimeException refusal = refusal(value);
      if (refusal == null) {
        deferred.resolve(value);
      } else {
        deferred.reject(refusal);
      }
    }
  }

  /** Dependent stages wrap what they pass on. */
  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
  }

  /** Why the value can't be used: the thread that completed the stage is not there to be told. */
  private @Nullable RuntimeException refusal(JsValue value) {
    if (value instanceof JsHandle handle) {
      try {
        handle.cell().requireAlive();
      } catch (IllegalStateException e) {
        return e;
      }
      if (handle.cell().runtime() != deferred.context().runtime().pointer()) {
        return new IllegalArgumentException(
            "a stage was completed with a value of another runtime; runtimes share nothing: pass a string, a number or JSON instead");
      }
    }
    return null;
  }
}
