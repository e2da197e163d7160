package io.jsc4j.tests.obligations;

import io.jsc4j.JsContext;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsThrownException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static io.jsc4j.tests.obligations.Refusals.holds;
import static io.jsc4j.tests.obligations.Refusals.isRefused;
import static io.jsc4j.tests.obligations.Refusals.refused;

/** Checks that come before a call or right after it. Where a check is missing the scenario goes on, to show what comes of that. */
final class CheckScenarios {
  private CheckScenarios() {}

  /** The arena stays open, so the JVM does not refuse the released context by itself. */
  static void contextOpen() {
    try (Arena arena = Arena.ofConfined(); JsRuntime runtime = JsRuntime.open()) {
      JsContext context = runtime.openContext(arena);
      context.eval("globalThis.x = { a: [1, 2, 3], f() { return this.a.length; } }");
      context.close();
      try (JsContext other = runtime.openContext()) {
        other.eval("let all = []; for (let i = 0; i < 20000; i++) all.push({ i }); all = null");
      }
      runtime.collectGarbage();
      refused(IllegalStateException.class, "the context has been closed", () -> context.eval("x.f()"));
    }
  }

  /** Opening a scope calls no native code, so nothing else refuses it: the owner's next handle would end with another thread's scope. */
  static void ownerThread() throws Exception {
    try (JsContext js = JsContext.open(); ExecutorService other = Executors.newSingleThreadExecutor()) {
      JsObject before = js.eval("({ n: 1 })").asObject();
      boolean refused = other.submit(() -> isRefused(WrongThreadException.class, "belong to the thread that opened it",
          js::openScope)).get();
      holds(refused, "another thread opened a scope: it now holds the handles that the owner makes");
      other.submit(() -> refused(WrongThreadException.class, "belong to the thread that opened it", () -> before.get(
          "n"))).get();
      other.submit(() -> refused(WrongThreadException.class, "belong to the thread that opened it", () -> js.eval("1")))
          .get();
      holds(before.get("n").asInt() == 1, "wrong value");
    }
  }

  /** A script throws, a setter throws: both must come out of the very call. */
  static void exceptionRead() {
    try (JsContext js = JsContext.open()) {
      JsObject object = js.eval("({ set x(value) { throw new RangeError('no ' + value); } })").asObject();
      refused(JsThrownException.class, "RangeError: no 1", () -> {
        object.set("x", JsNumber.of(1));
        return "silently";
      });
      refused(JsThrownException.class, "TypeError: boo", () -> js.eval("throw new TypeError('boo')"));
    }
  }

  /** A handle after its scope: its cell has been collected and others stand in its place. */
  static void valueAlive() {
    try (JsContext js = JsContext.open()) {
      List<JsObject> ended = new ArrayList<>();
      try (JsScope scope = js.openScope()) {
        holds(scope.scope().isAlive(), "the scope is not open");
        for (int i = 0; i < 200; i++) {
          ended.add(js.eval("({ n: " + i + ", text: 'number ' + " + i + ", get sum() { return this.n + 1; } })")
              .asObject());
        }
      }
      js.runtime().collectGarbage();
      js.eval("globalThis.fill = []; for (let i = 0; i < 10000; i++) fill.push(['other', i])");
      for (int i = 0; i < ended.size(); i++) {
        JsObject object = ended.get(i);
        if (!isRefused(IllegalStateException.class, "can no longer be used", () -> object.get("sum"))) {
          throw new AssertionError("a handle was used after its scope: " + (i + 1) + " became " + object.get("sum"));
        }
      }
    }
  }

  /** An object of one runtime stored in another: the collector of neither knows of it. */
  static void sameRuntime() {
    try (JsContext one = JsContext.open()) {
      boolean allRefused = true;
      try (JsContext other = JsContext.open()) {
        JsObject global = one.global();
        for (int i = 0; i < 100; i++) {
          String name = "foreign" + i;
          JsObject foreign = other.eval("({ f: () => 'text ' + " + i + ", deep: { a: [1, 2, 3] } })").asObject();
          allRefused &= isRefused(IllegalArgumentException.class, "another runtime", () -> {
            global.set(name, foreign);
            return name;
          });
        }
      }
      one.runtime().collectGarbage();
      one.eval("for (let i = 0; i < 100; i++) globalThis['foreign' + i]?.deep.a.push(i)");
      holds(allRefused, "an object of another runtime was stored");
    }
  }
}
