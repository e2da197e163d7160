package io.jsc4j.tests.hostile;

import io.jsc4j.HostFunction;
import io.jsc4j.JsArray;
import io.jsc4j.JsContext;
import io.jsc4j.JsError;
import io.jsc4j.JsFunction;
import io.jsc4j.JsIterator;
import io.jsc4j.JsMap;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsProperty;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Whether a context still gives right answers, whatever a script made of its globals and prototypes. Each question is
 * one whose answer no script can change by the language's own rules.
 */
final class Probe {
  /** The collector, when it runs all the time, may need more than the limit for what a script has left. */
  private static final boolean COLLECTS_TOO_MUCH = System.getenv("JSC_scribbleFreeCells") != null;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final JsContext js;
  private final Attempt attempt;
  private final String where;

  record Order(int id, List<String> items, Optional<String> note, Map<String, Double> prices) {}

  private Probe(JsContext js, Attempt attempt, String where) {
    this.js = js;
    this.attempt = attempt;
    this.where = where;
  }

  /** Asks a context in which a hostile script ran. */
  static void polluted(JsContext js, Attempt attempt, HostileScript script) {
    Probe probe = new Probe(js, attempt, "afterwards");
    probe.questions();
    if (!script.spoils("errors")) {
      probe.questionAboutErrors();
    }
    if (!script.spoils("promises")) {
      probe.questionsAboutPromises();
    }
  }

  /** Asks a context that no hostile script was in. */
  static void clean(JsContext js, Attempt attempt, String where) {
    Probe probe = new Probe(js, attempt, where);
    probe.questions();
    probe.questionAboutErrors();
    probe.questionsAboutPromises();
    probe.questionsOfTheLanguage();
  }

  private void expect(String what, @org.jspecify.annotations.Nullable Object expected,
      Callable<? extends @org.jspecify.annotations.Nullable Object> question) {
    // A busy machine may spend the whole limit elsewhere; so a question is asked again, and declares nothing global.
    for (int left = 5; left > 0; left--) {
      try (JsScope scope = js.openScope()) {
        Object answer = question.call();
        if (!Objects.equals(expected, answer)) {
          attempt.problem(where + ", " + what + " gave " + answer + " instead of " + expected);
        }
        if (!scope.scope().isAlive()) {
          attempt.problem(where + ", " + what + " closed its scope");
        }
        return;
      } catch (Exception | Error e) {
        if (!(e instanceof JsTerminatedException) || (left == 1 && !COLLECTS_TOO_MUCH)) {
          attempt.problem(where + ", " + what + " threw " + e);
          return;
        }
      }
    }
  }

  private void questions() {
    expect("6 * 7", 42, () -> js.eval("6 * 7").asInt());
    expect("a loop", 4950, () -> js.eval("(() => { let s = 0; for (let i = 0; i < 100; i++) s += i; return s; })()")
        .asInt());
    expect("parseJson", List.of("a", "b", "c"), () -> json().keys());
    expect("own property", Optional.of(JsProperty.of(JsNumber.of(1))), () -> json().ownProperty("a"));
    expect("entries", JsString.of("three"), () -> json().entries().get("c"));
    expect("map", Map.of("a", 1.0, "b", List.of(1.0, "x", true), "c", "three"), () -> js.toJava(json(),
        new JsType<Map<String, Object>>() {}));
    expect("record", new Order(7, List.of("pen", "ink"), Optional.of("soon"), Map.of("pen", 1.5)), () -> js.toJava(js
        .parseJson("{\"id\":7,\"items\":[\"pen\",\"ink\"],\"note\":\"soon\",\"prices\":{\"pen\":1.5}}"), Order.class));
    expect("there and back", List.of(1.0, "two", Map.of("k", 3.0)), () -> js.toJava(js.toJs(List.of(1, "two", Map.of(
        "k", 3))), Object.class));
    expect("list", List.of(JsNumber.of(1), JsString.of("b")), this::list);
    expect("live list", JsString.of("b"), () -> js.newArray(JsNumber.of(1), JsString.of("b")).asList().get(1));
    expect("new map", "[one=1, two=2]1", this::map);
    expect("new set", 1, () -> {
      var set = js.newSet();
      set.add(JsString.of("x"));
      set.add(JsString.of("x"));
      return set.size();
    });
    expect("regular expression", Optional.of("b12"), () -> js.newRegExp("[a-z](\\d+)", "")
        .exec("ab12c")
        .map(
            match -> match.text()));
    expect("date", Instant.ofEpochMilli(1234), () -> js.newDate(Instant.ofEpochMilli(1234)).toInstant());
    expect("big int", BigInteger.TWO.pow(70), () -> js.newBigInt(BigInteger.TWO.pow(70)).toBigInteger());
    expect("symbol", Optional.of("key"), () -> js.symbolFor("key").registryKey());
    expect("bytes", List.of(1.5, -2.5), () -> doubles(js.newTypedArray(new double[]{1.5, -2.5}).toDoubleArray()));
    expect("text of a number", "1.5", () -> js.coerceToString(JsNumber.of(1.5)));
    expect("error", "gone", () -> js.newError(JsError.Kind.RANGE_ERROR, "gone").message());
    expect("thrown by a script", JsNumber.of(5), () -> thrown("throw 5") instanceof JsThrownException e
        ? e.thrown()
        : null);
    expect("host function", 42.0, () -> js.function("add", HostFunction.ofDoubles(Double::sum))
        .call(JsNumber.of(40), JsNumber.of(2))
        .asDouble());
    expect("exception of a host function", "mine", this::hostException);
    expect("function", 42, () -> function("(a, b) => a * b").call(JsNumber.of(6), JsNumber.of(7)).asInt());
  }

  private void questionAboutErrors() {
    expect("thrown by the engine", true, () -> thrown("null.x") instanceof JsThrownException);
  }

  private void questionsAboutPromises() {
    expect("promise", 42, () -> {
      var deferred = js.newPromise();
      deferred.resolve(JsNumber.of(42));
      return js.await(deferred.promise(), PATIENCE).asInt();
    });
    expect("future", 42, () -> js.await(js.toPromise(CompletableFuture.completedFuture(JsNumber.of(42))), PATIENCE)
        .asInt());
    expect("rejection", "no", () -> {
      var deferred = js.newPromise();
      deferred.reject(JsString.of("no"));
      CompletableFuture<JsValue> future = deferred.promise().asPromise().toFuture();
      js.drainMicrotasks();
      return future.exceptionNow() instanceof JsThrownException e ? e.thrown().asString() : null;
    });
  }

  private void questionsOfTheLanguage() {
    expect("iteration", List.of(JsNumber.of(1), JsNumber.of(2)), () -> {
      try (JsIterator iterator = js.eval("[1, 2]").asObject().iterate()) {
        return iterator.stream().toList();
      }
    });
    expect("toJson", Optional.of("{\"a\":1,\"b\":[1,\"x\",true],\"c\":\"three\"}"), () -> js.toJson(json()));
    expect("the library", "1,2,3|true|abc|3", () -> js.eval("""
        {
          class Base { #n = 3; get n() { return this.#n; } }
          const made = new (class extends Base {})();
          [[3, 1, 2].sort().join(), 'x' in { x: 1 }, [...'abc'].reduce((a, b) => a + b), made.n].join('|')
        }""")
        .asString());
    expect("async function", 42, () -> js.await(js.eval("(async () => (await 40) + (await 2))()"), PATIENCE).asInt());
    expect("text", "[object Object]", () -> js.coerceToString(js.newObject()));
    expect("no traces", List.of(), () -> {
      JsObject empty = js.eval("{ const found = []; for (const k in {}) found.push(k); found }").asObject();
      return empty.asArray().toList();
    });
    expect("growing list", 3, () -> {
      JsArray array = js.newArray(JsNumber.of(1), JsNumber.of(2));
      array.asList().add(JsNumber.of(3));
      return array.asList().size();
    });
  }

  private JsObject json() {
    return js.parseJson("{\"a\":1,\"b\":[1,\"x\",true],\"c\":\"three\"}").asObject();
  }

  private List<JsValue> list() {
    return js.newArray(JsNumber.of(1), JsString.of("b")).toList();
  }

  private JsFunction function(String source) {
    return js.eval("(" + source + ")").asFunction();
  }

  private String map() {
    JsMap map = js.newMap();
    map.put(JsString.of("one"), JsNumber.of(1));
    map.put(JsString.of("two"), JsNumber.of(2));
    List<String> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(key.asString() + "=" + value.asInt()));
    return "[" + String.join(", ", entries) + "]" + Objects.requireNonNull(map.get(JsString.of("one"))).asInt();
  }

  private static List<Double> doubles(double[] array) {
    return java.util.Arrays.stream(array).boxed().toList();
  }

  private @org.jspecify.annotations.Nullable Throwable thrown(String source) {
    try {
      js.eval(source);
      return null;
    } catch (JsTerminatedException e) {
      throw e;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private String hostException() {
    JsFunction failing = js.function("failing", call -> {
      throw new UnsupportedOperationException("mine");
    });
    try {
      function("f => f()").call(failing);
      return "nothing thrown";
    } catch (UnsupportedOperationException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
