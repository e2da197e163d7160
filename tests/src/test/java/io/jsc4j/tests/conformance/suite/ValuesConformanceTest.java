package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsArray;
import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsBoolean;
import io.jsc4j.JsDate;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNull;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsUndefined;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What kind of value the engine says that a value is, in both directions. */
final class ValuesConformanceTest extends ConformanceTest {
  static Stream<Arguments> kinds() {
    return Stream.of(kind("undefined", JsUndefined.class, "undefined"), kind("void 1", JsUndefined.class, "undefined"),
        kind("null", JsNull.class, "object"), kind("true", JsBoolean.class, "boolean"),
        kind("!1", JsBoolean.class, "boolean"), kind("0", JsNumber.class, "number"),
        kind("0.5", JsNumber.class, "number"), kind("NaN", JsNumber.class, "number"),
        kind("''", JsString.class, "string"), kind("'a' + 1", JsString.class, "string"),
        kind("`\u20ac${1}`", JsString.class, "string"), kind("Symbol()", JsSymbol.class, "symbol"),
        kind("Symbol.iterator", JsSymbol.class, "symbol"), kind("0n", JsBigInt.class, "bigint"),
        kind("2n ** 64n", JsBigInt.class, "bigint"), kind("({})", JsObject.class, "object"),
        kind("Object.create(null)", JsObject.class, "object"), kind("new Number(1)", JsObject.class, "object"),
        kind("new String('')", JsObject.class, "object"), kind("Object(Symbol())", JsObject.class, "object"),
        kind("Object(1n)", JsObject.class, "object"), kind("[]", JsArray.class, "object"),
        kind("new Array(3)", JsArray.class, "object"), kind("new (class extends Array {})", JsArray.class, "object"),
        kind("'a-b'.split('-')", JsArray.class, "object"), kind("Array.prototype", JsArray.class, "object"),
        kind("(function () { return arguments })(1)", JsObject.class, "object"),
        kind("({ __proto__: [] })", JsObject.class, "object"), kind("new Proxy([], {})", JsObject.class, "object"),
        kind("() => 1", JsFunction.class, "function"), kind("function f() {}", JsFunction.class, "function"),
        kind("async () => 1", JsFunction.class, "function"), kind("function* g() {}", JsFunction.class, "function"),
        kind("class A {}", JsFunction.class, "function"), kind("Math.max", JsFunction.class, "function"),
        kind("parseInt.bind(null)", JsFunction.class, "function"),
        kind("new Proxy(() => 1, {})", JsFunction.class, "function"),
        kind("Function.prototype", JsFunction.class, "function"), kind("new Date", JsDate.class, "object"),
        kind("new Date(NaN)", JsDate.class, "object"), kind("Date.prototype", JsObject.class, "object"),
        kind("({ __proto__: Date.prototype })", JsObject.class, "object"),
        kind("new ArrayBuffer(8)", JsArrayBuffer.class, "object"),
        kind("new ArrayBuffer(8, { maxByteLength: 16 })", JsArrayBuffer.class, "object"),
        kind("new Int8Array(1)", JsTypedArray.class, "object"), kind("new Uint8Array(1)", JsTypedArray.class, "object"),
        kind("new Uint8ClampedArray(1)", JsTypedArray.class, "object"),
        kind("new Int16Array(1)", JsTypedArray.class, "object"),
        kind("new Uint16Array(1)", JsTypedArray.class, "object"),
        kind("new Int32Array(1)", JsTypedArray.class, "object"),
        kind("new Uint32Array(1)", JsTypedArray.class, "object"),
        kind("new Float32Array(1)", JsTypedArray.class, "object"),
        kind("new Float64Array(0)", JsTypedArray.class, "object"),
        kind("new BigInt64Array(1)", JsTypedArray.class, "object"),
        kind("new BigUint64Array(1)", JsTypedArray.class, "object"), kind("new Map", JsObject.class, "object"),
        kind("new Set", JsObject.class, "object"), kind("new WeakMap", JsObject.class, "object"),
        kind("/x/", JsObject.class, "object"), kind("new Error", JsObject.class, "object"),
        kind("Promise.resolve()", JsObject.class, "object"), kind("globalThis", JsObject.class, "object"),
        kind("Math", JsObject.class, "object"), kind("(function* () {})()", JsObject.class, "object"));
  }

  private static Arguments kind(String expression, Class<? extends JsValue> type, String typeOf) {
    return arguments(expression, type, typeOf);
  }

  @Covers({"JSValueGetType", "JSValueIsArray", "JSValueIsDate", "JSValueGetTypedArrayType", "JSObjectIsFunction",
      "JSValueIsUndefined", "JSValueIsNull", "JSValueIsBoolean", "JSValueIsNumber", "JSValueIsString",
      "JSValueIsSymbol", "JSValueIsBigInt", "JSValueIsObject"})
  @ParameterizedTest
  @MethodSource("kinds")
  void aValueHasTheTypeOfItsKind(String expression, Class<? extends JsValue> type, String typeOf) {
    JsValue value = js.eval("(" + expression + ")");

    assertThat(value).isExactlyInstanceOf(type);
    assertThat(value.typeOf()).isEqualTo(typeOf).isEqualTo(js.eval("typeof (" + expression + ")").asString());
    assertThat(value.isUndefined()).isEqualTo(type == JsUndefined.class);
    assertThat(value.isNull()).isEqualTo(type == JsNull.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aValueComesBackFromJavaAsItWas(String expression, Class<? extends JsValue> type, String typeOf) {
    JsFunction same = function("() => { const value = (" + expression
        + "); return [value, x => Object.is(x, value)] }");
    JsArray pair = same.call().asArray();

    assertThat(pair.get(1).asFunction().call(pair.get(0)).asBoolean()).as("%s, a %s", type, typeOf).isTrue();
  }

  @Covers({"JSValueMakeUndefined", "JSValueMakeNull", "JSValueMakeBoolean", "JSValueMakeNumber", "JSValueMakeString"})
  @Test
  void whatJavaMakesIsWhatAScriptWouldMake() {
    assertThat(holds("x => x === undefined", JsValue.undefined())).isTrue();
    assertThat(holds("x => x === null", JsValue.ofNull())).isTrue();
    assertThat(holds("x => x === true", JsBoolean.of(true))).isTrue();
    assertThat(holds("x => x === false", JsBoolean.of(false))).isTrue();
    assertThat(holds("x => x === 42", JsNumber.of(42))).isTrue();
    assertThat(holds("x => x === 0.1", JsNumber.of(0.1))).isTrue();
    assertThat(holds("x => x === 'text'", JsString.of("text"))).isTrue();
    assertThat(holds("x => typeof x === 'symbol'", js.newSymbol("s"))).isTrue();
    assertThat(holds("x => x === 7n", js.newBigInt(BigInteger.valueOf(7)))).isTrue();
    assertThat(holds("x => x.constructor === Object && Reflect.ownKeys(x).length === 0", js.newObject())).isTrue();
    assertThat(holds("x => Array.isArray(x) && x.constructor === Array && x.length === 0", js.newArray())).isTrue();
    assertThat(holds("x => x.constructor === Error && x.message === 'm'", js.newError("m"))).isTrue();
  }

  /** Every value of the table against every other one. */
  @Covers("JSValueIsStrictEqual")
  @Test
  void sameValuesAreThoseOfObjectIs() {
    JsArray values = js.eval(
        """
            const object = {}, array = [], symbol = Symbol('s');
            [undefined, null, true, false, 0, -0, 1, NaN, 0 / 0, Infinity, -Infinity, 2 ** 31, 2 ** 53, 1.5, '', '0', 'a', 'a' + '',
             'lone \\ud800', symbol, Symbol('s'), Symbol.for('s'), Symbol.for('s'), 0n, -1n, 1n, 2n ** 70n, 2n ** 70n, object, {},
             object, array, [], x => x, new Number(1), globalThis, globalThis.globalThis]""")
        .asArray();
    JsFunction is = js.eval("Object.is").asFunction();
    List<JsValue> once = values.toList();
    List<JsValue> again = values.toList();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < once.size(); i++) {
      for (int j = 0; j < again.size(); j++) {
        JsValue left = Objects.requireNonNull(once.get(i));
        JsValue right = Objects.requireNonNull(again.get(j));
        if (left.isSame(right) != is.call(left, right).asBoolean()) {
          wrong.add(i + " and " + j);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
