package io.jsc4j;

import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.ffi.NativeValue;

/** A host function that reads its arguments and gives its result without a {@link JsValue} for each; see the factories of {@link HostFunction}. */
abstract class TypedFunction implements HostFunction {
  private static final String INTEGER = "a whole number of 32 bits";

  private final int arity;
  private final Object body;

  /**
   * Creates one.
   *
   * @param body what the user wrote
   */
  TypedFunction(int arity, Object body) {
    this.arity = arity;
    this.body = body;
  }

  /** What the user wrote. */
  final Object body() {
    return body;
  }

  /** How many parameters it has; the {@code length} of the JavaScript function. */
  final int arity() {
    return arity;
  }

  abstract void answer(JsContext context, String name, HostFrame frame);

  /** For one who calls it by hand, with the call of another host function. */
  @Override
  public final JsValue call(JsCall call) {
    return call.answerWith(this);
  }

  static double number(JsContext context, String name, HostFrame frame, int index) {
    if (!frame.isNumber(index)) {
      throw expected("number", context, name, frame, index);
    }
    return frame.number(index);
  }

  static int integer(JsContext context, String name, HostFrame frame, int index) {
    double number = number(context, name, frame, index);
    if ((int) number != number) {
      throw expected(INTEGER, context, name, frame, index);
    }
    return (int) number;
  }

  static String text(JsContext context, String name, HostFrame frame, int index) {
    JsValue value = value(context, frame, index);
    if (value instanceof JsString(String text)) {
      return text;
    }
    throw expected("string", context, name, frame, index);
  }

  static JsValue value(JsContext context, HostFrame frame, int index) {
    return index < frame.argumentCount() ? context.wrap(frame.argument(index)) : JsValue.undefined();
  }

  static void returnsText(String name, HostFrame frame, String result) {
    frame.returns(new NativeValue.Text(HostCalls.requireResult(name, result)));
  }

  static void returnsValue(String name, HostFrame frame, JsValue result) {
    frame.returns(JsValues.toNative(HostCalls.requireResult(name, result)));
  }

  private static TypeErrorException expected(String type, JsContext context, String name, HostFrame frame, int index) {
    return TypeErrorException.argument(index, name, JsValues.expected(type, value(context, frame, index)));
  }
}
