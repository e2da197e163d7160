package io.jsc4j.tests.api;

import io.jsc4j.JsBoolean;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsFunctionTest extends ContextTest {
  private JsFunction function(String source) {
    return js.eval("(" + source + ")").asFunction();
  }

  @Test
  void callPassesArguments() {
    JsFunction list = function("(...args) => JSON.stringify(args)");

    assertThat(list.call().asString()).isEqualTo("[]");
    assertThat(list.call(JsNumber.of(1), JsString.of("é"), JsBoolean.of(false), JsValue.ofNull()).asString())
        .isEqualTo("[1,\"é\",false,null]");
    assertThat(function("x => x === undefined").call(JsValue.undefined()).asBoolean()).isTrue();
  }

  @Test
  void callTakesManyArguments() {
    JsValue[] arguments = new JsValue[5_000];
    Arrays.fill(arguments, JsNumber.of(2));

    assertThat(function("(...args) => args.reduce((a, b) => a + b)").call(arguments).asInt()).isEqualTo(10_000);
  }

  @Test
  void stringArgumentsSurviveUntilTheCall() {
    JsValue[] arguments = new JsValue[500];
    Arrays.setAll(arguments, i -> JsString.of("argument " + i));

    assertThat(function("(...args) => args.every((a, i) => a === 'argument ' + i)").call(arguments).asBoolean())
        .isTrue();
  }

  @Test
  void callWithPassesAnyThis() {
    JsFunction strict = function("function () { 'use strict'; return this }");
    JsObject object = js.newObject();

    assertThat(strict.callWith(object).isSame(object)).isTrue();
    for (JsValue plain : List.of(JsValue.undefined(), JsValue.ofNull(), JsNumber.of(5), JsString.of("s"), JsBoolean.of(
        true))) {
      assertThat(strict.callWith(plain)).isEqualTo(plain);
    }
    assertThat(strict.callWith(js.newSymbol("s")).typeOf()).isEqualTo("symbol");
    assertThat(strict.callWith(js.eval("7n")).typeOf()).isEqualTo("bigint");
    assertThat(function("function (a, b) { return this + a + b }")
        .callWith(JsNumber.of(1), JsNumber.of(2), JsNumber.of(3))
        .asInt()).isEqualTo(6);
  }

  @Test
  void callWithoutThisSeesTheGlobalObject() {
    assertThat(function("function () { return this }").call().isSame(js.global())).isTrue();
  }

  @Test
  void constructMakesAnObject() {
    JsObject point = function("class Point { constructor(x, y) { this.x = x; this.y = y } }")
        .construct(JsNumber.of(3), JsNumber.of(4));

    assertThat(js.toJson(point)).hasValue("{\"x\":3,\"y\":4}");
    assertThat(js.eval("Array").asFunction().construct(JsNumber.of(3)).asArray().length()).isEqualTo(3);
    assertThat(js.eval("Function").asFunction().construct(JsString.of("return 5")).asFunction().call().asInt())
        .isEqualTo(5);
  }

  @Test
  void constructRefusesWhatIsNoConstructor() {
    for (JsFunction function : List.of(function("() => 1"), js.eval("({ m() {} }).m").asFunction(),
        function("async function () {}"), function("function* () {}"), js.eval("Math.max").asFunction(),
        js.function("f", call -> JsValue.undefined()))) {
      assertThatThrownBy(() -> function.construct()).isInstanceOf(IllegalStateException.class)
          .hasMessage("this function is no constructor");
    }
    assertUsable();
  }

  @Test
  void aClassCannotBeCalled() {
    assertThatThrownBy(() -> function("class A {}").call()).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("TypeError: Cannot call a class constructor");
  }

  @Test
  void whatAFunctionThrowsComesOut() {
    JsFunction thrower = function("x => { throw x }");

    assertThatThrownBy(() -> thrower.call(JsNumber.of(7))).isInstanceOfSatisfying(JsThrownException.class,
        e -> assertThat(e.thrown()).isEqualTo(JsNumber.of(7)));
    assertThatThrownBy(() -> thrower.callWith(JsNumber.of(1), JsString.of("s"))).hasMessage("s");
    assertThatThrownBy(() -> function("function () { throw 'constructing' }").construct()).hasMessage("constructing");
  }

  @Test
  void functionsAreObjects() {
    JsFunction function = function("function name(a, b) {}");
    function.set("extra", JsNumber.of(1));

    assertThat(function.get("name").asString()).isEqualTo("name");
    assertThat(function.get("length").asInt()).isEqualTo(2);
    assertThat(function.keys()).containsExactly("extra");
    assertThat(function.isInstanceOf(js.eval("Function").asFunction())).isTrue();
  }

  @Test
  void aCallableProxyIsAFunction() {
    JsFunction proxy = function("new Proxy(() => 1, { apply: (target, self, args) => args.length })");

    assertThat(proxy.call(JsNumber.of(1), JsNumber.of(2)).asInt()).isEqualTo(2);
    assertThat(proxy.proxyTarget()).hasValueSatisfying(t -> assertThat(t.asFunction().call().asInt()).isOne());
  }
}
