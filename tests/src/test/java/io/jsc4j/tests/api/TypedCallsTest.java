package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calls and properties without a JsValue for a number or a string. */
final class TypedCallsTest extends ContextTest {
  private JsFunction function(String source) {
    return js.eval("(" + source + ")").asFunction();
  }

  @Test
  void numbersOfAnyCount() {
    JsFunction list = function("(...all) => all.length * 1000 + all.reduce((a, b) => a + b, 0)");

    assertThat(list.callDouble()).isZero();
    assertThat(list.callDouble(1.5)).isEqualTo(1001.5);
    assertThat(list.callDouble(1, 2)).isEqualTo(2003);
    assertThat(list.callDouble(1, 2, 3.25)).isEqualTo(3006.25);
    assertThat(list.callDouble(1, 2, 3, 4)).isEqualTo(4010);
    assertThat(list.callDouble(new double[100])).isEqualTo(100_000);
    assertThat(list.callInt(1)).isEqualTo(1001);
    assertThat(list.callInt(1, 2)).isEqualTo(2003);
    assertThat(list.callInt(1, 2, 3)).isEqualTo(3006);
  }

  /** A call with fewer arguments than the one before finds nothing of it. */
  @Test
  void nothingIsLeftOfAnEarlierCall() {
    JsFunction count = function("(a, b, c) => [a, b, c].filter(x => x !== undefined).length");

    assertThat(count.callInt(7, 8, 9)).isEqualTo(3);
    assertThat(count.callInt(7)).isOne();
    assertThat(count.call().asInt()).isZero();
    assertThat(count.callDouble()).isZero();
  }

  @Test
  void everyNumberGoesThroughAsItIs() {
    JsFunction same = function("x => x");
    JsObject object = js.newObject();
    double[] samples = {0.0, -0.0, 1, -1, 0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE + 1.0, Integer.MIN_VALUE - 1.0, Double.MIN_VALUE,
        Double.MAX_VALUE, Double.longBitsToDouble(0xffff_0000_0000_1234L)};
    for (double sample : samples) {
      assertThat((Double) same.callDouble(sample)).isEqualTo((Double) sample);
      object.set("x", sample);
      assertThat((Double) object.getDouble("x")).isEqualTo((Double) sample);
      assertThat(object.get("x")).isEqualTo(JsNumber.of(sample));
    }
  }

  @Test
  void aResultOfAnotherTypeIsRefusedAndNotKept() {
    long before = JsEngine.liveResources().handles();
    JsFunction object = function("() => ({})");

    try (JsScope scope = js.openScope()) {
      assertThatThrownBy(object::callDouble).isInstanceOf(ClassCastException.class)
          .hasMessageContaining("expected number, got object");
      assertThatThrownBy(() -> function("() => '1'").callDouble(1)).isInstanceOf(ClassCastException.class)
          .hasMessageContaining("expected number, got string \"1\"");
      assertThatThrownBy(() -> function("() => {}").callInt(1)).isInstanceOf(ClassCastException.class)
          .hasMessageContaining("got undefined");
      assertThatThrownBy(() -> function("() => 1.5").callInt(1)).isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("expected a whole number of 32 bits, got 1.5");
      assertThatThrownBy(() -> function("() => 2 ** 31").callInt(1)).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> function("() => 1n").callDouble(1)).isInstanceOf(ClassCastException.class);
      assertThat(scope.scope().isAlive()).isTrue();
    }
    assertThat(JsEngine.liveResources().handles()).isEqualTo(before + 1);
  }

  @Test
  void whatIsThrownComesOut() {
    IllegalStateException failure = new IllegalStateException("mine");
    JsFunction fails = js.function("fails", _ -> {
      throw failure;
    });

    assertThatThrownBy(() -> function("x => { throw new RangeError('no ' + x) }").callDouble(1)).isInstanceOf(
        JsThrownException.class).hasMessageContaining("RangeError: no 1");
    assertThatThrownBy(() -> fails.callDouble(1)).isSameAs(failure);
    assertThatThrownBy(() -> js.eval("({ get x() { throw new TypeError('boo') } })").asObject().getDouble("x"))
        .isInstanceOf(JsThrownException.class)
        .hasMessageContaining("TypeError: boo");
    assertThatThrownBy(() -> js.eval("({ set x(v) { throw new TypeError('boo ' + v) } })").asObject().set("x", 2))
        .isInstanceOf(JsThrownException.class)
        .hasMessageContaining("TypeError: boo 2");
    assertUsable();
  }

  /** Each call of the chain is still under way while the next ones begin and end; deeper than entries are kept for, which takes a stack. */
  @Test
  void callsInsideCalls() throws Exception {
    FutureTask<Double> deep = new FutureTask<>(() -> {
      try (JsContext own = JsContext.open()) {
        JsFunction[] down = new JsFunction[1];
        own.global().set("below", own.function("below", HostFunction.ofDouble(n -> down[0].callDouble(n - 1) + n)));
        down[0] = own.eval("n => n <= 0 ? 0.5 : below(n) + n / 4").asFunction();
        double sum = down[0].callDouble(300);
        // The entries that are kept serve again.
        assertThat(down[0].callDouble(2)).isEqualTo(0.5 + 3 * 1.25);
        return sum;
      }
    });
    new Thread(null, deep, "deep", 256L << 20).start();

    // 0.5, then n and n / 4 for each n.
    assertThat(deep.get()).isEqualTo(0.5 + 300 * 301 / 2 * 1.25);
  }

  @Test
  void thisIsTheGlobalObject() {
    assertThat(function("function () { return this === globalThis ? 1 : 0 }").callInt(0)).isOne();
  }

  @Test
  void strings() {
    JsFunction join = function("(...all) => all.join('|')");

    assertThat(join.callString()).isEmpty();
    assertThat(join.callString("a")).isEqualTo("a");
    assertThat(join.callString("a\0b", "\ud800", "\u20ac", "", "e", "f", "g", "h", "i")).isEqualTo(
        "a\0b|\ud800|\u20ac||e|f|g|h|i");
    assertThatThrownBy(() -> function("() => 1").callString("x")).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("expected string, got number 1");
  }

  /** Through the array that is kept for them: one after the other, shorter and longer, and longer than it stays. */
  @Test
  void stringsOfEveryLength() {
    JsFunction same = function("text => text");
    for (int length : new int[]{0, 1, 255, 256, 257, 3, 16_384, 16_385, 5, 300_000, 16_385, 70_000, 2}) {
      String latin1 = "x\u00e9".repeat(length / 2 + 1).substring(0, length);
      String wide = "\u20acx".repeat(length / 2 + 1).substring(0, length);
      assertThat(same.callString(latin1)).isEqualTo(latin1);
      assertThat(same.callString(wide)).isEqualTo(wide);
      assertThat(js.eval("'z'.repeat(" + length + ")").asString()).isEqualTo("z".repeat(length));
    }
  }

  @Test
  void properties() {
    JsObject object = object("{ d: 1.5, i: 42, s: 'text', b: true, o: {} }");

    assertThat(object.getDouble("d")).isEqualTo(1.5);
    assertThat(object.getDouble("i")).isEqualTo(42);
    assertThat(object.getInt("i")).isEqualTo(42);
    assertThat(object.getString("s")).isEqualTo("text");
    assertThat(object.getBoolean("b")).isTrue();
    assertThatThrownBy(() -> object.getInt("d")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> object.getDouble("s")).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> object.getDouble("missing")).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("expected number, got undefined");
    assertThatThrownBy(() -> object.getString("d")).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> object.getBoolean("i")).isInstanceOf(ClassCastException.class);
    object.set("new", 2.5);
    assertThat(object.get("new")).isEqualTo(JsNumber.of(2.5));
    object.set("0", 7);
    assertThat(object.get(0)).isEqualTo(JsNumber.of(7));
    assertThat(object.getInt("0")).isEqualTo(7);
  }

  /** Many more names than are kept, with some that come again and again, and in calls inside calls. */
  @Test
  void moreNamesThanAreKept() {
    JsObject object = js.newObject();
    object.set("often", 1);
    for (int i = 0; i < 3_000; i++) {
      String name = "name " + i;
      object.set(name, i);
      assertThat(object.getInt("often")).isOne();
      assertThat(object.has(name)).isTrue();
    }
    for (int i = 0; i < 3_000; i += 7) {
      String name = "name " + i;
      assertThat(object.getInt(name)).isEqualTo(i);
      assertThat(object.delete(name)).isTrue();
      assertThat(object.get(name)).isEqualTo(JsValue.undefined());
    }
    js.global().set("many", js.function("many", HostFunction.ofInt(from -> {
      int sum = 0;
      for (int i = from; i < from + 3_000; i++) {
        sum += object.has("name " + i) ? 1 : 0;
      }
      return sum;
    })));
    JsObject reader = object("{ get count() { return many(0) }, after: 5 }");
    assertThat(reader.getInt("count")).isEqualTo(3_000 - 429);
    assertThat(reader.getInt("after")).isEqualTo(5);
  }

  @Test
  void longAndStrangeNames() {
    JsObject object = js.newObject();
    for (String name : new String[]{"", "\0", "\ud800", "n".repeat(64), "n".repeat(65), "n".repeat(100_000), "\u20ac",
        "__proto__ ", "length", "4294967295", "-1", "1.5"}) {
      object.set(name, 3);
      object.set(name, JsNumber.of(object.getDouble(name) + 1));
      assertThat(object.getInt(name)).isEqualTo(4);
      assertThat(js.eval("(o, n) => o[n]").asFunction().call(object, io.jsc4j.JsString.of(name)).asInt()).isEqualTo(4);
    }
  }

  /** Names are of the runtime, not of a context. */
  @Test
  void namesOutliveAContext() {
    try (JsContext other = js.runtime().openContext()) {
      assertThat(other.eval("({ shared: 1 })").asObject().getInt("shared")).isOne();
    }
    js.runtime().collectGarbage();
    assertThat(object("{ shared: 2 }").getInt("shared")).isEqualTo(2);
  }

  @Test
  void limitsEndThem() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(50)))) {
      JsFunction endless = limited.eval("n => { for (;;); }").asFunction();
      assertThatThrownBy(() -> endless.callDouble(1)).isInstanceOf(JsTimeLimitException.class);
      assertThatThrownBy(() -> limited.eval("({ get x() { for (;;); } })").asObject().getDouble("x")).isInstanceOf(
          JsTimeLimitException.class);
      assertThat(limited.eval("n => n + 1").asFunction().callInt(1)).isEqualTo(2);
    }
  }

  @Test
  void microtasksRunWhenACallHasEnded() {
    js.eval("var ran = 0");
    function("x => { Promise.resolve().then(() => ran += x); return x }").callDouble(2);

    assertThat(js.global().getInt("ran")).isEqualTo(2);
  }
}
