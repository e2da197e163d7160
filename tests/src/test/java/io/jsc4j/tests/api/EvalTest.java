package io.jsc4j.tests.api;

import io.jsc4j.JsArray;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsBoolean;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNull;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsUndefined;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class EvalTest extends ContextTest {
  /** Compiles only while the switch names every kind of value. */
  private static String kind(JsValue value) {
    return switch (value) {
      case JsUndefined _ -> "undefined";
      case JsNull _ -> "null";
      case JsBoolean(boolean flag) -> "boolean " + flag;
      case JsNumber(double number) -> "number " + number;
      case JsString(String text) -> "string " + text;
      case JsBigInt bigInt -> "bigint " + bigInt.toBigInteger();
      case JsSymbol _ -> "symbol";
      case JsArray array -> "array " + array.length();
      case JsFunction _ -> "function";
      case JsObject object -> "object " + object.keys();
    };
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      undefined                | undefined
      null                     | null
      1 < 2                    | boolean true
      !1                       | boolean false
      6 * 7                    | number 42.0
      0.1 + 0.2                | number 0.30000000000000004
      "a" + "b"                | string ab
      2n ** 64n                | bigint 18446744073709551616
      -5n                      | bigint -5
      Symbol("s")              | symbol
      [1, , 3]                 | array 3
      x => x                   | function
      (class A {})             | function
      Math.max                 | function
      ({ a: 1, b: 2 })         | object [a, b]
      new Date(0)              | object []
      new Map([[1, 2]])        | object []
      new Uint8Array(2)        | object [0, 1]
      /x/                      | object []
      new Error("e")           | object []
      new Proxy({ p: 1 }, {})  | object [p]
      new Proxy([], {})        | object []
      globalThis.missing       | undefined
      """)
  void everyKindOfValueComesBack(String source, String expected) {
    assertThat(kind(js.eval(source))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "// nothing", "var x = 1", "function f() {}", "#!/usr/bin/env jsc\n"})
  void aScriptWithoutAValueGivesUndefined(String source) {
    assertThat(js.eval(source)).isEqualTo(JsValue.undefined());
  }

  @Test
  void declarationsLastFromScriptToScript() {
    js.eval("var a = 1; let b = 2; const c = 3; function d() { return 4; } class E { five() { return 5; } }");

    assertThat(js.eval("[a, b, c, d(), new E().five()].join()").asString()).isEqualTo("1,2,3,4,5");
  }

  @Test
  void urlAndFirstLineAppearInErrors() {
    assertThatThrownBy(() -> js.eval("\n\n  missing", "app.js", 40)).isInstanceOfSatisfying(JsThrownException.class,
        e -> {
          assertThat(e.sourceUrl()).hasValue("app.js");
          assertThat(e.line()).hasValue(42);
          assertThat(e.column()).hasValue(10);
          assertThat(e.jsStack()).contains("app.js:42");
        });
  }

  @Test
  void withoutUrlThereIsNoSourceUrl() {
    assertThat(thrownBy("null.x").sourceUrl()).isEmpty();
    assertThat(thrownBy("\nnull.x").line()).hasValue(2);
  }

  @Test
  void anUnusualUrlIsKeptAsItIs() {
    String url = "some where/x@y:1:2.js";

    assertThatThrownBy(() -> js.eval("throw new Error()", url)).isInstanceOfSatisfying(JsThrownException.class, e -> {
      assertThat(e.sourceUrl()).hasValue(url);
      assertThat(e.getStackTrace()[0].getFileName()).isEqualTo(url);
      assertThat(e.getStackTrace()[0].getLineNumber()).isEqualTo(1);
    });
  }

  @Test
  void linesCountFromOne() {
    assertThatThrownBy(() -> js.eval("1", "a.js", 0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lines count from 1")
        .hasMessageContaining("0");
    assertThat(js.eval("1", "a.js", Integer.MAX_VALUE).asInt()).isOne();
    assertUsable();
  }

  @Test
  void scriptsSeeNothingOfJava() {
    assertThat(js.eval("[typeof Java, typeof java, typeof Packages, typeof print, typeof require, typeof load].join()")
        .asString()).isEqualTo("undefined,undefined,undefined,undefined,undefined,undefined");
    assertThat(js.eval("Object.keys(globalThis).length").asInt()).isZero();
  }

  @Test
  void globalIsTheGlobalObject() {
    js.global().set("answer", JsNumber.of(42));

    assertThat(js.eval("answer").asInt()).isEqualTo(42);
    assertThat(js.global().isSame(js.eval("globalThis"))).isTrue();
    assertThat(js.eval("this").isSame(js.global())).isTrue();
  }

  @Test
  void microtasksRunBeforeEvalReturns() {
    js.eval("var log = []; Promise.resolve().then(() => log.push('micro')); log.push('sync')");

    assertThat(js.eval("log.join()").asString()).isEqualTo("sync,micro");
  }
}
