package io.jsc4j.internal.ffi;

import io.jsc4j.JsArray;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import java.util.List;

/** Every kind of value in and out through the public API, on a library whose start-up check of the encoding said no. */
final class FallbackProgram {
  private FallbackProgram() {}

  /** Prints PASS, or throws. */
  public static void main(String[] arguments) {
    RuntimePointer runtime = RuntimePointer.create(WatchdogLimits.NONE, false);
    check(runtime.codec() instanceof PrimitiveCodec.ByCalls, "the library computes the encoding itself: " + runtime
        .codec());
    runtime.close();
    try (JsContext js = JsContext.open()) {
      JsFunction same = js.eval("x => x").asFunction();
      for (double number : PrimitiveCodecTest.numbers()) {
        check(same(same.call(JsNumber.of(number)).asDouble(), number), "call: " + number);
        js.global().set("x", JsNumber.of(number));
        check(same(js.eval("x").asDouble(), number), "property: " + number);
        check(same(js.newArray(JsNumber.of(number)).get(0).asDouble(), number), "element: " + number);
      }
      for (JsValue value : List.of(JsValue.undefined(), JsValue.ofNull(), js.eval("true"), js.eval("false"), JsString
          .of("text"))) {
        check(same.call(value).equals(value), "call: " + value);
      }
      js.global().set("join", js.function("join", call -> {
        StringBuilder text = new StringBuilder();
        call.args().forEach(argument -> text.append(argument.typeOf()).append(' '));
        return JsString.of(text.toString());
      }));
      String types = js.eval("join(undefined, null, true, 1, -0, NaN, 'a', Symbol(), 1n, {}, join)").asString();
      check(types.equals("undefined object boolean number number number string symbol bigint object function "), types);
      JsArray array = js.eval("[1, [2], { three: 3 }]").asArray();
      check(array.get(2).asObject().get("three").asInt() == 3 && array.get(1).asArray().get(0).asInt() == 2, "array");
    }
    System.out.println("PASS");
  }

  private static boolean same(double one, double other) {
    return Double.doubleToLongBits(one) == Double.doubleToLongBits(other);
  }

  private static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
