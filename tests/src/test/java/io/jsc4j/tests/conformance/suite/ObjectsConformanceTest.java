package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsCapability;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Objects of particular kinds: symbols as values, targets of proxies, dates and bytes by plain scripts. */
final class ObjectsConformanceTest extends ConformanceTest {
  @Covers("JSObjectMake")
  @Test
  void anObjectThatJavaMakesIsPlain() {
    JsObject object = js.newObject();
    object.set("a", JsNumber.of(1));

    assertThat(holds("o => Object.getPrototypeOf(o) === Object.prototype && Object.isExtensible(o)", object)).isTrue();
    assertThat(holds(
        """
            o => { const d = Object.getOwnPropertyDescriptor(o, 'a'); return d.value === 1 && d.writable && d.enumerable && d.configurable }""",
        object)).isTrue();
    assertThat(js.coerceToString(object)).isEqualTo("[object Object]");
  }

  @Covers("JSValueMakeSymbol")
  @Test
  void aSymbolIsUniqueAndHasItsDescription() {
    JsSymbol symbol = js.newSymbol("dope");
    JsFunction description = function("s => s.description");

    assertThat(description.call(symbol)).isEqualTo(JsString.of("dope"));
    assertThat(description.call(js.newSymbol(""))).isEqualTo(JsString.of(""));
    assertThat(symbol.isSame(js.newSymbol("dope"))).isFalse();
    assertThat(holds("s => Symbol.keyFor(s) === undefined && typeof s === 'symbol' && Object(s).valueOf() === s",
        symbol))
        .isTrue();
    assertThat(js.eval("Symbol.for('a')").isSame(js.eval("Symbol.for('a')"))).isTrue();
    assertThat(js.eval("Symbol('a')").isSame(js.eval("Symbol('a')"))).isFalse();
    assertThat(function("s => s.toString()").call(symbol)).isEqualTo(JsString.of("Symbol(dope)"));
  }

  @Covers("JSObjectGetProxyTarget")
  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "() => 1", "class {}", "new Date", "new Map", "new Proxy({}, {})",
      "new Uint8Array(1)"})
  void aProxysTargetIsSeenWithoutATrap(String target) {
    assumeCapability(JsCapability.PROXY_TARGET);
    js.eval("var target = (" + target + "); var trapped = 0;"
        + "var handler = new Proxy({}, { get() { trapped++; return undefined } });"
        + "var { proxy, revoke } = Proxy.revocable(target, handler)");
    JsObject proxy = js.eval("proxy").asObject();

    assertThat(proxy.proxyTarget()).hasValueSatisfying(found -> assertThat(found.isSame(js.eval("target"))).isTrue());
    assertThat(js.eval("trapped").asInt()).isZero();
    js.eval("revoke()");
    assertThat(thrownBy(() -> proxy.get("x")).name()).isEqualTo("TypeError");
    assertThat(proxy.proxyTarget()).satisfiesAnyOf(found -> assertThat(found).isEmpty(), found -> assertThat(found
        .orElseThrow()
        .isSame(js.eval("target"))).isTrue());
  }

  @Covers("JSObjectGetGlobalContext")
  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "() => 1", "new Date", "Proxy", "Object.create(new Proxy({}, {}))", "globalThis"})
  void whatIsNoProxyHasNoTarget(String expression) {
    assumeCapability(JsCapability.PROXY_TARGET);
    assertThat(js.eval("(" + expression + ")").asObject().proxyTarget()).isEmpty();
  }

  @Covers("JSObjectMakeDate")
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"0|1970-01-01T00:00:00.000Z", "1e12|2001-09-09T01:46:40.000Z",
      "-1|1969-12-31T23:59:59.999Z", "8.64e15|+275760-09-13T00:00:00.000Z", "-8.64e15|-271821-04-20T00:00:00.000Z"})
  void aDateIsItsTime(double time, String text) {
    JsObject date = js.eval("Date").asFunction().construct(JsNumber.of(time));

    assertThat(date.invoke("toISOString")).isEqualTo(JsString.of(text));
    assertThat(date.invoke("getTime")).isEqualTo(JsNumber.of(time));
    assertThat(js.coerceToNumber(date)).isEqualTo(time);
    assertThat(js.toJson(date)).hasValue('"' + text + '"');
  }

  @Covers("JSObjectMakeRegExp")
  @Test
  void aRegularExpressionIsItsSourceAndFlags() {
    JsObject expression = js.eval("RegExp").asFunction().construct(JsString.of("foo"), JsString.of("gi"));

    assertThat(js.coerceToString(expression)).isEqualTo("/foo/gi");
    assertThat(expression.invoke("exec", JsString.of("a FOO")).asArray().get("index")).isEqualTo(JsNumber.of(2));
    assertThat(expression.get("lastIndex")).isEqualTo(JsNumber.of(5));
  }

  @ParameterizedTest
  @CsvSource({"Int8Array,1,-128", "Uint8Array,1,200", "Uint8ClampedArray,1,255", "Int16Array,2,-32768",
      "Uint16Array,2,65535", "Int32Array,4,-2147483648", "Uint32Array,4,4294967295", "Float32Array,4,0.5",
      "Float64Array,8,0.1"})
  void aTypedArrayHasItsElements(String type, int bytes, double value) {
    JsObject array = js.eval("new " + type + "(4)").asObject();
    array.set(1, JsNumber.of(value));

    assertThat(array.get(1)).isEqualTo(JsNumber.of(value));
    assertThat(array.get(0)).isEqualTo(JsNumber.of(0));
    assertThat(array.get("byteLength")).isEqualTo(JsNumber.of(4.0 * bytes));
    array.set(9, JsNumber.of(1));
    assertThat(array.get(9)).isEqualTo(JsValue.undefined());
    assertThat(array.has(4)).isFalse();
    assertThat(array.delete(1)).isFalse();
    assertThat(array.keys()).containsExactly("0", "1", "2", "3");
  }

  @Test
  void aViewFollowsItsBuffer() {
    JsObject view = js.eval(
        """
            var buffer = new ArrayBuffer(8, { maxByteLength: 16 }); var view = new Uint8Array(buffer); view.fill(7); view""")
        .asObject();
    assertThat(view.get("length")).isEqualTo(JsNumber.of(8));
    js.eval("buffer.resize(16)");
    assertThat(view.get("length")).isEqualTo(JsNumber.of(16));
    assertThat(view.get(7)).isEqualTo(JsNumber.of(7));
    js.eval("buffer.resize(2)");
    assertThat(view.get(7)).isEqualTo(JsValue.undefined());
    js.eval("buffer.transfer()");
    assertThat(view.get("length")).isEqualTo(JsNumber.of(0));
    assertThat(view.get(0)).isEqualTo(JsValue.undefined());
  }
}
