package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Functions;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.util.List;
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

  // --- typed calls

  /**
   * Calls it with a number, for a number, as {@link #call} does: {@code call(JsNumber.of(argument)).asDouble()} without an object for either.
   *
   * @throws ClassCastException if it returns anything but a number
   */
  public double callDouble(double argument) {
    return context().numbers().call(this, 1, argument, 0, 0);
  }

  /**
   * Calls it with two numbers, for a number; see {@link #callDouble(double)}.
   *
   * @throws ClassCastException if it returns anything but a number
   */
  public double callDouble(double first, double second) {
    return context().numbers().call(this, 2, first, second, 0);
  }

  /**
   * Calls it with three numbers, for a number; see {@link #callDouble(double)}.
   *
   * @throws ClassCastException if it returns anything but a number
   */
  public double callDouble(double first, double second, double third) {
    return context().numbers().call(this, 3, first, second, third);
  }

  /**
   * Calls it with any number of numbers, for a number; see {@link #callDouble(double)}.
   *
   * @throws ClassCastException if it returns anything but a number
   */
  public double callDouble(double... arguments) {
    return context().numbers().call(this, java.util.Objects.requireNonNull(arguments, "arguments"));
  }

  /**
   * Calls it with an int, for an int, as {@link #call} does, without an object for either.
   *
   * @throws ClassCastException if it returns anything but a number
   * @throws ArithmeticException if that has a fraction or does not fit
   */
  public int callInt(int argument) {
    return JsNumber.toInt(context().numbers().call(this, 1, argument, 0, 0));
  }

  /**
   * Calls it with two ints, for an int; see {@link #callInt(int)}.
   *
   * @throws ClassCastException if it returns anything but a number
   * @throws ArithmeticException if that has a fraction or does not fit
   */
  public int callInt(int first, int second) {
    return JsNumber.toInt(context().numbers().call(this, 2, first, second, 0));
  }

  /**
   * Calls it with three ints, for an int; see {@link #callInt(int)}.
   *
   * @throws ClassCastException if it returns anything but a number
   * @throws ArithmeticException if that has a fraction or does not fit
   */
  public int callInt(int first, int second, int third) {
    return JsNumber.toInt(context().numbers().call(this, 3, first, second, third));
  }

  /**
   * Calls it with strings, for a string, as {@link #call} does.
   *
   * @throws ClassCastException if it returns anything but a string
   */
  public String callString(String... arguments) {
    NativeValue[] values = new NativeValue[java.util.Objects.requireNonNull(arguments, "arguments").length];
    for (int i = 0; i < values.length; i++) {
      if (arguments[i] == null) {
        throw new NullPointerException("argument " + i + " is null; JavaScript's null is JsValue.ofNull()");
      }
      values[i] = new NativeValue.Text(arguments[i]);
    }
    return traced(values.length, () -> Functions.call(context().pointer(), cell(), NativeValue.Nullish.UNDEFINED,
        values)).asString();
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

  /**
   * Calls it for each number, as {@code out[i] = function(in[i])}, with undefined as {@code this}. One call of the engine makes all calls: for many
   * numbers that is far quicker than {@link #call}.
   *
   * {@snippet file="SnippetTest.java" region="map-doubles"}
   *
   * <p>What it returns becomes a number as by {@code Number(result)}, except that a big int is a TypeError: undefined is NaN, {@code '7'} is 7, and
   * {@code valueOf} of an object runs. The numbers are read before the first call and results stored after the last one: what host functions do to the
   * arrays meanwhile changes nothing of the former and is overwritten by the latter, {@code in} and {@code out} can be one array, and if any call throws,
   * {@code out} stays as it was. Meanwhile the engine needs 8 bytes for each number. Limits of time and memory are those of one call; pending
   * microtasks run after the last one. Nothing is called for empty arrays.
   *
   * @param in the arguments
   * @param out where the results go; as long as {@code in}
   * @throws IllegalArgumentException if the lengths differ
   * @throws JsThrownException if a call throws, or what it returns can't be a number, or the engine has not so much memory
   */
  public void mapDoubles(double[] in, double[] out) {
    java.util.Objects.requireNonNull(in, "in");
    JsElements.map(this, new double[][]{in}, java.util.Objects.requireNonNull(out, "out"));
  }

  /**
   * Calls it for each row of several columns, as {@code out[i] = function(columns[0][i], columns[1][i], ...)}; otherwise as {@link #mapDoubles(double[],
   * double[])}, with 8 bytes for each number of all columns.
   *
   * @param columns the arguments; one array for each parameter
   * @param out where the results go; it can be one of the columns
   * @throws IllegalArgumentException if there is no column, or one is not as long as {@code out}
   * @throws JsThrownException if a call throws, or what it returns can't be a number, or the engine has not so much memory
   */
  public void mapDoubles(List<double[]> columns, double[] out) {
    double[][] arrays = java.util.Objects.requireNonNull(columns, "columns").toArray(double[][]::new);
    for (double[] column : arrays) {
      java.util.Objects.requireNonNull(column, "columns");
    }
    JsElements.map(this, arrays, java.util.Objects.requireNonNull(out, "out"));
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
