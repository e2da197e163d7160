package io.jsc4j.tests.obligations;

import io.jsc4j.JsArray;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import java.util.ArrayList;
import java.util.List;

import static io.jsc4j.tests.obligations.Refusals.holds;
import static io.jsc4j.tests.obligations.Refusals.refused;

/** What the collector must see, and what must never look like a pointer. */
final class MemoryScenarios {
  private MemoryScenarios() {}

  /** 20,000 results that only Java keeps, while collections run all the time. */
  static void resultProtected() {
    try (JsContext js = JsContext.open()) {
      JsFunction make = js.eval("i => ({ i, text: 'object ' + i })").asFunction();
      List<JsObject> kept = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        kept.add(make.call(JsNumber.of(i)).asObject());
      }
      // On a busy machine the collector's thread may not have come to it.
      js.runtime().collectGarbage();
      js.eval("globalThis.fill = []; for (let i = 0; i < 20000; i++) fill.push({ i: -1, text: 'other ' + i })");
      for (int i = 0; i < kept.size(); i++) {
        JsObject object = kept.get(i);
        holds(object.get("i").asInt() == i && object.get("text").asString().equals("object " + i), "object " + i
            + " is another one");
      }
    }
  }

  /** Many strings made for one call: until it is made only the native array of arguments names them, which the collector does not see. */
  static void argumentsRooted() {
    try (JsContext js = JsContext.open()) {
      for (int round = 0; round < 20; round++) {
        JsValue[] texts = new JsValue[2_000];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = JsString.of("argument " + round + ":" + i);
        }
        JsArray array = js.newArray(texts);
        js.global().set("array", array);
        JsValue wrong = js.eval("array.findIndex((text, i) => text !== 'argument " + round + ":' + i)");
        holds(wrong.asInt() == -1, "argument " + wrong + " is another one");
        JsFunction check = js.eval("(...args) => args.every((text, i) => text === 'argument " + round + ":' + i)")
            .asFunction();
        holds(check.call(texts).asBoolean(), "an argument is another one");
      }
    }
  }

  /** What would be copied is 2 GB; the check refuses it while it is still one byte for each character. */
  static void stringValid() {
    try (JsContext js = JsContext.open()) {
      refused(IllegalArgumentException.class, "can't cross", () -> js.eval("'x'.repeat(2 ** 29)").asString().length());
      holds(js.eval("'x'.repeat(1000)").asString().length() == 1000, "wrong length");
    }
  }

  /** Payloads that, with the offset of the encoding added, wrap around into a pointer. */
  static void nanCanonical() {
    long[] payloads = {0xffff_0000_0000_1234L, 0x7ff8_0000_0000_0000L, 0x7ff0_0000_0000_0001L, 0x7fff_ffff_ffff_ffffL,
        0xfff8_0000_0000_0000L, 0xfff0_0000_0000_0001L,
        0xfffe_0000_0000_0000L, 0xffff_ffff_ffff_ffffL};
    try (JsContext js = JsContext.open()) {
      JsObject global = js.global();
      JsFunction isNan = js.eval("x => typeof x === 'number' && Number.isNaN(x)").asFunction();
      for (long payload : payloads) {
        JsNumber nan = JsNumber.of(Double.longBitsToDouble(payload));
        global.set("nan", nan);
        holds(js.eval("typeof nan === 'number' && Number.isNaN(nan)").asBoolean(),
            "NaN with the bits 0x" + Long.toHexString(payload) + " became something else");
        holds(isNan.call(nan).asBoolean(), "NaN with the bits 0x" + Long.toHexString(payload)
            + " arrived as something else");
        holds(Double.isNaN(js.coerceToNumber(js.newArray(nan).get(0))), "wrong value");
      }
    }
  }
}
