package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsScript;
import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsScriptTest extends ContextTest {
  @Test
  void runsAsOftenAsWanted() {
    JsScript script = js.runtime().compile("globalThis.n = (globalThis.n ?? 0) + 1");
    for (int i = 1; i <= 100; i++) {
      assertThat(js.eval(script).asInt()).isEqualTo(i);
    }
  }

  @Test
  void runsInEveryContextOfItsRuntime() {
    JsScript script = js.runtime().compile("globalThis.n = (globalThis.n ?? 0) + 1");
    try (JsContext other = js.runtime().openContext()) {
      js.eval(script);
      assertThat(js.eval(script).asInt()).isEqualTo(2);
      assertThat(other.eval(script).asInt()).isOne();
    }
  }

  @Test
  void knowsWhatItWasMadeOf() {
    JsScript script = js.runtime().compile("1\n2", "two.js", 10);

    assertThat(script.source()).isEqualTo("1\n2");
    assertThat(script.url()).isEqualTo("two.js");
    assertThat(script.firstLine()).isEqualTo(10);
    assertThat(script.runtime()).isSameAs(js.runtime());
    assertThat(script).hasToString("JsScript[two.js]");
    assertThat(js.runtime().compile("123").url()).isEmpty();
    assertThat(js.runtime().compile("123").firstLine()).isOne();
    assertThat(js.runtime().compile("123")).hasToString("JsScript[3 characters]");
  }

  @Test
  void parsesWhenItIsMade() {
    assertThatThrownBy(() -> js.runtime().compile("ok;\nlet x = ;", "bad.js", 5)).isInstanceOfSatisfying(
        JsSyntaxException.class, e -> {
          assertThat(e.sourceUrl()).hasValue("bad.js");
          assertThat(e.line()).hasValue(6);
          assertThat(e.column()).hasValue(9);
        });
    assertThatThrownBy(() -> js.runtime().compile("1", "a.js", 0)).isInstanceOf(IllegalArgumentException.class);
    assertUsable();
  }

  @Test
  void whatItThrowsNamesItsPlace() {
    JsScript script = js.runtime().compile("\nthrow new Error('late')", "late.js", 20);

    assertThatThrownBy(() -> js.eval(script)).isInstanceOfSatisfying(JsThrownException.class, e -> {
      assertThat(e.sourceUrl()).hasValue("late.js");
      assertThat(e.line()).hasValue(21);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 100_000, 100_001, Integer.MAX_VALUE - 1})
  void whatItThrowsHasItsPositionWhateverTheFirstLineIs(int firstLine) {
    JsScript script = js.runtime().compile("throw new Error('first')", "first.js", firstLine);

    assertThatThrownBy(() -> js.eval(script)).isInstanceOfSatisfying(JsThrownException.class, e -> {
      assertThat(e.line()).hasValue(firstLine);
      assertThat(e.column()).hasValue(16);
      assertThat(e.getStackTrace()[0]).hasToString("JavaScript.global code(first.js:" + firstLine + ")");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/usr/bin/env jsc\n5", "--> only a comment\n5", "<!-- too\n5", "\u20285",
      "'use strict'; 5"})
  void beginningsThatMeanSomethingKeepTheirMeaning(String source) {
    assertThat(js.eval(js.runtime().compile(source)).asInt()).isEqualTo(5);
    assertThat(js.eval(js.runtime().compile(source, "late.js", 30)).asInt()).isEqualTo(5);
  }

  @Test
  void directivesBehindEmptyLinesAreDirectives() {
    assertThat(js.eval(js.runtime().compile("'use strict'; (function () { return this })()", "s.js", 7)).isUndefined())
        .isTrue();
  }

  @Test
  void scriptsThatJavaForgetsAreFreedWithoutHarm() {
    for (int i = 0; i < 2_000; i++) {
      assertThat(js.eval(js.runtime().compile("(() => " + i + ")")).asFunction().call().asInt()).isEqualTo(i);
      if (i % 500 == 0) {
        System.gc();
        js.runtime().collectGarbage();
      }
    }
  }
}
