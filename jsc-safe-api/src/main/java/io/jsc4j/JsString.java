package io.jsc4j;

import java.util.Objects;

/**
 * A string: UTF-16 in both languages, so NUL and lone surrogates cross as they are.
 *
 * @param value its content
 */
public record JsString(String value) implements JsValue {

  /** Checks that there is one. */
  public JsString {
    Objects.requireNonNull(value, "value");
  }

  /** The JavaScript value of a Java string. */
  public static JsString of(String value) {
    return new JsString(value);
  }

  @Override
  public String asString() {
    return value;
  }

  @Override
  public String typeOf() {
    return "string";
  }

  /** The content. */
  @Override
  public String toString() {
    return value;
  }
}
