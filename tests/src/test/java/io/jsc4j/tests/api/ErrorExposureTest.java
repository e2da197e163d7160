package io.jsc4j.tests.api;

import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What scripts read of an exception is what the runtime exposes; Java's side is always the whole exception. */
@NeedsEngine
final class ErrorExposureTest {
  private static void with(JsErrorExposure exposure, Consumer<JsContext> test) {
    try (JsContext js = JsContext.open(JsRuntimeOptions.defaults().withErrorExposure(exposure))) {
      test.accept(js);
    }
  }

  /** What a script reads of what a host function throws. */
  private static String read(JsContext js, HostFunction function, String expression) {
    js.global().set("fail", js.function("fail", function));
    return js.coerceToString(js.eval("try { fail('its argument'); 'nothing' } catch (e) { " + expression + " }"));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      NONE,       Error: a host function failed, Error: a host function failed
      INTENDED,   Error: a host function failed, TypeError: for scripts
      MESSAGES,   Error: secret,                 TypeError: for scripts
      EVERYTHING, Error: secret,                 TypeError: for scripts
      """)
  void messages(JsErrorExposure exposure, String any, String intended) {
    with(exposure, js -> {
      assertThat(read(js, _ -> {
        throw new IllegalStateException("secret");
      }, "String(e)")).isEqualTo(any);
      assertThat(read(js, _ -> {
        throw HostException.typeError("for scripts");
      }, "String(e)")).isEqualTo(intended);
    });
  }

  @ParameterizedTest
  @EnumSource
  void classAndStackOnlyWhereEverythingIsShown(JsErrorExposure exposure) {
    with(exposure, js -> {
      String read = read(js, _ -> {
        throw new IllegalStateException("secret", new IllegalArgumentException());
      }, "e.javaClass + '|' + e.javaStack + '|' + Object.keys(e)");
      if (exposure == JsErrorExposure.EVERYTHING) {
        assertThat(read).startsWith("java.lang.IllegalStateException|java.lang.IllegalStateException: secret\n")
            .contains("ErrorExposureTest")
            .contains("Caused by: java.lang.IllegalArgumentException")
            .endsWith("|");
      } else {
        assertThat(read).isEqualTo("undefined|undefined|");
      }
    });
  }

  @ParameterizedTest
  @EnumSource
  void javaAlwaysSeesTheWholeException(JsErrorExposure exposure) {
    with(exposure, js -> {
      IllegalStateException failure = new IllegalStateException("secret", new RuntimeException("cause"));
      js.global().set("fail", js.function("fail", _ -> {
        throw failure;
      }));
      assertThat(catchThrowable(() -> js.eval("try { fail() } catch (e) { throw e }"))).isSameAs(failure)
          .hasMessage("secret")
          .hasRootCauseMessage("cause");
    });
  }

  @ParameterizedTest
  @EnumSource
  void noPropertyOfAHiddenExceptionTellsAnything(JsErrorExposure exposure) {
    String all = "let text = ''; for (let o = e; o; o = Object.getPrototypeOf(o)) for (const k of Reflect.ownKeys(o)) "
        + "try { text += String(k) + String(e[k]) } catch {} text";
    with(exposure, js -> {
      String text = read(js, _ -> {
        IllegalStateException failure = new IllegalStateException("secret", new RuntimeException("secret too"));
        failure.addSuppressed(new RuntimeException("secret as well"));
        throw failure;
      }, all);
      if (exposure.compareTo(JsErrorExposure.MESSAGES) < 0) {
        assertThat(text).doesNotContainIgnoringCase("secret").doesNotContain("java").doesNotContain("IllegalState");
      } else {
        assertThat(text).contains("secret");
      }
    });
  }

  @ParameterizedTest
  @EnumSource
  void whatAScriptThrewIsNeverHidden(JsErrorExposure exposure) {
    with(exposure, js -> assertThat(read(js, call -> call.context().eval("throw new RangeError('mine')"),
        "e instanceof RangeError && e.message")).isEqualTo("mine"));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsTheBuiltInClassOfTheContext(HostException.Kind kind) {
    with(JsErrorExposure.INTENDED, js -> {
      String name = read(js, _ -> {
        throw HostException.of(kind, "m");
      }, "e.name + ' ' + (e.constructor === globalThis[e.name]) + ' ' + (e instanceof Error) + ' ' + e.message");
      assertThat(name.replace("_", "").toUpperCase(java.util.Locale.ROOT)).isEqualTo(kind.name().replace("_", "")
          + " TRUE TRUE M");
    });
  }

  @Test
  void aHostExceptionHasWhatItWasMadeOf() {
    RuntimeException cause = new RuntimeException();

    assertThat(HostException.of(HostException.Kind.URI_ERROR, "m", cause)).hasMessage("m").cause().isSameAs(cause);
    assertThat(HostException.of(HostException.Kind.URI_ERROR, "m").kind()).isEqualTo(HostException.Kind.URI_ERROR);
    assertThat(HostException.rangeError("m").kind()).isEqualTo(HostException.Kind.RANGE_ERROR);
    assertThat(HostException.error("m")).hasNoCause();
  }

  @Test
  void wrongArgumentsAreToldWithoutTheirContent() {
    with(JsErrorExposure.INTENDED, js -> {
      assertThat(read(js, call -> call.arg(0).asArray(), "String(e)")).isEqualTo(
          "TypeError: expected array, got string");
      assertThat(read(js, call -> call.context().eval("('a secret of the host')").asFunction(), "String(e)")).isEqualTo(
          "TypeError: expected function, got string");
      assertThat(read(js, call -> io.jsc4j.JsNumber.of(call.context().eval("1.5").asInt()), "String(e)")).isEqualTo(
          "RangeError: expected a whole number of 32 bits");
      assertThatThrownBy(() -> js.eval("fail()")).isInstanceOf(ArithmeticException.class)
          .hasMessage("expected a whole number of 32 bits, got 1.5")
          .hasToString("java.lang.ArithmeticException: expected a whole number of 32 bits, got 1.5");
    });
    with(JsErrorExposure.NONE, js -> assertThat(read(js, call -> call.arg(0).asArray(), "String(e)")).isEqualTo(
        "Error: a host function failed"));
  }

  @Test
  void anExceptionWithoutAMessage() {
    HostFunction fail = _ -> {
      throw new UnsupportedOperationException();
    };
    with(JsErrorExposure.MESSAGES, js -> assertThat(read(js, fail, "e.message")).isEqualTo("a host function failed"));
    with(JsErrorExposure.EVERYTHING, js -> assertThat(read(js, fail, "e.message")).isEqualTo(
        "java.lang.UnsupportedOperationException"));
  }

  @Test
  void whatAScriptOfAnotherRuntimeThrewIsASecretOfThat() {
    with(JsErrorExposure.INTENDED, js -> {
      try (JsContext other = JsContext.open()) {
        List<JsThrownException> thrown = new ArrayList<>();
        assertThat(read(js, _ -> {
          try {
            return other.eval("throw new Error('secret')");
          } catch (JsThrownException e) {
            thrown.add(e);
            throw e;
          }
        }, "String(e)")).isEqualTo("Error: a host function failed");
        assertThat(catchThrowable(() -> js.eval("fail()"))).isSameAs(thrown.getLast());
      }
    });
  }

  @Test
  void aFunctionOfAClosedContextSaysSo() {
    try (JsRuntime runtime = JsRuntime.open(); JsContext js = runtime.openContext()) {
      try (JsContext closed = runtime.openContext()) {
        js.global().set("gone", closed.function("gone", _ -> JsValue.undefined()));
      }
      assertThat(js.eval("try { gone() } catch (e) { e.message }").asString()).isEqualTo(
          "the context of this host function has been closed");
      assertThat(catchThrowableOfType(JsThrownException.class, () -> js.eval("gone()"))).hasMessageContaining(
          "has been closed");
    }
  }
}
