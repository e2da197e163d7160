package io.jsc4j.tests.abuse;

import io.jsc4j.HostFunction;
import io.jsc4j.JsCall;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import io.jsc4j.tests.support.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("try") // closing too early and twice is the subject
@NeedsEngine
@Tag("collector")
final class JsContextAbuseTest {
  private static void define(JsContext js, String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  private static void assertUsable(JsContext js) {
    assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
  }

  @Test
  void usedAfterClose() {
    JsContext js = JsContext.open();
    JsObject object = js.newObject();
    JsRef<? extends JsObject> ref = object.retain();
    JsScope scope = js.openScope();
    js.close();

    assertThat(js.isClosed()).isTrue();
    assertThat(js.runtime().isClosed()).isTrue();
    assertThat(js.toString()).endsWith("(closed)");
    assertThat(object.toString()).startsWith("JsObject@");
    assertThat(object.context()).isSameAs(js);
    assertThatThrownBy(() -> js.eval("1")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the context has been closed");
    assertThatThrownBy(js::global).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(js::openScope).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> js.await(JsValue.undefined(), Duration.ZERO)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> object.get("a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(object::retain).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(ref::get).isInstanceOf(IllegalStateException.class);
    ref.close();
    scope.close();
  }

  @Test
  void closedTwice() {
    JsContext js = JsContext.open();
    js.close();
    js.close();
    try (JsRuntime runtime = JsRuntime.open()) {
      JsContext shared = runtime.openContext();
      shared.close();
      shared.close();
      assertUsable(runtime.openContext());
    }
  }

  @Test
  void usedFromAnotherThread() throws Exception {
    try (JsContext js = JsContext.open()) {
      JsObject object = js.newObject();
      Threads.assertWrongThread(() -> js.eval("1"));
      Threads.assertWrongThread(js::close);
      Threads.assertWrongThread(() -> object.set("a", JsNumber.of(1)));
      Threads.onPlatformThread(() -> {
        assertThat(object.toString()).startsWith("JsObject@");
        assertThat(object.hashCode()).isEqualTo(System.identityHashCode(object));
        assertThat(js.toString()).startsWith("context");
        assertThat(js.isClosed()).isFalse();
      });
      assertUsable(js);
    }
  }

  @Test
  void usedFromAnotherThreadWhileItIsRunning() {
    try (JsContext js = JsContext.open()) {
      define(js, "elsewhere", call -> {
        try {
          Threads.assertWrongThread(() -> js.eval("1"));
          Threads.assertWrongThread(js::close);
          Threads.assertWrongThread(call::thisValue);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
        return JsValue.undefined();
      });
      js.eval("elsewhere()");
      assertUsable(js);
    }
  }

  @Test
  void closedInsideItsOwnCallback() {
    try (JsContext js = JsContext.open();
        JsRuntime runtime = JsRuntime.open();
        JsContext shared = runtime.openContext()) {
      for (JsContext context : List.of(js, shared)) {
        define(context, "close", call -> {
          context.close();
          return JsValue.undefined();
        });
        assertThatThrownBy(() -> context.eval("close()")).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("running JavaScript")
            .hasMessageContaining("not from inside a host function");
        assertThat(context.eval("try { close() } catch (e) { 'refused' }").asString()).isEqualTo("refused");
        assertThatThrownBy(() -> context.newArray(JsNumber.of(2), JsNumber.of(1))
            .invoke("sort", context.global().get("close")))
            .isInstanceOf(IllegalStateException.class);
        assertUsable(context);
      }
    }
  }

  @Test
  void closedInsideAMicrotask() {
    try (JsRuntime runtime = JsRuntime.open(JsRuntimeOptions.defaults()
        .withErrorExposure(JsErrorExposure.MESSAGES)); JsContext js = runtime.openContext()) {
      define(js, "close", call -> {
        js.close();
        return JsValue.undefined();
      });
      js.eval("var state; Promise.resolve().then(close).catch(e => { state = e.message })");

      assertThat(js.eval("state").asString()).contains("running JavaScript");
    }
  }

  @Test
  void anotherContextOfTheRuntimeClosedInsideACallback() {
    try (JsRuntime runtime = JsRuntime.open()) {
      JsContext running = runtime.openContext();
      JsContext other = runtime.openContext();
      JsObject ofOther = other.newObject();
      define(running, "close", call -> {
        other.close();
        assertThat(other.isClosed()).isTrue();
        assertThatThrownBy(() -> other.eval("1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ofOther.get("a")).isInstanceOf(IllegalStateException.class);
        return running.newObject();
      });

      assertThat(running.eval("close()").asObject().keys()).isEmpty();
      assertThatThrownBy(() -> running.global().set("o", ofOther)).isInstanceOf(IllegalStateException.class);
      assertUsable(running);
      assertThat(JsEngine.liveResources().contexts()).isOne();
    }
  }

  @Test
  void anOuterContextClosedInsideACallbackOfAnInnerOne() {
    try (JsRuntime runtime = JsRuntime.open()) {
      JsContext outer = runtime.openContext();
      JsContext inner = runtime.openContext();
      define(inner, "close", call -> {
        outer.close();
        return JsValue.undefined();
      });
      define(outer, "nest", call -> {
        inner.eval("close()");
        return JsValue.undefined();
      });

      assertThatThrownBy(() -> outer.eval("nest()")).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("running JavaScript");
      assertUsable(outer);
      assertUsable(inner);
    }
  }

  @Test
  void aContextOpenedAndClosedInsideACallback() {
    try (JsContext js = JsContext.open()) {
      define(js, "nest", call -> {
        try (JsContext inner = js.runtime().openContext()) {
          inner.global().set("given", call.arg(0));
          return JsNumber.of(inner.eval("given.n + 1").asInt());
        }
      });
      assertThat(js.eval("nest({ n: 1 }) + nest({ n: 2 })").asInt()).isEqualTo(5);
      assertThat(JsEngine.liveResources().contexts()).isOne();
    }
  }

  @Test
  void aContextThatOwnsItsRuntimeClosedInsideACallbackOfAGuest() {
    try (JsContext owner = JsContext.open()) {
      JsContext guest = owner.runtime().openContext();
      define(guest, "close", call -> {
        owner.close();
        return JsValue.undefined();
      });

      assertThatThrownBy(() -> guest.eval("close()")).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("running JavaScript");
      assertUsable(owner);
      assertUsable(guest);
    }
  }

  @Test
  void aContextClosedInsideItsUnhandledRejectionHandler() {
    try (JsContext js = JsContext.open()) {
      js.onUnhandledRejection((_, _) -> js.close());

      assertThatThrownBy(() -> js.eval("Promise.reject(1)")).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("running JavaScript");
      assertUsable(js);
    }
  }

  @Test
  void aContextClosedWhileItAwaits() {
    try (JsRuntime runtime = JsRuntime.open()) {
      JsContext js = runtime.openContext();
      define(js, "close", call -> {
        js.close();
        return JsValue.undefined();
      });
      JsValue promise = js.eval("""
          WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(close)""");
      // Deferred work runs outside every call of the context, so closing is refused or done; neither may harm.
      assertThatThrownBy(() -> js.await(promise, Duration.ofSeconds(10))).isInstanceOf(IllegalStateException.class);
      JsContext next = runtime.openContext();
      assertUsable(next);
    }
  }

  @Test
  void aCallUsedAfterItsReturn() {
    try (JsContext js = JsContext.open()) {
      List<JsCall> kept = new ArrayList<>();
      define(js, "keep", call -> {
        kept.add(call);
        return JsValue.undefined();
      });
      js.eval("keep(1, {}, 'three')");
      JsCall call = kept.getFirst();

      assertThatThrownBy(() -> call.arg(0)).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the call of host function 'keep' has returned");
      assertThatThrownBy(call::args).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(call::thisValue).isInstanceOf(IllegalStateException.class);
      assertThat(call.count()).isEqualTo(3);
      assertThat(call.functionName()).isEqualTo("keep");
      assertThat(call.context()).isSameAs(js);
      define(js, "again", _ -> call.arg(0));
      assertThatThrownBy(() -> js.eval("again()")).hasMessageContaining("has returned");
    }
  }

  @Test
  void anOuterCallUsedInsideAnInnerOne() {
    try (JsContext js = JsContext.open()) {
      List<JsCall> kept = new ArrayList<>();
      define(js, "outer", call -> {
        kept.add(call);
        return js.eval("inner()");
      });
      define(js, "inner", call -> JsNumber.of(kept.getFirst().arg(0).asInt() + kept.getFirst().args().size()));

      assertThat(js.eval("outer(40, 0)").asInt()).isEqualTo(42);
    }
  }
}
