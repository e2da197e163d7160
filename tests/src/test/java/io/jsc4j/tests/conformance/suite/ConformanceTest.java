package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsBoolean;
import io.jsc4j.JsCapability;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that run once for each way to open a context. */
@NeedsEngine
@Tag("collector")
@ParameterizedClass(name = "{0}")
@MethodSource("io.jsc4j.tests.conformance.suite.ContextFactory#chosen")
abstract class ConformanceTest {
  @Parameter
  ContextFactory factory = ContextFactory.ALONE;

  /** The context. */
  JsContext js;

  private AutoCloseable owner;

  @BeforeEach
  final void openContext() {
    ContextFactory.Opened opened = factory.open();
    js = opened.context();
    owner = opened.owner();
  }

  @AfterEach
  final void closeContext() throws Exception {
    owner.close();
  }

  /** A function, from the text of a function expression. */
  final JsFunction function(String source) {
    return js.eval("(" + source + ")").asFunction();
  }

  /** Whether a function of JavaScript says {@code true} of these values. */
  final boolean holds(String predicate, JsValue... values) {
    JsValue answer = function(predicate).call(values);
    Assertions.assertThat(answer).as("what %s says", predicate).isInstanceOf(JsBoolean.class);
    return answer.asBoolean();
  }

  /** Skips the test where the engine can't do what it is about. */
  static void assumeCapability(JsCapability capability) {
    Assumptions.assumeTrue(JsEngine.load().capabilities().contains(capability), () -> "the engine lacks " + capability);
  }

  /** What a script throws that nothing catches. */
  final JsThrownException thrownBy(String source) {
    return thrownBy(() -> js.eval(source));
  }

  /** What JavaScript throws that nothing catches. */
  static JsThrownException thrownBy(ThrowingCallable action) {
    return Assertions.catchThrowableOfType(JsThrownException.class, action);
  }
}
