package io.jsc4j;

import java.math.BigInteger;

/**
 * A JavaScript value.
 *
 * <p>Undefined, null, booleans, numbers and strings are plain Java data: immutable, equal by content, free to keep and to hand to any thread.
 * {@link JsObject}, {@link JsSymbol} and {@link JsBigInt} are handles to values in the engine's heap; they belong to a scope and a thread, their
 * {@code equals} is that of {@link Object}, and their {@code toString} and {@code hashCode} never enter the engine.
 *
 * <p>The {@code as...} methods read a value of the expected type and convert nothing; JavaScript's conversions are {@link
 * JsContext#coerceToString}, {@link JsContext#coerceToNumber} and {@link JsContext#coerceToBoolean}.
 */
public sealed interface JsValue permits JsUndefined, JsNull, JsBoolean, JsNumber, JsString, JsHandle {

  /** {@code undefined}. */
  static JsUndefined undefined() {
    return JsUndefined.UNDEFINED;
  }

  /** {@code null}. */
  static JsNull ofNull() {
    return JsNull.NULL;
  }

  /** What the {@code typeof} operator says: {@code "object"} for null and arrays, {@code "function"} for functions. */
  String typeOf();

  /** Whether it is {@code undefined}. */
  default boolean isUndefined() {
    return this instanceof JsUndefined;
  }

  /** Whether it is {@code null}. */
  default boolean isNull() {
    return this instanceof JsNull;
  }

  /** Whether it is {@code undefined} or {@code null}. */
  default boolean isNullish() {
    return isUndefined() || isNull();
  }

  /**
   * Whether both are the same value, as {@code Object.is} says: the same object or symbol, or equal primitives; NaN is the same as NaN, and 0
   * is not the same as -0.
   *
   * @throws IllegalStateException if both are handles and one can no longer be used
   * @throws WrongThreadException if both are big ints and the calling thread does not own their runtime
   */
  default boolean isSame(JsValue other) {
    return equals(java.util.Objects.requireNonNull(other, "other"));
  }

  /**
   * The content of a boolean.
   *
   * @throws ClassCastException if it is no boolean
   */
  default boolean asBoolean() {
    throw JsValues.expected("boolean", this);
  }

  /**
   * The content of a number.
   *
   * @throws ClassCastException if it is no number
   */
  default double asDouble() {
    throw JsValues.expected("number", this);
  }

  /**
   * The content of a number that is a whole number of 32 bits.
   *
   * @throws ClassCastException if it is no number
   * @throws ArithmeticException if it has a fraction or does not fit
   */
  default int asInt() {
    throw JsValues.expected("number", this);
  }

  /**
   * The content of a string.
   *
   * @throws ClassCastException if it is no string
   */
  default String asString() {
    throw JsValues.expected("string", this);
  }

  /**
   * This, if it is an object.
   *
   * @throws ClassCastException if it is none
   */
  default JsObject asObject() {
    throw JsValues.expected("object", this);
  }

  /**
   * This, if it is an array.
   *
   * @throws ClassCastException if it is none
   */
  default JsArray asArray() {
    throw JsValues.expected("array", this);
  }

  /**
   * This, if it is a function.
   *
   * @throws ClassCastException if it is none
   */
  default JsFunction asFunction() {
    throw JsValues.expected("function", this);
  }

  /**
   * This, if it is a date.
   *
   * @throws ClassCastException if it is none
   */
  default JsDate asDate() {
    throw JsValues.expected("date", this);
  }

  /**
   * This, if it is an array buffer.
   *
   * @throws ClassCastException if it is none
   */
  default JsArrayBuffer asArrayBuffer() {
    throw JsValues.expected("array buffer", this);
  }

  /**
   * This, if it is a typed array.
   *
   * @throws ClassCastException if it is none
   */
  default JsTypedArray asTypedArray() {
    throw JsValues.expected("typed array", this);
  }

  /**
   * This, if it is a symbol.
   *
   * @throws ClassCastException if it is none
   */
  default JsSymbol asSymbol() {
    throw JsValues.expected("symbol", this);
  }

  /**
   * This, if it is a big int.
   *
   * @throws ClassCastException if it is none
   */
  default JsBigInt asBigInt() {
    throw JsValues.expected("big int", this);
  }

  /**
   * The content of a big int.
   *
   * @throws ClassCastException if it is no big int
   * @throws IllegalStateException if its handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  default BigInteger asBigInteger() {
    throw JsValues.expected("big int", this);
  }
}
