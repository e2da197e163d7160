package io.jsc4j.tests.api;

import io.jsc4j.JsBigInt;
import io.jsc4j.JsDate;
import io.jsc4j.JsError;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRegExp;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Dates, regular expressions, errors, symbols and big ints. */
final class BuiltinsTest extends ContextTest {

  /** Overwrites all that a script can overwrite of these. */
  private void overwriteEverything() {
    js.eval(
        """
            const intrinsics = { Date, RegExp, TypeError, AggregateError };
            const fail = () => { throw new Error('overwritten') };
            for (const prototype of [Date.prototype, RegExp.prototype, Symbol.prototype, Error.prototype, String.prototype, Array.prototype])
              for (const key of Reflect.ownKeys(prototype))
                if (key !== 'length') try { Object.defineProperty(prototype, key, { get: fail }) } catch {}
            globalThis.Date = globalThis.RegExp = globalThis.Error = globalThis.TypeError = globalThis.AggregateError = globalThis.Symbol
                = globalThis.JSON = globalThis.Reflect = fail""");
  }

  private boolean isA(JsObject object, String intrinsic) {
    return object.isInstanceOf(js.eval("intrinsics." + intrinsic).asObject());
  }

  @Test
  void dates() {
    JsDate date = js.eval("new Date(Date.UTC(2026, 10, 25, 8, 30, 0, 123))").asDate();
    assertThat(date.toInstant()).isEqualTo("2026-11-25T08:30:00.123Z");
    assertThat(date.getTime()).isEqualTo(1795595400123.0);

    JsDate made = js.newDate(Instant.parse("1969-12-31T23:59:59.999Z"));
    assertThat(js.eval("(d => d.getTime())").asFunction().call(made)).isEqualTo(JsNumber.of(-1));
    assertThat(js.newDate(Instant.EPOCH.minusNanos(1)).getTime()).as("rounded down").isEqualTo(-1);
  }

  @Test
  void invalidDatesSaySo() {
    JsDate invalid = js.eval("new Date('yesterday')").asDate();
    assertThat(invalid.getTime()).isNaN();
    assertThatThrownBy(invalid::toInstant).isInstanceOf(DateTimeException.class).hasMessageContaining("invalid");
  }

  @Test
  void theRangeOfDates() {
    Instant last = Instant.EPOCH.plus(Duration.ofDays(100_000_000));
    Instant first = Instant.EPOCH.minus(Duration.ofDays(100_000_000));
    assertThat(js.newDate(last).toInstant()).isEqualTo(last);
    assertThat(js.newDate(first).toInstant()).isEqualTo(first);
    for (Instant beyond : List.of(last.plusNanos(1), first.minusNanos(1), Instant.MAX, Instant.MIN)) {
      assertThatThrownBy(() -> js.newDate(beyond)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("100,000,000 days");
    }
  }

  @Test
  void regularExpressions() {
    JsRegExp regexp = js.eval("/(?<y>\\d+)-(\\d+)?(?<rest>x)?/gi").asObject().asRegExp();
    assertThat(regexp.source()).isEqualTo("(?<y>\\d+)-(\\d+)?(?<rest>x)?");
    assertThat(regexp.flags()).isEqualTo("gi");

    JsRegExp.Match match = regexp.exec("on 2026- and 1-2").orElseThrow();
    assertThat(match.index()).isEqualTo(3);
    assertThat(match.end()).isEqualTo(8);
    assertThat(match.text()).isEqualTo("2026-");
    assertThat(match.groupCount()).isEqualTo(3);
    assertThat(match.group(1)).hasValue("2026").isEqualTo(match.group("y"));
    assertThat(match.group(2)).isEmpty();
    assertThat(match.group("rest")).isEmpty();
    assertThat(match.groupNames()).containsExactly("y", "rest");
    assertThatThrownBy(() -> match.group("z")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[y, rest]");
    assertThatThrownBy(() -> match.group(4)).isInstanceOf(IndexOutOfBoundsException.class);

    assertThat(regexp.lastIndex()).isEqualTo(8);
    assertThat(regexp.test("on 2026- and 1-2")).isTrue();
    assertThat(regexp.exec("on 2026- and 1-2")).isEmpty();
    regexp.setLastIndex(3);
    assertThat(regexp.exec("on 2026- and 1-2")).hasValue(match);
    assertThatThrownBy(() -> regexp.setLastIndex(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoRegularExpression() {
    for (String source : List.of("({})", "RegExp.prototype", "Object.create(/a/)", "new Proxy(/a/, {})")) {
      assertThatThrownBy(() -> js.eval(source).asObject().asRegExp()).as(source)
          .isInstanceOf(ClassCastException.class)
          .hasMessage("expected RegExp, got object");
    }
    assertThatThrownBy(() -> js.newRegExp("(", "")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("SyntaxError: ");
    assertThatThrownBy(() -> js.newRegExp("a", "q")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("SyntaxError: ");
    JsRegExp frozen = js.eval("Object.freeze(/a/g)").asObject().asRegExp();
    assertThatThrownBy(() -> frozen.setLastIndex(1)).isInstanceOf(JsThrownException.class);
  }

  @Test
  void overwrittenMethodsOfRegularExpressionsAndDates() {
    JsDate date = js.eval("new Date(5)").asDate();
    overwriteEverything();
    JsRegExp regexp = js.newRegExp("(?<a>b)", "giu");
    assertThat(regexp.flags()).isEqualTo("giu");
    assertThat(regexp.source()).isEqualTo("(?<a>b)");
    assertThat(regexp.exec("ab").orElseThrow().group("a")).hasValue("b");
    assertThat(regexp.object().asRegExp().test("ab")).isFalse();
    assertThat(isA(regexp.object(), "RegExp")).isTrue();
    assertThat(date.getTime()).isEqualTo(5);
    assertThat(isA(js.newDate(Instant.EPOCH), "Date")).isTrue();
  }

  @Test
  void errors() {
    JsError error = js.eval("new RangeError('too much', { cause: 'x' })").asObject().asError();
    assertThat(error.name()).isEqualTo("RangeError");
    assertThat(error.message()).isEqualTo("too much");
    assertThat(error.stack()).contains("global code");
    assertThat(error.cause()).hasValue(JsString.of("x"));
    assertThat(error.errors()).isEmpty();

    JsError of = js.eval("new Error('m', { cause: {} })").asObject().asError();
    assertThat(of.message()).as("asked for the message only, and nothing else stays").isEqualTo("m");
    JsError several = js.eval("new AggregateError([1, new TypeError('t')], 'm')").asObject().asError();
    assertThat(several.errors()).hasSize(2).first().isEqualTo(JsNumber.of(1));
    assertThat(several.errors().get(1).asObject().asError().message()).isEqualTo("t");
    assertThat(several.cause()).isEmpty();
    assertThat(js.eval("new Error('', { cause: undefined })").asObject().asError().cause()).hasValue(JsValue
        .undefined());
  }

  @Test
  void errorsThatFailToDescribeThemselves() {
    JsError error = js.eval(
        """
            const fail = { get() { throw new Error('no') } };
            Object.defineProperties(new Error('m'), { name: fail, message: fail, stack: fail, cause: fail, errors: fail })""")
        .asObject()
        .asError();
    assertThat(error.name()).isEqualTo("Error");
    assertThat(error.message()).isEmpty();
    assertThat(error.stack()).isEmpty();
    assertThat(error.cause()).isEmpty();
    assertThat(error.errors()).isEmpty();
  }

  @Test
  void whatIsNoError() {
    for (String source : List.of("({})", "Object.create(new Error())", "({ name: 'Error', message: '' })")) {
      assertThatThrownBy(() -> js.eval(source).asObject().asError()).as(source)
          .isInstanceOf(ClassCastException.class)
          .hasMessage("expected Error, got object");
    }
    assertThat(js.eval("new (class E extends TypeError {})('m')").asObject().asError().message()).isEqualTo("m");
  }

  @Test
  void makingErrors() {
    overwriteEverything();
    JsError error = js.newError(JsError.Kind.TYPE_ERROR, "m", JsNumber.of(1));
    assertThat(isA(error.object(), "TypeError")).isTrue();
    assertThat(error.cause()).hasValue(JsNumber.of(1));
    assertThat(error.object().keys()).as("hidden, as JavaScript makes it").isEmpty();

    JsError several = js.newAggregateError("m", JsNumber.of(1), JsNumber.of(2));
    assertThat(isA(several.object(), "AggregateError")).isTrue();
    assertThat(several.errors()).containsExactly(JsNumber.of(1), JsNumber.of(2));
  }

  @Test
  void everyKindOfError() {
    for (JsError.Kind kind : JsError.Kind.values()) {
      JsObject error = js.newError(kind, "m").object();
      assertThat(error.isInstanceOf(js.global().get(kind.constructorName()).asObject())).as(kind.name()).isTrue();
      assertThat(js.coerceToString(error)).isEqualTo(kind.constructorName() + ": m");
      assertThat(error.asError().cause()).isEmpty();
    }
  }

  @Test
  void symbols() {
    assertThat(js.newSymbol("d").description()).hasValue("d");
    assertThat(js.newSymbol("").description()).hasValue("");
    assertThat(js.eval("Symbol()").asSymbol().description()).isEmpty();
    assertThat(js.newSymbol("d").registryKey()).isEmpty();

    JsSymbol registered = js.symbolFor("k\0\ud800");
    assertThat(registered.registryKey()).hasValue("k\0\ud800");
    assertThat(registered.isSame(js.eval("Symbol.for('k\\0\\ud800')"))).isTrue();
    for (JsSymbol.WellKnown symbol : JsSymbol.WellKnown.values()) {
      assertThat(js.wellKnownSymbol(symbol).isSame(js.eval("Symbol." + symbol.propertyName()))).as(symbol.name())
          .isTrue();
    }
    overwriteEverything();
    assertThat(js.wellKnownSymbol(JsSymbol.WellKnown.ITERATOR).description()).hasValue("Symbol.iterator");
    assertThat(js.symbolFor("x").isSame(js.symbolFor("x"))).isTrue();
  }

  @Test
  void bigInts() {
    for (long value : new long[]{0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(js.newBigInt(value).toLong()).isEqualTo(value);
    }
    JsBigInt large = js.eval("2n ** 63n").asBigInt();
    assertThat(large.asBigInteger()).isEqualTo(BigInteger.TWO.pow(63));
    assertThatThrownBy(large::toLong).isInstanceOf(ArithmeticException.class).hasMessageContaining("64 bits");
    assertThat(js.eval("-(2n ** 63n)").asBigInt().toLong()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void valuesOfAnExpectedType() {
    assertThat(js.eval("new ArrayBuffer(1)").asArrayBuffer()).isNotNull();
    assertThat(js.eval("new Uint8Array(1)").asTypedArray()).isNotNull();
    assertThatThrownBy(() -> JsNumber.of(1).asDate()).isInstanceOf(ClassCastException.class)
        .hasMessage("expected date, got number 1");
    assertThatThrownBy(() -> js.newObject().asArrayBuffer()).hasMessage("expected array buffer, got object");
    assertThatThrownBy(() -> js.newObject().asTypedArray()).hasMessage("expected typed array, got object");
    assertThatThrownBy(() -> JsString.of("s").asSymbol()).hasMessage("expected symbol, got string \"s\"");
    assertThatThrownBy(() -> JsNumber.of(1).asBigInt()).hasMessage("expected big int, got number 1");
    assertThatThrownBy(() -> JsNumber.of(1).asBigInteger()).hasMessage("expected big int, got number 1");
  }

  @Test
  void json() {
    assertThat(js.toJson(object("{ a: [1] }"), 2)).hasValue("{\n  \"a\": [\n    1\n  ]\n}");
    assertThat(js.toJson(object("{ a: 1 }"), 0)).hasValue("{\"a\":1}");
    assertThatThrownBy(() -> js.toJson(JsNumber.of(1), 11)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> js.toJson(JsNumber.of(1), -1)).isInstanceOf(IllegalArgumentException.class);

    overwriteEverything();
    JsObject parsed = js.parseJson("{ \"a\": [1, \"\\ud800\"], \"__proto__\": 1 }").asObject();
    assertThat(parsed.keys()).containsExactly("a", "__proto__");
    assertThat(parsed.prototype().orElseThrow().isSame(js.eval("({}).__proto__"))).as("of the user's realm").isTrue();
    assertThat(js.parseJson(" -0 ")).isEqualTo(JsNumber.of(-0.0));
    assertThatThrownBy(() -> js.parseJson("{")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("SyntaxError: JSON Parse error");
    assertThat(js.parseJson("[".repeat(1000) + "]".repeat(1000)).asArray().length()).isOne();
    assertUsable();
  }

  @Test
  void equality() {
    JsObject object = js.newObject();
    assertThat(js.isStrictlyEqual(object, object)).isTrue();
    assertThat(js.isStrictlyEqual(JsNumber.of(1), JsString.of("1"))).isFalse();
    assertThat(js.isStrictlyEqual(JsNumber.of(Double.NaN), JsNumber.of(Double.NaN))).isFalse();
    assertThat(js.isStrictlyEqual(JsNumber.of(0), JsNumber.of(-0.0))).isTrue();
    assertThat(js.isLooselyEqual(JsNumber.of(1), JsString.of("1"))).isTrue();
    assertThat(js.isLooselyEqual(JsValue.undefined(), JsValue.ofNull())).isTrue();
    assertThat(js.isLooselyEqual(object("{ valueOf: () => 1 }"), JsNumber.of(1))).isTrue();
    assertThatThrownBy(() -> js.isLooselyEqual(object("{ valueOf() { throw new Error('v') } }"), JsNumber.of(1)))
        .isInstanceOf(JsThrownException.class)
        .hasMessage("Error: v");
  }
}
