package io.jsc4j.tests.api;

import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and strings cross in both directions bit by bit, as arguments, results, properties, names and source. */
final class NumbersAndStringsTest extends ContextTest {
  private JsValue echo(JsValue value) {
    return js.eval("(x => x)").asFunction().call(value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, -1, 0.5, Integer.MAX_VALUE, Integer.MIN_VALUE, 2147483648.0, -2147483649.0,
      9007199254740991.0, 9007199254740992.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE,
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Math.PI, 1e21, 1e-7})
  void numbersCrossUnchanged(double number) {
    assertThat(Double.doubleToLongBits(echo(JsNumber.of(number)).asDouble())).isEqualTo(Double.doubleToLongBits(
        number));
    assertThat(js.coerceToString(JsNumber.of(number)))
        .isEqualTo(js.coerceToString(echo(JsNumber.of(number))));
  }

  @Test
  void jsSeesTheNumbersThatJavaPassed() {
    assertThat(js.eval("(x => Object.is(x, -0))").asFunction().call(JsNumber.of(-0.0)).asBoolean()).isTrue();
    assertThat(js.eval("(x => Object.is(x, NaN))").asFunction().call(JsNumber.of(Double.NaN)).asBoolean()).isTrue();
    assertThat(js.eval("(x => x === 2 ** 31)").asFunction().call(JsNumber.of(2147483648.0)).asBoolean()).isTrue();
    assertThat(js.eval("(x => [10, 20, 30][x])").asFunction().call(JsNumber.of(1.0)).asInt()).isEqualTo(20);
  }

  /** A NaN with a payload, taken for an encoded value, would be a pointer. */
  @ParameterizedTest
  @ValueSource(longs = {0x7ff8000000000000L, 0x7ff0000000000001L, 0x7fffffffffffffffL, 0xfff8000000000000L,
      0xffff000000001234L, 0xfffe000000000001L, 0xffffffffffffffffL, 0xfff0000000000001L})
  void everyNanIsOneNan(long bits) {
    JsNumber nan = JsNumber.of(Double.longBitsToDouble(bits));

    assertThat(echo(nan).isSame(JsNumber.of(Double.NaN))).isTrue();
    assertThat(js.coerceToString(nan)).isEqualTo("NaN");
    assertThat(js.coerceToNumber(js.newArray(nan).get(0))).isNaN();
  }

  @Test
  void nanWithAPayloadMadeByAScriptIsNan() {
    JsValue nan = js.eval("new Float64Array(new BigUint64Array([0xffff000000001234n]).buffer)[0]");

    assertThat(nan.asDouble()).isNaN();
    assertThat(echo(nan).asDouble()).isNaN();
  }

  @Test
  void randomBitPatternsCross() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      assertThat(Double.doubleToLongBits(echo(JsNumber.of(number)).asDouble())).isEqualTo(Double.doubleToLongBits(
          number));
    }
  }

  static List<String> strings() {
    return List.of("", "a", "ASCII only", "latin-1: é ÿ", "ελληνικά", "日本語", "\ud83d\ude00 astral", "\0", "a\0b\0",
        "\ud800",
        "\udc00", "\udc00\ud800 reversed", "x\ud800y", "\ufeffBOM", "\u2028\u2029", "\uffff\ufffe", "\"quoted\" \\ '`",
        "\r\n\t\b\f", "é".repeat(100_000), "x".repeat(1 << 20));
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("'");
    text.chars().forEach(unit -> literal.append(String.format("\\u%04x", unit)));
    return literal.append('\'').toString();
  }

  @ParameterizedTest
  @MethodSource("strings")
  void stringsCrossUnitByUnit(String text) {
    assertThat(echo(JsString.of(text)).asString()).isEqualTo(text);
    assertThat(js.eval("(x => x.length)").asFunction().call(JsString.of(text)).asInt()).isEqualTo(text.length());
    if (text.length() < 100) {
      assertThat(js.eval(literal(text)).asString()).isEqualTo(text);
      assertThat(js.eval("(x => x === " + literal(text) + ")").asFunction().call(JsString.of(text)).asBoolean())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void stringsWorkAsNames(String text) {
    JsObject object = js.newObject();
    object.set(text, JsNumber.of(1));

    assertThat(object.keys()).containsExactly(text);
    assertThat(object.ownKeys()).containsExactly(JsString.of(text));
    assertThat(object.get(text)).isEqualTo(JsNumber.of(1));
    assertThat(object.has(text)).isTrue();
    assertThat(object.delete(text)).isTrue();
    assertThat(object.has(text)).isFalse();
    assertThat(js.coerceToString(js.function(text, call -> JsString.of(call.functionName())).call())).isEqualTo(text);
    assertThat(js.function(text, call -> JsValue.undefined()).get("name").asString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud800", "\udc00x", "\ud83d\ude00", "é", "日本"})
  void stringsStandInSourceAsTheyAre(String text) {
    assertThat(js.eval("'" + text + "'").asString()).isEqualTo(text);
    assertThat(js.eval("`" + text + "`.length").asInt()).isEqualTo(text.length());
    assertThat(js.runtime().compile("/* " + text + " */ 1").source()).contains(text);
  }

  @Test
  void sourceMayBeginWithAByteOrderMark() {
    assertThat(js.eval("\ufeff 1 + 1").asInt()).isEqualTo(2);
  }

  @Test
  void namesWithNulAreNotCutShort() {
    JsObject object = js.newObject();
    object.set("a\0b", JsNumber.of(1));

    assertThat(object.has("a")).isFalse();
  }

  @Test
  void aSourceOfAMegabyteRuns() {
    assertThat(js.eval("'" + "s".repeat(1 << 20) + "'.length").asInt()).isEqualTo(1 << 20);
  }
}
