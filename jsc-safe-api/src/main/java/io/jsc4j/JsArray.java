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
