package io.jsc4j.tests.stress;

import io.jsc4j.JsContext;
import io.jsc4j.JsError;
import io.jsc4j.JsIterator;
import io.jsc4j.JsMap;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsProperty;
import io.jsc4j.JsRegExp;
import io.jsc4j.JsScope;
import io.jsc4j.JsSet;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** Views of collections and other built-in objects while the engine collects without a pause. */
final class ViewPrograms {
  private ViewPrograms() {}

  /** Maps, sets, lists and iterators full of objects that nothing else keeps. */
  static void views() {
    int count = scaled(1_000);
    try (JsContext js = JsContext.open()) {
      for (int i = 0; i < count; i++) {
        try (JsScope scope = js.openScope()) {
          collections(js, i);
          builtins(js, i);
          check(scope.scope().isAlive(), "scope " + i + " is closed");
        }
      }
      report("%,d rounds of maps, sets, lists, iterators, dates, regular expressions, errors and properties", count);
    }
  }

  private static JsObject boxed(JsContext js, int number) {
    return js.eval("({ n: " + number + " })").asObject();
  }

  private static int number(JsValue boxed) {
    return boxed.asObject().get("n").asInt();
  }

  private static void collections(JsContext js, int round) {
    JsMap map = js.newMap();
    JsSet set = js.newSet();
    List<JsValue> list = js.newArray().asList();
    for (int i = 0; i < 5; i++) {
      map.put(boxed(js, round + i), boxed(js, i));
      set.add(boxed(js, round + i));
      list.addFirst(boxed(js, round + i));
    }
    int i = 0;
    for (Map.Entry<JsValue, JsValue> entry : map.entrySet()) {
      check(number(entry.getKey()) == round + i && number(entry.getValue()) == i, "entry " + i + " is another one");
      entry.setValue(JsNumber.of(i++));
    }
    i = 0;
    for (JsValue element : set) {
      check(number(element) == round + i++ && set.contains(element), "element " + i + " is another one");
    }
    check(number(list.remove(2)) == round + 2 && number(list.getLast()) == round, "another list");
    try (JsIterator iterator = js.eval("(function* () { for (let n = 0;; n++) yield { n } })()").asObject().iterate()) {
      for (int n = 0; n < 5; n++) {
        check(number(iterator.next()) == n, "another value");
      }
    }
  }

  private static void builtins(JsContext js, int round) {
    JsRegExp regexp = js.newRegExp("(?<digits>\\d+)", "g");
    check(regexp.exec("round " + round).orElseThrow().group("digits").orElseThrow().equals("" + round),
        "another match");
    check(js.newDate(Instant.ofEpochMilli(round)).getTime() == round, "another time");
    JsError error = js.newError(JsError.Kind.RANGE_ERROR, "round " + round, boxed(js, round));
    check(number(error.cause().orElseThrow()) == round && error.message().equals("round " + round), "another error");
    JsObject object = js.parseJson("{ \"n\": " + round + " }").asObject();
    object.defineProperty("boxed", JsProperty.of(boxed(js, round)));
    check(number(object) == round && number(object.entries().getOrDefault("boxed", object)) == round, "another object");
    check(js.symbolFor("round " + round).registryKey().orElseThrow().equals("round " + round), "another symbol");
    object.set(js.newSymbol("s"), JsString.of("v"));
    check(object.ownKeys().size() == 3, "other keys");
  }
}
