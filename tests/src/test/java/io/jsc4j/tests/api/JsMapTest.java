package io.jsc4j.tests.api;

import io.jsc4j.JsMap;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsMapTest extends ContextTest {
  private static final JsString A = JsString.of("a");
  private static final JsString B = JsString.of("b");
  private static final JsNumber ONE = JsNumber.of(1);
  private static final JsNumber TWO = JsNumber.of(2);

  private JsMap map(String source) {
    JsMap map = js.eval(source).asObject().asMap();
    js.global().set("m", map.object());
    return map;
  }

  @Test
  void bothSidesSeeChanges() {
    JsMap map = map("new Map()");
    assertThat(map.put(A, ONE)).isNull();
    assertThat(map.put(A, TWO)).isEqualTo(ONE);
    assertThat(js.eval("m.set('b', 1).get('a')")).isEqualTo(TWO);

    assertThat(map).hasSize(2).containsEntry(A, TWO).containsEntry(B, ONE).doesNotContainKey(ONE);
    assertThat(map.remove(A)).isEqualTo(TWO);
    assertThat(map.remove(A)).isNull();
    assertThat(js.eval("[...m].join()").asString()).isEqualTo("b,1");
    map.clear();
    assertThat(js.eval("m.size").asInt()).isZero();
    assertThat(map).isEmpty();
  }

  @Test
  void undefinedIsAValueAndNullMeansNone() {
    JsMap map = map("new Map([['a', undefined]])");

    assertThat(map.get(A)).isEqualTo(JsValue.undefined());
    assertThat(map.get(B)).isNull();
    assertThat(map.containsKey(A)).isTrue();
    assertThat(map.getOrDefault(B, ONE)).isEqualTo(ONE);
    assertThat(map.putIfAbsent(A, ONE)).isEqualTo(JsValue.undefined());
    assertThat(map.computeIfAbsent(B, _ -> TWO)).isEqualTo(TWO);
    assertThat(map.merge(B, ONE, (x, y) -> JsNumber.of(x.asDouble() + y.asDouble()))).isEqualTo(JsNumber.of(3));
  }

  @Test
  void keysAreComparedAsMapComparesThem() {
    JsObject key = js.newObject();
    JsMap map = js.newMap();
    map.put(key, ONE);
    map.put(JsNumber.of(Double.NaN), TWO);
    map.put(JsNumber.of(-0.0), A);

    JsObject sameKey = map.keySet().iterator().next().asObject();
    assertThat(sameKey).isNotEqualTo(key);
    assertThat(map.get(sameKey)).isEqualTo(ONE);
    assertThat(map.containsKey(js.newObject())).isFalse();
    assertThat(map.get(JsNumber.of(Double.NaN))).isEqualTo(TWO);
    assertThat(map.get(JsNumber.of(0))).isEqualTo(A);
    assertThat(map.keySet().contains(sameKey)).isTrue();
    assertThat(map.keySet().remove(sameKey)).isTrue();
    assertThat(map.containsValue(TWO)).isTrue();
    assertThat(map.containsValue(ONE)).isFalse();
  }

  @Test
  void iterationIsInOrderAndGoesOnWhileTheMapChanges() {
    JsMap map = map("new Map([['a', 1], ['b', 2], ['c', 3]])");
    List<String> seen = new ArrayList<>();
    for (Map.Entry<JsValue, JsValue> entry : map.entrySet()) {
      seen.add(entry.getKey().asString() + entry.getValue().asInt());
      if (seen.size() == 1) {
        js.eval("m.delete('b'); m.set('d', 4); m.delete('a'); m.set('a', 5)");
      }
    }
    assertThat(seen).containsExactly("a1", "c3", "d4", "a5");
  }

  @Test
  void viewsWriteThrough() {
    JsMap map = map("new Map([['a', 1], ['b', 2], ['c', 3], ['d', 2]])");
    map.entrySet().iterator().next().setValue(JsNumber.of(9));
    assertThat(map.values().remove(TWO)).isTrue();
    assertThat(map.keySet().removeAll(List.of(JsString.of("c")))).isTrue();
    assertThat(js.eval("[...m].join()").asString()).isEqualTo("a,9,d,2");

    Iterator<JsValue> values = map.values().iterator();
    values.next();
    values.remove();
    assertThatThrownBy(values::remove).isInstanceOf(IllegalStateException.class);
    assertThat(map.entrySet().remove(Map.entry(JsString.of("d"), ONE))).isFalse();
    assertThat(map.entrySet().remove(Map.entry(JsString.of("d"), TWO))).isTrue();
    assertThat(map).isEmpty();
    map.putAll(Map.of(A, ONE));
    map.replaceAll((_, value) -> JsNumber.of(value.asDouble() + 1));
    assertThat(map).isEqualTo(Map.of(A, TWO)).hasSameHashCodeAs(Map.of(A, TWO));
  }

  @Test
  void objectsThatAreNoMap() {
    for (String source : List.of("({})", "new Set()", "new WeakMap()", "Object.create(Map.prototype)",
        "new Proxy(new Map(), {})",
        "Map.prototype", "({ [Symbol.toStringTag]: 'Map' })")) {
      assertThatThrownBy(() -> js.eval(source).asObject().asMap()).as(source)
          .isInstanceOf(ClassCastException.class)
          .hasMessage("expected Map, got object");
    }
    assertThat(js.eval("new (class extends Map {})").asObject().asMap()).isEmpty();
  }

  @Test
  void scriptsThatOverwriteMethodsChangeNothing() {
    JsObject made = js.eval("new Map([['a', 1]])").asObject();
    js.eval(
        """
            const intrinsic = Map;
            const fail = () => { throw new Error('overwritten') };
            const iteratorPrototype = Object.getPrototypeOf(new Map().keys());
            for (const prototype of [Map.prototype, iteratorPrototype, Array.prototype])
              for (const name of Reflect.ownKeys(prototype)) try { Object.defineProperty(prototype, name, { get: fail }) } catch {}
            Reflect.construct = Reflect.apply = Function.prototype.call = fail;
            globalThis.Map = fail""");
    JsMap map = made.asMap();
    map.put(B, TWO);
    assertThat(map.keySet()).containsExactly(A, B);
    assertThat(map.remove(A)).isEqualTo(ONE);
    JsMap fresh = js.newMap();
    assertThat(fresh).isEmpty();
    assertThat(fresh.object().isInstanceOf(js.eval("intrinsic").asObject())).as("of the user's realm").isTrue();
  }

  @Test
  @SuppressWarnings("CollectionIncompatibleType") // The mistake that the message is for.
  void keysThatAreNoValues() {
    JsMap map = js.newMap();
    assertThatThrownBy(() -> map.get("a")).isInstanceOf(ClassCastException.class).hasMessageContaining("JsString.of");
  }

  @Test
  void aMapOfAnotherContextOfTheRuntime() {
    try (JsRuntime runtime = JsRuntime.open(); var one = runtime.openContext(); var other = runtime.openContext()) {
      one.global().set("m", other.newMap().object());
      assertThat(one.eval("m instanceof Map").asBoolean()).isFalse();
      JsMap map = one.global().get("m").asObject().asMap();
      map.put(A, ONE);
      assertThat(other.eval("1")).isEqualTo(ONE);
      assertThat(map).containsEntry(A, ONE);
    }
  }

  @Test
  void toStringDoesNotEnterTheEngine() {
    JsMap map = js.newMap();
    js.close();
    assertThat(map.toString()).isEqualTo("JsMap of " + map.object());
    assertThat(map.keySet().toString() + map.values() + map.entrySet()).contains("keys of", "values of", "entries of");
  }
}
