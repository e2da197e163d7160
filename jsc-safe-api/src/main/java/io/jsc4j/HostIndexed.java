package io.jsc4j;

import org.jspecify.annotations.Nullable;

/**
 * Elements of the objects of a {@link HostClass}: what {@code object[0]} and the like mean. Indexes are from 0 to 2^31 - 2.
 *
 * <p>All that {@link HostFunction} says of threads, handles and exceptions holds for each method.
 *
 * @param <T> the type of the Java objects
 */
public interface HostIndexed<T> {
  /** How many elements there are; also the value of {@code length}. Not negative. */
  int length(T target);

  /**
   * An element.
   *
   * @return its value, or null if there is none at the index
   */
  @Nullable JsValue get(T target, int index);

  /**
   * Sets an element; does nothing unless overridden.
   *
   * @return false to refuse, which is a TypeError in strict code
   */
  default boolean set(T target, int index, JsValue value) {
    return false;
  }

  /** Whether there is an element at the index: below {@link #length}, unless overridden. */
  default boolean has(T target, int index) {
    return index < length(target);
  }

  /**
   * Removes an element that is there; does nothing unless overridden.
   *
   * @return false to refuse, which is a TypeError in strict code
   */
  default boolean delete(T target, int index) {
    return false;
  }
}
