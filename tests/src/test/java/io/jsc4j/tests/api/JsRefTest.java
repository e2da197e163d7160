package io.jsc4j.tests.api;

import io.jsc4j.JsArray;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsScope;
import io.jsc4j.JsSymbol;
import io.jsc4j.tests.support.ContextTest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsRefTest extends ContextTest {
  @Test
  void outlivesTheScope() {
    JsRef<? extends JsObject> ref;
    try (JsScope _ = js.openScope()) {
      ref = object("{ a: 1 }").retain();
    }
    js.runtime().collectGarbage();
    assertThat(ref.get().get("a").asInt()).isOne();
    assertThat(JsEngine.liveResources().references()).isOne();

    JsObject handle = ref.get();
    ref.close();
    assertThat(JsEngine.liveResources().references()).isZero();
    assertThatThrownBy(() -> handle.get("a")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("its reference has been closed");
  }

  @Test
  void keepsTheType() {
    try (JsRef<JsArray> array = js.newArray().retain();
        JsRef<JsFunction> function = js.eval("(() => 1)").asFunction().retain();
        JsRef<JsSymbol> symbol = js.newSymbol("s").retain();
        JsRef<JsBigInt> bigInt = js.newBigInt(BigInteger.TEN).retain()) {
      assertThat(array.get().length()).isZero();
      assertThat(function.get().call().asInt()).isOne();
      assertThat(symbol.get().typeOf()).isEqualTo("symbol");
      assertThat(bigInt.get().toBigInteger()).isEqualTo(BigInteger.TEN);
    }
  }

  @Test
  void severalToOneObjectAreIndependent() {
    JsObject object = object("{ a: 1 }");
    try (JsRef<? extends JsObject> one = object.retain()) {
      JsRef<? extends JsObject> two = object.retain();
      assertThat(one.get().isSame(two.get())).isTrue();
      two.close();
      assertThat(one.get().isSame(object)).isTrue();
    }
    assertThat(object.get("a").asInt()).isOne();
  }

  @Test
  void keepsWhatAHostFunctionWasGiven() {
    List<JsRef<JsFunction>> callbacks = new ArrayList<>();
    js.global().set("on", js.function("on", call -> {
      callbacks.add(call.arg(0).asFunction().retain());
      return io.jsc4j.JsValue.undefined();
    }));
    js.eval("on(() => 'called')");
    js.runtime().collectGarbage();

    try (JsRef<JsFunction> callback = callbacks.getFirst()) {
      assertThat(callback.get().call().asString()).isEqualTo("called");
    }
  }

  @Test
  void endsWithItsContextEvenIfItIsNotClosed() {
    JsRef<? extends JsObject> ref = js.newObject().retain();
    js.close();

    assertThat(JsEngine.liveResources().references()).isZero();
    assertThatThrownBy(ref::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    ref.close();
  }
}
