package io.jsc4j.tests.api;

import io.jsc4j.JsMap;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsSet;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsSetTest extends ContextTest {
  private static final JsString A = JsString.of("a");
  private static final JsNumber ONE = JsNumber.of(1);

  private JsSet set(String source) {
    JsSet set = js.eval(source).asObject().asSet();
    js.global().set("s", set.object());
    return set;
  }

  @Test
  void bothSidesSeeChanges() {
    JsSet set = set("new Set()");
    assertThat(set.add(A)).isTrue();
    assertThat(set.add(A)).isFalse();
    js.eval("s.add(1)");

    assertThat(set).containsExactly(A, ONE);
    assertThat(set.remove(A)).isTrue();
    assertThat(set.remove(A)).isFalse();
    assertThat(js.eval("[...s].join()").asString()).isEqualTo("1");
    assertThat(set).isEqualTo(Set.of(ONE)).hasSameHashCodeAs(Set.of(ONE));
    set.clear();
    assertThat(js.eval("s.size").asInt()).isZero();
  }

  @Test
  void elementsAreComparedAsSetComparesThem() {
    JsObject element = js.newObject();
    JsSet set = js.newSet();
    set.add(element);
    set.add(JsNumber.of(Double.NaN));
    set.add(JsNumber.of(-0.0));

    assertThat(set.contains(set.iterator().next())).isTrue();
    assertThat(set.contains(js.newObject())).isFalse();
    assertThat(set.contains(JsNumber.of(Double.NaN))).isTrue();
    assertThat(set.contains(JsNumber.of(0))).isTrue();
  }

  @Test
  void bulkOperationsCompareByTheEngineToo() {
    JsSet set = set("new Set(['a', {}, {}, NaN])");
    List<JsValue> handles = new ArrayList<>(set);
    assertThat(set.removeAll(List.of(handles.get(1), handles.get(0), A, ONE, JsValue.undefined()))).isTrue();
    assertThat(set).hasSize(2);
    assertThat(set.containsAll(handles.subList(2, 4))).isTrue();
    assertThat(set.retainAll(List.of(handles.get(2)))).isTrue();
    assertThat(set.retainAll(List.of(handles.get(2)))).isFalse();
    assertThat(set.iterator().next().isSame(handles.get(2))).isTrue();

    JsMap map = js.eval("new Map([[{}, {}], [{}, 1]])").asObject().asMap();
    assertThat(map.keySet().retainAll(List.of(map.keySet().iterator().next()))).isTrue();
    assertThat(map.values().removeAll(List.copyOf(map.values()))).isTrue();
    assertThat(map).isEmpty();

    List<JsValue> list = js.eval("[{}, 1, {}]").asArray().asList();
    assertThat(list.retainAll(List.of(list.get(0), ONE))).isTrue();
    assertThat(list.removeAll(List.of(list.get(0)))).isTrue();
    assertThat(list).containsExactly(ONE);
  }

  @Test
  void iterationIsInOrderAndGoesOnWhileTheSetChanges() {
    JsSet set = set("new Set(['a', 'b', 'c'])");
    List<String> seen = new ArrayList<>();
    for (Iterator<JsValue> iterator = set.iterator(); iterator.hasNext();) {
      seen.add(iterator.next().asString());
      if (seen.size() == 1) {
        js.eval("s.delete('b'); s.add('d')");
        iterator.remove();
        assertThatThrownBy(iterator::remove).isInstanceOf(IllegalStateException.class);
      }
    }
    assertThat(seen).containsExactly("a", "c", "d");
    assertThat(set).hasSize(2);
  }

  @Test
  void objectsThatAreNoSet() {
    for (String source : List.of("({})", "new Map()", "new WeakSet()", "Object.create(Set.prototype)", "[]")) {
      assertThatThrownBy(() -> js.eval(source).asObject().asSet()).as(source)
          .isInstanceOf(ClassCastException.class)
          .hasMessageStartingWith("expected Set, got ");
    }
  }

  @Test
  void scriptsThatOverwriteMethodsChangeNothing() {
    js.eval(
        """
            const intrinsic = Set;
            const fail = () => { throw new Error('overwritten') };
            for (const name of Reflect.ownKeys(Set.prototype)) try { Object.defineProperty(Set.prototype, name, { get: fail }) } catch {}
            globalThis.Set = fail""");
    JsSet set = js.newSet();
    assertThat(set.add(A)).isTrue();
    assertThat(set).containsExactly(A);
    assertThat(set.object().isInstanceOf(js.eval("intrinsic").asObject())).isTrue();
  }

  @Test
  @SuppressWarnings("CollectionIncompatibleType") // The mistake that the message is for.
  void elementsThatAreNoValues() {
    JsSet set = js.newSet();
    assertThatThrownBy(() -> set.contains("a")).isInstanceOf(ClassCastException.class);
  }

  @Test
  void toStringDoesNotEnterTheEngine() {
    JsSet set = js.newSet();
    js.close();
    assertThat(set.toString()).isEqualTo("JsSet of " + set.object());
  }
}
