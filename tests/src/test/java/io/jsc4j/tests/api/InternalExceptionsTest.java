package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsString;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What the audited package throws to the public one never reaches a user, in whatever corner it is thrown. */
@NeedsEngine
final class InternalExceptionsTest {
  private static void onStackOf(long kilobytes, Runnable test) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> failure.set(catchThrowable(test::run)), "small stack", kilobytes << 10);
    thread.start();
    thread.join();
    Throwable failed = failure.get();
    if (failed != null) {
      throw new AssertionError("on a stack of " + kilobytes + " KB", failed);
    }
    assertThat(JsEngine.liveResources().runtimes()).isZero();
  }

  @SuppressWarnings("InfiniteRecursion") // That is what it is for.
  private static void recurse(Runnable operation) {
    operation.run();
    recurse(operation);
  }

  @ParameterizedTest
  @ValueSource(longs = {160, 200, 240})
  void aStackTooSmallToOpenARuntimeIsAClearException(long kilobytes) throws InterruptedException {
    JsEngine.load();
    onStackOf(kilobytes, () -> {
      expectTooLittleStack(() -> JsContext.open().close());
      expectTooLittleStack(() -> JsRuntime.open().close());
    });
  }

  /** Or that there is enough: how much is needed depends on how much of the library has been compiled. */
  private static void expectTooLittleStack(Runnable opening) {
    Throwable refused = catchThrowable(opening::run);
    if (refused != null) {
      assertThat(refused).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("too little stack")
          .hasNoCause();
    }
  }

  @Test
  void aStackThatIsUsedUpWhileContextsAreOpened() throws InterruptedException {
    onStackOf(400, () -> {
      try (JsRuntime runtime = JsRuntime.open()) {
        int[] depth = {0};
        assertThatThrownBy(() -> recurse(() -> {
          // At each tenth level, which is often enough to hit the end of the stack.
          if (depth[0]++ % 10 == 0) {
            runtime.openContext().close();
          }
        })).satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(StackOverflowError.class),
            e -> assertThat(e).isInstanceOf(IllegalStateException.class).hasMessageContaining("too little stack"));
        try (JsContext js = runtime.openContext()) {
          assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
        }
      }
    });
  }

  @Test
  void aStackThatIsUsedUpBeforeTheServiceRealmIsLoaded() throws InterruptedException {
    onStackOf(400, () -> {
      try (JsRuntime runtime = JsRuntime.open()) {
        List<JsContext> contexts = new ArrayList<>();
        assertThatThrownBy(() -> recurse(() -> {
          if (contexts.isEmpty()) {
            contexts.add(runtime.openContext());
          }
          contexts.getFirst().eval("0");
        })).satisfiesAnyOf(e -> assertThat(e).isInstanceOf(StackOverflowError.class),
            e -> assertThat(e).isInstanceOf(JsException.class));
        JsContext js = contexts.getFirst();
        assertThatThrownBy(() -> recurse(() -> js.newObject().prototype())).satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(StackOverflowError.class),
            e -> assertThat(e).isInstanceOf(JsException.class));
        assertThat(js.newObject().prototype()).isPresent();
      }
    });
  }

  private static Map<String, Runnable> operations(JsContext js, JsFunction function) {
    Map<String, Runnable> operations = new LinkedHashMap<>();
    operations.put("compile", () -> js.runtime().compile("1 +* 2"));
    operations.put("compile well", () -> js.runtime().compile("1 + 2"));
    operations.put("collect", () -> js.runtime().collectGarbage());
    operations.put("eval", () -> js.eval("1 +* 2"));
    operations.put("keys", () -> function.keys());
    operations.put("throw", () -> js.eval("throw 1"));
    operations.put("array", () -> js.newArray(JsString.of("a")));
    operations.put("string", () -> js.coerceToString(JsNumber.of(1.5)));
    operations.put("prototype", () -> function.prototype());
    operations.put("open", () -> js.runtime().openContext().close());
    operations.put("drain", js::drainMicrotasks);
    operations.put("eval in", () -> js.evalIn("1 + 1", function));
    operations.put("eval strict", () -> js.evalStrict("1 + 1"));
    operations.put("weak", () -> function.weak().get());
    operations.put("name", () -> js.setName("named"));
    return operations;
  }

  @Test
  void afterALimitHasStruckInside() {
    try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(30)))) {
      for (String name : operations(js, js.eval("(() => 1)").asFunction()).keySet()) {
        List<Throwable> seen = new ArrayList<>();
        js.global().set("run", js.function("run", call -> {
          assertThatThrownBy(() -> js.eval("for (;;);")).isInstanceOf(JsTerminatedException.class);
          Runnable operation = operations(js, call.arg(0).asFunction()).get(name);
          Throwable thrown = catchThrowable(() -> java.util.Objects.requireNonNull(operation).run());
          if (thrown != null) {
            seen.add(thrown);
          }
          return call.count() > 5 ? JsValue.undefined() : JsString.of("a result that has to be made");
        }));
        assertThat(catchThrowable(() -> js.eval("for (;;) { try { run(() => 1) } catch {} }"))).as(name)
            .isInstanceOf(JsTerminatedException.class);
        assertThat(seen).as(name)
            .allSatisfy(e -> assertThat(e).isInstanceOfAny(JsException.class,
                IllegalStateException.class));
        assertThat(js.eval("6 * 7").asInt()).as(name).isEqualTo(42);
      }
    }
  }
}
