package io.jsc4j.tests.conversion;

import io.jsc4j.JsContext;
import io.jsc4j.JsConversion;
import io.jsc4j.JsConversion.References;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsEngine;
import io.jsc4j.JsLimits;
import io.jsc4j.JsScope;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Shared references, cycles, depth and size of what is converted; and objects that change while it goes on. */
final class ConversionGraphTest extends ContextTest {
  record Node(int n, Optional<Node> next) {}

  record Team(String name, List<Team> members) {}

  @SuppressWarnings("ArrayRecordComponent") // It is what is tested.
  record Crew(Crew[] members) {}

  private static final JsType<List<Object>> LIST = new JsType<>() {};

  private @Nullable List<Object> list(String expression) {
    return js.toJava(js.eval(expression), LIST);
  }

  private @Nullable Object natural(String expression) {
    return js.toJava(js.eval(expression), Object.class);
  }

  private @Nullable Map<String, Object> map(String expression) {
    return map(js.eval(expression));
  }

  private @Nullable Map<String, Object> map(JsValue value) {
    return js.toJava(value, new JsType<>() {});
  }

  private void references(References references) {
    js.setConversion(JsConversion.defaults().withReferences(references));
  }

  private void assertRefused(Class<?> type, String expression, String message) {
    assertThatThrownBy(() -> js.toJava(js.eval(expression), type)).isInstanceOf(JsConversionException.class)
        .hasMessage(message);
    assertUsable();
  }

  @Test
  void sharedReferencesToJava() {
    String shared = "var s = { a: 1 }; [s, s]";
    List<?> kept = js.toJava(js.eval(shared), List.class);
    assertThat(kept).isNotNull();
    assertThat(kept.get(0)).isSameAs(kept.get(1));
    // The same object as two types is two Java objects.
    assertThat(js.toJava(js.eval("var t = { name: 'n', members: [] }; ({ a: t, b: t })"),
        new JsType<Map<String, Team>>() {})).satisfies(map -> assertThat(map.get("a")).isSameAs(map.get("b")));

    references(References.COPY);
    List<?> copied = js.toJava(js.eval(shared), List.class);
    assertThat(copied).isNotNull();
    assertThat(copied.get(0)).isNotSameAs(copied.get(1)).isEqualTo(copied.get(1));

    references(References.REFUSE);
    assertRefused(List.class, shared,
        "value[1]: an object that has been met before, and shared references are refused");
    assertThat(list("[{}, {}, 's', 's']")).hasSize(4);
  }

  @Test
  void cyclesToJava() {
    String cycle = "var c = { list: [] }; c.list.push(c); c";
    Map<?, ?> kept = java.util.Objects.requireNonNull(js.toJava(js.eval(cycle), Map.class));
    Object back = ((List<?>) java.util.Objects.requireNonNull(kept.get("list"))).getFirst();
    assertThat(back).isSameAs(kept);

    references(References.COPY);
    assertRefused(Map.class, cycle, "value.list[0]: leads back to value, a cycle that can't be converted");
    references(References.REFUSE);
    assertRefused(Map.class, cycle, "value.list[0]: leads back to value, a cycle that can't be converted");
    references(References.KEEP);
    assertRefused(Node.class, "var n = { n: 1 }; n.next = n; n",
        "node.next: leads back to node, a cycle that can't be converted");
    assertRefused(Team.class, "var t = { name: 't' }; t.members = [{ name: 'u', members: [t] }]; t",
        "team.members[0].members[0]: leads back to team, a cycle that can't be converted");
    assertRefused(Crew.class, "var a = { members: [] }; a.members.push(a); a", "crew.members[0]: leads back to crew, a"
        + " cycle that can't be converted");
    assertRefused(Object.class, "var s = new Set; s.add([s]); s", "value[0][0]: leads back to value, a cycle that"
        + " can't be converted");
    assertRefused(Object.class, "var m = new Map; m.set([m], 1); m", "value[0][0]: leads back to value, a cycle that"
        + " can't be converted");
  }

  @Test
  void objectsThatWouldBeHashedForEver() {
    // Each list holds the one before twice, so a hash code looks at 2^60 lists.
    String deep = "var d = []; for (let i = 0; i < 60; i++) d = [d, d];";
    js.setConversion(JsConversion.defaults().withMaxValues(100_000));

    assertThat(list(deep + "d")).hasSize(2);
    assertThatThrownBy(() -> js.toJava(js.eval(deep + "new Set([d])"), Object.class)).hasMessageEndingWith(
        ": more than 100000 values");
    assertThatThrownBy(() -> js.toJava(js.eval(deep + "new Map([[d, 1]])"), Object.class)).hasMessageEndingWith(
        ": more than 100000 values");
    references(References.COPY);
    js.setConversion(js.conversion().withMaxValues(100_000));
    assertThatThrownBy(() -> list(deep + "d")).hasMessageEndingWith(
        ": more than 100000 values");
  }

  @Test
  void sharedReferencesAndCyclesToJs() {
    List<Object> shared = List.of(1);
    List<Object> cyclic = new ArrayList<>();
    Map<String, Object> map = new HashMap<>(Map.of("list", cyclic));
    cyclic.add(map);

    js.global().set("x", js.toJs(List.of(shared, shared)));
    assertThat(js.eval("x[0] === x[1]").asBoolean()).isTrue();
    js.global().set("x", js.toJs(cyclic));
    assertThat(js.eval("x[0].list === x").asBoolean()).isTrue();

    references(References.COPY);
    js.global().set("x", js.toJs(List.of(shared, shared)));
    assertThat(js.eval("x[0] !== x[1] && x[1][0] === 1").asBoolean()).isTrue();
    assertThatThrownBy(() -> js.toJs(cyclic)).isInstanceOf(JsConversionException.class)
        .hasMessage("value[0].list: leads back to value, a cycle, and those are refused");

    references(References.REFUSE);
    assertThatThrownBy(() -> js.toJs(List.of(shared, shared))).isInstanceOf(JsConversionException.class)
        .hasMessage("value[1]: an object that has been met before, and shared references are refused");
    assertThatThrownBy(() -> js.toJs(cyclic)).hasMessageContaining("a cycle");
    assertUsable();
  }

  @Test
  void depth() {
    js.eval("function nest(n) { let d; while (n-- > 0) d = { n, next: d }; return d }"
        + "function list(n) { let d = []; while (n-- > 0) d = [d]; return d }");
    assertThatThrownBy(() -> js.toJava(js.eval("nest(100000)"), Node.class)).isInstanceOf(JsConversionException.class)
        .hasMessageStartingWith("node.next.next.")
        .hasMessageEndingWith(".next.n: nested deeper than 200 levels");
    assertThat(js.toJava(js.eval("nest(150)"), Node.class)).isNotNull();

    js.setConversion(JsConversion.defaults().withMaxDepth(500));
    assertThat(list("list(499)")).hasSize(1);
    assertThatThrownBy(() -> js.toJava(js.eval("list(501)"), List.class)).hasMessageEndingWith(
        ": nested deeper than 500 levels");
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 499; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    assertThat(js.toJs(deep).asArray().length()).isOne();
    List<Object> deeper = List.of(List.of(deep));
    assertThatThrownBy(() -> js.toJs(deeper)).hasMessageEndingWith(": nested deeper than 500 levels");
    assertThatThrownBy(() -> JsConversion.defaults().withMaxDepth(501)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsConversion.defaults().withMaxDepth(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsConversion.defaults().withMaxValues(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConversionOnALittleStackLeavesNothingBehind() {
    js.setConversion(JsConversion.defaults().withMaxDepth(500));
    js.global().set("convert", js.function("convert", call -> JsValue.undefined()));
    JsValue deep = js.eval("let d = []; for (let i = 0; i < 499; i++) d = [d]; d");
    js.global().set("inner", js.function("inner", _ -> {
      js.toJava(deep, List.class);
      return JsValue.undefined();
    }));

    try {
      js.eval("let most = 0; (function down(n) { try { down(n + 1) } catch (e) { if (n === most || n > most) most = n;"
          + " throw e } finally { if (n % 500 === 0) try { inner() } catch {} } })(0)");
    } catch (RuntimeException | StackOverflowError e) {
      // It ends somehow; what counts is what it leaves, which the extension looks at when the context is closed.
    }
    assertUsable();
  }

  @Test
  void tenThousandObjectsNeedFewHandles() {
    AtomicLong most = new AtomicLong();
    js.global().set("look", js.function("look", _ -> {
      most.accumulateAndGet(JsEngine.liveResources().handles(), Math::max);
      return JsValue.undefined();
    }));
    JsValue many = js.eval("Array.from({ length: 10000 }, (_, i) => ({ i, get seen() { look() } }))");
    long before = JsEngine.liveResources().handles();

    try (JsScope _ = js.openScope()) {
      js.toJava(many, LIST);
      assertThat(most.get()).isLessThan(before + 50);
      assertThat(JsEngine.liveResources().handles()).isLessThan(before + 50);
      List<List<Integer>> lists = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        lists.add(List.of(i));
      }
      js.toJs(lists);
      assertThat(JsEngine.liveResources().handles()).isLessThan(before + 50);
    }
    assertThatThrownBy(() -> js.toJava(many, new JsType<List<Map<String, Integer>>>() {})).isInstanceOf(
        JsConversionException.class);
    assertThat(JsEngine.liveResources().handles()).isLessThan(before + 50);
  }

  @Test
  void lengthsThatAreNotMeant() {
    assertRefused(Object[].class, "var a = []; a.length = 2 ** 32 - 1; a",
        "value: 4294967295 elements, more than the 10000000 values that one conversion may have");
    assertRefused(List.class, "new Proxy([], { get: (t, k) => k === 'length' ? 1e9 : t[k] })",
        "value: 1000000000 elements, more than the 10000000 values that one conversion may have");
    for (String length : List.of("NaN", "-1", "1.5", "'x'", "undefined")) {
      assertRefused(List.class, "new Proxy([], { get: (t, k) => k === 'length' ? " + length + " : t[k] })",
          "value: expected an array, got one whose length is no number");
    }
    js.setConversion(JsConversion.defaults().withMaxValues(10));
    assertRefused(List.class, "[[1, 2, 3, 4], [5, 6, 7, 8], [9]]", "value[2]: more than 10 values");
    assertThatThrownBy(() -> js.toJs(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))).hasMessage(
        "value[10]: more than 10 values");
  }

  @Test
  void objectsThatChangeMeanwhile() {
    assertThat(js.toJava(js.eval("var g = [{ get x() { g.push(1); return 1 } }, 2]; g"), LIST)).isEqualTo(List.of(Map
        .of("x", 1.0), 2.0));
    assertThat(js.toJava(js.eval("var h = [{ get x() { h.length = 0; return 1 } }, 2]; h"), LIST)).isEqualTo(List.of(
        Map.of("x", 1.0), JsValue.undefined()));
    assertThat(map("var o = { get a() { delete o.b; return 1 }, b: 2 }; o")).isEqualTo(Map
        .of("a", 1.0, "b", JsValue.undefined()));
    assertThat(natural("var m = new Map([[1, { get x() { m.clear(); return 1 } }], [2, 3]]); m"))
        .isEqualTo(Map.of(1.0, Map.of("x", 1.0), 2.0, 3.0));
    assertThatThrownBy(() -> js.toJava(js.eval("var r = Proxy.revocable([], {}); r.revoke(); r.proxy"), List.class))
        .isInstanceOf(RuntimeException.class);
    assertThat(map("new Proxy({ a: 1 }, { ownKeys: () => ['a', 'b'], getOwnPropertyDescriptor: () =>"
        + " ({ value: 1, enumerable: true, configurable: true }), get: (t, k) => k })")).isEqualTo(Map.of(
            "a", "a", "b", "b"));
    assertUsable();
  }

  @Test
  void noMicrotaskRunsInBetween() {
    JsValue value = js.eval("var state = 'before'; ({ get a() { Promise.resolve().then(() => { state = 'after' });"
        + " return state }, get b() { return state } })");

    assertThat(map(value)).isEqualTo(Map.of("a", "before", "b", "before"));
    assertThat(js.eval("state").asString()).isEqualTo("after");
  }

  @Test
  void gettersThatOpenScopesAndConvert() {
    js.global().set("meddle", js.function("meddle", call -> {
      JsScope scope = js.openScope();
      scope.escape(js.newObject());
      return js.toJs(js.toJava(call.arg(0), LIST));
    }));

    assertThat(map("({ get a() { return meddle([1, [2]]) } })")).isEqualTo(Map.of("a", List
        .of(1.0, List.of(2.0))));
  }

  @Test
  void closingMeanwhileIsRefused() {
    js.global().set("close", js.function("close", _ -> {
      js.close();
      return JsValue.undefined();
    }));
    assertThatThrownBy(() -> js.toJava(js.eval("({ get a() { return close() } })"), Map.class)).isInstanceOf(
        IllegalStateException.class);
    List<Object> closes = new ArrayList<>(List.of(1)) {
      private static final long serialVersionUID = 1L;

      @Override
      public java.util.Iterator<Object> iterator() {
        js.close();
        return super.iterator();
      }
    };
    assertThatThrownBy(() -> js.toJs(closes)).isInstanceOf(IllegalStateException.class);
    assertUsable();
  }

  // The arena is closed by the test itself.
  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void closingTheArenaMeanwhileEndsTheConversion() {
    Arena arena = Arena.ofConfined();
    JsContext other = JsContext.open(arena);
    List<Object> closes = new ArrayList<>(List.of(1)) {
      private static final long serialVersionUID = 1L;

      @Override
      public java.util.Iterator<Object> iterator() {
        arena.close();
        return super.iterator();
      }
    };
    assertThatThrownBy(() -> other.toJs(List.of(List.of(2), closes))).isInstanceOf(IllegalStateException.class);
    assertThat(other.isClosed()).isTrue();
    assertUsable();
  }

  @Test
  void limitsEndAConversion() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(50)))) {
      assertThatThrownBy(() -> limited.toJava(limited.eval("({ get a() { for (;;); } })"), Map.class)).isInstanceOf(
          JsTerminatedException.class);
      assertThat(limited.toJava(limited.eval("[1]"), LIST)).isEqualTo(List.of(1.0));
    }
  }
}
