package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import java.util.Objects;

/** The part of {@link JsObject} that reads and writes properties as plain Java data. */
abstract sealed class JsPropertyValues extends JsHandle permits JsObject {

  JsPropertyValues(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /** {@code object[name]}: undefined if there is no such property. */
  public abstract JsValue get(String name);

  /**
   * {@code object[name]}, which must be a number: {@code get(name).asDouble()} without an object for it.
   *
   * @throws ClassCastException if it is none, or there is no such property
   */
  public double getDouble(String name) {
    return context().numbers().get(this, Objects.requireNonNull(name, "name"));
  }

  /**
   * {@code object[name]}, which must be a whole number of 32 bits: {@code get(name).asInt()} without an object for it.
   *
   * @throws ClassCastException if it is no number, or there is no such property
   * @throws ArithmeticException if it has a fraction or does not fit
   */
  public int getInt(String name) {
    return JsNumber.toInt(getDouble(name));
  }

  /**
   * {@code object[name]}, which must be a string: {@code get(name).asString()}.
   *
   * @throws ClassCastException if it is none, or there is no such property
   */
  public String getString(String name) {
    return get(name).asString();
  }

  /**
   * {@code object[name]}, which must be a boolean: {@code get(name).asBoolean()}.
   *
   * @throws ClassCastException if it is none, or there is no such property
   */
  public boolean getBoolean(String name) {
    return get(name).asBoolean();
  }

  /** {@code object[name] = number}: {@code set(name, JsNumber.of(number))} without an object for it. */
  public void set(String name, double number) {
    context().numbers().set(this, Objects.requireNonNull(name, "name"), number);
  }
}
