package io.jsc4j.tests.api;

import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsObjectTest extends ContextTest {
  private static final JsNumber ONE = JsNumber.of(1);

  @Test
  void propertiesByName() {
    JsObject object = js.newObject();
    assertThat(object.get("a")).isEqualTo(JsValue.undefined());
    assertThat(object.has("a")).isFalse();

    object.set("a", ONE);
    assertThat(object.get("a")).isEqualTo(ONE);
    assertThat(object.has("a")).isTrue();
    assertThat(object.delete("a")).isTrue();
    assertThat(object.has("a")).isFalse();
    assertThat(object.delete("a")).as("deleting what is not there succeeds").isTrue();
  }

  @Test
  void anIndexIsTheStringOfItsDigits() {
    JsObject object = js.newObject();
    object.set(7, ONE);
    object.set(Integer.MAX_VALUE, JsNumber.of(2));

    assertThat(object.keys()).containsExactly("7", "2147483647");
    assertThat(object.get("7")).isEqualTo(object.get(7)).isEqualTo(ONE);
    assertThat(object.has(7)).isTrue();
    assertThat(object.has(Integer.MAX_VALUE)).isTrue();
    assertThat(object.delete(7)).isTrue();
    assertThat(object.has("7")).isFalse();
  }

  @Test
  void negativeIndexesAreRefused() {
    JsObject object = js.newObject();
    List<ThrowingCallable> calls = List.of(() -> object.get(-1), () -> object.set(-1, ONE), () -> object.has(-1),
        () -> object.delete(Integer.MIN_VALUE));
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("can't be negative");
    }
    object.set("-1", ONE);
    assertThat(object.keys()).containsExactly("-1");
  }

  @Test
  void propertiesBySymbol() {
    JsSymbol symbol = js.newSymbol("s");
    JsObject object = js.newObject();
    object.set(symbol, ONE);

    assertThat(object.get(symbol)).isEqualTo(ONE);
    assertThat(object.has(symbol)).isTrue();
    assertThat(object.has("s")).isFalse();
    assertThat(object.keys()).isEmpty();
    assertThat(object.ownKeys()).singleElement().satisfies(key -> assertThat(key.isSame(symbol)).isTrue());
    assertThat(object.delete(symbol)).isTrue();
    assertThat(object.get(symbol)).isEqualTo(JsValue.undefined());
  }

  @Test
  void keysComeInTheOrderOfTheSpecification() {
    JsObject object = object("{ z: 1, 10: 1, a: 1, 2: 1, [Symbol.iterator]: 1, ['']: 1 }");
    js.global().set("o", object);
    js.eval("Object.defineProperty(o, 'hidden', { value: 1 })");

    assertThat(object.keys()).containsExactly("2", "10", "z", "a", "");
    assertThat(object.ownKeys()).hasSize(7)
        .startsWith(JsString.of("2"), JsString.of("10"), JsString.of("z"))
        .last()
        .isInstanceOf(JsSymbol.class);
  }

  @Test
  void hasLooksAtThePrototypeAndKeysDoNot() {
    JsObject object = object("Object.create({ inherited: 1 })");

    assertThat(object.has("inherited")).isTrue();
    assertThat(object.has("toString")).isTrue();
    assertThat(object.keys()).isEmpty();
  }

  @Test
  void gettersAndSettersRun() {
    JsObject object = object("{ n: 0, get a() { return ++this.n }, set a(v) { this.n = v * 2 } }");
    object.set("a", JsNumber.of(5));

    assertThat(object.get("a").asInt()).isEqualTo(11);
    assertThat(object.get("n").asInt()).isEqualTo(11);
  }

  @Test
  void whatAGetterOrSetterThrowsComesOut() {
    JsObject object = object("{ get a() { throw new RangeError('get') }, set a(v) { throw new RangeError('set') } }");

    assertThatThrownBy(() -> object.get("a")).isInstanceOf(JsThrownException.class).hasMessage("RangeError: get");
    assertThatThrownBy(() -> object.set("a", ONE)).isInstanceOf(JsThrownException.class).hasMessage("RangeError: set");
    assertUsable();
  }

  @Test
  void frozenObjectsStayAsTheyAre() {
    JsObject frozen = object("Object.freeze({ a: 1 })");
    frozen.set("a", JsNumber.of(2));
    frozen.set("b", JsNumber.of(2));
    frozen.set(0, JsNumber.of(2));

    assertThat(frozen.keys()).containsExactly("a");
    assertThat(frozen.get("a")).isEqualTo(ONE);
    assertThat(frozen.delete("a")).isFalse();
  }

  @Test
  void trapsOfAProxyRun() {
    JsObject proxy = object("""
        new Proxy({}, {
          get: (target, key) => `get ${String(key)}`,
          has: (target, key) => key === 'yes',
          ownKeys: () => ['k'],
          getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
          deleteProperty: (target, key) => key === 'yes',
          set(target, key, value) { globalThis.written = `${String(key)}=${value}`; return true; },
        })""");

    assertThat(proxy.get("a").asString()).isEqualTo("get a");
    assertThat(proxy.get(3).asString()).isEqualTo("get 3");
    assertThat(proxy.get(js.eval("Symbol.iterator") instanceof JsSymbol s ? s : js.newSymbol("")).asString())
        .isEqualTo("get Symbol(Symbol.iterator)");
    assertThat(proxy.has("yes")).isTrue();
    assertThat(proxy.has("no")).isFalse();
    assertThat(proxy.delete("yes")).isTrue();
    assertThat(proxy.delete("no")).isFalse();
    assertThat(proxy.keys()).containsExactly("k");
    proxy.set("w", JsNumber.of(5));
    assertThat(js.eval("written").asString()).isEqualTo("w=5");
  }

  @Test
  void aProxyWhoseEveryTrapThrowsOnlyThrows() {
    JsObject proxy = object("new Proxy({}, new Proxy({}, { get() { throw new Error('trap') } }))");
    List<ThrowingCallable> calls = List.of(() -> proxy.get("a"), () -> proxy.get(0), () -> proxy.set("a", ONE),
        () -> proxy.set(0, ONE), () -> proxy.has("a"), () -> proxy.has(0), () -> proxy.delete("a"), proxy::keys,
        proxy::ownKeys, () -> proxy.invoke("a"), () -> proxy.isInstanceOf(object("Array")), () -> js.toJson(proxy),
        () -> js.coerceToString(proxy), () -> js.coerceToNumber(proxy));
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(JsThrownException.class).hasMessage("Error: trap");
    }
    assertThat(proxy.toString()).startsWith("JsObject@");
    assertThat(js.coerceToBoolean(proxy)).isTrue();
    assertUsable();
  }

  @Test
  void proxyTargetLooksThroughWithoutATrap() {
    JsObject target = object("globalThis.target = {}");
    JsObject proxy = object("new Proxy(target, new Proxy({}, { get() { throw 1 } }))");
    JsObject revoked = object("(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy })()");

    assertThat(proxy.proxyTarget()).hasValueSatisfying(found -> assertThat(found.isSame(target)).isTrue());
    assertThat(object("new Proxy([], {})").proxyTarget()).hasValueSatisfying(o -> assertThat(o.asArray()).isNotNull());
    assertThat(target.proxyTarget()).isEmpty();
    assertThatThrownBy(() -> revoked.get("a")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("TypeError");
  }

  @Test
  void invokeCallsAMethodOnItsObject() {
    JsObject object = object("{ n: 40, plus(m) { return this.n + m } }");

    assertThat(object.invoke("plus", JsNumber.of(2)).asInt()).isEqualTo(42);
    assertThatThrownBy(() -> object.invoke("n")).isInstanceOf(ClassCastException.class)
        .hasMessage("'n' is not a function: expected function, got number 40");
    assertThatThrownBy(() -> object.invoke("missing")).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("'missing'")
        .hasMessageContaining("got undefined");
  }

  @Test
  void isInstanceOfIsInstanceof() {
    JsObject date = object("new Date()");
    JsFunction constructor = js.eval("Date").asFunction();

    assertThat(date.isInstanceOf(constructor)).isTrue();
    assertThat(object("{}").isInstanceOf(constructor)).isFalse();
    assertThat(date.isInstanceOf(object("class { static [Symbol.hasInstance]() { return true } }"))).isTrue();
    assertThat(date.isInstanceOf(object("{ [Symbol.hasInstance]() { return true } }"))).isTrue();
    assertThatThrownBy(() -> date.isInstanceOf(object("{}"))).isInstanceOf(JsThrownException.class)
        .hasMessageContaining("TypeError");
    assertThatThrownBy(() -> date.isInstanceOf(object(
        "class { static [Symbol.hasInstance]() { throw new Error('is') } }")))
        .isInstanceOf(JsThrownException.class)
        .hasMessage("Error: is");
  }

  @Test
  void objectsHoldObjects() {
    JsObject outer = js.newObject();
    JsObject inner = js.newObject();
    outer.set("inner", inner);
    inner.set("outer", outer);

    assertThat(outer.get("inner").asObject().get("outer").isSame(outer)).isTrue();
  }

  @Test
  void scriptsThatOverwriteIntrinsicsChangeNothing() {
    JsObject object = object("{ a: 1, [Symbol.iterator]: 2 }");
    js.eval(
        """
            for (const name of ['value', 'settled']) {
              Object.defineProperty(Object.prototype, name, {
                __proto__: null, get() { throw new Error(name) }, set() { throw new Error(name) },
              });
            }
            Object.keys = Reflect.ownKeys = Reflect.apply = () => { throw new Error('overwritten') };
            Array.prototype.push = Array.prototype[Symbol.iterator] = WeakMap.prototype.get = Object.keys;
            Object.defineProperty(Array.prototype, '0', { get() { throw new Error('get') }, set() { throw new Error('set') } });
            JSON = undefined; String = undefined; Error = undefined; Promise = undefined;
            """);

    assertThat(object.keys()).containsExactly("a");
    assertThat(object.ownKeys()).hasSize(2);
    assertThat(js.toJson(object)).hasValue("{\"a\":1}");
    assertThat(js.function("f", call -> call.arg(0)).callWith(ONE, JsNumber.of(7))).isEqualTo(JsNumber.of(7));
    assertThat(js.await(js.eval("(async () => 5)()"), java.time.Duration.ofSeconds(5)).asInt()).isEqualTo(5);
    assertThatThrownBy(() -> js.eval("null.x")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("TypeError: ");
  }
}
