package io.jsc4j.tests.support;

import io.jsc4j.JsContext;
import io.jsc4j.JsObject;
import io.jsc4j.JsThrownException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A test with a context of its own, in a runtime of its own. */
@NeedsEngine
@Tag("collector")
public abstract class ContextTest {
  /** The context. */
  protected JsContext js;

  @BeforeEach
  final void openContext() {
    js = JsContext.open();
  }

  @AfterEach
  final void closeContext() {
    js.close();
  }

  /** Evaluates an object literal or another expression that gives an object. */
  protected final JsObject object(String expression) {
    return js.eval("(" + expression + ")").asObject();
  }

  /** What a script throws that nothing catches. */
  protected final JsThrownException thrownBy(String source) {
    return Assertions.catchThrowableOfType(JsThrownException.class, () -> js.eval(source));
  }

  /** Checks that the context still works, whatever was done to it. */
  protected final void assertUsable() {
    Assertions.assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
  }
}
