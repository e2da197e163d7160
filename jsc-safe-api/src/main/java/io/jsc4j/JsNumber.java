package io.jsc4j;

import io.jsc4j.internal.convert.Descriptions;

/**
 * A number: an IEEE 754 double, as in JavaScript. All NaNs are one value to JavaScript.
 *
 * @param value its content
 */
public record JsNumber(double value) implements JsValue {

  /** The JavaScript value of a Java number. */
  public static JsNumber of(double value) {
    return new JsNumber(value);
  }

  @Override
  public double asDouble() {
    return value;
  }

  @Override
  public int asInt() {
    int integer = (int) value;
    if (integer != value) {
      throw new JsMismatch.OfRange("a whole number of 32 bits", toString());
    }
    return integer;
  }

  @Override
  public String typeOf() {
    return "number";
  }

  /** The number in Java's notation, without the fraction where it is a whole number of at most 53 bits. */
  @Override
  public String toString() {
    return Descriptions.number(value);
  }
}
