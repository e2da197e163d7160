package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsArray;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Arrays that Java makes, and elements by index. */
@Covers({"JSObjectMakeArray", "JSObjectGetPropertyAtIndex", "JSObjectSetPropertyAtIndex"})
final class ArraysConformanceTest extends ConformanceTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 100, 5_000})
  void anArrayHasItsElements(int length) {
    JsValue[] elements = IntStream.range(0, length).mapToObj(JsNumber::of).toArray(JsValue[]::new);
    JsArray array = js.newArray(elements);

    assertThat(array.length()).isEqualTo(length);
    Assertions.<JsValue>assertThat(array.toList()).containsExactly(elements);
    assertThat(holds("(a, n) => Array.isArray(a) && a.length === n && a.every((x, i) => x === i)", array, JsNumber.of(
        length))).isTrue();
    assertThat(array.get(length)).isEqualTo(JsValue.undefined());
  }

  @Test
  void elementsOfEveryKindAreKept() {
    JsObject object = js.newObject();
    JsArray array = js.newArray(JsValue.undefined(), JsValue.ofNull(), JsNumber.of(0.5), JsString.of("s"), object, js
        .newSymbol("y"), js.newArray());

    assertThat(function("a => a.map(x => x === null ? 'null' : typeof x).join()").call(array).asString()).isEqualTo(
        "undefined,null,number,string,object,symbol,object");
    assertThat(array.get(4).isSame(object)).isTrue();
    assertThat(array.has(0)).isTrue();
  }

  @Test
  void settersAndGettersOfElementsRun() {
    JsArray array = js.eval("Object.defineProperty([], '0', { set() { throw 72 }, get() { return 45 } })").asArray();

    assertThat(thrownBy(() -> array.set(0, JsNumber.of(1))).thrown()).isEqualTo(JsNumber.of(72));
    assertThat(array.get(0)).isEqualTo(JsNumber.of(45));
  }

  @Test
  void holesAreSeenThrough() {
    JsArray array = js.eval("[, 1, , ]").asArray();
    js.eval("Array.prototype[0] = 'inherited'");

    assertThat(array.length()).isEqualTo(3);
    assertThat(array.has(0)).isTrue();
    assertThat(array.has(2)).isFalse();
    Assertions.<JsValue>assertThat(array.toList())
        .containsExactly(JsString.of("inherited"), JsNumber.of(1), JsValue
            .undefined());
  }

  @Test
  void writingBeyondTheEndMakesItLonger() {
    JsArray array = js.newArray();
    array.set(9, JsNumber.of(1));
    assertThat(array.length()).isEqualTo(10);
    array.set(Integer.MAX_VALUE, JsNumber.of(2));
    assertThat(array.length()).isEqualTo(1L << 31);
    assertThat(array.get(Integer.MAX_VALUE)).isEqualTo(JsNumber.of(2));
    array.set("length", JsNumber.of(1));
    assertThat(array.has(9)).isFalse();
    array.add(JsNumber.of(3));
    assertThat(array.get(1)).isEqualTo(JsNumber.of(3));
    assertThat(thrownBy(() -> array.set("length", JsNumber.of(-1))).name()).isEqualTo("RangeError");
  }

  @Test
  void indexesAndNamesAreTheSameKeys() {
    JsArray array = js.newArray(JsString.of("eight"), JsString.of("nine"));
    array.set("1", JsString.of("modified"));

    assertThat(array.get("0")).isEqualTo(JsString.of("eight"));
    assertThat(array.get(1)).isEqualTo(JsString.of("modified"));
    JsObject object = js.newObject();
    object.set(7, JsNumber.of(1));
    assertThat(object.keys()).containsExactly("7");
    assertThat(object.get("7")).isEqualTo(JsNumber.of(1));
  }

  @Test
  void arraysDoNotDependOnWhatScriptsOverwrite() {
    js.eval(
        """
            Array = undefined; Array_prototype = [].__proto__;
            Object.defineProperty(Array_prototype, 0, { set() { throw new Error('setter of the prototype') }, get() { return 'prototype' } });
            Array_prototype.push = Array_prototype[Symbol.iterator] = () => { throw new Error('overwritten') }""");
    JsArray array = js.newArray(JsNumber.of(1), JsNumber.of(2));

    Assertions.<JsValue>assertThat(array.toList()).containsExactly(JsNumber.of(1), JsNumber.of(2));
  }
}
