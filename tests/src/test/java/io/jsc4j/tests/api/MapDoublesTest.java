package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class MapDoublesTest extends ContextTest {
  private JsFunction function(String source) {
    return js.eval("(" + source + ")").asFunction();
  }

  private static double[] numbers(int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> i * 0.5 - 7);
    return numbers;
  }

  private double[] mapped(String source, double... in) {
    double[] out = new double[in.length];
    function(source).mapDoubles(in, out);
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1023, 1024, 1025, 200_000})
  void callsForEachElement(int count) {
    double[] in = numbers(count);
    double[] out = new double[count];
    function("x => x * x + 1").mapDoubles(in, out);

    assertThat(in).isEqualTo(numbers(count));
    assertThat(out).isEqualTo(Arrays.stream(in).map(x -> x * x + 1).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void callsForEachRow(int columns) {
    double[] in = numbers(50);
    double[] out = new double[50];
    function("(...row) => row.length * 1000 + row.reduce((a, b) => a + b)").mapDoubles(Collections.nCopies(columns, in),
        out);

    assertThat(out).isEqualTo(Arrays.stream(in).map(x -> columns * 1000 + x * columns).toArray());
  }

  @Test
  void columnsAreInOrder() {
    double[] out = new double[2];
    function("(a, b, c) => a * 100 + b * 10 + c").mapDoubles(List.of(new double[]{1, 4}, new double[]{2, 5},
        new double[]{3, 6}), out);

    assertThat(out).containsExactly(123, 456);
  }

  @Test
  void oneArrayCanBeBoth() {
    double[] numbers = {1, 2, 3};
    function("x => 2 * x").mapDoubles(numbers, numbers);

    assertThat(numbers).containsExactly(2, 4, 6);
  }

  @Test
  void specialNumbersCross() {
    double payload = Double.longBitsToDouble(0xffff000000001234L);

    assertThat(mapped("x => typeof x === 'number' ? x : 0", Double.NaN, payload, -0.0, Double.POSITIVE_INFINITY,
        Double.MIN_VALUE)).containsExactly(Double.NaN, Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE);
    assertThat(mapped("x => Object.is(x, -0) ? 1 : 0", 0.0, -0.0)).containsExactly(0, 1);
  }

  @Test
  void resultsBecomeNumbers() {
    assertThat(mapped("x => [undefined, null, true, '7', 'x', { valueOf: () => 5 }, [8]][x]", 0, 1, 2, 3, 4, 5, 6))
        .containsExactly(Double.NaN, 0, 1, 7, Double.NaN, 5, 8);
    for (String none : List.of("1n", "Symbol()", "{ valueOf() { throw new TypeError() } }")) {
      assertThatThrownBy(() -> mapped("() => (" + none + ")", 1)).as(none)
          .isInstanceOfSatisfying(
              JsThrownException.class, e -> assertThat(e.name()).isEqualTo("TypeError"));
    }
  }

  @Test
  void thisAndArgumentsAreThoseOfACall() {
    assertThat(mapped("function () { 'use strict'; return this === undefined && arguments.length === 1 }", 5))
        .containsExactly(1);
    assertThat(mapped("function () { return this === globalThis }", 5)).containsExactly(1);
    assertThat(mapped("function f() { try { return f.caller === null } catch { return true } }", 5)).containsExactly(1);
    assertThatThrownBy(() -> mapped("class {}", 1)).isInstanceOf(JsThrownException.class);
  }

  @Test
  void whatThrowsLeavesTheTarget() {
    js.eval("var calls = 0");
    double[] out = {7, 8, 9};
    JsFunction function = function("x => { calls++; if (x === 2) throw new RangeError('two'); return 0 }");

    assertThatThrownBy(() -> function.mapDoubles(new double[]{1, 2, 3}, out)).isInstanceOf(JsThrownException.class)
        .hasMessageContaining("two");
    assertThat(out).containsExactly(7, 8, 9);
    assertThat(js.eval("calls").asInt()).isEqualTo(2);
  }

  @Test
  void hostFunctionsAreFunctions() {
    double[] out = new double[2];
    js.function("half", HostFunction.ofDouble(x -> x / 2)).mapDoubles(new double[]{1, 2}, out);
    assertThat(out).containsExactly(0.5, 1);

    IllegalStateException failure = new IllegalStateException("no");
    JsFunction failing = js.function("fail", call -> {
      throw failure;
    });
    assertThatThrownBy(() -> failing.mapDoubles(new double[]{1, 2}, out)).isSameAs(failure);
  }

  @Test
  void itCanBeCalledWithinItself() {
    JsFunction inner = function("x => x + 1");
    double[] in = numbers(100);
    JsFunction outer = js.function("outer", call -> {
      double[] out = new double[100];
      inner.mapDoubles(in, out);
      in[99] = 0;
      return JsNumber.of(Arrays.stream(out).sum() + call.arg(0).asDouble());
    });
    double[] first = numbers(100);
    double sum = Arrays.stream(first).sum() + 100;
    double changed = sum - first[99];
    double[] out = new double[100];
    outer.mapDoubles(in, out);

    assertThat(out[0]).isEqualTo(sum + first[0]);
    for (int i = 1; i < 100; i++) {
      assertThat(out[i]).isEqualTo(changed + first[i]);
    }
  }

  @Test
  void microtasksRunAfterTheLastCall() {
    js.eval("var log = []");
    mapped("x => { Promise.resolve().then(() => log.push('task')); log.push(x) }", 1, 2);

    assertThat(js.eval("log.join()").asString()).isEqualTo("1,2,task,task");
  }

  @Test
  void scriptsChangeNothingByTheirGlobals() {
    js.eval("""
        Object.defineProperty(Array.prototype, '0', { get() { throw 1 }, set() { throw 1 } });
        Object.defineProperty(Object.prototype, 'length', { get() { throw 2 }, set() { throw 2 } });
        Array.prototype.push = Reflect.apply = Function.prototype.apply = Function.prototype.call = () => { throw 3 };
        globalThis.Float64Array = Array.prototype[Symbol.iterator] = undefined;
        """);
    double[] out = new double[1];
    function("(a, b, c, d, e) => a + e").mapDoubles(Collections.nCopies(5, new double[]{4}), out);

    assertThat(mapped("x => x + 1", 1)).containsExactly(2);
    assertThat(out).containsExactly(8);
  }

  @Test
  void functionsHaveNoBufferToDetach() {
    js.eval("var found = []");
    mapped("""
        function f(x) {
          found.push(...arguments, this !== globalThis, f.arguments?.length);
          return x;
        }
        """, 1);

    assertThat(js.eval("found.join()").asString()).isEqualTo("1,false,1");
  }

  @Test
  void limitsEndIt() {
    JsRuntimeOptions limited = JsRuntimeOptions.defaults().withLimits(JsLimits.none().withTime(Duration.ofMillis(100)));
    try (JsContext context = JsContext.open(limited)) {
      JsFunction endless = context.eval("(x => { for (;;); })").asFunction();
      double[] out = {5};
      assertThatThrownBy(() -> endless.mapDoubles(new double[1], out)).isInstanceOf(JsTimeLimitException.class);
      assertThat(out).containsExactly(5);

      context.eval("(x => x + 1)").asFunction().mapDoubles(new double[]{1}, out);
      assertThat(out).containsExactly(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1000, 20_000})
  void functionsOfAllContextsHaveResultsOfTheirOwn(int count) {
    double[] in = numbers(count);
    try (JsContext other = js.runtime().openContext()) {
      JsFunction plus = function("(x, y = 1) => x + y");
      JsFunction times = other.eval("((x, y = 2) => x * y)").asFunction();
      for (int round = 0; round < 3; round++) {
        double[] out = new double[count];
        plus.mapDoubles(in, out);
        assertThat(out).isEqualTo(Arrays.stream(in).map(x -> x + 1).toArray());
        times.mapDoubles(in, out);
        assertThat(out).isEqualTo(Arrays.stream(in).map(x -> x * 2).toArray());
        plus.mapDoubles(List.of(in, in), out);
        assertThat(out).isEqualTo(Arrays.stream(in).map(x -> x + x).toArray());
        times.mapDoubles(List.of(in, in), out);
        assertThat(out).isEqualTo(Arrays.stream(in).map(x -> x * x).toArray());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 5000})
  void tracesShowTheFunctionOnly(int count) {
    JsFunction thrower = function("function thrower(x) { throw new Error('mine') }");

    assertThatThrownBy(() -> thrower.mapDoubles(new double[count], new double[count])).isInstanceOfSatisfying(
        JsThrownException.class, e -> assertThat(Arrays.stream(e.getStackTrace())
            .filter(frame -> frame.getClassName().equals("JavaScript"))
            .map(StackTraceElement::getMethodName)).containsExactly("thrower"));
  }

  @Test
  void asyncFunctionsGivePromisesWhichAreNoNumbers() {
    js.eval("var done = 0");

    assertThat(mapped("async x => { await null; done++; return x }", 1, 2)).containsExactly(Double.NaN, Double.NaN);
    assertThat(js.eval("done").asInt()).isEqualTo(2);
  }

  @Test
  void wrongArraysAreRefused() {
    JsFunction function = function("x => x");
    double[] one = new double[1];

    assertThatThrownBy(() -> function.mapDoubles(one, new double[2])).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 numbers for 2 results");
    assertThatThrownBy(() -> function.mapDoubles(List.of(), one)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> function.mapDoubles(List.of(one, new double[0]), one)).isInstanceOf(
        IllegalArgumentException.class);
    assertThatThrownBy(() -> function.mapDoubles(Arrays.asList(one, null), one)).isInstanceOf(
        NullPointerException.class).hasMessage("columns");
  }

  @Test
  void callsWithoutElementsStillNeedTheContext() {
    JsValue closed;
    try (JsContext context = JsContext.open()) {
      closed = context.eval("(x => x)");
    }
    assertThatThrownBy(() -> closed.asFunction().mapDoubles(new double[0], new double[0])).isInstanceOf(
        IllegalStateException.class);
  }
}
