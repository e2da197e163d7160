package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Strings of 16-bit units, none of which is special, in every place where a string goes across. */
@Covers({"JSStringCreateWithCharacters", "JSStringGetLength", "JSStringGetCharactersPtr"})
final class StringsConformanceTest extends ConformanceTest {
  static Stream<String> texts() {
    return Stream.of("", "a", "plain ASCII", "caf\u00e9 \u00ff", "\u0100", "\u20ac uro", "\u65e5\u672c\u8a9e",
        "\ud83d\ude00 pair", "\ud83d lone high", "lone low \ude00", "\ude00\ud83d swapped", "NUL \0 inside", "\0",
        "\ufeff first", "\uffff\ufffe", "\u2028\u2029\r\n", "quote ' \" ` \\ ${x}", "constructor", "__proto__",
        "length",
        "123", "-0", "4294967295", "1e3", "A".repeat(100_000), "\u20ac".repeat(50_000), "a\ud83d\ude00".repeat(9_999));
  }

  @Covers("JSValueMakeString")
  @ParameterizedTest
  @MethodSource("texts")
  void unitsAreKeptInBothDirections(String text) {
    JsString value = JsString.of(text);
    JsFunction sum = function("s => { let n = 0; for (let i = 0; i < s.length; i++) n = (n * 31 + s.charCodeAt(i)) | 0;"
        + " return n }");

    assertThat(function("s => s.length").call(value).asInt()).isEqualTo(text.length());
    assertThat(sum.call(value).asInt()).isEqualTo(text.hashCode());
    assertThat(function("s => s").call(value).asString()).isEqualTo(text);
    // Made of pieces, so that the engine has to put it together first.
    assertThat(function("s => [...Array(s.length).keys()].reduce((t, i) => t + s[i], '')").call(JsString.of(text
        .substring(0, Math.min(text.length(), 2_000)))).asString()).isEqualTo(text.substring(0, Math.min(text.length(),
            2_000)));
  }

  @Covers({"JSObjectSetProperty", "JSObjectGetProperty"})
  @ParameterizedTest
  @MethodSource("texts")
  void anyTextIsAName(String text) {
    JsObject object = js.eval("Object.create(null)").asObject();
    object.set(text, JsNumber.of(1));

    assertThat(object.keys()).containsExactly(text);
    assertThat(object.has(text)).isTrue();
    assertThat(object.get(text)).isEqualTo(JsNumber.of(1));
    assertThat(holds("(o, k) => o[k] === 1 && Object.keys(o)[0] === k", object, JsString.of(text))).isTrue();
    assertThat(object.delete(text)).isTrue();
    assertThat(object.has(text)).isFalse();

    assertThat(js.function(text, call -> call.arg(0)).get("name")).isEqualTo(JsString.of(text));
    assertThat(function("s => s.description").call(js.newSymbol(text)).asString()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anyTextIsAMessageAndALiteral(String text) {
    assertThat(js.newError(text).get("message")).isEqualTo(JsString.of(text));
    JsThrownException thrown = thrownBy(() -> function("m => { throw new Error(m) }").call(JsString.of(text)));
    assertThat(thrown.jsMessage()).isEqualTo(text);

    String literal = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r");
    assertThat(js.eval("'" + literal + "'").asString()).isEqualTo(text);
  }

  @Test
  void everyUnitGoesAcross() {
    char[] units = new char[0x10000];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) i;
    }
    String all = new String(units);
    JsValue made = js.eval("Array.from({ length: 65536 }, (_, i) => String.fromCharCode(i)).join('')");

    assertThat(made.asString()).isEqualTo(all);
    assertThat(holds("(a, b) => a === b", made, JsString.of(all))).isTrue();
  }
}
