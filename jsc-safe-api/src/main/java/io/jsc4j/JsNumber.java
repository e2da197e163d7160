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
    return toInt(value);
  }

  /** The same for a number that there is no object for. */
  static int toInt(double number) {
    int integer = (int) number;
    if (integer != number) {
      throw new JsMismatch.OfRange("a whole number of 32 bits", Descriptions.number(number));
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
