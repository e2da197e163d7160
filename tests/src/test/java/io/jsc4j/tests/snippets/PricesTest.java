package io.jsc4j.tests.snippets;

import io.jsc4j.JsContext;
import io.jsc4j.junit.JsChecked;
import io.jsc4j.tests.support.NeedsEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of {@link JsChecked}. */
@NeedsEngine
@Tag("packaging")
// @start region="checked"
@JsChecked
class PricesTest {
  private final JsContext js = JsContext.open();

  @AfterEach
  void close() {
    js.close();
  }

  @Test
  void discount() {
    js.eval("const discount = price => price > 100 ? price * 0.9 : price");
    assertThat(js.eval("discount(200)").asDouble()).isEqualTo(180);
  }
}
// @end
