package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsCapability;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.tests.conformance.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Global objects, the runtimes that they share, and threads with runtimes of their own. */
@Covers({"JSContextGroupCreate", "JSContextGroupRelease", "JSGlobalContextCreateInGroup", "JSGlobalContextRelease",
    "JSContextGetGlobalObject"})
final class ContextsConformanceTest extends ConformanceTest {
  @Test
  void theGlobalObjectIsThatOfTheScripts() {
    JsObject global = js.global();
    global.set("fromJava", JsNumber.of(1));
    js.eval("var fromScript = 2; undeclared = 3; let lexical = 4");

    assertThat(global.isSame(js.eval("globalThis"))).isTrue();
    assertThat(global.isSame(js.eval("this"))).isTrue();
    assertThat(js.eval("fromJava").asInt()).isEqualTo(1);
    assertThat(global.get("fromScript").asInt()).isEqualTo(2);
    assertThat(global.get("undeclared").asInt()).isEqualTo(3);
    assertThat(global.has("lexical")).isFalse();
    assertThat(global.delete("fromScript")).isFalse();
    assertThat(global.delete("undeclared")).isTrue();
    assertThat(global.delete("fromJava")).isTrue();
    assertThat(js.eval("typeof fromJava").asString()).isEqualTo("undefined");
  }

  @Test
  void theGlobalObjectHasNoMoreThanTheLanguageGivesIt() {
    assertThat(js.global().keys()).isEmpty();
    assertThat(js.eval(
        "Object.getOwnPropertyNames(globalThis).filter(name => /jsc4j|realm|host|holder/i.test(name)).length")
        .asInt()).isZero();
  }

  @Test
  void accessorsOfTheGlobalObjectRun() {
    js.global().set("host", js.function("host", _ -> JsNumber.of(7)));
    js.eval(
        "Object.defineProperty(globalThis, 'property', { get: host, set(v) { globalThis.written = v }, configurable: true })");

    assertThat(js.eval("property").asInt()).isEqualTo(7);
    js.eval("property = 8");
    assertThat(js.global().get("written").asInt()).isEqualTo(8);
  }

  @Test
  void contextsOfARuntimeHaveGlobalsOfTheirOwnAndShareObjects() {
    JsContext other = js.runtime().openContext();
    JsObject shared = js.eval("var mine = { list: [1, 2] }; mine").asObject();
    other.global().set("theirs", shared);

    assertThat(other.eval("typeof mine").asString()).isEqualTo("undefined");
    assertThat(other.eval("Array.isArray(theirs.list) && !(theirs.list instanceof Array)").asBoolean()).isTrue();
    other.eval("theirs.added = { of: 'other' }; Object.prototype.polluted = 1");
    assertThat(js.eval("mine.added.of").asString()).isEqualTo("other");
    assertThat(js.eval("({}).polluted === undefined && mine.added.polluted === 1").asBoolean()).isTrue();
    assertThat(shared.get("added").asObject().isInstanceOf(other.eval("Object").asFunction())).isTrue();
    assertThat(shared.get("added").asObject().isInstanceOf(js.eval("Object").asFunction())).isFalse();
    assertThat(js.global().isSame(other.global())).isFalse();
    other.close();

    assertThat(js.eval("mine.added.of").asString()).isEqualTo("other");
  }

  @Test
  void aFunctionKeepsTheGlobalsOfItsContext() {
    JsContext other = js.runtime().openContext();
    other.eval("var where = 'other'");
    js.eval("var where = 'here'");
    JsFunction function = other.eval("() => where").asFunction();
    js.global().set("f", function);

    assertThat(js.eval("f()").asString()).isEqualTo("other");
    assertThat(js.eval("try { f.constructor('return null.x')() } catch (e) { e instanceof TypeError }").asBoolean())
        .isFalse();
    other.close();
    assertThat(js.eval("f()").asString()).isEqualTo("other");
  }

  @Test
  void aHostFunctionOfAClosedContextThrows() {
    JsContext other = js.runtime().openContext();
    js.global().set("gone", other.function("gone", _ -> JsNumber.of(1)));
    assertThat(js.eval("gone()").asInt()).isEqualTo(1);
    other.close();

    assertThat(js.eval("try { gone(); 'ran' } catch (e) { e instanceof Error ? 'refused' : typeof e }").asString())
        .isNotEqualTo("ran");
    assertThat(catchThrowable(() -> js.eval("gone()"))).isNotNull();
  }

  @Covers("JSGlobalContextSetEvalEnabled")
  @Test
  void evalCanBeTurnedOff() {
    assumeCapability(JsCapability.EVAL_CONTROL);
    js.eval("var indirect = eval, make = Function, AsyncFunction = (async () => {}).constructor");
    js.disableEval("no eval here");

    for (String script : List.of("eval('1')", "indirect('1')", "new Function('1')", "make('1')", "AsyncFunction('1')",
        "setTimeout = undefined; [].filter.constructor('1')", "(function* () {}).constructor('1')")) {
      assertThat(thrownBy(script)).as(script).hasMessage("EvalError: no eval here");
    }
    assertThat(js.eval("eval(7)").asInt()).isEqualTo(7);
    assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    assertThat(js.eval(js.runtime().compile("6 * 7")).asInt()).isEqualTo(42);
    JsContext other = js.runtime().openContext();
    try {
      assertThat(other.eval("eval('1')").asInt()).isEqualTo(1);
    } finally {
      other.close();
    }
  }

  @Test
  void runtimesShareNothing() {
    try (JsRuntime runtime = JsRuntime.open(); JsContext other = runtime.openContext()) {
      JsObject foreign = other.newObject();

      assertThatThrownBy(() -> js.global().set("foreign", foreign)).isInstanceOf(IllegalArgumentException.class);
      assertThat(other.global().keys()).isEmpty();
    }
  }

  /** Eight threads that open and close runtimes at the same time as this one is open. */
  @Test
  void runtimesOnManyThreadsRunSideBySide() throws InterruptedException, ExecutionException {
    Callable<Integer> task = () -> {
      int sum = 0;
      for (int i = 0; i < 10; i++) {
        try (JsContext own = JsContext.open()) {
          own.global().set("host", own.function("host", call -> call.arg(0)));
          sum += own.eval("""
              const letters = { A: 0, B: 1, C: 2 };
              class Preconditions { static check(e, t) { if (!e) throw t } }
              Preconditions.check(host(true), 'failed'); letters.B + letters.C""").asInt();
        }
      }
      return sum;
    };
    List<FutureTask<Integer>> tasks = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      FutureTask<Integer> future = new FutureTask<>(task);
      tasks.add(future);
      threads.add(Thread.ofPlatform().start(future));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (FutureTask<Integer> done : tasks) {
      assertThat(done.get()).isEqualTo(30);
    }
    assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
  }
}
