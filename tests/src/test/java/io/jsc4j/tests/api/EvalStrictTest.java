package io.jsc4j.tests.api;

import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class EvalStrictTest extends ContextTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isStrict(boolean enabled) {
    if (!enabled) {
      js.disableEval("off");
    }
    assertThat(js.evalStrict("(function () { return this })()").isUndefined()).isTrue();
    assertThatThrownBy(() -> js.evalStrict("fresh = 1")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("ReferenceError");
    assertThatThrownBy(() -> js.evalStrict("Object.freeze([]).push(1)")).hasMessageStartingWith("TypeError");
    assertThat(js.evalStrict("this").isSame(js.global())).isTrue();
    assertThat(js.evalStrict("if (true) 'completed'").asString()).isEqualTo("completed");
    assertThat(js.eval("fresh2 = 1; fresh2").asInt()).isOne();
  }

  @Test
  void declarationsStayInside() {
    assertThat(js.evalStrict("var v = 1; function f() { return v } f()").asInt()).isOne();
    assertThat(js.eval("typeof v + typeof f").asString()).isEqualTo("undefinedundefined");
  }

  @Test
  void positionsAreThoseOfTheText() {
    assertThatThrownBy(() -> js.evalStrict("throw new Error('first')")).isInstanceOfSatisfying(JsThrownException.class,
        e -> {
          assertThat(e.line()).hasValue(1);
          assertThat(e.column()).hasValue(16);
        });
    assertThatThrownBy(() -> js.evalStrict("1;\nwith (Math) PI")).isInstanceOfSatisfying(JsSyntaxException.class, e -> {
      assertThat(e.jsMessage()).contains("strict mode");
      assertThat(e.line()).hasValue(2);
      assertThat(e.column()).hasValue(1);
    });
    assertThatThrownBy(() -> js.evalStrict("let x = ;")).isInstanceOfSatisfying(JsSyntaxException.class, e -> {
      assertThat(e.line()).hasValue(1);
      assertThat(e.column()).hasValue(9);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"})(); (() => {", "} evil(); {", "return 1", "arguments = 1", "012", "delete x"})
  void whatDoesNotParseAsStrictCodeIsRefused(String source) {
    assertThatThrownBy(() -> js.evalStrict(source)).isInstanceOf(JsSyntaxException.class);
    js.disableEval("off");
    assertThatThrownBy(() -> js.evalStrict(source)).isInstanceOf(JsSyntaxException.class);
    assertThatThrownBy(() -> js.eval("eval('1')")).hasMessage("EvalError: off");
  }
}
