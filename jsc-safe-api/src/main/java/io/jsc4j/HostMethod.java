package io.jsc4j;

/**
 * A member of a {@link HostClass}: Java code that runs for one object when JavaScript calls a method, or reads or writes an accessor.
 *
 * <p>All that {@link HostFunction} says of threads, handles and exceptions holds.
 *
 * @param <T> the type of the Java objects
 */
@FunctionalInterface
public interface HostMethod<T> {
  /**
   * Answers a call.
   *
   * @param target the Java object that the call is for; never null
   * @param call the arguments, usable until the method returns; its {@code thisValue()} is the JavaScript object of the target
   * @return the result: {@link JsValue#undefined()} for none
   */
  JsValue call(T target, JsCall call);
}
