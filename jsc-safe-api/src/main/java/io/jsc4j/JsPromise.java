package io.jsc4j;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A view of a promise, made by {@link JsObject#asPromise()}. Java follows the promise from then on, so its rejection counts as handled: {@link
 * JsContext#onUnhandledRejection} does not hear of it.
 *
 * <p>It belongs to the owner thread of the runtime. The view does not end with a scope, but with the context; {@link #object()} is a handle like
 * any other.
 *
 * <p>The value or reason is a handle of the <em>root scope</em> of the context, whichever scope is open: it can be used until the context closes,
 * and is released when Java no longer reaches it.
 */
public final class JsPromise {
  /** What can be known of a promise. */
  public enum State {
    /** It has not settled, as far as the microtasks have run. */
    PENDING,
    /** It has a value. */
    FULFILLED,
    /** It has a reason why there is no value. */
    REJECTED
  }

  private final JsObject object;
  private final JsSettlement settlement;

  private JsPromise(JsObject object, JsSettlement settlement) {
    this.object = object;
    this.settlement = settlement;
  }

  static JsPromise of(JsObject object) {
    return new JsPromise(object, object.context().promises().follow(object));
  }

  /**
   * The handle that the view was made from.
   *
   * @return a handle, which ends with its own scope
   */
  public JsObject object() {
    settlement.context().requireUsable();
    return object;
  }

  /**
   * What has become of the promise. A promise tells only in a microtask, and microtasks run when the outermost call from Java ends: outside a
   * host function the answer is up to date, inside one it can say {@link State#PENDING} of a promise that has just settled.
   *
   * @throws IllegalStateException if the context is closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public State state() {
    settlement.context().requireUsable();
    return settlement.state();
  }

  /**
   * A new future of what the promise settles with. It is completed on the owner thread, when the outermost call from Java during which the promise
   * settled has ended, so that what depends on it may use the context in any way; it is complete already if the promise has settled.
   *
   * <p>Rejection completes it exceptionally: with what a host function threw, as the same object, otherwise with a {@link JsThrownException}. If
   * the context is closed before, with an {@link IllegalStateException}. Completing or cancelling it has no effect on the promise.
   *
   * <p>The future can be waited for on any thread; what it yields is used on the owner thread, unless it is plain data. The owner thread itself must
   * not block on it: {@link #await}.
   *
   * @return a future of its own for each call
   * @throws IllegalStateException if the context is closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public CompletableFuture<JsValue> toFuture() {
    settlement.context().requireUsable();
    Following future = new Following(settlement);
    settlement.whenDone(future::complete);
    return future;
  }

  /**
   * Waits until the promise settles, as {@link JsContext#await} does.
   *
   * @param timeout how long to wait at most; zero looks once
   * @return what it is fulfilled with
   * @throws JsThrownException if it is rejected; what a host function threw comes out as the same object
   * @throws JsAwaitTimeoutException if it is still pending then
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; the interrupt status stays set
   * @throws IllegalStateException inside a host function, where no microtask runs; if the context is closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public JsValue await(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    settlement.context().requireUsable();
    return JsAwait.await(settlement, timeout);
  }

  /** The state and an identity; never enters the engine. */
  @Override
  public String toString() {
    return "JsPromise@" + Integer.toHexString(System.identityHashCode(this));
  }

  /** A future that keeps what it waits for: closing the context completes it even if nothing else remembers the promise. */
  private static final class Following extends CompletableFuture<JsValue> {
    private final JsSettlement settlement;

    Following(JsSettlement settlement) {
      this.settlement = settlement;
    }

    void complete() {
      if (isDone()) {
        return;
      }
      if (settlement.isFulfilled()) {
        complete(settlement.value());
      } else {
        completeExceptionally(settlement.failure());
      }
    }

    /** What depends on it is an ordinary future. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }
}
