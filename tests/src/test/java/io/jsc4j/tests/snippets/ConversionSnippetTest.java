package io.jsc4j.tests.snippets;

import io.jsc4j.JsConversion;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsTag;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The snippets of conversion. */
final class ConversionSnippetTest extends ContextTest {
  // @start region="tag"
  sealed interface Shape permits Circle, Square {}

  @JsTag("circle")
  record Circle(double radius) implements Shape {} // { type: "circle", radius: 1 }

  record Square(double side) implements Shape {} // { type: "Square", side: 1 }
  // @end

  @Test
  void tag() {
    assertThat(js.toJava(js.eval("({ type: 'circle', radius: 1 })"), Shape.class)).isEqualTo(new Circle(1));
    assertThat(js.toJava(js.eval("({ type: 'Square', side: 1 })"), Shape.class)).isEqualTo(new Square(1));
  }

  @Test
  void conversion() {
    // @start region="conversion"
    js.setConversion(JsConversion.defaults().withUnknownFields(JsConversion.UnknownFields.REFUSE));
    // @end
    JsValue more = js.eval("({ radius: 1, colour: 'red' })");
    assertThatThrownBy(() -> js.toJava(more, Circle.class)).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void genericType() {
    JsValue value = js.eval("({ Ada: [1, 2], Grace: [] })");
    @Nullable Map<String, List<Integer>> read = genericType(value);
    assertThat(read).isEqualTo(Map.of("Ada", List.of(1, 2), "Grace", List.of()));
  }

  private @Nullable Map<String, List<Integer>> genericType(JsValue value) {
    // @start region="type"
    Map<String, List<Integer>> scores = js.toJava(value, new JsType<Map<String, List<Integer>>>() {});
    // @end
    return scores;
  }
}
