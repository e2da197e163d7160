package io.jsc4j.tests.api;

import io.jsc4j.JsArray;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsProperty;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Own properties, prototypes and levels of integrity; DifferentialTest has the wide table. */
final class JsPropertyTest extends ContextTest {
  private static final JsNumber ONE = JsNumber.of(1);

  @Test
  void dataProperties() {
    JsObject object = object("{ a: 1 }");
    assertThat(object.ownProperty("a")).hasValue(JsProperty.of(ONE));
    assertThat(object.ownProperty("toString")).as("inherited").isEmpty();
    assertThat(object.hasOwn("a")).isTrue();
    assertThat(object.hasOwn("toString")).isFalse();

    object.defineProperty("b", new JsProperty.Data(ONE, false, false, false));
    object.defineProperty(7, JsProperty.of(ONE));
    object.set("b", JsNumber.of(2));
    assertThat(object.get("b")).isEqualTo(ONE);
    assertThat(object.keys()).containsExactly("7", "a");
    assertThat(object.delete("b")).isFalse();
    assertThatThrownBy(() -> object.defineProperty("b", JsProperty.of(ONE))).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("TypeError: ");
  }

  @Test
  void accessors() {
    JsObject object = js.newObject();
    JsSymbol key = js.newSymbol("key");
    JsFunction getter = js.eval("(function () { return this.n * 2 })").asFunction();
    object.set("n", JsNumber.of(21));
    object.defineProperty(key, new JsProperty.Accessor(Optional.of(getter), Optional.empty(), true, true));

    assertThat(object.get(key).asInt()).isEqualTo(42);
    assertThat(object.ownProperty(key)).hasValueSatisfying(it -> {
      JsProperty.Accessor accessor = (JsProperty.Accessor) it;
      assertThat(accessor.getter().orElseThrow().isSame(getter)).isTrue();
      assertThat(accessor.setter()).isEmpty();
      assertThat(accessor.enumerable() && accessor.configurable()).isTrue();
    });
    assertThat(object.hasOwn(key)).isTrue();
  }

  @Test
  void entriesAreACopyInOrder() {
    JsObject object = object("{ z: [1, [2]], 1: 'one', get g() { return 3 }, [Symbol.iterator]: 4 }");
    Map<String, JsValue> entries = object.entries();
    object.set("z", ONE);

    assertThat(entries.keySet()).containsExactly("1", "z", "g");
    assertThat(entries.get("z")).as("arrays stay arrays").isInstanceOf(JsArray.class);
    assertThat(entries).containsEntry("g", JsNumber.of(3)).containsEntry("1", JsString.of("one"));
  }

  @Test
  void integrity() {
    JsObject object = object("{ a: 1 }");
    assertThat(object.isExtensible()).isTrue();
    object.preventExtensions();
    assertThat(object.isExtensible()).isFalse();
    assertThat(object.isSealed()).isFalse();
    object.seal();
    assertThat(object.isSealed()).isTrue();
    assertThat(object.isFrozen()).isFalse();
    object.freeze();
    assertThat(object.isFrozen()).isTrue();
    assertThatThrownBy(() -> js.eval("new Uint8Array(1)").asObject().freeze()).isInstanceOf(JsThrownException.class)
        .hasMessageContaining("TypeError");
  }

  @Test
  void prototypes() {
    JsObject parent = object("{ a: 1 }");
    JsObject child = js.newObject();
    child.setPrototype(parent);
    assertThat(child.get("a")).isEqualTo(ONE);
    assertThat(child.prototype().orElseThrow().isSame(parent)).isTrue();
    assertThatThrownBy(() -> parent.setPrototype(child)).isInstanceOf(JsThrownException.class)
        .hasMessageContaining("cyclic");
    assertThatThrownBy(() -> child.setPrototype(ONE)).isInstanceOf(JsThrownException.class)
        .hasMessageContaining("TypeError");
    child.setPrototype(JsValue.ofNull());
    assertThat(child.prototype()).isEmpty();
  }

  @Test
  void proxies() {
    JsObject handler = js.newObject();
    handler.set("get", js.function("get", call -> JsString.of("trapped " + call.arg(1).asString())));
    JsObject proxy = js.newProxy(js.newObject(), handler);

    assertThat(proxy.get("x")).isEqualTo(JsString.of("trapped x"));
    js.eval("Proxy = null");
    assertThat(js.newProxy(js.newArray(), handler).proxyTarget()).isPresent();
  }

  @Test
  void scriptsThatOverwriteGlobalsChangeNothing() {
    js.eval(
        """
            for (const name of Object.getOwnPropertyNames(Object)) if (name !== 'prototype' && name !== 'defineProperty') Object[name] = null;
            Object.prototype.get = Object.prototype.value = 'polluted'; Object.prototype.hasOwnProperty = null; Object.defineProperty = Reflect = null""");
    JsObject object = js.newObject();
    object.defineProperty("a", new JsProperty.Accessor(Optional.empty(), Optional.empty(), true, true));
    assertThat(object.ownProperty("a")).hasValueSatisfying(it -> assertThat(it).isInstanceOf(
        JsProperty.Accessor.class));
    assertThat(object.entries()).containsEntry("a", JsValue.undefined());
    assertThat(object.hasOwn("get")).isFalse();
    object.freeze();
    assertThat(object.isFrozen()).isTrue();
  }
}
