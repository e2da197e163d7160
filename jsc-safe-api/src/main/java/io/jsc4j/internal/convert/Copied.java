package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Copies;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A plain object or an array that has been copied out of the engine. What it consists of is a {@link NativeValue} that is no cell, a {@code Copied}, a
 * {@link Date}, a {@link java.math.BigInteger} or a {@link Left}.
 */
final class Copied {
  /** A value that stayed in the engine, in an array that is held to the end of the conversion. */
  record Left(CellPointer array, int index, boolean thrown) {
    /** The value, a cell for the caller; throws it if that is what happened instead. */
    NativeValue read(ContextPointer context) {
      return thrown ? Copies.rethrow(context, array, index) : Objects.getIndex(context, array, index);
    }
  }

  /**
   * A Date.
   *
   * @param time in milliseconds since 1970; NaN if it is invalid
   */
  record Date(double time) {}

  private static final Object[] NOTHING = {};

  private final int number;
  private final boolean array;
  private final double length;
  private final String @Nullable [] names;
  private @Nullable Object[] contents;
  private int size;
  private @Nullable Object rest;

  private Copied(int number, boolean array, double length, String @Nullable [] names, @Nullable Object[] contents) {
    this.number = number;
    this.array = array;
    this.length = length;
    this.names = names;
    this.contents = contents;
  }

  /** An array, to be filled by {@link #add}. */
  static Copied array(int number, double length) {
    return new Copied(number, true, length, null, NOTHING);
  }

  /** What has elements that are all to be read yet. */
  static Copied elements(CellPointer source, int length) {
    Copied elements = new Copied(-1, true, length, null, NOTHING);
    elements.rest = source;
    return elements;
  }

  /**
   * An object, to be filled by {@link #add}.
   *
   * @param names of its properties; null where the reader knows them
   */
  static Copied object(int number, String @Nullable [] names, int size) {
    return new Copied(number, false, Double.NaN, names, new @Nullable Object[size]);
  }

  /** What the conversion calls the object. */
  int number() {
    return number;
  }

  boolean isArray() {
    return array;
  }

  /** How many elements it has, if it is an array; whatever a trap said. */
  double length() {
    return length;
  }

  String[] names() {
    return java.util.Objects.requireNonNull(names, "names");
  }

  /** How much of it has been copied. */
  int size() {
    return size;
  }

  Object content(int index) {
    return java.util.Objects.requireNonNull(contents[index], "not copied");
  }

  /** How many contents it has room for. */
  int capacity() {
    return contents.length;
  }

  void reserve(int count) {
    if (size + count > contents.length) {
      contents = Arrays.copyOf(contents, Math.max(size + count, (int) Math.min(length, 2.0 * size)));
    }
  }

  void add(Object content) {
    contents[size++] = content;
  }

  /** Where the rest of an array is. */
  void setRest(Left rest) {
    this.rest = rest;
  }

  /** The array itself, to copy the rest of it; held by the conversion. */
  CellPointer rest(Reading in) {
    Object present = java.util.Objects.requireNonNull(rest, "all was copied");
    if (present instanceof Left left) {
      CellPointer array = in.keepToEnd((CellPointer) left.read(in.context()));
      rest = array;
      return array;
    }
    return (CellPointer) present;
  }
}
