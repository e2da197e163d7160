package io.jsc4j;

/**
 * Makes the Java object when JavaScript says {@code new} on a {@link HostClass}, or {@code super(...)} in a class that extends one.
 *
 * @param <T> the type of the Java objects
 */
@FunctionalInterface
public interface HostConstructor<T> {
  /**
   * Makes an object, or gives one that exists: then {@code new} gives the JavaScript object that it has already, if it has one.
   *
   * @param call the arguments, usable until the method returns; its {@code thisValue()} is the JavaScript object that will stand for the result
   * @return the object, not null
   */
  T construct(JsCall call);
}
