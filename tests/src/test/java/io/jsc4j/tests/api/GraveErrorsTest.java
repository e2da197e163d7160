package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A StackOverflowError and an OutOfMemoryError cross as themselves, and the latter can't be hidden by a script. */
final class GraveErrorsTest extends ContextTest {
  private final OutOfMemoryError noMemory = new OutOfMemoryError("mine");
  private final StackOverflowError overflow = new StackOverflowError("mine");

  private void define(String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  private void defineAll() {
    define("exhaust", _ -> {
      throw noMemory;
    });
    define("overflow", _ -> {
      throw overflow;
    });
    define("call", call -> call.arg(0).asFunction().call());
  }

  @Test
  void theyComeOutOfSeveralLayersAsTheSameObject() {
    defineAll();

    assertThat(catchThrowable(() -> js.eval("call(() => call(() => exhaust()))"))).isSameAs(noMemory);
    assertThat(catchThrowable(() -> js.eval("call(() => call(() => overflow()))"))).isSameAs(overflow);
    assertThat(catchThrowable(() -> js.eval("try { call(overflow) } finally { call(() => 1) }"))).isSameAs(overflow);
    assertUsable();
  }

  @Test
  void scriptsSeeTheEnginesOwnErrors() {
    defineAll();
    List<String> seen = new ArrayList<>();
    define("see", call -> {
      seen.add(call.arg(0).asString());
      return JsValue.undefined();
    });
    js.eval("try { overflow() } catch (e) { see(`${e instanceof RangeError} ${e}`) }");
    assertThat(catchThrowable(() -> js.eval("try { exhaust() } catch (e) { see(`${e instanceof RangeError} ${e}`) }")))
        .isSameAs(noMemory);

    assertThat(seen).containsExactly("true RangeError: Maximum call stack size exceeded.",
        "true RangeError: Out of memory");
  }

  @Test
  void aScriptMayCatchAStackOverflow() {
    defineAll();

    assertThat(js.eval("try { call(() => overflow()) } catch { 5 }").asInt()).isEqualTo(5);
    assertUsable();
  }

  @Test
  void anOutOfMemoryErrorThatAScriptCatchesComesOutAllTheSame() {
    defineAll();

    assertThat(catchThrowable(() -> js.eval("try { exhaust() } catch { 5 }"))).isSameAs(noMemory);
    assertThat(catchThrowable(() -> js.eval("try { exhaust() } catch { } throw new Error('another')"))).isSameAs(
        noMemory);
    assertThat(catchThrowable(() -> js.eval("call(() => { try { exhaust() } catch { } }); ({})"))).isSameAs(noMemory);
    assertThat(catchThrowable(() -> js.eval("Promise.resolve().then(exhaust).catch(() => 1); 1"))).isSameAs(noMemory);
    assertThat(js.eval("1").asInt()).isOne();
    assertUsable();
  }

  @Test
  void oneThatIsTheCauseOfAnotherIsNotHidden() {
    defineAll();
    define("wrap", call -> {
      try {
        return call.arg(0).asFunction().call();
      } catch (OutOfMemoryError e) {
        throw new IllegalStateException("no memory", e);
      }
    });

    assertThat(catchThrowable(() -> js.eval("wrap(exhaust)"))).isInstanceOf(IllegalStateException.class)
        .cause()
        .isSameAs(noMemory);
    assertThat(catchThrowable(() -> js.eval("try { exhaust() } catch (e) { throw new Error('x', { cause: e }) }")))
        .isInstanceOf(JsThrownException.class)
        .cause()
        .isSameAs(noMemory);
  }

  @Test
  void oneInAnAwaitedPromise() {
    defineAll();

    assertThat(catchThrowable(() -> js.await(js.eval("new Promise(r => r())")
        .asObject()
        .invoke("then", js.eval(
            "exhaust")), Duration.ofSeconds(5)))).isSameAs(noMemory);
    assertUsable();
  }

  @Test
  void onlyTheOperationInWhichItWasCaughtThrowsIt() {
    defineAll();
    try (JsContext other = js.runtime().openContext()) {
      assertThat(catchThrowable(() -> js.eval("try { exhaust() } catch { }"))).isSameAs(noMemory);
      assertThat(other.eval("1").asInt()).isOne();
    }
    assertUsable();
  }
}
