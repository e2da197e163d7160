package io.jsc4j.tests.api;

import io.jsc4j.JsArray;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The live list view of an array. */
final class JsArrayListTest extends ContextTest {
  private static final JsNumber ONE = JsNumber.of(1);
  private static final JsNumber TWO = JsNumber.of(2);
  private static final JsNumber NINE = JsNumber.of(9);

  private JsArray array(String source) {
    JsArray array = js.eval(source).asArray();
    js.global().set("a", array);
    return array;
  }

  private String json() {
    return js.toJson(js.global().get("a")).orElseThrow();
  }

  @Test
  void bothSidesSeeChanges() {
    List<JsValue> list = array("[1, 2]").asList();
    assertThat(list).containsExactly(ONE, TWO).isInstanceOf(RandomAccess.class);

    js.eval("a.push(9); a[0] = 'x'");
    assertThat(list).containsExactly(JsString.of("x"), TWO, NINE);

    assertThat(list.set(1, ONE)).isEqualTo(TWO);
    list.add(TWO);
    list.add(0, NINE);
    list.addFirst(ONE);
    assertThat(list.remove(2)).isEqualTo(JsString.of("x"));
    assertThat(json()).isEqualTo("[1,9,1,9,2]");
    list.clear();
    assertThat(js.eval("a.length").asInt()).isZero();
    assertThat(list).isEmpty();
  }

  @Test
  void insertingAndRemovingMovesElementsAndHoles() {
    List<JsValue> list = array("[0, , 2, 3]").asList();
    list.add(1, NINE);
    assertThat(js.eval("JSON.stringify(a) + (1 in a) + (2 in a)").asString()).isEqualTo("[0,9,null,2,3]truefalse");
    list.add(5, ONE);
    assertThat(list.removeFirst()).isEqualTo(JsNumber.of(0));
    assertThat(list.removeLast()).isEqualTo(ONE);
    assertThat(list.get(1)).as("a hole").isEqualTo(JsValue.undefined());
    assertThat(js.eval("JSON.stringify(a) + (1 in a)").asString()).isEqualTo("[9,null,2,3]false");
    assertThat(list.set(1, ONE)).as("what a hole held").isEqualTo(JsValue.undefined());
  }

  @Test
  void whatListsOffer() {
    List<JsValue> list = array("[3, 1, 2, 1]").asList();
    list.sort(Comparator.comparingDouble(JsValue::asDouble));
    assertThat(json()).isEqualTo("[1,1,2,3]");
    list.subList(1, 3).clear();
    assertThat(json()).isEqualTo("[1,3]");
    list.addAll(1, List.of(NINE, TWO));
    list.replaceAll(it -> JsNumber.of(it.asDouble() * 10));
    assertThat(json()).isEqualTo("[10,90,20,30]");
    assertThat(list.removeIf(it -> it.asDouble() > 25)).isTrue();
    Collections.reverse(list);
    assertThat(json()).isEqualTo("[20,10]");
    ListIterator<JsValue> iterator = list.listIterator();
    iterator.next();
    iterator.set(ONE);
    iterator.add(TWO);
    iterator.next();
    iterator.remove();
    assertThat(json()).isEqualTo("[1,2]");
    assertThat(list).isEqualTo(List.of(ONE, TWO)).hasSameHashCodeAs(List.of(ONE, TWO));
    assertThat(list.reversed()).containsExactly(TWO, ONE);
    assertThat(list.stream().mapToDouble(JsValue::asDouble).sum()).isEqualTo(3);
  }

  @Test
  void searchingComparesAsIncludesDoes() {
    JsObject element = js.newObject();
    List<JsValue> list = js.newArray(JsNumber.of(Double.NaN), JsNumber.of(-0.0), element, JsString.of("s"), element)
        .asList();

    assertThat(list.indexOf(JsNumber.of(Double.NaN))).isZero();
    assertThat(list.indexOf(JsNumber.of(0))).isOne();
    assertThat(list.indexOf(list.get(2))).as("another handle").isEqualTo(2);
    assertThat(list.lastIndexOf(element)).isEqualTo(4);
    assertThat(list.contains(JsString.of("s"))).isTrue();
    assertThat(list.contains(js.newObject())).isFalse();
    assertThat(list.remove(element)).isTrue();
    assertThat(list.remove(JsString.of("none"))).isFalse();
    assertThat(list).hasSize(4);
    assertThat(array("[1, , 3]").asList().indexOf(JsValue.undefined())).as("a hole").isOne();
  }

  @Test
  void indexesAreChecked() {
    List<JsValue> list = array("[1, 2]").asList();
    List<ThrowingCallable> calls = List.of(() -> list.get(2), () -> list.get(-1), () -> list.set(2, ONE),
        () -> list.set(-1, ONE), () -> list.add(3, ONE), () -> list.add(-1, ONE), () -> list.remove(2), () -> list
            .remove(-1));
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(IndexOutOfBoundsException.class).hasMessageContaining("no element");
    }
    assertThat(json()).isEqualTo("[1,2]");
  }

  @Test
  @SuppressWarnings("CollectionIncompatibleType")
  void whatIsNoValueIsRefused() {
    List<JsValue> list = array("[1, 2]").asList();
    assertThatThrownBy(() -> list.contains("1")).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("expected a JsValue, got java.lang.String");
    assertThatThrownBy(() -> list.add(null)).isInstanceOf(NullPointerException.class).hasMessageContaining("element");
    assertThatThrownBy(() -> list.set(0, null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> list.add(0, null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void writingIsThatOfStrictCode() {
    List<JsValue> frozen = array("Object.freeze([1, 2])").asList();
    List<ThrowingCallable> calls = List.of(() -> frozen.set(0, NINE), () -> frozen.add(NINE), () -> frozen.add(0, NINE),
        () -> frozen.remove(0), frozen::clear);
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(JsThrownException.class).hasMessageStartingWith("TypeError: ");
    }
    List<JsValue> fixed = array("Object.preventExtensions([1, 2])").asList();
    assertThatThrownBy(() -> fixed.add(0, NINE)).isInstanceOf(JsThrownException.class);
    assertThat(json()).as("nothing has moved").isEqualTo("[1,2]");
  }

  @Test
  void longArrays() {
    List<JsValue> longest = array("new Array(2 ** 32 - 1)").asList();
    assertThat(longest.size()).isEqualTo(Integer.MAX_VALUE);
    assertThat(longest.get(Integer.MAX_VALUE - 1)).isEqualTo(JsValue.undefined());
    assertThatThrownBy(() -> longest.add(ONE)).isInstanceOf(JsThrownException.class).hasMessageContaining("RangeError");
    assertThat(js.eval("a.length + Object.keys(a).join()").asString()).isEqualTo("4294967295");
  }

  @Test
  void scriptsThatOverwriteMethodsChangeNothing() {
    List<JsValue> list = array("class A extends Array {}; var a = new A(); a[0] = 1; a[1] = 2; a").asList();
    js.eval("""
        for (const name of Object.getOwnPropertyNames(Array.prototype))
          if (name !== 'length') Array.prototype[name] = () => { throw new Error('overwritten ' + name) };
        Array.prototype[Symbol.iterator] = Array[Symbol.species] = null;
        Object.defineProperty(Array, Symbol.species, { get() { throw new Error('species') } })""");
    list.add(1, NINE);
    list.remove(0);
    list.add(ONE);

    assertThat(list).containsExactly(NINE, TWO, ONE);
    assertThat(list.indexOf(ONE)).isEqualTo(2);
  }

  @Test
  void anArrayThatShrinksEndsAnIteration() {
    List<JsValue> list = array("[1, 2, 3]").asList();
    Iterator<JsValue> iterator = list.iterator();
    iterator.next();
    js.eval("a.length = 1");
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void toStringDoesNotEnterTheEngine() {
    JsArray array = js.newArray(ONE);
    List<JsValue> list = array.asList();
    js.close();
    assertThat(list).hasToString("list of " + array);
  }
}
