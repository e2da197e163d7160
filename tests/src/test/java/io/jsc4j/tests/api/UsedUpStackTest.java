package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.tests.support.NeedsEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Java recursion that calls the engine at every level until the stack is used up, so that a StackOverflowError, or the engine's own RangeError,
 * strikes at each instruction of the way in and out.
 */
@NeedsEngine
@Tag("soak")
@Tag("slow")
final class UsedUpStackTest {
  private static final int STACK_BYTES = 640 << 10;

  @SuppressWarnings("InfiniteRecursion") // That is what it is for.
  private static void recurse(Runnable operation) {
    operation.run();
    recurse(operation);
  }

  private static Map<String, Runnable> operations(JsContext js) {
    JsObject object =
        js.eval("({ a: 'x', f() { return this.a }, get g() { return [1].map(x => x + 1) } })").asObject();
    JsFunction identity = js.function("identity", call -> call.arg(0));
    JsFunction calling = js.eval("(f) => f({})").asFunction();
    Map<String, Runnable> operations = new LinkedHashMap<>();
    operations.put("get", () -> object.get("a"));
    operations.put("getter", () -> object.get("g"));
    operations.put("method", () -> object.invoke("f"));
    operations.put("keys", object::keys);
    operations.put("eval", () -> js.eval("1 + 1"));
    operations.put("host function", () -> calling.call(identity));
    operations.put("new object in a scope", () -> {
      try (JsScope scope = js.openScope()) {
        assertThat(scope.escape(js.newObject())).isNotNull();
      }
    });
    operations.put("microtask", () -> js.eval("Promise.resolve(1).then(() => { globalThis.done = 1 })"));
    operations.put("thrown", () -> expectFailure(js, "throw new Error('x')"));
    operations.put("syntax error", () -> expectFailure(js, "1 +* 2"));
    operations.put("string", () -> js.coerceToString(object));
    operations.put("JSON", () -> js.toJson(object));
    return operations;
  }

  private static void expectFailure(JsContext js, String source) {
    try {
      js.eval(source);
    } catch (JsException expected) {
      assertThat(expected).isNotNull();
    }
  }

  private static void onSmallStack(Runnable test) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> {
      try {
        test.run();
      } catch (Throwable t) {
        failure.set(t);
      }
    }, "small stack", STACK_BYTES);
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  @Test
  void everyOperationSurvivesAUsedUpStack() throws InterruptedException {
    onSmallStack(() -> {
      try (JsContext js = JsContext.open()) {
        operations(js).forEach((name, operation) -> {
          try {
            recurse(operation);
          } catch (StackOverflowError | JsException expected) {
            assertThat(expected).as(name).isNotNull();
          }
          assertThat(js.eval("globalThis.ran = 0; Promise.resolve().then(() => { ran = 1 }); 6 * 7").asInt()).as(name)
              .isEqualTo(42);
          assertThat(js.eval("ran").asInt()).as("microtasks after " + name).isOne();
        });
      }
      assertThat(JsEngine.liveResources().runtimes()).isZero();
    });
  }
}
