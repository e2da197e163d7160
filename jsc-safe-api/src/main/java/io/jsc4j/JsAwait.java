package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/** Waits for a promise on the owner thread. */
final class JsAwait {
  /** The engine tells no one when its deferred work is due, so it is asked. */
  private static final long NANOS_BETWEEN_LOOKS = 500_000;

  private JsAwait() {}

  static JsValue await(JsContext context, NativeValue value, Duration timeout) {
    if (context.runtime().pointer().isEntered()) {
      throw new IllegalStateException(
          "a host function can't await: microtasks run only after it has returned. Return the"
              + " promise to JavaScript instead");
    }
    long start = System.nanoTime();
    // 0 looks once; more than some decades is for ever.
    long nanos = timeout.isNegative() ? 0 : timeout.compareTo(Duration.ofDays(10_000)) > 0 ? Long.MAX_VALUE
        : timeout.toNanos();
    List<CellPointer> started = new ArrayList<>(1);
    try {
      context.runVoid(() -> {
        started.add(Realm.watch(context.pointer(), value));
        // The context gives it back too, in case it is closed meanwhile.
        context.scopes().adoptRetained(started.getFirst());
      });
      CellPointer watched = started.getFirst();
      while (true) {
        int settled = context.run(() -> Realm.settled(context.pointer(), watched));
        if (settled == 1) {
          return context.runValue(() -> Realm.settledValue(context.pointer(), watched));
        }
        if (settled == 2) {
          throw context.run(() -> {
            NativeValue reason = Realm.settledValue(context.pointer(), watched);
            return JsErrors.toJava(context, reason, context.wrap(reason));
          });
        }
        if (System.nanoTime() - start >= nanos) {
          throw new JsAwaitTimeoutException("the promise is still pending after " + nanos / 1_000_000 + " ms");
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("the thread was interrupted while it awaited a promise");
        }
        context.run(() -> context.runtime().pointer().pumpRunLoop());
        LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
      }
    } finally {
      for (CellPointer watched : started) {
        context.scopes().releaseRetained(watched, "it was only awaited");
      }
    }
  }
}
