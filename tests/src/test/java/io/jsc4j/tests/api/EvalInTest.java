package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Evaluating in a scope object, in a context whose {@code eval} is enabled and in one where it isn't. */
final class EvalInTest extends ContextTest {
  private JsValue evalIn(boolean enabled, String source, JsObject scope) {
    if (!enabled) {
      js.disableEval("off");
    }
    return js.evalIn(source, scope);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesAreThoseOfTheScopeFirst(boolean enabled) {
    js.eval("var a = 'global a', b = 'global b'; let c = 'lexical c'");
    JsObject scope = object("{ a: 'scope a', __proto__: { d: 'inherited d' } }");

    assertThat(evalIn(enabled, "[a, b, c, d, typeof e].join()", scope).asString())
        .isEqualTo("scope a,global b,lexical c,inherited d,undefined");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void assignmentsSetWhatTheScopeHas(boolean enabled) {
    js.eval("var a = 1, b = 1");
    JsObject scope = object("{ a: 1 }");
    evalIn(enabled, "a = 2; b = 3; fresh = 4", scope);

    assertThat(scope.get("a").asInt()).isEqualTo(2);
    assertThat(js.eval("[a, b, fresh].join()").asString()).isEqualTo("1,3,4");
    assertThat(scope.has("fresh")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void declarationsStayInside(boolean enabled) {
    JsObject scope = object("{ a: 1 }");
    JsValue closure = evalIn(enabled,
        "var v = 1; let l = 2; const k = 3; function f() {} class C {} var a = 9; () => v + l + k + a",
        scope);

    assertThat(closure.asFunction().call().asInt()).isEqualTo(15);
    assertThat(js.eval("[typeof v, typeof l, typeof k, typeof f, typeof C].join()").asString())
        .isEqualTo("undefined,undefined,undefined,undefined,undefined");
    assertThat(scope.keys()).containsExactly("a");
    assertThat(scope.get("a").asInt()).isOne();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1; 2 | 2", "if (true) { 3 } | 3",
      "for (let i = 0; i < 3; i++) i | 2",
      "var x = 1 | undefined",
      "'' | ''", "({}).x | undefined", "try { 5 } finally { 6 } | 5", "do { 7; break } while (true) | 7",
      "8 // the end | 8", "'use strict'; (function () { return typeof this })() | undefined"})
  void theValueIsThatOfTheLastStatement(String source, String value) {
    JsObject scope = js.newObject();
    String expected = value.equals("''") ? "" : value;

    assertThat(js.coerceToString(js.evalIn(source, scope))).isEqualTo(expected);
    js.disableEval("off");
    assertThat(js.coerceToString(js.evalIn(source, scope))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"}) + ({", "} evil(); {", "}", "/*", "`", "return 1", "new.target", "await 1; break",
      "*/ evil() /*",
      "}; evil(); with ({}) {", "let let = 1", "super.x", "yield = 1; 'use strict' 1", "); evil("})
  void nothingBreaksOut(String source) {
    js.eval("globalThis.evil = () => { globalThis.hit = true }");
    JsObject scope = js.newObject();

    assertThatThrownBy(() -> js.evalIn(source, scope)).isInstanceOf(JsSyntaxException.class);
    js.disableEval("off");
    assertThatThrownBy(() -> js.evalIn(source, scope)).isInstanceOf(JsSyntaxException.class);
    assertThat(js.eval("typeof hit").asString()).isEqualTo("undefined");
    assertThatThrownBy(() -> js.eval("eval('1')")).hasMessage("EvalError: off");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void helpersCannotBeSeen(boolean enabled) {
    JsObject scope = object("""
        new Proxy({ log: [] }, { has(target, key) { target.log.push(key); return key in target },
          get: (target, key) => key === 'log' ? [...target.log] : target[key] })""");
    assertThat(evalIn(enabled, "typeof arguments + typeof foo", scope).asString()).isEqualTo("undefinedundefined");
    assertThat(scope.get("log").asObject().invoke("join").asString()).isEqualTo("arguments,foo");
    assertThat(js.evalIn("this === globalThis", scope).asBoolean()).isTrue();
    assertThat(js.eval("Object.getOwnPropertyNames(globalThis).filter(name => /source|begin|scope/.test(name)).length")
        .asInt())
        .isZero();
  }

  @Test
  void aScopeThatHasEveryNameGetsThemAll() {
    JsObject scope = js.eval(
        "new Proxy({}, { has: () => true, get: (t, key) => key === Symbol.unscopables ? undefined : key })")
        .asObject();

    assertThat(js.evalIn("anything + Object", scope).asString()).isEqualTo("anythingObject");
    js.disableEval("off");
    assertThat(js.evalIn("anything + Object", scope).asString()).isEqualTo("anythingObject");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void overwrittenGlobalsChangeNothing(boolean enabled) {
    js.eval(
        """
            globalThis.eval = () => 'mine'; Reflect.apply = Function.prototype.call = Function.prototype.apply = () => 'mine';
            Object.prototype.eval = 'mine'; Object.prototype.inScope = Object.prototype.strict = () => () => 'mine';
            delete Symbol.unscopables; Array.prototype[Symbol.iterator] = undefined""");

    assertThat(evalIn(enabled, "a + 1", object("{ a: 41 }")).asInt()).isEqualTo(42);
    assertThat(js.evalStrict("6 * 7").asInt()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void methodsOfTheScopeGetItAsThis(boolean enabled) {
    JsObject scope = object("{ self() { return this } }");

    assertThat(evalIn(enabled, "self()", scope).isSame(scope)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void strictTextIsStrict(boolean enabled) {
    JsObject scope = object("{ a: Object.freeze({ x: 1 }) }");

    assertThatThrownBy(() -> evalIn(enabled, "'use strict'; a.x = 2", scope)).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("TypeError");
    assertThatThrownBy(() -> js.evalIn("/* c */ 'a'; \"use strict\"\nfresh = 1", scope)).hasMessageStartingWith(
        "ReferenceError");
    assertThat(js.evalIn("('use strict'); a.x = 2; a.x", scope).asInt()).isOne();
  }

  @Test
  void errorsKnowTheirPlace() {
    assertThatThrownBy(() -> js.evalIn("a;\n  throw new Error('x')", object("{ a: 1 }"))).isInstanceOfSatisfying(
        JsThrownException.class, e -> {
          assertThat(e.line()).hasValue(2);
          assertThat(e.column()).hasValue(18);
          assertThat(e.getStackTrace()[0].getMethodName()).isEqualTo("eval code");
          assertThat(e.getStackTrace()).noneMatch(frame -> String.valueOf(frame.getFileName()).contains("jsc4j:realm"));
        });
    assertThatThrownBy(() -> js.evalIn("1;\nlet x = ;", js.newObject())).isInstanceOfSatisfying(JsSyntaxException.class,
        e -> {
          assertThat(e.line()).hasValue(2);
          assertThat(e.column()).hasValue(9);
        });
    assertThatThrownBy(() -> js.evalIn("JSON.parse('{')", js.newObject())).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("SyntaxError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval('1')", "(0, eval)('1')", "(() => {}).constructor('1')", "new Function('1')",
      "'use strict'; eval('1')", "(() => eval('1'))()", "scopeEval('1')", "throw eval('1')",
      "function begin() {} eval('1')"})
  void disabledEvalStaysDisabledForTheTextItself(String source) {
    JsObject scope = js.newObject();
    scope.set("scopeEval", js.eval("eval"));
    js.disableEval("off");

    assertThatThrownBy(() -> js.evalIn(source, scope)).hasMessage("EvalError: off");
    assertThatThrownBy(() -> js.eval("eval('1')")).hasMessage("EvalError: off");
    assertThat(js.evalIn("1", scope).asInt()).isOne();
    assertThatThrownBy(() -> js.eval("eval('1')")).hasMessage("EvalError: off");
  }

  @Test
  void nestsAndIsCalledFromHostFunctions() {
    JsObject scope = js.newObject();
    scope.set("n", JsNumber.of(5));
    scope.set("again", js.function("again", call -> js.evalIn(call.arg(0).asString(), scope)));
    assertThat(js.evalIn("again('n = n + 1; again(\"n\") * 2')", scope).asInt()).isEqualTo(12);
    js.disableEval("off");
    assertThat(js.evalIn("again('n = n + 1; again(\"n\") * 2')", scope).asInt()).isEqualTo(14);
    assertThatThrownBy(() -> js.evalIn("again('1'); eval('1')", scope)).hasMessage("EvalError: off");
  }

  @Test
  void limitsHold() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(100)))) {
      JsObject scope = limited.newObject();
      assertThatThrownBy(() -> limited.evalIn("for (;;);", scope)).isInstanceOf(JsTerminatedException.class);
      limited.disableEval("off");
      assertThatThrownBy(() -> limited.evalIn("for (;;);", scope)).isInstanceOf(JsTerminatedException.class);
      assertThatThrownBy(() -> limited.evalStrict("for (;;);")).isInstanceOf(JsTerminatedException.class);
      assertThatThrownBy(() -> limited.eval("eval('1')")).hasMessage("EvalError: off");
      assertThat(limited.evalIn("1", scope).asInt()).isOne();
    }
  }

  @Test
  void scopesOfOtherContextsOfTheRuntimeWork() {
    try (JsContext other = js.runtime().openContext()) {
      other.eval("var g = 'other'");
      js.eval("var g = 'own'");
      assertThat(js.evalIn("g + a", other.eval("({ a: '!' })").asObject()).asString()).isEqualTo("own!");
      assertThat(js.evalIn("g", other.global()).asString()).isEqualTo("other");
    }
  }
}
