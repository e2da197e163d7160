package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsCall;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsLimits;
import io.jsc4j.JsLiveResources;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What serves one call of a host function serves the next one too: nothing of the one shows in the other. */
final class HostCallReuseTest extends ContextTest {
  private void define(String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  @Test
  void aCallThatWasKeptTellsNothingOfLaterOnes() {
    List<JsCall> kept = new ArrayList<>();
    define("f", call -> {
      kept.add(call);
      if (kept.size() == 2) {
        assertThat(kept.getFirst().count()).isEqualTo(3);
        assertThatIllegalStateException().isThrownBy(() -> kept.getFirst().arg(0));
        assertThatIllegalStateException().isThrownBy(() -> kept.getFirst().args());
        assertThatIllegalStateException().isThrownBy(() -> kept.getFirst().thisValue());
      }
      return JsValue.undefined();
    });

    js.eval("f(1, 2, 3); f(4)");

    assertThat(kept).extracting(JsCall::count).containsExactly(3, 1);
    assertThatIllegalStateException().isThrownBy(() -> kept.getLast().arg(0)).withMessageContaining("has returned");
  }

  @Test
  void callsInsideCallsHaveArgumentsOfTheirOwn() {
    define("down", call -> {
      int n = call.arg(0).asInt();
      JsObject before = call.arg(1).asObject();
      if (n > 0) {
        assertThat(js.eval("down(" + (n - 1) + ", { n: " + (n - 1) + " }, 'x')").asInt()).isEqualTo(n - 1);
      }
      assertThat(call.count()).isEqualTo(3);
      assertThat(call.arg(0).asInt()).isEqualTo(n);
      assertThat(call.arg(2).asString()).isEqualTo("x");
      assertThat(before.get("n").asInt()).isEqualTo(n);
      assertThat(before.isSame(call.arg(1))).isTrue();
      return call.arg(0);
    });

    assertThat(js.eval("down(20, { n: 20 }, 'x')").asInt()).isEqualTo(20);
    assertThat(js.eval("down(3, { n: 3 }, 'x')").asInt()).isEqualTo(3);
  }

  @Test
  void typedCallsInsideTypedCallsHaveArgumentsOfTheirOwn() {
    define("down", HostFunction.ofDoubles((n, x) -> n == 0
        ? x
        : js.eval("down(" + (n - 1) + ", " + (x + 1) + ")").asDouble() + n));

    assertThat(js.eval("down(20, 0.5)").asDouble()).isEqualTo(20.5 + 20 * 21 / 2);
  }

  /** The function of our own that runs them where there are limits is a host call around theirs. */
  @Test
  void whatMicrotasksCallIsNotTheCallThatRunsThem() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMinutes(1)))) {
      JsValue result = limited.newObject();
      limited.global().set("returns", limited.function("returns", call -> result));
      limited.global().set("fails", limited.function("fails", call -> {
        throw new UnsupportedOperationException("mine");
      }));
      // Both once before, because what makes an error in a context is fetched, and kept, with the first.
      limited.eval("(async () => { await 1; try { fails() } catch {} returns() })()");
      JsLiveResources before = JsEngine.liveResources();

      // Of all contexts: what a test before this one forgot may go meanwhile, but that is little beside a hundred.
      for (int i = 0; i < 50; i++) {
        limited.eval("(async () => { await 1; returns() })(); 1");
        limited.eval("(async () => { await 1; try { fails() } catch {} })(); 1");
      }

      assertThat(JsEngine.liveResources().handles()).isLessThanOrEqualTo(before.handles());
    }
  }

  /** Beyond the depth to which frames, entries and scopes are kept. */
  @Test
  void soHaveTheyAtAnyDepth() throws InterruptedException {
    List<Object> results = new ArrayList<>();
    Thread thread = new Thread(null, () -> {
      try (JsContext other = JsContext.open()) {
        other.global().set("down", other.function("down", call -> {
          int n = call.arg(0).asInt();
          JsObject mine = call.arg(1).asObject();
          if (n > 0) {
            other.global().get("next").asFunction().call(JsNumber.of(n - 1));
          }
          results.add(mine.get("n").asInt() == n && call.arg(0).asInt() == n ? n : "not " + n);
          return call.arg(1);
        }));
        other.eval("function next(n) { return down(n, { n }) }");
        results.add(other.eval("next(300).n").asInt());
      }
    }, "deep", 16 << 20);
    thread.start();
    thread.join();

    assertThat(results).hasSize(302).last().isEqualTo(300);
    assertThat(results.subList(0, 301)).isEqualTo(IntStream.rangeClosed(0, 300).boxed().toList());
  }

  @Test
  void resultsOfAnEarlierCallAreNoneOfALaterOne() {
    define("f", call -> switch (call.arg(0).asInt()) {
      case 0 -> js.eval("({ a: 1 })");
      case 1 -> throw new IllegalStateException("on purpose");
      case 2 -> JsValue.undefined();
      case 3 -> JsString.of("text");
      case 4 -> JsValue.ofNull();
      case 5 -> JsNumber.of(Double.NaN);
      default -> js.newArray();
    });

    assertThat(js.eval("""
        const all = [];
        for (const i of [0, 1, 2, 0, 3, 4, 1, 5, 0, 2, 6, 4]) {
          try {
            const result = f(i);
            all.push(result === null ? 'null' : Array.isArray(result) ? 'array' : typeof result);
          } catch (e) {
            all.push('threw');
          }
        }
        all.join()""").asString()).isEqualTo(
        "object,threw,undefined,object,string,null,threw,number,object,undefined,array,null");
  }

  @Test
  void handlesOfACallEndWithItThoughItsScopeIsUsedAgain() {
    List<JsObject> kept = new ArrayList<>();
    define("keep", call -> {
      for (JsObject earlier : kept) {
        assertThatIllegalStateException().isThrownBy(earlier::keys)
            .withMessageContaining("the call of host function 'keep'");
      }
      kept.add(call.arg(0).asObject());
      return JsValue.undefined();
    });

    js.eval("for (let i = 0; i < 5; i++) keep({ i })");

    assertThat(kept).hasSize(5)
        .allSatisfy(object -> assertThatIllegalStateException().isThrownBy(() -> object.get("i")));
  }

  @Test
  void aScopeThatACallLeavesOpenEndsWithIt() {
    List<JsScope> open = new ArrayList<>();
    List<JsObject> inside = new ArrayList<>();
    define("leave", call -> {
      open.add(js.openScope());
      inside.add(js.newObject());
      return JsValue.undefined();
    });

    js.eval("leave(); leave(); leave()");

    assertThat(inside).allSatisfy(object -> assertThatIllegalStateException().isThrownBy(object::keys));
    assertThat(open).allSatisfy(scope -> assertThatThrownBy(() -> scope.allocate(8)).isInstanceOf(
        IllegalStateException.class));
    assertUsable();
  }

  /** The end of a scope that a call left open runs whatever was registered with it, other calls included. */
  @Test
  void callsWhileTheScopesOfACallAreClosingDisturbNothing() {
    List<String> seen = new ArrayList<>();
    define("inner", call -> {
      JsObject mine = call.arg(0).asObject();
      seen.add("inner " + mine.get("n").asInt());
      return mine;
    });
    define("outer", call -> {
      JsScope scope = js.openScope();
      js.newObject();
      // A clean-up as any library may register one.
      @SuppressWarnings({"restricted", "unused"})
      MemorySegment registered = MemorySegment.ofAddress(1)
          .reinterpret(1, scope, ignored -> js.eval("inner({ n: 1 }); inner({ n: 2 })"));
      return call.arg(0);
    });

    assertThat(js.eval("outer({ n: 5 }).n + outer({ n: 6 }).n").asInt()).isEqualTo(11);
    assertThat(seen).containsExactly("inner 1", "inner 2", "inner 1", "inner 2");
    assertUsable();
  }

  @Test
  void whatACallThrewIsNotThrownByTheNext() {
    IllegalStateException first = new IllegalStateException("first");
    List<RuntimeException> failures = new ArrayList<>(List.of(first));
    define("fail", call -> {
      if (!failures.isEmpty()) {
        throw failures.removeFirst();
      }
      return JsNumber.of(call.count());
    });

    assertThatThrownBy(() -> js.eval("fail(1)")).isSameAs(first);
    assertThat(js.eval("fail(1, 2)").asInt()).isEqualTo(2);
    assertThat(thrownBy("fail(); throw 7")).isInstanceOf(JsThrownException.class).hasMessageContaining("7");
  }
}
