package io.jsc4j.tests.api;

import io.jsc4j.JsBoolean;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** JavaScript's own conversions, JSON, big ints and symbols. */
final class ConversionTest extends ContextTest {
  private static final List<String> SOURCES = List.of("undefined", "null", "true", "false", "0", "-0", "NaN", "1e21",
      "''",
      "'12'", "' 0x10 '", "'x'", "[]", "[1, 2]", "({})", "({ valueOf: () => 7 })", "({ toString: () => '8' })",
      "(() => 1)",
      "new Date(5)", "5n", "10n ** 30n", "'\\ud800'");

  @Test
  void coerceToStringIsString() {
    for (String source : SOURCES) {
      assertThat(js.coerceToString(js.eval(source))).as(source).isEqualTo(js.eval("String(" + source + ")").asString());
    }
    assertThatThrownBy(() -> js.coerceToString(js.newSymbol("s"))).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("TypeError");
  }

  @Test
  void coerceToNumberIsNumber() {
    for (String source : SOURCES) {
      assertThat(Double.valueOf(js.coerceToNumber(js.eval(source)))).as(source)
          .isEqualTo(Double.valueOf(js.eval("Number(" + source + ")").asDouble()));
    }
    assertThatThrownBy(() -> js.coerceToNumber(js.newSymbol("s"))).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("TypeError");
    assertThat(js.coerceToNumber(JsString.of("3"))).isEqualTo(3);
  }

  @Test
  void coerceToBooleanIsBoolean() {
    for (String source : SOURCES) {
      assertThat(js.coerceToBoolean(js.eval(source))).as(source)
          .isEqualTo(js.eval("Boolean(" + source + ")").asBoolean());
    }
    assertThat(js.coerceToBoolean(js.newSymbol("s"))).isTrue();
    assertThat(js.coerceToBoolean(JsString.of(""))).isFalse();
  }

  @Test
  void conversionsThatThrow() {
    JsValue hostile = js.eval("({ toString() { throw new Error('s') }, valueOf() { throw new Error('v') } })");

    assertThatThrownBy(() -> js.coerceToString(hostile)).hasMessage("Error: s");
    assertThatThrownBy(() -> js.coerceToNumber(hostile)).hasMessage("Error: v");
    assertThat(js.coerceToBoolean(hostile)).isTrue();
    assertThatThrownBy(() -> js.coerceToString(js.eval("Object.create(null)"))).hasMessageStartingWith("TypeError");
  }

  @Test
  void jsonIsJsonStringify() {
    assertThat(js.toJson(js.eval("({ a: [1, 'é\"', null, undefined], b: NaN, c: new Date(0), d: () => 1 })")))
        .hasValue("{\"a\":[1,\"é\\\"\",null,null],\"b\":null,\"c\":\"1970-01-01T00:00:00.000Z\"}");
    assertThat(js.toJson(JsString.of("s"))).hasValue("\"s\"");
    assertThat(js.toJson(JsNumber.of(1.5))).hasValue("1.5");
    assertThat(js.toJson(JsBoolean.of(true))).hasValue("true");
    assertThat(js.toJson(JsValue.ofNull())).hasValue("null");
    assertThat(js.toJson(JsValue.undefined())).isEmpty();
    assertThat(js.toJson(js.eval("(() => 1)"))).isEmpty();
    assertThat(js.toJson(js.newSymbol("s"))).isEmpty();
    assertThat(js.toJson(js.eval("({ toJSON: () => 'own' })"))).hasValue("\"own\"");
  }

  @Test
  void jsonThatThrows() {
    assertThatThrownBy(() -> js.toJson(js.eval("var c = {}; c.c = c"))).isInstanceOf(JsThrownException.class)
        .hasMessageContaining("cyclic");
    assertThatThrownBy(() -> js.toJson(js.eval("1n"))).isInstanceOf(JsThrownException.class)
        .hasMessageContaining("BigInt");
    assertThatThrownBy(() -> js.toJson(js.eval("({ get a() { throw new Error('getter') } })"))).hasMessage(
        "Error: getter");
  }

  @Test
  void bigIntsCrossExactly() {
    for (BigInteger value : List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), BigInteger.valueOf(
        Long.MIN_VALUE),
        BigInteger.TWO.pow(64), BigInteger.TEN.pow(300).negate(), BigInteger.TWO.pow(10_000)
            .subtract(BigInteger.ONE))) {
      assertThat(js.newBigInt(value).toBigInteger()).isEqualTo(value);
      assertThat(js.eval("(x => -(-x))").asFunction().call(js.newBigInt(value)).typeOf()).isEqualTo("bigint");
    }
    assertThat(js.newBigInt(BigInteger.TWO).isSame(js.eval("2n"))).isTrue();
    assertThat(js.newBigInt(BigInteger.TWO.pow(100)).isSame(js.eval("2n ** 100n"))).isTrue();
    assertThat(js.newBigInt(BigInteger.TWO).isSame(JsNumber.of(2))).isFalse();
  }

  @Test
  void aBigIntThatIsTooBigIsRefusedByTheEngine() {
    assertThatThrownBy(() -> js.newBigInt(BigInteger.TWO.pow(1 << 21))).isInstanceOf(JsThrownException.class);
    assertUsable();
  }

  @Test
  void symbolsAreUnique() {
    var symbol = js.newSymbol("s");

    assertThat(symbol.isSame(js.newSymbol("s"))).isFalse();
    assertThat(js.eval("(x => x.description)").asFunction().call(symbol).asString()).isEqualTo("s");
    assertThat(js.eval("(x => x)").asFunction().call(symbol).isSame(symbol)).isTrue();
    assertThat(js.eval("Symbol.for('r')").isSame(js.eval("Symbol.for('r')"))).isTrue();
    assertThat(js.eval("(x => x.description)").asFunction().call(js.newSymbol("\ud800\0")).asString()).isEqualTo(
        "\ud800\0");
  }

  @Test
  void newErrorIsAnError() {
    var error = js.newError("made in Java");

    assertThat(error.isInstanceOf(js.eval("Error").asFunction())).isTrue();
    assertThat(error.get("message").asString()).isEqualTo("made in Java");
    assertThatThrownBy(() -> js.eval("(e => { throw e })").asFunction().call(error)).hasMessage("Error: made in Java");
  }
}
