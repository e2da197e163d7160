package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Feature;
import io.jsc4j.internal.ffi.NativeEngine;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Waits for a promise on the owner thread. */
final class JsAwait {
  /**
   * The engine tells no one when its deferred work is due, so it is asked: often at first, then less often, so that a wait becomes longer by a
   * fiftieth at most. What other threads complete needs no asking.
   */
  private static final long MIN_NANOS_BETWEEN_LOOKS = 500_000;
  private static final long MAX_NANOS_BETWEEN_LOOKS = 10_000_000;
  private static final int SHARE_OF_WAIT = 50;

  private JsAwait() {}

  static JsValue await(JsContext context, NativeValue value, Duration timeout) {
    requireOutsideHostFunction(context);
    List<CellPointer> started = new ArrayList<>(1);
    try {
      context.runVoid(() -> {
        started.add(Realm.watch(context.pointer(), value));
        // The context gives it back too, in case it is closed meanwhile.
        context.scopes().adoptRetained(started.getFirst());
      });
      CellPointer watched = started.getFirst();
      int[] settled = {0};
      until(context, timeout, () -> {
        settled[0] = context.run(() -> Realm.settled(context.pointer(), watched));
        return settled[0] != 0;
      });
      if (settled[0] == 1) {
        return context.runValue(() -> Realm.settledValue(context.pointer(), watched));
      }
      throw context.run(() -> {
        NativeValue reason = Realm.settledValue(context.pointer(), watched);
        return JsErrors.toJava(context, reason, context.wrap(reason));
      });
    } finally {
      for (CellPointer watched : started) {
        context.scopes().releaseRetained(watched, "it was only awaited");
      }
    }
  }

  /** Waits for a promise that is followed already. */
  static JsValue await(JsSettlement settlement, Duration timeout) {
    requireOutsideHostFunction(settlement.context());
    until(settlement.context(), timeout, settlement::isDone);
    if (settlement.isFulfilled()) {
      return settlement.value();
    }
    throw JsErrors.<RuntimeException>same(settlement.failure());
  }

  static void requireOutsideHostFunction(JsContext context) {
    if (context.runtime().batches().isOpen()) {
      throw new IllegalStateException(
          "a batch can't await: microtasks run only when it has ended. Await after batch() has"
              + " returned");
    }
    if (context.runtime().pointer().isEntered()) {
      throw new IllegalStateException(
          "a host function can't await: microtasks run only after it has returned. Return the"
              + " promise to JavaScript instead");
    }
  }

  /** Runs what is pending, and waits, until something holds. */
  private static void until(JsContext context, Duration timeout, BooleanSupplier condition) {
    long start = System.nanoTime();
    // 0 looks once; more than some decades is for ever.
    long nanos = timeout.isNegative() ? 0 : timeout.compareTo(Duration.ofDays(10_000)) > 0 ? Long.MAX_VALUE
        : timeout.toNanos();
    boolean asks = NativeEngine.instance().has(Feature.RUN_LOOP);
    while (true) {
      runPending(context);
      if (condition.getAsBoolean()) {
        return;
      }
      long waited = System.nanoTime() - start;
      if (waited >= nanos) {
        throw new JsAwaitTimeoutException("the promise is still pending after " + nanos / 1_000_000 + " ms");
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the thread was interrupted while it awaited a promise");
      }
      long pause = nanos - waited;
      if (asks) {
        context.run(() -> context.runtime().pointer().pumpRunLoop());
        pause = Math.min(pause, Math.clamp(waited / SHARE_OF_WAIT, MIN_NANOS_BETWEEN_LOOKS, MAX_NANOS_BETWEEN_LOOKS));
      }
      context.runtime().tasks().park(pause);
    }
  }

  private static void runPending(JsContext context) {
    JsTasks tasks = context.runtime().tasks();
    tasks.run();
    tasks.completeWhileWaiting();
    // What has just run may have closed the context.
    context.requireUsable();
  }
}
