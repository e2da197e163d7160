package io.jsc4j.tests.api;

import io.jsc4j.JsBoolean;
import io.jsc4j.JsNull;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsUndefined;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsValueTest extends ContextTest {
  @Test
  void plainValuesAreEqualByContent() {
    assertThat(js.eval("'a' + 'b'")).isEqualTo(JsString.of("ab")).hasSameHashCodeAs(JsString.of("ab"));
    assertThat(js.eval("1.5")).isEqualTo(JsNumber.of(1.5));
    assertThat(js.eval("true")).isSameAs(JsBoolean.of(true));
    assertThat(js.eval("null")).isSameAs(JsNull.NULL).isSameAs(JsValue.ofNull());
    assertThat(js.eval("undefined")).isSameAs(JsUndefined.UNDEFINED).isSameAs(JsValue.undefined());
  }

  @Test
  void handlesAreEqualByIdentityAndSameByValue() {
    JsValue one = js.eval("var o = {}; o");
    JsValue two = js.eval("o");

    assertThat(one).isNotEqualTo(two);
    assertThat(one.isSame(two)).isTrue();
    assertThat(one.isSame(js.eval("({})"))).isFalse();
    assertThat(one.isSame(JsValue.undefined())).isFalse();
    assertThat(JsNumber.of(1).isSame(one)).isFalse();
  }

  @Test
  void isSameIsObjectIs() {
    List<String> sources = List.of("NaN", "0", "-0", "1", "''", "'a'", "undefined", "null", "true", "false", "1n", "2n",
        "Symbol.iterator", "globalThis", "globalThis.Array");
    for (String left : sources) {
      for (String right : sources) {
        boolean expected = js.eval("Object.is(" + left + "," + right + ")").asBoolean();
        assertThat(js.eval(left).isSame(js.eval(right))).as("%s is same as %s", left, right).isEqualTo(expected);
      }
    }
  }

  @Test
  void typeOfIsTypeof() {
    for (String source : List.of("undefined", "null", "true", "1", "''", "1n", "Symbol()", "({})", "[]", "(() => 1)",
        "new Proxy(() => 1, {})", "(class {})", "new Date()")) {
      assertThat(js.eval(source).typeOf()).as(source).isEqualTo(js.eval("typeof " + source).asString());
    }
  }

  @Test
  void asMethodsReadTheirOwnTypeOnly() {
    assertThat(js.eval("true").asBoolean()).isTrue();
    assertThat(js.eval("1.5").asDouble()).isEqualTo(1.5);
    assertThat(js.eval("-7").asInt()).isEqualTo(-7);
    assertThat(js.eval("'s'").asString()).isEqualTo("s");
    assertThat(js.eval("[]").asArray().asObject().asArray().length()).isZero();
    assertThat(js.eval("(() => 5)").asFunction().asObject().asFunction().call().asInt()).isEqualTo(5);
  }

  private void assertRefused(String source, Function<JsValue, Object> reader, String message) {
    assertThatThrownBy(() -> reader.apply(js.eval(source))).isInstanceOf(ClassCastException.class).hasMessage(message);
  }

  @Test
  void asMethodsSayWhatTheyGotInstead() {
    assertRefused("1", JsValue::asBoolean, "expected boolean, got number 1");
    assertRefused("'12'", JsValue::asDouble, "expected number, got string \"12\"");
    assertRefused("true", JsValue::asInt, "expected number, got boolean true");
    assertRefused("null", JsValue::asString, "expected string, got null");
    assertRefused("undefined", JsValue::asObject, "expected object, got undefined");
    assertRefused("({})", JsValue::asArray, "expected array, got object");
    assertRefused("[]", JsValue::asFunction, "expected function, got array");
    assertRefused("1n", JsValue::asDouble, "expected number, got bigint");
    assertRefused("Symbol('x')", JsValue::asString, "expected string, got symbol");
    assertRefused("(() => 1)", JsValue::asArray, "expected array, got function");
    assertRefused("'y'.repeat(1000)", JsValue::asInt, "expected number, got string \"" + "y".repeat(40) + "...\"");
  }

  @Test
  void asIntTakesWholeNumbersOf32BitsOnly() {
    assertThat(JsNumber.of(Integer.MIN_VALUE).asInt()).isEqualTo(Integer.MIN_VALUE);
    assertThat(JsNumber.of(Integer.MAX_VALUE).asInt()).isEqualTo(Integer.MAX_VALUE);
    assertThat(JsNumber.of(-0.0).asInt()).isZero();
    for (double number : new double[]{0.5, 2147483648.0, -2147483649.0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> JsNumber.of(number).asInt()).isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("whole number of 32 bits");
    }
  }

  @Test
  void nullishIsUndefinedOrNull() {
    assertThat(JsValue.undefined().isNullish() && JsValue.ofNull().isNullish()).isTrue();
    assertThat(JsValue.undefined().isUndefined() && JsValue.ofNull().isNull()).isTrue();
    assertThat(JsValue.undefined().isNull() || JsValue.ofNull().isUndefined()).isFalse();
    assertThat(JsNumber.of(0).isNullish() || js.eval("({})").isNullish()).isFalse();
  }

  @Test
  void toStringNeverEntersTheEngine() {
    JsValue hostile = js.eval("({ toString() { throw 1 }, get [Symbol.toStringTag]() { throw 2 } })");

    assertThat(hostile.toString()).startsWith("JsObject@");
    assertThat(js.eval("[1]").toString()).startsWith("JsArray@");
    assertThat(JsValue.undefined()).hasToString("undefined");
    assertThat(JsValue.ofNull()).hasToString("null");
    assertThat(JsNumber.of(42)).hasToString("42");
    assertThat(JsNumber.of(-0.0)).hasToString("-0.0");
    assertThat(JsNumber.of(1e300)).hasToString("1.0E300");
    assertThat(JsBoolean.of(true)).hasToString("true");
    assertThat(JsString.of("x")).hasToString("x");
  }

  @Test
  void plainValuesOutliveTheirContext() throws InterruptedException {
    JsValue text = js.eval("'kept'");
    js.close();
    Thread other = Thread.ofVirtual().start(() -> assertThat(text.asString()).isEqualTo("kept"));
    other.join();

    assertThat(text.isSame(JsString.of("kept"))).isTrue();
  }
}
