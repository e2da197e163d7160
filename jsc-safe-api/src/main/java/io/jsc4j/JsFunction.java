package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Functions;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.util.function.Supplier;

/** A handle to a function. Its operations throw what those of {@link JsObject} do. */
public final class JsFunction extends JsObject {

  JsFunction(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /**
   * Calls it, with the global object as {@code this}, as {@code JSObjectCallAsFunction} does; {@link #callWith} passes any other value.
   *
   * @return what it returns
   */
  public JsValue call(JsValue... arguments) {
    NativeValue[] values = JsValues.toNative(arguments);
    return traced(values.length, () -> Functions.call(context().pointer(), cell(), NativeValue.Nullish.UNDEFINED,
        values));
  }

  /**
   * Calls it with a value as {@code this}: {@code Reflect.apply(function, thisValue, arguments)}.
   *
   * @return what it returns
   */
  public JsValue callWith(JsValue thisValue, JsValue... arguments) {
    NativeValue self = JsValues.toNative(thisValue, "thisValue");
    NativeValue[] values = JsValues.toNative(arguments);
    boolean object = thisValue instanceof JsObject;
    return traced(values.length, () -> object
        ? Functions.call(context().pointer(), cell(), self, values)
        : Realm.apply(context().pointer(), cell(), self, values));
  }

  /**
   * {@code new function(...arguments)}.
   *
   * @throws IllegalStateException if it is no constructor, as arrow functions, methods and host functions are none
   */
  public JsObject construct(JsValue... arguments) {
    NativeValue[] values = JsValues.toNative(arguments);
    return (JsObject) traced(values.length, () -> {
      if (!Functions.isConstructor(context().pointer(), cell())) {
        throw new IllegalStateException("this function is no constructor");
      }
      return Functions.construct(context().pointer(), cell(), values);
    });
  }

  private JsValue traced(int arguments, Supplier<NativeValue> call) {
    Span span = Events.call(context().name(), arguments);
    try {
      return context().runValue(call);
    } finally {
      Events.finish(span);
    }
  }

  @Override
  public JsWeakRef<JsFunction> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsFunction> retain() {
    return context().retain(this, cell -> new JsFunction(context(), cell));
  }

  @Override
  public JsFunction asFunction() {
    return this;
  }

  @Override
  public String typeOf() {
    return "function";
  }
}
