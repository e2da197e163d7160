package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsBigInt;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and big ints, bit by bit and digit by digit. */
final class NumbersConformanceTest extends ConformanceTest {
  /** The bits of a number as hexadecimal digits, by way of memory that two kinds of typed arrays share. */
  private static final String BITS = "x => new BigUint64Array(new Float64Array([x]).buffer)[0].toString(16)";

  @Covers({"JSValueMakeNumber", "JSValueToNumber"})
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, -1, 0.5, 1.0 / 3, 42, 255, 256, 65_535, 65_536, 2_147_483_647, 2_147_483_648.0,
      -2_147_483_648.0, -2_147_483_649.0, 4_294_967_295.0, 4_294_967_296.0, 9_007_199_254_740_991.0,
      9_007_199_254_740_992.0, 0x1p63, -0x1p63, 1e21, 1e308, Double.MAX_VALUE,
      Double.MIN_VALUE, Double.MIN_NORMAL, -Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
      Double.NaN})
  void aNumberKeepsItsBits(double number) {
    assertKeepsItsBits(function(BITS), number);
  }

  @Test
  void soDoNumbersOfAnyBits() {
    JsFunction bits = function(BITS);
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      assertKeepsItsBits(bits, Double.longBitsToDouble(random.nextLong()));
    }
  }

  private void assertKeepsItsBits(JsFunction bits, double number) {
    String expected = Long.toHexString(Double.doubleToLongBits(number));
    assertThat(bits.call(JsNumber.of(number)).asString()).as("%s", number).isEqualTo(expected);
    JsValue made = function("s => new Float64Array(new BigUint64Array([BigInt(s)]).buffer)[0]").call(JsString.of("0x"
        + expected));
    assertThat(Double.doubleToLongBits(made.asDouble())).isEqualTo(Double.doubleToLongBits(number));
  }

  /** Whatever its bits, a NaN is the one that JavaScript has: others would not be numbers to the engine. */
  @ParameterizedTest
  @ValueSource(longs = {0x7ff8000000000000L, 0x7ff0000000000001L, 0xfff8000000000000L, 0xffff000000001234L,
      0xffffffffffffffffL, 0x7fffffffffffffffL, 0xfffe000000000007L, 0xfffe00000000000aL})
  void aNaNIsANaN(long bits) {
    double nan = Double.longBitsToDouble(bits);

    assertThat(holds("x => typeof x === 'number' && x !== x", JsNumber.of(nan))).isTrue();
    assertThat(function("x => x").call(JsNumber.of(nan))).isEqualTo(JsNumber.of(Double.NaN));
    assertThat(js.newArray(JsNumber.of(nan)).get(0)).isEqualTo(JsNumber.of(Double.NaN));
    // Made by a script, from bits.
    JsValue made = function("s => new Float64Array(new BigUint64Array([BigInt(s)]).buffer)[0]").call(JsString.of("0x"
        + Long.toHexString(bits)));
    assertThat(made).isEqualTo(JsNumber.of(Double.NaN));
  }

  static Stream<BigInteger> integers() {
    BigInteger two = BigInteger.TWO;
    return Stream.of(31, 32, 52, 53, 63, 64, 65, 128, 1_000, 20_000)
        .flatMap(bits -> Stream.of(two.pow(bits).subtract(BigInteger.ONE), two.pow(bits), two.pow(bits).negate(),
            two.pow(bits).add(BigInteger.ONE)));
  }

  @Covers({"JSBigIntCreateWithString", "JSBigIntCreateWithInt64", "JSBigIntCreateWithUInt64",
      "JSBigIntCreateWithDouble"})
  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 42, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aBigIntHasItsDigits(int value) {
    assertBigInt(BigInteger.valueOf(value));
  }

  @ParameterizedTest
  @MethodSource("integers")
  void soHasALargeOne(BigInteger value) {
    assertBigInt(value);
  }

  private void assertBigInt(BigInteger value) {
    JsBigInt bigInt = js.newBigInt(value);

    assertThat(bigInt.toBigInteger()).isEqualTo(value);
    assertThat(holds("(x, s) => x === BigInt(s) && String(x) === s && typeof x === 'bigint'", bigInt, JsString.of(value
        .toString()))).isTrue();
    assertThat(((JsBigInt) function("x => x * x - x").call(bigInt)).toBigInteger()).isEqualTo(value.multiply(value)
        .subtract(value));
    assertThat(bigInt.isSame(js.newBigInt(value))).isTrue();
    assertThat(bigInt.isSame(js.newBigInt(value.add(BigInteger.ONE)))).isFalse();
    assertThat(bigInt.isSame(js.eval("'" + value + "'"))).isFalse();
  }

  @Test
  void aBigIntMadeByAScriptIsRead() {
    assertThat(((JsBigInt) js.eval("-(3n ** 200n)")).toBigInteger()).isEqualTo(BigInteger.valueOf(3)
        .pow(200)
        .negate());
    assertThat(thrownBy("1n + 1").name()).isEqualTo("TypeError");
  }
}
