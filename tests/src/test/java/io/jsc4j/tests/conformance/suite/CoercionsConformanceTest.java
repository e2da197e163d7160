package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Coercions to boolean, number and string: what the API says beside what JavaScript's own operators say. */
@Covers({"JSValueToBoolean", "JSValueToNumber", "JSValueToStringCopy"})
final class CoercionsConformanceTest extends ConformanceTest {
  @ParameterizedTest
  @ValueSource(strings = {"undefined", "null", "true", "false", "0", "-0", "1", "1/3", "-1.5e300", "NaN", "Infinity",
      "2**31", "-(2**31)", "2**32", "2**53", "1e21", "1e-7", "5e-324", "''", "' '", "'0'", "' 12 '", "'0x1f'", "'1e3'",
      "'12px'", "'\\u00a0\\ufeff7\\n'", "'Infinity'", "'A'", "'\\0'", "'\\ud83d\\ude00'", "0n", "12n", "-(2n**65n)",
      "[]", "[7]", "[1,2]", "[[[]]]", "[null]", "({})", "x => x", "/a/gi", "new Date(0).getTime()", "new Date(NaN)",
      "new Error('e')", "new Boolean(false)", "new Number(3)", "new String('4')", "new Map", "Math",
      "globalThis === this",
      "({ valueOf() { return 9 } })", "({ toString() { return '8' } })", "({ toString: null, valueOf() { return 6 } })",
      "({ [Symbol.toPrimitive](hint) { return hint === 'number' ? 1 : hint } })", "new Proxy([3], {})",
      "Object(5n)", "({ get valueOf() { return () => 2 } })"})
  void areJavaScriptsOwn(String expression) {
    JsValue value = js.eval("(" + expression + ")");

    assertThat(js.coerceToBoolean(value)).isEqualTo(js.eval("!!(" + expression + ")").asBoolean());
    assertThat(JsNumber.of(js.coerceToNumber(value))).isEqualTo(js.eval("Number(" + expression + ")"));
    assertThat(js.coerceToString(value)).isEqualTo(js.eval("`${" + expression + "}`").asString());
  }

  /** To number and to string; nothing keeps a value from being a boolean. */
  @ParameterizedTest
  @ValueSource(strings = {"Symbol('s')", "Symbol.iterator", "Object.create(null)",
      "({ valueOf() { throw 1 }, toString() { throw 1 } })",
      "({ [Symbol.toPrimitive]() { throw new RangeError('r') } })",
      "({ [Symbol.toPrimitive]() { return {} } })", "({ [Symbol.toPrimitive]: 1 })",
      "({ valueOf() { return {} }, toString() { return [] } })", "new Proxy({}, { get() { throw 'trap' } })",
      "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()", "[Symbol()]",
      "({ get toString() { throw null }, get valueOf() { throw null } })"})
  void throwWhatJavaScriptsOwnThrow(String expression) {
    JsValue value = js.eval("(" + expression + ")");
    JsFunction number = function("x => +x");
    JsFunction string = function("x => `${x}`");

    assertThrowTheSame(thrownBy(() -> js.coerceToNumber(value)), thrownBy(() -> number.call(value)));
    assertThrowTheSame(thrownBy(() -> js.coerceToString(value)), thrownBy(() -> string.call(value)));
    assertThat(js.coerceToBoolean(value)).isTrue();
  }

  private static void assertThrowTheSame(JsThrownException actual, JsThrownException expected) {
    assertThat(actual).isNotNull();
    assertThat(actual.name()).isEqualTo(expected.name());
    assertThat(actual.thrown().typeOf()).isEqualTo(expected.thrown().typeOf());
    if (expected.name().isEmpty()) {
      assertThat(actual.jsMessage()).isEqualTo(expected.jsMessage());
    }
  }

  @Test
  void runWhatTheScriptSays() {
    JsValue value = js.eval("""
        var log = [];
        ({ valueOf() { log.push('valueOf'); return 1 }, toString() { log.push('toString'); return 's' } })""");

    assertThat(js.coerceToBoolean(value)).isTrue();
    assertThat(js.eval("log.join()").asString()).isEmpty();
    assertThat(js.coerceToNumber(value)).isEqualTo(1);
    assertThat(js.coerceToString(value)).isEqualTo("s");
    assertThat(js.eval("log.join()").asString()).isEqualTo("valueOf,toString");
  }

  @Test
  void doNotDependOnGlobalsThatScriptsCanOverwrite() {
    js.eval("""
        String = Number = Boolean = Symbol = Object = undefined;
        Array.prototype.toString = () => 'overwritten'; Function.prototype.call = null""");

    assertThat(js.coerceToString(js.eval("[1]"))).isEqualTo("overwritten");
    assertThat(js.coerceToString(js.eval("12.5"))).isEqualTo("12.5");
    assertThat(js.coerceToNumber(js.eval("'12.5'"))).isEqualTo(12.5);
    assertThat(js.coerceToBoolean(js.eval("[]"))).isTrue();
  }
}
