package io.jsc4j;

/**
 * A boolean.
 *
 * @param value its content
 */
public record JsBoolean(boolean value) implements JsValue {
  private static final JsBoolean TRUE = new JsBoolean(true);
  private static final JsBoolean FALSE = new JsBoolean(false);

  /** The JavaScript value of a Java boolean. */
  public static JsBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public boolean asBoolean() {
    return value;
  }

  @Override
  public String typeOf() {
    return "boolean";
  }

  @Override
  public String toString() {
    return Boolean.toString(value);
  }
}
