package io.jsc4j;

import io.jsc4j.internal.ffi.Promises;
import java.time.Duration;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A view of what {@code for await} can iterate, an asynchronous generator say, or an array of promises. Made by {@link JsObject#asAsyncIterable()}.
 *
 * {@snippet file="ObjectsSnippetTest.java" region="async-iteration"}
 *
 * <p>It belongs to the owner thread of the runtime. Elements are handles of the <em>root scope</em> of the context: they can be used until it
 * closes, and are released when Java no longer reaches them.
 */
public final class JsAsyncIterable {
  private final JsObject object;

  private JsAsyncIterable(JsObject object) {
    this.object = object;
  }

  static JsAsyncIterable of(JsObject object) {
    if (!object.context().run(() -> Promises.isAsyncIterable(object.context().pointer(), object.cell()))) {
      throw JsValues.expected("async iterable", object);
    }
    return new JsAsyncIterable(object);
  }

  /**
   * The handle that the view was made from.
   *
   * @return a handle, which ends with its own scope
   */
  public JsObject object() {
    object.context().requireUsable();
    return object;
  }

  /**
   * A sequential stream of the elements, each of which is awaited ({@link JsContext#await}) when the stream asks for it. Close the stream: if the
   * iteration is not over, that calls {@code return} of the iterator and awaits it, so that {@code finally} blocks of a generator run. If the
   * last element asked for never came, it does not wait again.
   *
   * <p>The stream's operations throw what {@link JsContext#await} does; after {@link JsAwaitTimeoutException} its iterator can be asked again.
   *
   * @param timeout how long to wait for one element at most
   * @return a stream for the owner thread
   * @throws JsThrownException if JavaScript throws instead of giving an iterator
   * @throws IllegalStateException if the handle has ended or the context is closed; the stream's operations inside a host function
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public Stream<JsValue> stream(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    JsAsyncIteration iteration = JsAsyncIteration.open(object);
    return StreamSupport.stream(new Elements(iteration, timeout), false).onClose(() -> iteration.close(timeout));
  }

  /**
   * A publisher of the elements. Each subscription begins an iteration of its own; an element is asked for when there is demand for it and the one
   * before has come.
   *
   * <p>It is subscribed to on the owner thread, and signals come there, outside JavaScript: during calls of {@code request} on that thread, and
   * when operations end. Any thread may call {@code request} and {@code cancel}; on another thread, or inside a host function, they take effect
   * when the owner thread next calls {@link JsContext#await}, {@link JsContext#drainMicrotasks} or {@link JsRuntime#runPendingTasks}. Cancelling
   * calls {@code return} of the iterator. If the context is closed while an element is due, {@code onError} gets an {@link
   * IllegalStateException}. What a subscriber throws cancels its subscription, and comes out of the call that is ending.
   *
   * @return the publisher; its {@code subscribe} throws {@link IllegalStateException} if the handle has ended or the context is closed
   * @throws IllegalStateException if the context is closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public Flow.Publisher<JsValue> publisher() {
    object.context().requireUsable();
    return subscriber -> JsSubscription.subscribe(object, subscriber);
  }

  @Override
  public String toString() {
    return "JsAsyncIterable@" + Integer.toHexString(System.identityHashCode(this));
  }

  private static final class Elements extends Spliterators.AbstractSpliterator<JsValue> {
    private final JsAsyncIteration iteration;
    private final Duration timeout;

    Elements(JsAsyncIteration iteration, Duration timeout) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.iteration = iteration;
      this.timeout = timeout;
    }

    @Override
    public boolean tryAdvance(Consumer<? super JsValue> action) {
      JsValue element = iteration.next(timeout);
      if (element == null) {
        return false;
      }
      action.accept(element);
      return true;
    }
  }
}
