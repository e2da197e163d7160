package io.jsc4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of the objects of a {@link HostClass} whose names the class does not define, nor {@code Object.prototype}: those are never asked for
 * here, and neither are symbols.
 *
 * <p>All that {@link HostFunction} says of threads, handles and exceptions holds for each method.
 *
 * @param <T> the type of the Java objects
 */
public interface HostNamed<T> {
  /** The names that there are, in order. */
  List<String> keys(T target);

  /**
   * The value of a property.
   *
   * @return null if there is none of that name
   */
  @Nullable JsValue get(T target, String name);

  /**
   * Sets a property; does nothing unless overridden.
   *
   * @return false to refuse, which is a TypeError in strict code
   */
  default boolean set(T target, String name, JsValue value) {
    return false;
  }

  /** Whether there is a property of that name: one of {@link #keys}, unless overridden. */
  default boolean has(T target, String name) {
    return keys(target).contains(name);
  }

  /**
   * Removes a property that is there; does nothing unless overridden.
   *
   * @return false to refuse, which is a TypeError in strict code
   */
  default boolean delete(T target, String name) {
    return false;
  }
}
