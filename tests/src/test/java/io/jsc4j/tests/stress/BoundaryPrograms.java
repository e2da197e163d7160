package io.jsc4j.tests.stress;

import com.sun.management.ThreadMXBean;
import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import java.lang.management.ManagementFactory;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** The short ways across the boundary, while the engine collects without a pause and overwrites what it frees. */
final class BoundaryPrograms {
  private static final int ROUND = 20_000;

  private BoundaryPrograms() {}

  /** Names that are kept, given back and made again; numbers that go without an object; results of another type. */
  static void namesAndNumbers() {
    int count = scaled(20_000);
    try (JsContext js = JsContext.open()) {
      JsObject object = js.newObject();
      JsFunction add = js.eval("(a, b) => a + b").asFunction();
      JsFunction text = js.eval("(a, b) => a + b").asFunction();
      JsFunction fresh = js.eval("i => i % 3 ? i : { i }").asFunction();
      js.global()
          .set("read", js.function("read", HostFunction.ofDouble(i -> object.getDouble("name " + (int) i % 2_000))));
      JsFunction through = js.eval("i => read(i) + read(i + 1)").asFunction();
      for (int i = 0; i < 2_001; i++) {
        object.set("name " + i, i);
      }
      for (int i = 0; i < count; i++) {
        int n = i % 2_000;
        // Few enough to stay, and each not used for some time.
        String stays = "stays " + i % 300;
        try (JsScope scope = js.openScope()) {
          object.set(stays, i);
          check(text.callString("text ", stays).equals("text " + stays), "another text");
          check(object.getInt(stays) == i && object.get(stays).asInt() == i, "another property " + stays);
          object.set("often", n);
          check(object.getInt("name " + n) == n && object.getInt("often") == n, "another property " + n);
          check(add.callDouble(n, 0.5) == n + 0.5, "another sum");
          check(through.callDouble(n) == n + (n + 1) % 2_000, "another sum of " + n + " in " + scope);
          try {
            check(fresh.callInt(i) == i && i % 3 != 0, "another number");
          } catch (ClassCastException e) {
            check(i % 3 == 0, "no number: " + e.getMessage());
          }
        }
      }
      report("%,d rounds of names and numbers; %,d live handles", count, JsEngine.liveResources().handles());
    }
  }

  /** Results that only Java names, made under a lock that is held over many calls, with callbacks that drop it. */
  static void batches() {
    int count = scaled(500);
    try (JsContext js = JsContext.open()) {
      JsFunction make = js.eval("i => ({ i, text: 'object ' + i, later: Promise.resolve(i).then(n => seen += n) })")
          .asFunction();
      js.eval("var seen = 0");
      js.global().set("host", js.function("host", call -> {
        JsObject own = make.call(call.arg(0)).asObject();
        return js.batch(() -> {
          JsValue copy = make.call(JsNumber.of(own.getInt("i")));
          js.newObject();
          return copy;
        });
      }));
      JsFunction host = js.eval("i => host(i)").asFunction();
      for (int i = 0; i < count; i++) {
        int n = i;
        try (JsScope scope = js.openScope()) {
          JsObject[] kept = js.batch(() -> {
            JsObject[] made = new JsObject[20];
            for (int j = 0; j < made.length; j++) {
              made[j] = (j % 2 == 0 ? make : host).call(JsNumber.of(n + j)).asObject();
            }
            return made;
          });
          for (int j = 0; j < kept.length; j++) {
            check(kept[j].getInt("i") == n + j && kept[j].getString("text").equals("object " + (n + j)), "object " + j
                + " is another one in " + scope);
          }
        }
      }
      long expected = 0;
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < 20; j++) {
          expected += (j % 2 == 0 ? 1L : 2L) * (i + j);
        }
      }
      check(js.global().getDouble("seen") == expected, "microtasks have not run: " + js.global().getDouble("seen"));
      report("%,d batches of 20 objects", count);
    }
  }

  /** What the primitive paths allocate once they are compiled, which this waits for in no other way than by running them: nothing. */
  static void allocations() {
    try (JsContext js = JsContext.open()) {
      JsFunction function = js.eval("(a, b, c) => a + 0.5").asFunction();
      JsObject object = js.eval("({ x: 1.5 })").asObject();
      allocatesNothing("callDouble(1)", () -> function.callDouble(1.5));
      allocatesNothing("callDouble(2)", () -> function.callDouble(1.5, 2));
      allocatesNothing("callDouble(3)", () -> function.callDouble(1.5, 2, 3));
      allocatesNothing("getDouble", () -> object.getDouble("x"));
      allocatesNothing("set", () -> object.set("x", 2.5));
      js.batch(() -> allocatesNothing("callDouble in a batch", () -> function.callDouble(1.5)));
    }
  }

  private static void allocatesNothing(String what, Runnable operation) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    // Whatever is not compiled in the first rounds is in later ones.
    for (int round = 0; round < 30 && least >= ROUND; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < ROUND; i++) {
        operation.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    // Asking allocates some bytes, too.
    check(least < ROUND, what + " allocates " + least / ROUND + " bytes");
    report("%s: %d bytes in %,d operations", what, least, ROUND);
  }
}
