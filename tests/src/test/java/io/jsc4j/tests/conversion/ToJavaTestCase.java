package io.jsc4j.tests.conversion;

import io.jsc4j.JsConversionException;
import io.jsc4j.JsType;
import io.jsc4j.tests.support.ContextTest;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A test that converts JavaScript values to Java. */
abstract class ToJavaTestCase extends ContextTest {
  final <T> @Nullable T convert(String expression, Class<T> type) {
    return js.toJava(js.eval("(" + expression + ")"), type);
  }

  final <T> @Nullable T convert(String expression, JsType<T> type) {
    return js.toJava(js.eval("(" + expression + ")"), type);
  }

  final void assertRefused(String expression, Class<?> type, String path, String problem) {
    assertThat(catchThrowableOfType(JsConversionException.class, () -> convert(expression, type))).as(expression)
        .hasMessage(path + ": " + problem)
        .extracting(JsConversionException::path)
        .isEqualTo(path);
  }

  final void assertRefused(String expression, JsType<?> type, String path, String problem) {
    assertThat(catchThrowableOfType(JsConversionException.class, () -> convert(expression, type))).as(expression)
        .hasMessage(path + ": " + problem)
        .extracting(JsConversionException::path)
        .isEqualTo(path);
  }
}
