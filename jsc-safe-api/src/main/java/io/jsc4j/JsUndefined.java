package io.jsc4j;

/** The value {@code undefined}. */
public enum JsUndefined implements JsValue {
  /** The only one. */
  UNDEFINED;

  @Override
  public String typeOf() {
    return "undefined";
  }

  @Override
  public String toString() {
    return "undefined";
  }
}
