package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.JsNumber;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How many arguments there are, and what {@code this} is, decides by which way a host function is called; it must not see which. */
@Covers("JSObjectMakeFunctionWithCallback")
final class HostCallWaysTest extends ContextTest {
  private static final String ARGUMENTS = "['a', 1.5, undefined, null, {}, Symbol.iterator, 2n, () => 0]";

  /** Nothing, but for the two lists to have the same {@code this} and the same values. */
  private static final String SAME = """
      (java, script) => java.length === script.length && java.every((value, i) => Object.is(value, script[i]))""";

  private static final class Target {}

  @BeforeEach
  void defineBoth() {
    js.global().set("java", js.function("java", call -> {
      List<JsValue> all = new ArrayList<>(List.of(call.thisValue()));
      all.addAll(call.args());
      return js.newArray(all.toArray(JsValue[]::new));
    }));
    js.eval("var script = function () { return [this, ...arguments]; }");
    js.eval("var same = " + SAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"undefined", "null", "globalThis", "{ x: 1 }", "[1]", "new Proxy({}, {})", "() => 0",
      "class {}",
      "Object.create(null)"})
  void anObjectOrNone(String self) {
    js.eval("var self = " + (self.startsWith("{") ? "(" + self + ")" : self));

    assertThat(js.eval("let all = " + ARGUMENTS
        + "; all.every((_, n) => same(java.apply(self, all.slice(0, n)), script.apply(self, all.slice(0, n))))")
        .asBoolean()).isTrue();
    assertThat(js.eval("same(java.apply(self, all.concat(all)), script.apply(self, all.concat(all)))").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "'text'", "true", "2n", "Symbol.iterator"})
  void aPrimitiveBecomesAnObject(String self) {
    assertThat(js.eval("[0, 1, 3, 4].every(n => { const [made] = java.apply(" + self
        + ", Array(n)); return typeof made === 'object' && made.valueOf() === " + self + "; })").asBoolean()).isTrue();
  }

  /** A script can't get between, whatever it does to arrays and functions. */
  @Test
  void nothingOfTheScriptsRuns() {
    js.global().set("count", js.function("count", call -> JsNumber.of(call.count())));
    js.eval("""
        var touched = 0;
        const names = ['0', '1', '2', '3', 'length', 'call', 'apply', Symbol.iterator];
        const { defineProperty } = Object;
        const property = { get() { touched++; }, set() { touched++; } };
        const prototypes = [Array.prototype, Object.prototype, Function.prototype];
        for (let i = 0; i < prototypes.length; i++) {
          for (let j = 0; j < names.length; j++) {
            try {
              defineProperty(prototypes[i], names[j], property);
            } catch {}
          }
        }
        touched = 0;
        """);

    for (int n = 0; n < 6; n++) {
      assertThat(js.eval("count(" + "7,".repeat(n) + ")").asInt()).isEqualTo(n);
    }
    assertThat(js.eval("touched").asInt()).isZero();
  }

  /** The global object of the function's context, not of whoever calls it or of the library's own. */
  @Test
  void noThisIsTheGlobalObjectOfItsContext() {
    js.eval("var mine = 'of the function'");
    try (var other = js.runtime().openContext()) {
      other.global().set("java", js.global().get("java"));

      JsValue self = other.eval("java(1)").asArray().get(0);

      assertThat(self.asObject().get("mine").asString()).isEqualTo("of the function");
    }
  }

  @Test
  void membersGetTheirObjectByEachWay() {
    HostClass<Target> type = HostClass.builder("Target", Target.class)
        .constructor(_ -> new Target())
        .method("count", (_, call) -> JsNumber.of(call.count()))
        .method("self", (_, call) -> call.thisValue())
        .build();
    js.global().set("Target", js.define(type));

    assertThat(js.eval("var t = new Target(); [0, 1, 2, 3, 4, 9].every(n => t.count(...Array(n)) === n"
        + " && t.self(...Array(n)) === t)").asBoolean()).isTrue();
    assertThat(js.eval("try { t.count.call({}, 1) } catch (e) { e instanceof TypeError }").asBoolean()).isTrue();
  }
}
