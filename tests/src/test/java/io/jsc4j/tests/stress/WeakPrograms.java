package io.jsc4j.tests.stress;

import io.jsc4j.JsContext;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsWeakRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** Weak references while the engine collects without a pause and overwrites what it frees. */
final class WeakPrograms {
  private WeakPrograms() {}

  /**
   * Objects that nothing but a weak reference names, looked at while they are being collected: each is either gone or whole, and one that was
   * given out stays whole.
   */
  static void weakReferences() {
    int rounds = scaled(300);
    int found = 0;
    int gone = 0;
    try (JsContext js = JsContext.open()) {
      for (int round = 0; round < rounds; round++) {
        List<JsWeakRef<?>> weak = new ArrayList<>();
        try (JsScope _ = js.openScope()) {
          for (int i = 0; i < 100; i++) {
            weak.add(js.eval("({ i: " + i + ", list: [" + i + "] })").asObject().weak());
          }
        }
        js.eval("for (let i = 0, a; i < 200; i++) a = { i, list: [i] }");
        try (JsScope _ = js.openScope()) {
          List<JsObject> again = new ArrayList<>();
          List<Integer> numbers = new ArrayList<>();
          for (int i = 0; i < weak.size(); i++) {
            Optional<? extends JsObject> object = weak.get(i).get();
            if (object.isPresent()) {
              again.add(object.get());
              numbers.add(i);
            }
          }
          js.eval("for (let i = 0, a; i < 200; i++) a = { i, list: [i] }");
          for (int i = 0; i < again.size(); i++) {
            int number = numbers.get(i);
            check(again.get(i).get("i").asInt() == number && again.get(i).get("list").asArray().get(0).asInt()
                == number,
                "object " + number + " is another one");
            check(weak.get(number).get().orElseThrow().isSame(again.get(i)), "object " + number
                + " is gone while Java holds it");
          }
          found += again.size();
          gone += weak.size() - again.size();
        }
        // And those of earlier rounds are released by this thread, while the engine collects.
        if (round % 50 == 0) {
          System.gc();
        }
      }
    }
    report("%,d weak references: %,d objects found whole, %,d gone", rounds * 100, found, gone);
    check(found > 0 && gone > 0, "one of both never happened: " + found + " found, " + gone + " gone");
  }
}
