package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Deep recursion through both languages ends in an exception, never in a crash, and leaves everything usable. */
@NeedsEngine
@Tag("slow")
final class RecursionTest {
  /** Runs on a thread of its own: where a stack overflows depends on its size. */
  private static void onStackOf(long kilobytes, Consumer<JsContext> test) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> {
      try (JsContext js = JsContext.open()) {
        test.accept(js);
      } catch (Throwable t) {
        failure.set(t);
      }
    }, "recursion", kilobytes << 10);
    thread.start();
    thread.join();
    Throwable failed = failure.get();
    if (failed != null) {
      throw new AssertionError("on a stack of " + kilobytes + " KB", failed);
    }
    assertThat(JsEngine.liveResources().runtimes()).isZero();
  }

  private static void define(JsContext js, String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  private static int javaDepth(int depth) {
    return depth == 0 ? 0 : 1 + javaDepth(depth - 1);
  }

  @Test
  void endlessJavaScriptRecursionIsARangeError() throws InterruptedException {
    onStackOf(1024, js -> {
      assertThatThrownBy(() -> js.eval("(function f() { f() })()")).isInstanceOf(JsThrownException.class)
          .hasMessage("RangeError: Maximum call stack size exceeded.");
      assertThat(js.eval("1 + 1").asInt()).isEqualTo(2);
    });
  }

  @Test
  void hundredsOfLevelsThroughBothLanguagesWork() throws InterruptedException {
    onStackOf(4096, js -> {
      define(js, "down", call -> {
        int n = call.arg(0).asInt();
        return n == 0 ? JsNumber.of(0) : JsNumber.of(1 + js.eval("down(" + (n - 1) + ")").asInt());
      });
      assertThat(js.eval("down(200)").asInt()).isEqualTo(200);
    });
  }

  /** Describing the failure to the script fails there, too, with a RangeError of the engine. */
  @Test
  void aHostFunctionThatFailsWhereTheStackEndsLeavesNoHandle() throws InterruptedException {
    long before = JsEngine.liveResources().handles();
    onStackOf(4096, js -> {
      define(js, "fail", call -> {
        throw new UnsupportedOperationException("mine");
      });
      js.eval("try { fail() } catch {} (function deep() { try { deep(); fail() } catch {} })()");
    });
    assertThat(JsEngine.liveResources().handles()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {512, 700, 1024, 4096})
  void endlessRecursionThroughBothLanguagesEnds(long kilobytes) throws InterruptedException {
    onStackOf(kilobytes, js -> {
      define(js, "java", call -> js.eval("script()"));
      js.eval("function script() { return java() }");
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> js.eval("script()")).satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(StackOverflowError.class),
            e -> assertThat(e).isInstanceOf(JsThrownException.class).hasMessageContaining("Maximum call stack size"));
        assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
        assertThat(js.newObject().keys()).isEmpty();
      }
    });
  }

  /** The overflow strikes at another instruction each time. */
  @Test
  void theStackMayOverflowAnywhere() throws InterruptedException {
    onStackOf(600, js -> {
      define(js, "java", call -> {
        JsObject object = call.arg(0).asObject();
        int depth = object.get("depth").asInt();
        object.set("depth", JsNumber.of(depth + 1));
        javaDepth(depth % 7);
        return js.eval("script").asFunction().call(object);
      });
      js.eval("function script(o) { try { return java(o) } finally { o.unwound = (o.unwound ?? 0) + 1 } }");
      for (int i = 0; i < 25; i++) {
        JsObject object = js.newObject();
        object.set("depth", JsNumber.of(i));
        int before = i;
        assertThatThrownBy(() -> nested(js, object, before)).satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(StackOverflowError.class),
            e -> assertThat(e).isInstanceOf(JsThrownException.class).hasMessageContaining("Maximum call stack size"));
        assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
      }
    });
  }

  private static JsValue nested(JsContext js, JsObject object, int levels) {
    return levels == 0 ? js.eval("script").asFunction().call(object) : nested(js, object, levels - 1);
  }

  @Test
  void aStackOverflowErrorOfJavaComesOutAsTheSameObject() throws InterruptedException {
    onStackOf(1024, js -> {
      StackOverflowError mine = new StackOverflowError("mine");
      define(js, "overflow", _ -> {
        throw mine;
      });
      assertThatThrownBy(() -> js.eval("overflow()")).isSameAs(mine);
      assertThat(js.eval("try { overflow() } catch (e) { e instanceof RangeError && e.message }").asString()).isEqualTo(
          "Maximum call stack size exceeded.");
    });
  }

  @Test
  void endlessJavaRecursionInsideAHostFunctionCanBeCaughtByAScript() throws InterruptedException {
    onStackOf(1024, js -> {
      define(js, "overflow", call -> JsNumber.of(javaDepth(Integer.MAX_VALUE)));
      assertThat(js.eval("try { overflow() } catch (e) { e instanceof Error }").asBoolean()).isTrue();
      assertThatThrownBy(() -> js.eval("overflow()")).isInstanceOf(StackOverflowError.class);
    });
  }

  @Test
  void recursionThroughGettersAndConversions() throws InterruptedException {
    onStackOf(1024, js -> {
      define(js, "java", call -> JsNumber.of(js.coerceToString(call.thisValue()).length()));
      JsObject object = js.eval("({ toString() { return java.call(this) } })").asObject();
      assertThatThrownBy(() -> js.coerceToString(object)).satisfiesAnyOf(
          e -> assertThat(e).isInstanceOf(StackOverflowError.class),
          e -> assertThat(e).isInstanceOf(JsThrownException.class).hasMessageContaining("Maximum call stack size"));
      assertThat(js.eval("1").asInt()).isOne();
    });
  }

  @Test
  void nestedSourceIsRefusedNotCrashed() throws InterruptedException {
    onStackOf(1024, js -> {
      String nested = "[".repeat(1_000_000) + "]".repeat(1_000_000);
      assertThatThrownBy(() -> js.eval(nested)).isInstanceOf(io.jsc4j.JsException.class);
      assertThat(js.eval("1").asInt()).isOne();
    });
  }
}
