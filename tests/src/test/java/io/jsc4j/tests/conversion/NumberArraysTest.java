package io.jsc4j.tests.conversion;

import io.jsc4j.JsConversion;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsNumber;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import io.jsc4j.tests.support.ContextTest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Arrays of numbers cross many elements at a time, and nobody sees that. */
final class NumberArraysTest extends ContextTest {
  private double[] doubles(String source) {
    return Objects.requireNonNull(js.toJava(js.eval(source), double[].class));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 300_001})
  void ofEveryLength(int length) {
    assertThat(doubles("Array.from({ length: " + length + " }, (_, i) => i / 2)"))
        .isEqualTo(IntStream.range(0, length).mapToDouble(i -> i / 2.0).toArray());
    assertThat(js.toJava(js.eval("Array.from({ length: " + length + " }, (_, i) => -i)"), int[].class))
        .isEqualTo(IntStream.range(0, length).map(i -> -i).toArray());
    assertThat(js.toJava(js.eval("Array.from({ length: " + length + " }, (_, i) => i * 2 ** 33)"), long[].class))
        .isEqualTo(LongStream.range(0, length).map(i -> i << 33).toArray());
  }

  @Test
  void ofEverySource() {
    assertThat(doubles("new Float32Array([1.5, NaN])")).containsExactly(1.5, Double.NaN);
    assertThat(doubles("new Set([3, -0])")).containsExactly(3, 0);
    assertThat(doubles("new Proxy([4, 5], {})")).containsExactly(4, 5);
    assertThat(js.toJava(js.eval("new BigInt64Array([1n, -(2n ** 63n)])"), long[].class))
        .containsExactly(1, Long.MIN_VALUE);
    assertThat(js.toJava(js.eval("[1, 2n, 2 ** 60, -0, -(2 ** 63)]"), long[].class))
        .containsExactly(1, 2, 1L << 60, 0, Long.MIN_VALUE);
    assertThat(js.toJava(js.eval("[1, 2n, -0, 2147483647]"), int[].class)).containsExactly(1, 2, 0, Integer.MAX_VALUE);
    assertThat(js.toJava(js.eval("[[1], [], [2, 3]]"), double[][].class)).isDeepEqualTo(new double[][]{{1}, {}, {2,
        3}});
  }

  @Test
  void ofTypedArraysOfTheSameType() {
    assertThat(doubles("new Float64Array(new Float64Array([9, 1.5, NaN, -0, 9]).buffer, 8, 3)")).containsExactly(1.5,
        Double.NaN, -0.0);
    assertThat(doubles("new Float64Array(0)")).isEmpty();
    assertThat(js.toJava(js.eval("new Int32Array([1, -(2 ** 31)])"), int[].class)).containsExactly(1,
        Integer.MIN_VALUE);
    assertThat(js.toJava(js.eval("new Int32Array([1, 2])"), double[].class)).containsExactly(1, 2);
    assertThat(js.toJava(js.eval("[new Float64Array([1]), new Float64Array([2, 3])]"), double[][].class)).isDeepEqualTo(
        new double[][]{{1}, {2, 3}});
    js.setConversion(JsConversion.defaults().withMaxValues(3));
    assertThat(doubles("new Float64Array(3)")).containsExactly(0, 0, 0);
    assertThatThrownBy(() -> js.toJava(js.eval("[new Float64Array(2), new Float64Array(2)]"), double[][].class))
        .isInstanceOf(JsConversionException.class)
        .hasMessage("value[1]: more than 3 values");
    assertThatThrownBy(() -> js.toJava(js.eval("[new Float64Array(3)]"), double[][].class))
        .isInstanceOf(JsConversionException.class)
        .hasMessage("value[0][2]: more than 3 values");
    js.setConversion(JsConversion.defaults().withMaxDepth(1));
    assertThatThrownBy(() -> js.toJava(js.eval("[new Float64Array(2)]"), double[][].class))
        .isInstanceOf(JsConversionException.class)
        .hasMessage("value[0][0]: nested deeper than 1 levels");
  }

  @Test
  void refusalsNameTheElement() {
    assertThatThrownBy(() -> doubles("[1, 2, '3']")).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("[2]: expected number, got string");
    assertThatThrownBy(() -> doubles("[1, , 2]")).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("[1]");
    assertThatThrownBy(() -> js.toJava(js.eval("[0, 1.5]"), int[].class)).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("[1]");
    assertThatThrownBy(() -> js.toJava(js.eval("[2 ** 31]"), int[].class)).isInstanceOf(JsConversionException.class);
    assertThatThrownBy(() -> js.toJava(js.eval("[2 ** 63]"), long[].class)).isInstanceOf(JsConversionException.class);
    assertThatThrownBy(() -> js.toJava(js.eval("[[1], [2, {}]]"), new JsType<List<double[]>>() {}))
        .isInstanceOf(JsConversionException.class)
        .hasMessageContaining("[1][1]");
    assertThatThrownBy(() -> js.toJava(js.eval("[1, Symbol('s')]"), long[].class)).isInstanceOf(
        JsConversionException.class).hasMessageContaining("[1]");
  }

  @Test
  void elementsAreReadOnceInOrder() {
    js.eval("""
        var log = [];
        var hostile = new Proxy([1, 2, 'x', 4], {
          get(target, key, receiver) { log.push(String(key)); return Reflect.get(target, key, receiver); } });
        """);
    assertThatThrownBy(() -> doubles("hostile")).isInstanceOf(JsConversionException.class);
    assertThat(js.eval("log.join()").asString()).isEqualTo("length,0,1,2");
  }

  @Test
  void gettersCanThrow() {
    assertThatThrownBy(() -> doubles("Object.defineProperty([1, 2], '1', { get() { throw new RangeError('mine') } })"))
        .isInstanceOf(JsThrownException.class)
        .hasMessageContaining("mine");
    assertThat(doubles("[1, 2]")).containsExactly(1, 2);
  }

  @Test
  void gettersCanChangeTheArray() {
    assertThatThrownBy(() -> doubles("Object.defineProperty([1, 2, 3], '0', { get() { this.length = 1; return 7 } })"))
        .isInstanceOf(JsConversionException.class)
        .hasMessageContaining("[1]");
    assertThat(doubles("Object.defineProperty([1, 2, 3], '0', { get() { this[2] = 9; this.push(4); return 7 } })"))
        .containsExactly(7, 2, 9);
    assertThatThrownBy(() -> doubles(
        """
            var bytes = new Float64Array(4);
            new Proxy([0, 0], { get(target, key) { if (key === 'length') return 4; bytes.buffer.transfer(); return bytes[key] } })
            """))
        .isInstanceOf(JsConversionException.class)
        .hasMessageContaining("[0]");
  }

  @Test
  void gettersCanConvertMeanwhile() {
    js.global()
        .set("sum", js.function("sum", call -> JsNumber.of(Arrays.stream(Objects.requireNonNull(call.arg(0,
            double[].class)))
            .sum())));
    assertThat(doubles("Object.defineProperty([1, 2, 3], '1', { get() { return sum([10, 20, 30, 40]) } })"))
        .containsExactly(1, 100, 3);
  }

  @Test
  void missingElementsFollowThePolicy() {
    js.setConversion(JsConversion.defaults().withMissingFields(JsConversion.MissingFields.DEFAULT));
    assertThat(doubles("[1, , undefined, 4]")).containsExactly(1, 0, 0, 4);
    assertThat(js.toJava(js.eval("[, 1]"), int[].class)).containsExactly(0, 1);
    assertThatThrownBy(() -> doubles("[null]")).isInstanceOf(JsConversionException.class);
  }

  @Test
  void limitsCountElements() {
    js.setConversion(JsConversion.defaults().withMaxValues(4));
    assertThat(doubles("[1, 2, 3, 4]")).containsExactly(1, 2, 3, 4);
    assertThatThrownBy(() -> doubles("[1, 2, 3, 4, 5]")).isInstanceOf(JsConversionException.class);
    assertThatThrownBy(() -> js.toJava(js.eval("[[1, 2], [3, 4]]"), double[][].class)).isInstanceOf(
        JsConversionException.class).hasMessageContaining("[1][0]: more than 4 values");
    js.setConversion(JsConversion.defaults().withMaxDepth(1));
    assertThatThrownBy(() -> js.toJava(js.eval("[[[1]]]"), double[][][].class)).isInstanceOf(
        JsConversionException.class).hasMessageContaining("deeper");
  }

  @Test
  void scriptsChangeNothingByTheirGlobals() {
    js.eval("""
        Number.isSafeInteger = () => { throw 1 };
        Object.prototype[5] = 6;
        Object.defineProperty(Array.prototype, '0', { set() { throw 2 }, get() { return 8 }, configurable: true });
        """);
    assertThat(js.toJava(js.eval("[, 1]"), long[].class)).containsExactly(8, 1);
    assertThatThrownBy(() -> doubles("[3, 'x']")).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("[1]: expected number, got string");
  }
}
