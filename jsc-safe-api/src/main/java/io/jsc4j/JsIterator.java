package io.jsc4j;

import io.jsc4j.internal.ffi.ServiceScript;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What {@code for...of} does with an object, as a Java iterator. Made by {@link JsObject#iterate()}.
 *
 * {@snippet file="ObjectsSnippetTest.java" region="iterator"}
 *
 * <p>Closing it before its end calls the JavaScript iterator's {@code return}, as leaving the loop does, so that a generator runs its {@code
 * finally} blocks. It is bound to the scope that was innermost when it was made, and to the thread that owns the runtime. One that is abandoned
 * unclosed holds nothing but a handle.
 *
 * <p>What the JavaScript iterator throws comes out of {@link #hasNext()}, {@link #next()} or {@link #close()} as a {@link JsException}, and is
 * its end. They throw {@link IllegalStateException} if the scope or context is closed, and {@link WrongThreadException} on another thread.
 */
public final class JsIterator implements Iterator<JsValue>, AutoCloseable {
  /** What collections.js needs to go on: the iterator and its {@code next}. */
  private final JsObject record;
  private Optional<JsValue> next = Optional.empty();
  private boolean done;

  JsIterator(JsObject iterable) {
    this.record = JsService.call(iterable.context(), ServiceScript.COLLECTIONS, "iterate", iterable.cell()).asObject();
  }

  /** Whether there is another value; asks the JavaScript iterator for it, so this is where its code runs. */
  @Override
  public boolean hasNext() {
    record.context().requireUsable();
    record.cell().requireAlive();
    if (next.isEmpty() && !done) {
      // Whatever goes wrong, it is not asked again, and not closed, as in for...of.
      done = true;
      next = JsService.find(record.context(), ServiceScript.COLLECTIONS, "step", record.cell());
      done = next.isEmpty();
    }
    return next.isPresent();
  }

  /**
   * The next value.
   *
   * @throws NoSuchElementException if there is none, or this is closed
   */
  @Override
  public JsValue next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the iterator has no more values");
    }
    JsValue value = next.orElseThrow();
    next = Optional.empty();
    return value;
  }

  /** The values that are left, as a stream of the owner thread; closing the stream closes this. */
  public Stream<JsValue> stream() {
    record.context().requireUsable();
    record.cell().requireAlive();
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false).onClose(this::close);
  }

  /**
   * Ends it: calls the JavaScript iterator's {@code return}, unless it has come to its end. Idempotent; does nothing once its scope or context
   * is closed, or while the JavaScript iterator is running.
   */
  @Override
  public void close() {
    record.context().requireOwner();
    if (!done) {
      done = true;
      next = Optional.empty();
      if (!record.context().isClosed() && record.cell().isAlive()) {
        JsService.run(record.context(), ServiceScript.COLLECTIONS, "close", record.cell());
      }
    }
  }
}
