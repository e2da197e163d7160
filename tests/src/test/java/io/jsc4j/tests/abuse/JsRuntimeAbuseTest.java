package io.jsc4j.tests.abuse;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsScript;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import io.jsc4j.tests.support.Threads;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("try") // closing too early and twice is the subject
@NeedsEngine
@Tag("collector")
final class JsRuntimeAbuseTest {
  @Test
  void usedAfterClose() {
    JsRuntime runtime = JsRuntime.open();
    JsScript script = runtime.compile("1");
    runtime.close();

    assertThat(runtime.isClosed()).isTrue();
    assertThat(runtime.toString()).endsWith("(closed)");
    assertThat(runtime.limits()).isNotNull();
    assertThatThrownBy(runtime::openContext).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the runtime has been closed");
    assertThatThrownBy(() -> runtime.compile("1")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(runtime::collectGarbage).isInstanceOf(IllegalStateException.class);
    try (JsContext other = JsContext.open()) {
      assertThatThrownBy(() -> other.eval(script)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another runtime");
    }
  }

  @Test
  void closedTwice() {
    JsRuntime runtime = JsRuntime.open();
    JsContext context = runtime.openContext();
    runtime.close();
    runtime.close();
    context.close();
    context.close();

    assertThat(context.isClosed()).isTrue();
  }

  @Test
  void closedInsideACallback() {
    try (JsRuntime runtime = JsRuntime.open(); JsContext js = runtime.openContext()) {
      js.global().set("close", js.function("close", call -> {
        runtime.close();
        return JsValue.undefined();
      }));

      assertThatThrownBy(() -> js.eval("close()")).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("running JavaScript")
          .hasMessageContaining("not from inside a host function");
      assertThat(js.eval("try { close() } catch (e) { 'refused' }").asString()).isEqualTo("refused");
      assertThat(runtime.isClosed()).isFalse();
      assertThat(js.eval("1").asInt()).isOne();
    }
  }

  @Test
  void closedInsideAMicrotask() {
    try (JsRuntime runtime = JsRuntime.open(JsRuntimeOptions.defaults()
        .withErrorExposure(JsErrorExposure.MESSAGES)); JsContext js = runtime.openContext()) {
      js.global().set("close", js.function("close", call -> {
        runtime.close();
        return JsValue.undefined();
      }));
      js.eval("var state; Promise.resolve().then(close).catch(e => { state = e.message })");

      assertThat(js.eval("state").asString()).contains("running JavaScript");
    }
  }

  @Test
  void usedFromAnotherThread() throws Exception {
    try (JsRuntime runtime = JsRuntime.open()) {
      Threads.assertWrongThread(runtime::openContext);
      Threads.assertWrongThread(() -> runtime.compile("1"));
      Threads.assertWrongThread(runtime::collectGarbage);
      Threads.assertWrongThread(runtime::close);
      assertThat(runtime.isClosed()).isFalse();
    }
  }

  @Test
  void openedOnAVirtualThread() throws Exception {
    Threads.onVirtualThread(() -> {
      assertThatThrownBy(JsRuntime::open).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("needs a platform thread")
          .hasMessageContaining("VirtualThread");
      assertThatThrownBy(JsContext::open).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("needs a platform thread");
    });
    assertThat(JsEngine.liveResources().runtimes()).isZero();
  }

  @Test
  void usedFromAVirtualThread() throws Exception {
    try (JsRuntime runtime = JsRuntime.open(); JsContext js = runtime.openContext()) {
      Threads.onVirtualThread(() -> {
        assertThatThrownBy(() -> js.eval("1")).isInstanceOf(WrongThreadException.class);
        assertThatThrownBy(runtime::close).isInstanceOf(WrongThreadException.class);
      });
    }
  }

  @Test
  void nestedRuntimesOnOneThread() {
    try (JsContext outer = JsContext.open()) {
      outer.global().set("inner", outer.function("inner", call -> {
        try (JsContext inner = JsContext.open()) {
          return io.jsc4j.JsString.of(inner.eval("'inner'").asString());
        }
      }));
      assertThat(outer.eval("inner() + inner()").asString()).isEqualTo("innerinner");
    }
  }

  @Test
  void closedInAnyOrder() {
    JsRuntime one = JsRuntime.open();
    JsRuntime two = JsRuntime.open();
    JsContext ofOne = one.openContext();
    JsContext ofTwo = two.openContext();
    one.close();
    assertThat(ofTwo.eval("1").asInt()).isOne();
    assertThatThrownBy(() -> ofOne.eval("1")).isInstanceOf(IllegalStateException.class);
    two.close();
  }
}
