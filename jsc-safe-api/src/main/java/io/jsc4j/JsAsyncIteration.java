package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Promises;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run over an async iterable, on the owner thread. */
final class JsAsyncIteration {
  private final JsContext context;
  private final CellPointer state;
  private @Nullable JsSettlement due;
  private boolean over;

  private JsAsyncIteration(JsContext context, CellPointer state) {
    this.context = context;
    this.state = state;
  }

  static JsAsyncIteration open(JsObject iterable) {
    JsContext context = iterable.context();
    return context.run(() -> {
      CellPointer state = Promises.openIterator(context.pointer(), iterable.cell());
      context.scopes().adoptIntoRoot(state);
      return new JsAsyncIteration(context, state);
    });
  }

  JsContext context() {
    return context;
  }

  /** Asks for the next element. */
  JsSettlement step() {
    return call(settlement -> Promises.step(context.pointer(), state, settlement));
  }

  /** Calls {@code return} of the iterator. */
  JsSettlement finish() {
    return call(settlement -> Promises.finish(context.pointer(), state, settlement));
  }

  private JsSettlement call(java.util.function.Consumer<JsSettlement> helper) {
    JsSettlement settlement = new JsSettlement(context);
    context.promises().start(settlement, followed -> {
      helper.accept(followed);
      return true;
    });
    return settlement;
  }

  /** Awaits the next element, or goes on awaiting the one that did not come in time; null if the iteration is over. */
  @Nullable JsValue next(Duration timeout) {
    if (over) {
      return null;
    }
    JsAwait.requireOutsideHostFunction(context);
    JsSettlement element = due;
    if (element == null) {
      element = step();
      due = element;
    }
    JsValue value;
    try {
      value = JsAwait.await(element, timeout);
    } finally {
      if (element.isDone()) {
        due = null;
        // An iterator that throws has ended by itself.
        over = element.isLast() || !element.isFulfilled();
      }
    }
    return over ? null : value;
  }

  /** Ends the iteration if it is not over; waits for that, unless it can't or an element is due that did not come in time either. */
  void close(Duration timeout) {
    if (over || context.isClosed()) {
      return;
    }
    over = true;
    boolean waits = due == null && !context.runtime().isRunning();
    JsSettlement finished = finish();
    if (waits) {
      JsAwait.await(finished, timeout);
    }
  }
}
