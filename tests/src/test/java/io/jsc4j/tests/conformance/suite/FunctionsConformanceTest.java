package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calling and constructing functions of JavaScript. */
@Covers({"JSObjectCallAsFunction", "JSObjectCallAsConstructor", "JSObjectIsConstructor", "JSObjectIsFunction"})
final class FunctionsConformanceTest extends ConformanceTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 6, 64, 1_000})
  void everyArgumentArrives(int count) {
    JsValue[] arguments = IntStream.range(0, count).mapToObj(JsNumber::of).toArray(JsValue[]::new);

    assertThat(function("(...all) => all.length === all.reduce((n, x, i) => n + (x === i), 0) ? all.length : -1").call(
        arguments).asInt()).isEqualTo(count);
    assertThat(function("function () { return arguments.length }").call(arguments).asInt()).isEqualTo(count);
    assertThat(function("function () { this.count = arguments.length }").construct(arguments).get("count").asInt())
        .isEqualTo(count);
  }

  @Test
  void thisIsWhatTheCallerSays() {
    JsFunction sloppy = js.eval("(0, function () { return this })").asFunction();
    JsFunction strict = function("function () { 'use strict'; return this }");
    JsObject object = js.newObject();

    assertThat(sloppy.call().isSame(js.global())).isTrue();
    assertThat(sloppy.callWith(object).isSame(object)).isTrue();
    assertThat(sloppy.callWith(JsValue.ofNull()).isSame(js.global())).isTrue();
    assertThat(sloppy.callWith(JsNumber.of(1)).typeOf()).isEqualTo("object");
    assertThat(strict.callWith(object).isSame(object)).isTrue();
    for (JsValue value : new JsValue[]{JsValue.undefined(), JsValue.ofNull(), JsNumber.of(1), JsString.of("s")}) {
      assertThat(strict.callWith(value)).isEqualTo(value);
    }
    assertThat(function("() => this").callWith(object).isSame(js.global())).isTrue();
    assertThat(function("function () { return eval('this') }").callWith(object).isSame(object)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "undefined", "null", "'text'", "Symbol.iterator", "new RangeError('r')", "{ a: 1 }",
      "(() => 1)"})
  void whatAFunctionThrowsComesOut(String expression) {
    JsValue thrown = js.eval("var thrown = " + expression + "; thrown");

    assertThat(thrownBy(() -> function("() => { throw thrown }").call()).thrown().isSame(thrown)).isTrue();
    assertThat(thrownBy(() -> function("function () { throw thrown }").construct()).thrown().isSame(thrown)).isTrue();
    assertThat(thrownBy(() -> function("new Proxy(() => 1, { apply() { throw thrown } })").call()).thrown()
        .isSame(
            thrown)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"function () {}|true", "class {}|true", "class extends Array {}|true",
      "class extends null {}|true", "Object|true", "Date|true", "Proxy|true", "Symbol|true",
      "(function () {}).bind()|true", "new Proxy(class {}, {})|true", "() => 1|false", "async () => 1|false",
      "function* () {}|false", "async function () {}|false", "({ method() {} }).method|false", "Math.max|false",
      "(() => 1).bind()|false", "new Proxy(() => 1, {})|false",
      "Object.getOwnPropertyDescriptor({ get x() { return 1 } }, 'x').get|false"})
  void whatIsAConstructorIsKnown(String expression, boolean constructor) {
    JsFunction function = function(expression);

    assertThat(holds("f => { try { Reflect.construct(Object, [], f); return true } catch { return false } }", function))
        .isEqualTo(constructor);
    if (constructor) {
      assertThat(expression.equals("Proxy") || expression.equals("Symbol") || expression.contains("null") || function
          .construct()
          .isInstanceOf(js.eval("Object").asFunction())).isTrue();
    } else {
      assertThatThrownBy(function::construct).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no constructor");
    }
  }

  @Test
  void aConstructorMakesAnInstance() {
    JsFunction type = function("function (a) { if (a !== undefined) this.pika = a }");
    type.get("prototype").asObject().set("pika", JsString.of("chu"));
    JsObject empty = type.construct();
    JsObject who = type.construct(JsString.of("who"));

    assertThat(empty.get("pika")).isEqualTo(JsString.of("chu"));
    assertThat(who.get("pika")).isEqualTo(JsString.of("who"));
    assertThat(empty.isInstanceOf(type)).isTrue();
    assertThat(js.newObject().isInstanceOf(type)).isFalse();
    assertThat(js.eval("Date").asFunction().construct(JsNumber.of(0)).invoke("toISOString")).isEqualTo(JsString.of(
        "1970-01-01T00:00:00.000Z"));
  }

  @Test
  void aConstructorMayReturnAnotherObject() {
    JsObject other = js.eval("var other = {}; other").asObject();

    assertThat(function("function () { return other }").construct().isSame(other)).isTrue();
    assertThat(function("function () { return 7 }").construct().isSame(other)).isFalse();
    assertThat(function("class { constructor() { this.target = new.target } }").construct().get("target").typeOf())
        .isEqualTo("function");
    assertThat(thrownBy(() -> function("class extends Object { constructor() {} }").construct()).name()).isEqualTo(
        "ReferenceError");
    assertThat(thrownBy(() -> js.eval("Symbol").asFunction().construct()).name()).isEqualTo("TypeError");
    assertThat(thrownBy(() -> js.eval("Proxy").asFunction().construct()).name()).isEqualTo("TypeError");
    assertThat(thrownBy(() -> function("class {}").call()).name()).isEqualTo("TypeError");
  }

  @Covers("JSValueIsInstanceOfConstructor")
  @Test
  void instanceofIsTheOperator() {
    JsFunction array = js.eval("Array").asFunction();

    assertThat(js.newArray().isInstanceOf(array)).isTrue();
    assertThat(js.newArray().isInstanceOf(js.eval("Object").asFunction())).isTrue();
    assertThat(js.newObject().isInstanceOf(array)).isFalse();
    assertThat(js.newObject().isInstanceOf(js.eval("({ [Symbol.hasInstance]: () => 'truthy' })").asObject())).isTrue();
    assertThat(thrownBy(() -> js.newObject().isInstanceOf(js.newObject())).name()).isEqualTo("TypeError");
    assertThat(thrownBy(() -> js.newObject()
        .isInstanceOf(js.eval(
            "({ get [Symbol.hasInstance]() { throw new RangeError('asked') } })").asObject())).name()).isEqualTo(
                "RangeError");
    assertThat(js.eval("Object.create(new Proxy({}, { getPrototypeOf: () => Array.prototype }))")
        .asObject()
        .isInstanceOf(array)).isTrue();
  }

  /** From outside there is no caller: the frame below is none of JavaScript's. */
  @Test
  void aFunctionThatIsNotRunningHasNoArgumentsAndNoCaller() {
    JsFunction function = function("function () {}");

    assertThat(function.get("arguments")).isEqualTo(JsValue.ofNull());
    assertThat(function.get("caller")).isEqualTo(JsValue.ofNull());
    assertThat(js.eval("(function ok(v) { return ok.arguments[0] })(42)").asInt()).isEqualTo(42);
    assertThat(js.eval("(function ok(v) { return ok.caller })(42)")).isEqualTo(JsValue.ofNull());
  }

  @Covers("JSObjectMakeFunction")
  @Test
  void theFunctionConstructorWorksAndReportsItsErrors() {
    JsFunction constructor = js.eval("Function").asFunction();
    JsFunction made = constructor.construct(JsString.of("foo"), JsString.of("return foo")).asFunction();

    assertThat(made.call(JsNumber.of(2))).isEqualTo(JsNumber.of(2));
    assertThat(js.coerceToString(made)).isEqualTo("function anonymous(foo\n) {\nreturn foo\n}");
    assertThat(thrownBy(() -> constructor.construct(JsString.of("rreturn Array;"))).name()).isEqualTo("SyntaxError");
  }
}
