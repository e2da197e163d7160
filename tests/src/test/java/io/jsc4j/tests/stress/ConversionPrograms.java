package io.jsc4j.tests.stress;

import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsScope;
import io.jsc4j.JsType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntBinaryOperator;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** Conversions while the engine collects without a pause and overwrites what it frees. */
final class ConversionPrograms {
  private ConversionPrograms() {}

  record Leaf(int number, String text, BigInteger big, Instant instant) {}

  record Branch(List<Leaf> leaves, Map<String, Leaf> byText) {}

  /** Graphs whose getters make each object when it is read, so that nothing but the conversion keeps it alive; there and back. */
  static void conversions() {
    int count = scaled(3_000);
    try (JsContext js = JsContext.open()) {
      JsFunction make = js.eval("""
          (n) => {
            const leaf = (i) => ({ get number() { return n + i }, get text() { return 'text ' + (n + i) },
              get big() { return BigInt(n + i) ** 5n }, get instant() { return new Date(n + i) } });
            return { get leaves() { return new Proxy([], { get: (t, k) => k === 'length' ? 5 : leaf(Number(k)) }) },
              get byText() { return { get a() { return leaf(6) }, get b() { return leaf(7) } } } };
          }""").asFunction();
      JsFunction sum = js.eval("b => b.leaves.reduce((s, l) => s + l.number, 0) + b.byText.b.instant.getTime()")
          .asFunction();
      IntBinaryOperator add = js.eval("(a, b) => ({ valueOf: () => a + b }) * 1")
          .asFunction()
          .as(
              IntBinaryOperator.class);
      for (int i = 0; i < count; i++) {
        try (JsScope _ = js.openScope()) {
          Branch branch = Objects.requireNonNull(js.toJava(make.call(JsNumber.of(i)), Branch.class));
          check(branch.equals(expected(i)), "branch " + i + " is " + branch);
          double there = sum.call(js.toJs(branch)).asDouble();
          check(there == 5 * i + 10 + i + 7, "branch " + i + " is another one in JavaScript: " + there);
          List<Branch> twice = js.toJava(js.toJs(List.of(branch, branch)), new JsType<List<Branch>>() {});
          check(List.of(branch, branch).equals(twice), "branch " + i + " does not come back");
          check(add.applyAsInt(i, 1) == i + 1, "sum " + i);
        }
      }
      report("%,d graphs there and back", count);
    }
  }

  /** Numbers in bulk, with functions, getters and results that make objects, and calls within calls. */
  static void numbers() {
    int count = scaled(300);
    try (JsContext js = JsContext.open()) {
      double[] in = new double[2_000];
      Arrays.setAll(in, i -> i);
      JsFunction boxed = js.eval("(x => ({ x, valueOf() { return ({ y: this.x + 1 }).y } }))").asFunction();
      js.global().set("within", js.function("within", call -> {
        double[] out = new double[in.length];
        boxed.mapDoubles(in, out);
        return JsNumber.of(out[call.arg(0).asInt()]);
      }));
      JsFunction outer = js.eval("((x, y) => x % 1000 === 0 ? within(x) : [x + y][0])").asFunction();
      JsFunction make = js.eval(
          "n => Array.from({ length: 3 }, (_, i) => ({ get 0() { return [n + i][0] }, length: 1 }))"
              + ".reduce((array, o, i) => Object.defineProperty(array, i, { get: () => o[0] }), new Array(3))")
          .asFunction();
      for (int i = 0; i < count; i++) {
        try (JsScope _ = js.openScope()) {
          double[] out = new double[in.length];
          outer.mapDoubles(List.of(in, in), out);
          for (int k = 0; k < out.length; k++) {
            check(out[k] == (k % 1000 == 0 ? k + 1 : 2 * k), "number " + k + " is " + out[k]);
          }
          double[] read = Objects.requireNonNull(js.toJava(make.call(JsNumber.of(i)), double[].class));
          check(Arrays.equals(read, new double[]{i, i + 1, i + 2}), "other numbers: " + Arrays.toString(read));
        }
      }
      report("%,d rounds of numbers in bulk", count);
    }
  }

  private static Branch expected(int n) {
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      leaves.add(leaf(n + i));
    }
    return new Branch(leaves, Map.of("a", leaf(n + 6), "b", leaf(n + 7)));
  }

  private static Leaf leaf(int n) {
    return new Leaf(n, "text " + n, BigInteger.valueOf(n).pow(5), Instant.ofEpochMilli(n));
  }
}
