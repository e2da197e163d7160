package io.jsc4j.tests.heap;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsLiveResources;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Does everything with a heap in which nothing, or next to nothing, can be allocated, again and again, so that memory ends in each place. What is done
 * then fails with an OutOfMemoryError or succeeds; afterwards all works, limits included, and nothing is left open.
 */
final class FullHeapMain {
  private static final JsLimits LIMITS = JsLimits.none().withTime(Duration.ofSeconds(20)).withHostCalls(1_000_000);

  /** One thing to do. */
  private interface Action {
    void run(JsContext js) throws Exception;
  }

  private static final Ballast BALLAST = new Ballast();
  private static final Map<String, int[]> COUNTS = new LinkedHashMap<>();
  /** Not yet while everything is done for the first time. */
  private static boolean filling;
  private static int spare;

  private FullHeapMain() {}

  /** {@code ROUNDS SEED}. */
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    Random random = new Random(Long.parseLong(arguments[1]));
    JsEngine.load();
    Map<String, Action> actions = actions();
    // Whatever is loaded, linked and initialised at first use is so before the heap is full: a class that then can't be initialised never can be.
    for (int i = 0; i < 3; i++) {
      inContext(js -> {
        for (Action action : actions.values()) {
          action.run(js);
        }
      });
    }
    filling = true;
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Action> action : actions.entrySet()) {
        spare = random.nextInt(4) == 0 ? 0 : random.nextInt(1 << random.nextInt(13));
        inContext(js -> attempt(js, action.getKey(), action.getValue()));
      }
    }
    JsLiveResources left = JsEngine.liveResources();
    check(left.runtimes() == 0 && left.contexts() == 0, "left open: " + left);
    System.out.println("left: " + left);
    COUNTS.forEach((name, count) -> System.out.println(name + ": " + count[0] + " done, " + count[1]
        + " out of memory"));
    System.out.println("PASS");
  }

  private static void inContext(Action action) throws Exception {
    try (JsContext js = JsContext.open(LIMITS)) {
      js.global().set("fill", js.function("fill", _ -> {
        fill();
        return JsValue.undefined();
      }));
      js.global().set("increase", js.function("increase", call -> JsNumber.of(call.arg(0).asDouble() + 1)));
      js.global().set("echo", js.function("echo", call -> call.arg(0)));
      js.global().set("read", js.function("read", call -> call.arg(0).asObject().get("x")));
      js.global().set("fail", js.function("fail", _ -> {
        throw new IllegalStateException("mine");
      }));
      js.global().set("call", js.function("call", call -> call.arg(0).asFunction().call()));
      action.run(js);
      check(js.eval("increase(41)").asInt() == 42, "the context does not work any more");
      check(js.eval("read({ x: 'text' })").asString().equals("text"), "objects don't cross any more");
      check(js.batch(() -> js.eval("6 * 7").asInt()) == 42, "no batch any more");
    }
  }

  private static void attempt(JsContext js, String name, Action action) {
    int[] count = COUNTS.computeIfAbsent(name, _ -> new int[2]);
    Throwable failure = null;
    try {
      action.run(js);
    } catch (Throwable t) {
      failure = t;
    }
    BALLAST.drop();
    if (failure == null) {
      count[0]++;
    } else if (isOutOfMemory(failure)) {
      count[1]++;
    } else {
      throw new AssertionError(name + " with " + spare + " to spare", failure);
    }
  }

  /** The JVM throws one and the same error when it can't make another, and no error can be suppressed by itself: that is an IllegalArgumentException. */
  private static boolean isOutOfMemory(Throwable failure) {
    return failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError;
  }

  private static Map<String, Action> actions() {
    Map<String, Action> actions = new LinkedHashMap<>();
    // Full when JavaScript calls Java.
    actions.put("numbers", js -> inside(js, "for (let i = 0; i < 10; i++) if (increase(i) !== i + 1) throw 'wrong'"));
    actions.put("strings", js -> inside(js,
        "for (let i = 0; i < 10; i++) if (echo('s' + i) !== 's' + i) throw 'wrong'"));
    actions.put("objects", js -> inside(js, "for (let i = 0; i < 10; i++) if (read({ x: i }) !== i) throw 'wrong'"));
    actions.put("errors", js -> inside(js,
        "for (let i = 0; i < 10; i++) { let n = 0; try { fail() } catch { n = 1 } if (n !== 1) throw 'no error' }"));
    actions.put("nested", js -> inside(js,
        "for (let i = 0; i < 10; i++) if (call(() => increase(i)) !== i + 1) throw 'wrong'"));
    actions.put("microtasks", js -> {
      inside(js,
          "globalThis.ran = 0; for (let i = 0; i < 20; i++) Promise.resolve(i).then(increase).then(() => ran++)");
      BALLAST.drop();
      check(js.eval("ran").asInt() == 20, "microtasks are lost");
    });
    // Full when Java calls.
    actions.put("eval", js -> full(() -> check(js.eval("6 * 7").asInt() == 42, "eval")));
    actions.put("handles", js -> full(() -> {
      JsObject object = js.eval("({ a: { b: 'text' } })").asObject();
      check(object.get("a").asObject().get("b").asString().equals("text"), "handles");
    }));
    actions.put("scopes", js -> full(() -> {
      try (JsScope scope = js.openScope()) {
        JsObject object = js.eval("({})").asObject();
        object.set("x", JsNumber.of(1));
        scope.escape(object);
      }
    }));
    actions.put("references", js -> full(() -> {
      try (JsRef<? extends JsObject> reference = js.eval("({ x: 1 })").asObject().retain()) {
        check(reference.get().get("x").asInt() == 1, "reference");
      }
    }));
    actions.put("functions", js -> {
      JsFunction sum = js.eval("(a, b) => a + b").asFunction();
      full(() -> {
        check(sum.callDouble(1, 2) == 3, "typed call");
        check(sum.call(JsNumber.of(1), JsNumber.of(2)).asInt() == 3, "call");
        check(sum.call(JsString.of("a"), JsString.of("b")).asString().equals("ab"), "call of strings");
      });
    });
    actions.put("host functions", js -> full(() -> {
      js.global().set("made", js.function("made", call -> call.arg(0)));
      check(js.eval("made(5)").asInt() == 5, "a new host function");
    }));
    actions.put("conversion", js -> {
      JsValue graph = js.eval("({ list: [1, 2, { text: 'a' }], when: new Date(0) })");
      full(() -> {
        Object copy = js.toJava(graph, Map.class);
        check(js.toJs(copy).asObject().get("list").asArray().length() == 3, "conversion");
      });
    });
    actions.put("json", js -> full(() -> check(js.toJson(js.parseJson("{\"a\":[1,2]}"))
        .orElseThrow()
        .equals("{\"a\":[1,2]}"), "JSON")));
    actions.put("batch", js -> full(() -> check(js.batch(() -> js.eval("6 * 7").asInt()) == 42, "batch")));
    actions.put("part", js -> full(() -> js.withLimits(JsLimits.none().withHostCalls(9), () -> js.eval("increase(1)")
        .asInt())));
    actions.put("contexts", js -> full(() -> {
      try (JsContext other = js.runtime().openContext()) {
        check(other.eval("6 * 7").asInt() == 42, "another context");
      }
    }));
    actions.put("runtimes", _ -> full(() -> {
      try (JsRuntime runtime = JsRuntime.open(LIMITS); JsContext other = runtime.openContext()) {
        check(other.eval("6 * 7").asInt() == 42, "another runtime");
      }
    }));
    // A limit, while and after the heap is full.
    actions.put("an endless script", js -> limited(js, "fill(); for (;;);"));
    actions.put("an endless script with host calls", js -> limited(js, "fill(); for (;;) try { echo({}) } catch {}"));
    actions.put("an endless chain", js -> limited(js,
        "fill(); (async () => { for (;;) try { await increase(1) } catch {} })()"));
    actions.put("a host function that waits", js -> {
      js.global().set("wait", js.function("wait", _ -> {
        try {
          Thread.sleep(20_000);
        } catch (InterruptedException e) {
          return JsValue.undefined();
        }
        throw new AssertionError("a host function was not interrupted");
      }));
      limited(js, "fill(); for (let i = 0; i < 20; i++) try { echo(i) } catch {}\nfor (;;) try { wait() } catch {}");
    });
    return actions;
  }

  /** A script that fills the heap before the rest of it. */
  private static void inside(JsContext js, String script) {
    js.eval("(() => { fill(); " + script + " })()");
  }

  private static void full(Runnable action) {
    fill();
    action.run();
  }

  private static void fill() {
    if (filling) {
      BALLAST.fill(spare);
    }
  }

  /** A script that never ends by itself, and must be ended. */
  private static void limited(JsContext js, String script) {
    try {
      js.withLimits(JsLimits.none().withTime(Duration.ofMillis(50)), () -> js.eval(script));
      throw new AssertionError("it was not ended: " + script);
    } catch (JsTerminatedException e) {
      // As it should be.
    }
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      System.out.println("FAIL: " + message);
      throw new AssertionError(message);
    }
  }
}
