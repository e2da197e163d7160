package io.jsc4j;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to the elements of an async iterable. Everything happens on the owner thread and outside JavaScript; what other threads ask for is
 * submitted to it.
 */
final class JsSubscription implements Flow.Subscription {
  private final JsContext context;
  private final Flow.Subscriber<? super JsValue> subscriber;
  /** Null if there is nothing to iterate, because opening the iterator failed. */
  private final @Nullable JsAsyncIteration iteration;
  private long demand;
  private boolean due;
  private boolean driving;
  private boolean over;

  private JsSubscription(JsContext context, Flow.Subscriber<? super JsValue> subscriber,
      @Nullable JsAsyncIteration iteration) {
    this.context = context;
    this.subscriber = subscriber;
    this.iteration = iteration;
  }

  static void subscribe(JsObject iterable, Flow.Subscriber<? super JsValue> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    JsContext context = iterable.context();
    context.requireUsable();
    iterable.cell().requireAlive();
    JsAsyncIteration iteration = null;
    Throwable failure = null;
    try {
      iteration = JsAsyncIteration.open(iterable);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    JsSubscription subscription = new JsSubscription(context, subscriber, iteration);
    // No element before onSubscribe has returned, even if it asks for some.
    subscription.driving = true;
    try {
      subscriber.onSubscribe(subscription);
    } finally {
      subscription.driving = false;
    }
    if (failure != null) {
      subscription.fail(failure);
    }
    subscription.whenFree(subscription::drive);
  }

  @Override
  public void request(long n) {
    whenFree(() -> {
      if (n <= 0 && !over) {
        cancelNow();
        subscriber.onError(new IllegalArgumentException("a subscriber must request 1 element or more, not " + n));
        return;
      }
      // More than can ever come is without end.
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      drive();
    });
  }

  @Override
  public void cancel() {
    whenFree(this::cancelNow);
  }

  /** Now, if this is the owner thread outside JavaScript, else when that is next the case. */
  private void whenFree(Runnable action) {
    JsRuntime runtime = context.runtime();
    if (runtime.pointer().isOwner() && !runtime.isRunning()) {
      action.run();
    } else {
      runtime.tasks().submit(action);
    }
  }

  private void cancelNow() {
    if (!over) {
      over = true;
      if (iteration != null && !context.isClosed()) {
        // Whether that succeeds is nobody's business any more.
        JsSettlement ignored = iteration.finish();
      }
    }
  }

  /** Asks for elements as long as there is demand; a loop, so that elements which come at once make no deep stack. */
  private void drive() {
    if (driving) {
      return;
    }
    driving = true;
    try {
      while (!over && demand > 0 && !due && iteration != null) {
        JsSettlement element;
        try {
          element = iteration.step();
        } catch (RuntimeException | Error e) {
          fail(e);
          return;
        }
        due = true;
        if (element.isDone()) {
          deliver(element);
        } else {
          element.whenDone(() -> arrived(element));
        }
      }
    } finally {
      driving = false;
    }
  }

  private void arrived(JsSettlement element) {
    driving = true;
    try {
      deliver(element);
    } finally {
      driving = false;
    }
    drive();
  }

  private void deliver(JsSettlement element) {
    due = false;
    if (over) {
      return;
    }
    if (!element.isFulfilled()) {
      fail(element.failure());
    } else if (element.isLast()) {
      over = true;
      subscriber.onComplete();
    } else {
      if (demand != Long.MAX_VALUE) {
        demand--;
      }
      try {
        subscriber.onNext(element.value());
      } catch (Throwable t) {
        // It broke its contract, and hears nothing more.
        cancelNow();
        throw t;
      }
    }
  }

  private void fail(Throwable failure) {
    if (!over) {
      over = true;
      subscriber.onError(failure);
    }
  }
}
