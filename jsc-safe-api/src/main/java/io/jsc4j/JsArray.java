package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import java.util.ArrayList;
import java.util.List;

/** A handle to an array. Its operations throw what those of {@link JsObject} do. */
public final class JsArray extends JsObject {

  JsArray(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /** {@code array.length}: at most 2^32 - 1. */
  public long length() {
    return context().run(() -> Objects.get(context().pointer(), cell(), "length") instanceof NativeValue.Num(double n)
        ? (long) n
        : 0);
  }

  /** Appends an element. */
  public void add(JsValue value) {
    NativeValue content = JsValues.toNative(value);
    context().runVoid(() -> {
      // Any key rather than an index: the last length that has an index of 32 bits is 2^32 - 2.
      NativeValue key = Objects.get(context().pointer(), cell(), "length");
      Objects.setKey(context().pointer(), cell(), key, content);
    });
  }

  /**
   * The elements, holes as undefined; a copy.
   *
   * @throws IllegalStateException if the array is longer than a Java list can be
   */
  public List<JsValue> toList() {
    long length = length();
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("an array of length " + length + " does not fit into a Java list");
    }
    // Grows with what is really there: a length alone costs JavaScript nothing.
    List<JsValue> elements = new ArrayList<>((int) Math.min(length, 1024));
    for (int i = 0; i < length; i++) {
      elements.add(get(i));
    }
    return elements;
  }

  /**
   * The elements as a live list: what one side changes the other sees. {@link #toList()} copies.
   *
   * {@snippet file="ObjectsSnippetTest.java" region="list"}
   *
   * <p>Each operation is one call of the engine, and throws what those of {@link JsObject} do. Getters and setters of elements run; a hole reads
   * as undefined. Writing is that of strict code: where an array is frozen, say, JavaScript throws a TypeError. {@code contains}, {@code indexOf},
   * {@code lastIndexOf} and {@code remove(Object)} compare as {@code Array.prototype.includes} does, so an object is found by its identity,
   * whichever handle stands for it; an argument that is no {@link JsValue} is a {@link ClassCastException}. No element is null. An index that is
   * none is an {@link IndexOutOfBoundsException}. Of an array that is longer the list shows the first {@link Integer#MAX_VALUE} elements.
   *
   * <p>An iterator or sublist that meets a change by another way may throw {@link java.util.ConcurrentModificationException} or {@link
   * java.util.NoSuchElementException}, as those of {@link java.util.AbstractList} do. What a sublist searches it compares by {@code equals}.
   */
  public List<JsValue> asList() {
    return new JsArrayList(this);
  }

  @Override
  public JsWeakRef<JsArray> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsArray> retain() {
    return context().retain(this, cell -> new JsArray(context(), cell));
  }

  @Override
  public JsArray asArray() {
    return this;
  }
}
