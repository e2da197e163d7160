package io.jsc4j;

/** The value {@code null}. */
public enum JsNull implements JsValue {
  /** The only one. */
  NULL;

  @Override
  public String typeOf() {
    return "object";
  }

  @Override
  public String toString() {
    return "null";
  }
}
