package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class StrictEvalTest extends ContextTest {
  @ParameterizedTest
  @ValueSource(strings = {"eval('1')", "(0, eval)('1')", "new Function('return 1')", "Function('1')",
      "(() => {}).constructor('1')", "(function* () {}).constructor('1')", "(async () => {}).constructor('1')"})
  void scriptsCannotMakeCodeFromStrings(String source) {
    js.disableEval("code from strings is off");

    assertThatThrownBy(() -> js.eval(source)).isInstanceOf(JsThrownException.class)
        .hasMessage("EvalError: code from strings is off");
    assertUsable();
  }

  @Test
  void javaCan() {
    js.disableEval("");
    js.global().set("run", js.function("run", call -> js.eval(call.arg(0).asString())));

    assertThat(js.eval("run('20 + 1') * 2").asInt()).isEqualTo(42);
    assertThat(js.eval(js.runtime().compile("5")).asInt()).isEqualTo(5);
    assertThat(js.function("f", call -> JsNumber.of(1)).call().asInt()).isOne();
    assertThat(js.eval("(x => x)").asFunction().callWith(JsString.of("t"), JsNumber.of(2)).asInt()).isEqualTo(2);
  }

  @Test
  void otherContextsAreNotAffected() {
    js.disableEval("off");
    try (JsContext other = js.runtime().openContext()) {
      assertThat(other.eval("eval('1 + 1')").asInt()).isEqualTo(2);
    }
  }
}
