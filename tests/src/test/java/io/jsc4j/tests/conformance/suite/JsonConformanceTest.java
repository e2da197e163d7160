package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** JSON text of values, beside that of {@code JSON.stringify}. */
@Covers("JSValueCreateJSONString")
final class JsonConformanceTest extends ConformanceTest {
  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "0", "-0", "1.5", "1e300", "NaN", "Infinity", "''", "'text'",
      "'\\u2028\\ud800\\0\"'",
      "[]", "[1, 'a', null, undefined, NaN, () => 1, Symbol()]", "({})", "({ a: 1, b: { c: [] } })",
      "({ u: undefined, f() {}, [Symbol()]: 1 })",
      "({ aProperty: true })", "new Date(0)", "new Date(NaN)", "new Map([[1, 2]])", "new Number(3)", "new String('s')",
      "new Boolean(false)",
      "({ toJSON() { return [1] } })", "({ toJSON(key) { return key } })", "({ get x() { return 2 } })",
      "new Proxy({ a: 1 }, {})",
      "new Proxy([1], {})", "Object.create({ inherited: 1 })", "Object.create(null)", "new Uint8Array(2)", "[, 1]",
      "/x/", "new Error('e')",
      "({ 2: 0, 1: 0, b: 0, a: 0 })", "JSON.parse('{\"__proto__\": 1}')", "JSON.rawJSON ? JSON.rawJSON('1e1000') : 1"})
  void isThatOfStringify(String expression) {
    assertThat(js.toJson(js.eval("(" + expression + ")"))).hasValue(js.eval("JSON.stringify(" + expression + ")")
        .asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"undefined", "() => 1", "Symbol()", "({ toJSON() {} })", "({ toJSON() { return () => 1 } })"})
  void isEmptyWhereThereIsNone(String expression) {
    assertThat(js.toJson(js.eval("(" + expression + ")"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"({ get a() { throw 'x' } })|''",
      "(() => { const c = {}; c.c = c; return c })()|TypeError",
      "1n|TypeError", "[1n]|TypeError", "({ toJSON() { throw new RangeError('r') } })|RangeError",
      "new Proxy({}, { ownKeys() { throw new EvalError('e') } })|EvalError",
      "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()|TypeError"})
  void throwsWhatStringifyThrows(String expression, String name) {
    JsValue value = js.eval("(" + expression + ")");

    assertThat(thrownBy(() -> js.toJson(value)).name()).isEqualTo(name);
    assertThat(thrownBy(() -> js.eval("JSON.stringify").asFunction().call(value)).name()).isEqualTo(name);
  }

  @Test
  void doesNotDependOnWhatScriptsOverwrite() {
    JsValue value = js.eval("({ a: [1, 'x'] })");
    js.eval("JSON.stringify = () => 'overwritten'; JSON = undefined; Array.prototype.join = () => 'joined'");

    assertThat(js.toJson(value)).hasValue("{\"a\":[1,\"x\"]}");
    assertThat(js.toJson(JsString.of("s"))).hasValue("\"s\"");
    assertThat(js.toJson(JsNumber.of(1.5))).hasValue("1.5");
    js.eval("Object.prototype.toJSON = () => 'by the prototype'");
    assertThat(js.toJson(value)).hasValue("\"by the prototype\"");
  }

  @Covers("JSValueMakeFromJSONString")
  @ParameterizedTest
  @CsvSource(delimiter = '|', emptyValue = "", value = {"{\"aProperty\":true}|{\"aProperty\":true}", "123|123",
      "' [ ] '|[]", "\"\\u0041\"|\"A\"",
      "{\"__proto__\":1}|{\"__proto__\":1}", "[1,2.50,-0]|[1,2.5,0]", "''|!", "fail!|!", "{|!", "[1,]|!",
      "'{\"a\":1}x'|!", "01|!", "NaN|!",
      "undefined|!", "\"tab\t\"|!", "{a:1}|!", "#$%^|!"})
  void isReadByParse(String text, String expected) {
    if (expected.equals("!")) {
      assertThat(thrownBy(() -> js.eval("JSON.parse").asFunction().call(JsString.of(text))).name()).isEqualTo(
          "SyntaxError");
    } else {
      assertThat(js.toJson(js.eval("JSON.parse").asFunction().call(JsString.of(text)))).hasValue(expected);
    }
  }
}
