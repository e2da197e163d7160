package io.jsc4j;

import io.jsc4j.internal.ffi.ServiceScript;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Steps through an iterator that the library's own scripts made of a map or a set; it runs no script of a user. */
final class JsBuiltinIterator implements Iterator<JsValue> {
  private final JsObject iterator;
  private @Nullable Consumer<JsValue> remover;
  private Optional<JsValue> next = Optional.empty();
  private @Nullable JsValue last;
  private boolean done;

  JsBuiltinIterator(JsValue iterator) {
    this.iterator = iterator.asObject();
  }

  /** Allows {@link #remove()}, by an action. */
  JsBuiltinIterator removingBy(Consumer<JsValue> action) {
    remover = action;
    return this;
  }

  @Override
  public boolean hasNext() {
    if (next.isEmpty() && !done) {
      next = JsService.find(iterator.context(), ServiceScript.COLLECTIONS, "next", iterator.cell());
      done = next.isEmpty();
    }
    return !done;
  }

  @Override
  public JsValue next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more elements");
    }
    JsValue value = next.orElseThrow();
    next = Optional.empty();
    last = value;
    return value;
  }

  @Override
  public void remove() {
    if (remover == null || last == null) {
      throw new IllegalStateException("there is no element to remove: call next() first");
    }
    remover.accept(last);
    last = null;
  }
}
