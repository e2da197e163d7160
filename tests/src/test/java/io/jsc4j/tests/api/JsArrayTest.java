package io.jsc4j.tests.api;

import io.jsc4j.JsArray;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsArrayTest extends ContextTest {
  @Test
  void elementsComeInOrder() {
    JsArray array = js.newArray(JsNumber.of(1), JsString.of("two"), JsValue.ofNull(), js.newObject());

    assertThat(array.length()).isEqualTo(4);
    assertThat(array.toList()).hasSize(4).startsWith(JsNumber.of(1), JsString.of("two"), JsValue.ofNull());
    assertThat(array.get(3).asObject().keys()).isEmpty();
    assertThat(array.get(4)).isEqualTo(JsValue.undefined());
    assertThat(js.newArray().toList()).isEmpty();
  }

  @Test
  void addAppends() {
    JsArray array = js.newArray();
    array.add(JsString.of("a"));
    array.add(JsString.of("b"));
    array.set(4, JsString.of("e"));

    assertThat(js.toJson(array)).hasValue("[\"a\",\"b\",null,null,\"e\"]");
  }

  @Test
  void holesAreUndefined() {
    assertThat(js.eval("[1, , 3]").asArray().toList())
        .containsExactly(JsNumber.of(1), JsValue.undefined(), JsNumber.of(3));
  }

  @Test
  void toListIsACopy() {
    JsArray array = js.eval("[1, 2]").asArray();
    var list = array.toList();
    array.set(0, JsNumber.of(9));
    list.add(JsValue.undefined());

    assertThat(list.getFirst()).isEqualTo(JsNumber.of(1));
    assertThat(array.length()).isEqualTo(2);
  }

  @Test
  void theLongestArrays() {
    JsArray longest = js.eval("new Array(2 ** 32 - 1)").asArray();

    assertThat(longest.length()).isEqualTo(4294967295L);
    assertThatThrownBy(longest::toList).isInstanceOf(IllegalStateException.class).hasMessageContaining("4294967295");

    JsArray beyondInt = js.eval("new Array(2 ** 31 + 5)").asArray();
    beyondInt.add(JsString.of("last"));
    assertThat(beyondInt.length()).isEqualTo(2147483654L);
    assertThat(beyondInt.get("2147483653").asString()).isEqualTo("last");
  }

  @Test
  void gettersOfElementsRun() {
    JsArray array = js.eval("Object.defineProperty([1, 2], 1, { get() { throw new Error('element') } })").asArray();

    assertThatThrownBy(array::toList).isInstanceOf(JsThrownException.class).hasMessage("Error: element");
  }

  @Test
  void frozenArraysStayAsTheyAre() {
    JsArray frozen = js.eval("Object.freeze([1])").asArray();
    frozen.set(0, JsNumber.of(2));

    assertThat(frozen.toList()).containsExactly(JsNumber.of(1));
  }

  @Test
  void manyElements() {
    JsValue[] elements = new JsValue[10_000];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = i % 2 == 0 ? JsNumber.of(i) : JsString.of("s" + i);
    }
    JsArray array = js.newArray(elements);

    assertThat(array.toList()).containsExactly(elements);
    assertThat(js.eval("(a => a.length + a[9999])").asFunction().call(array).asString()).isEqualTo("10000s9999");
  }

  @Test
  void whatIsNoArray() {
    for (String source : new String[]{"({ length: 2 })", "'ab'", "new Uint8Array(2)", "new Proxy([], {})",
        "new Set([1])"}) {
      assertThat(js.eval(source)).as(source).isNotInstanceOf(JsArray.class);
    }
    assertThat(js.eval("(function () { return Array.isArray(arguments) })()").asBoolean()).isFalse();
    assertThat(js.eval("new (class A extends Array {})(3)").asArray().length()).isEqualTo(3);
  }
}
