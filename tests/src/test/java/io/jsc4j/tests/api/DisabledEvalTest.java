package io.jsc4j.tests.api;

import io.jsc4j.JsNumber;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code disableEval}: every way from text to code that a script has. */
class DisabledEvalTest extends ContextTest {
  @BeforeEach
  void disable() {
    js.global().set("host", js.function("host", call -> JsNumber.of(1)));
    js.disableEval("not here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval('1')", "(0, eval)('1')", "eval?.('1')", "globalThis.eval('1')", "eval.call(null, '1')",
      "Reflect.apply(eval, undefined, ['1'])", "['1'].map(eval)", "'a'.replace(/a/, eval)",
      "(() => { 'use strict'; return eval('1'); })()", "new Function('return 1')", "Function('return 1')",
      "new Function()", "Reflect.construct(Function, ['return 1'])", "Reflect.construct(Function, [], Object)",
      "['return 1'].map(Function)", "[].constructor.constructor('return 1')", "host.constructor('return 1')",
      "Function.prototype.constructor('return 1')",
      "new (class extends Function { constructor() { super('return 1'); } })()",
      "(async () => {}).constructor('await 1')", "(function* () {}).constructor('yield 1')",
      "(async function* () {}).constructor('yield 1')",
      "Object.getPrototypeOf(async function () {}).constructor.apply(null, ['return 1'])"})
  void codeFromText(String script) {
    assertThatThrownBy(() -> js.eval(script)).hasMessageContaining("EvalError: not here");
    assertThatThrownBy(() -> js.evalIn(script, js.newObject())).hasMessageContaining("EvalError: not here");
    assertThatThrownBy(() -> js.evalStrict(script)).hasMessageContaining("EvalError: not here");
  }

  @Test
  void inAMicrotask() {
    assertThatThrownBy(() -> js.await(js.eval("Promise.resolve('1').then(eval)"), Duration.ofSeconds(10)))
        .hasMessageContaining("EvalError: not here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"typeof setTimeout", "typeof setInterval", "typeof ShadowRealm", "typeof Worker",
      "typeof execScript"})
  void noOtherFunctionTakesCode(String script) {
    assertThat(js.eval(script).asString()).isEqualTo("undefined");
  }

  @Test
  void anImportIsNoWayAround() {
    assertThatThrownBy(() -> js.await(js.eval("import('data:text/javascript,1')"), Duration.ofSeconds(10)))
        .hasMessageContaining("Could not import the module");
  }

  /** They take no text, or run none. */
  @Test
  void whatIsNotCodeStays() {
    assertThat(js.eval("eval(1) + JSON.parse('2') + Number('3') + new RegExp('4').source").asString()).isEqualTo("64");
    assertThat(js.evalIn("x + 1", object("{ x: 1 }")).asInt()).isEqualTo(2);
  }
}
