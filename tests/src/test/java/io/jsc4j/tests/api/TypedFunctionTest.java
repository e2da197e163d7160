package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The factories of {@link HostFunction}. */
final class TypedFunctionTest extends ContextTest {
  private JsFunction define(String name, HostFunction function) {
    JsFunction made = js.function(name, function);
    js.global().set(name, made);
    return made;
  }

  /** What a script sees of what an expression throws. */
  private String caught(String expression) {
    return js.eval("try { " + expression + "; 'nothing' } catch (e) { (e instanceof TypeError) + ' ' + e }").asString();
  }

  @Test
  void doubles() {
    define("half", HostFunction.ofDouble(x -> x / 2));
    define("hypot", HostFunction.ofDoubles(Math::hypot));
    define("sum", HostFunction.ofAllDoubles(all -> Arrays.stream(all).sum()));

    assertThat(js.eval("half(5)").asDouble()).isEqualTo(2.5);
    assertThat(js.eval("hypot(3, 4)").asDouble()).isEqualTo(5);
    assertThat(js.eval("sum()").asDouble()).isZero();
    assertThat(js.eval("sum(1, 2.5, 3e10)").asDouble()).isEqualTo(30000000003.5);
    assertThat(js.eval("[Object.is(half(-0), -0), half(NaN), half(Infinity), half(2 ** 31), half(-(2 ** 31))].join()")
        .asString()).isEqualTo("true,NaN,Infinity,1073741824,-1073741824");
  }

  @Test
  void everyNumberGoesThroughAsItIs() {
    define("same", HostFunction.ofDouble(x -> x));

    assertThat(js.eval(
        """
            [0, -0, 1, -1, 0.1, NaN, Infinity, -Infinity, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 53, 5e-324, Number.MAX_VALUE]
                .filter(n => !Object.is(same(n), n)).length""")
        .asInt()).isZero();
    assertThat(js.eval("let wrong = 0; for (let i = 0; i < 100000; i++) if (same(i / 7) !== i / 7) wrong++; wrong")
        .asInt())
        .isZero();
    define("payload", HostFunction.ofDouble(_ -> Double.longBitsToDouble(0xffff_0000_0000_1234L)));
    assertThat(js.eval("payload(1)").asDouble()).isNaN();
  }

  @Test
  void ints() {
    define("next", HostFunction.ofInt(i -> i + 1));
    define("plus", HostFunction.ofInts(Integer::sum));

    assertThat(js.eval("next(41)").asInt()).isEqualTo(42);
    assertThat(js.eval("next(2 ** 31 - 1)").asDouble()).isEqualTo(Integer.MIN_VALUE);
    assertThat(js.eval("plus(-0, 2)").asInt()).isEqualTo(2);
    assertThat(caught("next(1.5)"))
        .isEqualTo("true TypeError: argument 0 of 'next': expected a whole number of 32 bits, got number 1.5");
    assertThat(caught("plus(1, 2 ** 31)")).contains("argument 1 of 'plus'", "32 bits");
    assertThat(caught("next(NaN)")).contains("got number NaN");
  }

  @Test
  void stringsAndValues() {
    define("upper", HostFunction.ofString(s -> s.toUpperCase(Locale.ROOT)));
    define("join", HostFunction.ofStrings((a, b) -> a + b));
    define("same", HostFunction.ofValue(v -> v));
    define("or", HostFunction.ofValues((a, b) -> a.isNullish() ? b : a));
    define("count", HostFunction.ofAllValues(all -> JsNumber.of(all.size())));

    assertThat(js.eval("upper('abc\\0')").asString()).isEqualTo("ABC\0");
    assertThat(js.eval("join('\\ud800', '\\udc00')").asString()).isEqualTo("\ud800\udc00");
    assertThat(js.eval("{ const o = {}; same(o) === o && same() === undefined }").asBoolean()).isTrue();
    assertThat(js.eval("or(null, [7])[0]").asInt()).isEqualTo(7);
    assertThat(js.eval("count(1, undefined, {})").asInt()).isEqualTo(3);
    assertThat(caught("upper(5)")).isEqualTo("true TypeError: argument 0 of 'upper': expected string, got number 5");
  }

  @Test
  void nothingIsConverted() {
    define("f", HostFunction.ofDouble(x -> x));

    assertThat(caught("f('1')"))
        .isEqualTo("true TypeError: argument 0 of 'f': expected number, got string \"1\"");
    assertThat(caught("f()")).contains("got undefined");
    assertThat(caught("f(null)")).contains("got null");
    assertThat(caught("f(true)")).contains("got boolean true");
    assertThat(caught("f({ valueOf() { throw 1 } })")).contains("got object");
    assertThat(caught("f(1n)")).contains("got bigint");
    assertThat(caught("f(Symbol())")).contains("got symbol");
    assertThat(js.eval("f(1, 'ignored')").asInt()).isOne();
  }

  @Test
  void theTypeErrorIsJavaScripts() {
    define("f", HostFunction.ofDouble(x -> x));

    assertThat(thrownBy("f('x')")).hasMessage("TypeError: argument 0 of 'f': expected number, got string \"x\"");
    js.eval("globalThis.TypeError = class {}; Object.defineProperty(Array.prototype, '0', { set() { throw 1 } })");
    assertThat(thrownBy("f('x')")).hasMessageContaining("expected number");
  }

  @Test
  void lengthIsTheNumberOfParameters() {
    assertThat(define("a", HostFunction.ofDoubles((x, y) -> x)).get("length").asInt()).isEqualTo(2);
    assertThat(define("b", HostFunction.ofString(s -> s)).get("length").asInt()).isOne();
    assertThat(define("c", HostFunction.ofAllValues(_ -> JsValue.undefined())).get("length").asInt()).isZero();
    assertThat(js.function("d", 5, HostFunction.ofInt(i -> i)).get("length").asInt()).isEqualTo(5);
  }

  @Test
  void exceptionsComeOutAsTheyAre() {
    IllegalStateException failure = new IllegalStateException("no");
    define("f", HostFunction.ofDouble(_ -> {
      throw failure;
    }));
    define("g", HostFunction.ofDouble(_ -> js.eval("throw new RangeError('from inside')").asDouble()));

    assertThat(catchThrowable(() -> js.eval("f(1)"))).isSameAs(failure);
    assertThat(js.eval("try { f(1) } catch (e) { e.message }").asString()).isEqualTo("a host function failed");
    assertThat(js.eval("try { g(1) } catch (e) { e instanceof RangeError }").asBoolean()).isTrue();
  }

  @Test
  @SuppressWarnings("NullAway") // It is what is tested.
  void nullIsNoResult() {
    define("f", HostFunction.ofString(_ -> null));

    assertThatThrownBy(() -> js.eval("f('')")).isInstanceOf(NullPointerException.class)
        .hasMessageContaining("host function 'f' returned null");
  }

  @Test
  void oneMayCallAnother() {
    HostFunction hypot = HostFunction.ofDoubles(Math::hypot);
    HostFunction upper = HostFunction.ofString(s -> s.toUpperCase(Locale.ROOT));
    define("f", call -> call.arg(0) instanceof JsString ? upper.call(call) : JsNumber.of(-hypot.call(call).asDouble()));

    assertThat(js.eval("f(3, 4)").asInt()).isEqualTo(-5);
    assertThat(js.eval("f('a')").asString()).isEqualTo("A");
    assertThat(caught("f(3)")).contains("argument 1 of 'f'");
  }
}
