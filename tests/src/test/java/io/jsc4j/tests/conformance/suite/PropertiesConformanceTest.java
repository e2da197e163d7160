package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsBoolean;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Properties: what the API does to objects beside what a script does to ones like them. */
@Covers({"JSObjectGetProperty", "JSObjectGetPropertyAtIndex", "JSObjectGetPropertyForKey", "JSObjectSetProperty",
    "JSObjectSetPropertyAtIndex", "JSObjectSetPropertyForKey", "JSObjectHasPropertyForKey",
    "JSObjectDeletePropertyForKey", "JSObjectHasProperty", "JSObjectDeleteProperty"})
final class PropertiesConformanceTest extends ConformanceTest {
  static Stream<String> objects() {
    return Stream.of("{}", "[]", "[1, , 3]", "{ [Symbol.iterator]: 1 }", "new Date(0)", "new String('str')", "new Map",
        "new Set", "new WeakMap", "new Error('e')", "new Number(42)", "Object.create(null)",
        "Object.create({ length: 7 })",
        "{ get length() { throw new RangeError('length') }, set length(v) { throw v } }", "x => x",
        "class { static 0 = 'zero' }",
        "(function () { return arguments })(1, 2)", "new Uint8Array(2)", "Object.freeze([1, 2])",
        "Object.seal({ length: 1 })",
        "Object.preventExtensions({})", "Object.defineProperty({}, 'length', { value: 1 })", "new Proxy({}, {})",
        "new Proxy([1], { get(t, k, r) { return String(k) }, has() { return true }, deleteProperty() { return false } })",
        "new Proxy({}, { get() { throw 'get' }, set() { throw 'set' }, has() { throw 'has' }, deleteProperty() { throw 'delete' } })",
        "new Proxy({}, { set() { return false } })", "{ __proto__: new Proxy({}, { get(t, k) { return typeof k } }) }",
        "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()", "globalThis");
  }

  /** Keys by name, by index and by symbol; both a script's and the API's way to name them. */
  private enum Key {
    LENGTH("'length'"),
    ABSENT("'absent'"),
    EMPTY("''"),
    PROTO("'__proto__'"),
    ZERO("0"),
    TWO("2"),
    LARGE(
        "4294967294"),
    ITERATOR("Symbol.iterator"),
    TAG("Symbol.toStringTag");

    private final String expression;

    Key(String expression) {
      this.expression = expression;
    }
  }

  private JsValue get(JsObject object, JsValue key) {
    return switch (key) {
      case JsNumber(double n) when n <= Integer.MAX_VALUE -> object.get((int) n);
      case JsNumber number -> object.get(js.coerceToString(number));
      case JsSymbol symbol -> object.get(symbol);
      default -> object.get(key.asString());
    };
  }

  private JsValue set(JsObject object, JsValue key, JsValue value) {
    switch (key) {
      case JsNumber(double n) when n <= Integer.MAX_VALUE -> object.set((int) n, value);
      case JsNumber number -> object.set(js.coerceToString(number), value);
      case JsSymbol symbol -> object.set(symbol, value);
      default -> object.set(key.asString(), value);
    }
    return JsValue.undefined();
  }

  private JsValue has(JsObject object, JsValue key) {
    return JsBoolean.of(switch (key) {
      case JsNumber(double n) when n <= Integer.MAX_VALUE -> object.has((int) n);
      case JsNumber number -> object.has(js.coerceToString(number));
      case JsSymbol symbol -> object.has(symbol);
      default -> object.has(key.asString());
    });
  }

  private JsValue delete(JsObject object, JsValue key) {
    return JsBoolean.of(switch (key) {
      case JsNumber(double n) when n <= Integer.MAX_VALUE -> object.delete((int) n);
      case JsNumber number -> object.delete(js.coerceToString(number));
      case JsSymbol symbol -> object.delete(symbol);
      default -> object.delete(key.asString());
    });
  }

  /** Two objects alike: the API acts on one, a sloppy script on the other, and the results must be alike too. */
  @ParameterizedTest
  @MethodSource("objects")
  void theApiDoesWhatAScriptDoes(String expression) {
    JsFunction make = function("() => (" + expression + ")");
    JsFunction get = function("(o, k) => o[k]");
    JsFunction set = js.eval("(0, function (o, k, v) { o[k] = v })").asFunction();
    JsFunction has = function("(o, k) => k in o");
    JsFunction delete = js.eval("(0, function (o, k) { return delete o[k] })").asFunction();
    JsValue answer = JsString.of("answer");
    for (Key each : Key.values()) {
      JsObject ours = make.call().asObject();
      JsObject theirs = make.call().asObject();
      JsValue key = js.eval(each.expression);
      String what = expression + ", " + each + ": ";
      assertAlike(what + "get", () -> get(ours, key), () -> get.call(theirs, key));
      assertAlike(what + "has", () -> has(ours, key), () -> has.call(theirs, key));
      if (!expression.equals("globalThis")) {
        assertAlike(what + "set", () -> set(ours, key, answer), () -> set.call(theirs, key, answer));
        assertAlike(what + "get after set", () -> get(ours, key), () -> get.call(theirs, key));
        assertAlike(what + "has after set", () -> has(ours, key), () -> has.call(theirs, key));
        assertAlike(what + "delete", () -> delete(ours, key), () -> delete.call(theirs, key));
        assertAlike(what + "has after delete", () -> has(ours, key), () -> has.call(theirs, key));
      }
    }
  }

  /** The same plain value, or values of the same kind, or errors of the same kind. */
  private static void assertAlike(String what, Supplier<JsValue> api, Supplier<JsValue> script) {
    Object actual = outcome(api);
    Object expected = outcome(script);
    assertThat(actual).as(what).isEqualTo(expected);
  }

  private static Object outcome(Supplier<JsValue> action) {
    try {
      JsValue value = action.get();
      return value instanceof JsObject || value instanceof JsSymbol ? value.getClass() : value;
    } catch (JsThrownException e) {
      return "threw " + (e.name().isEmpty() ? e.jsMessage() : e.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"throw 17", "throw undefined", "throw null", "throw 'text'", "throw { code: 3 }",
      "throw new TypeError('t')"})
  void whatAnAccessorThrowsComesOut(String body) {
    JsObject object = js.eval("({ get x() { " + body + " }, set x(v) { " + body + " } })").asObject();
    JsValue expected = thrownBy(body).thrown();

    for (JsThrownException thrown : new JsThrownException[]{thrownBy(() -> object.get("x")), thrownBy(() -> object
        .set("x", JsNumber.of(1)))}) {
      assertThat(thrown.thrown().typeOf()).isEqualTo(expected.typeOf());
      if (!(expected instanceof JsObject)) {
        assertThat(thrown.thrown()).isEqualTo(expected);
      }
    }
  }

  @Test
  void symbolsAreKeysByIdentity() {
    JsSymbol symbol = js.newSymbol("key");
    JsSymbol other = js.newSymbol("key");
    JsObject object = js.newObject();
    object.set(symbol, JsNumber.of(1));

    assertThat(object.has(symbol)).isTrue();
    assertThat(object.has(other)).isFalse();
    assertThat(object.has("key")).isFalse();
    assertThat(object.keys()).isEmpty();
    assertThat(object.ownKeys()).singleElement().satisfies(key -> assertThat(key.isSame(symbol)).isTrue());
    assertThat(object.delete(symbol)).isTrue();
    assertThat(object.has(symbol)).isFalse();
  }

  @Covers("JSObjectCopyPropertyNames")
  @Test
  void keysAreInTheOrderOfTheSpecification() {
    JsObject object = js.eval(
        """
            Object.defineProperty({ b: 1, 10: 1, a: 1, [Symbol.iterator]: 1, 2: 1, __proto__: { inherited: 1 } }, 'hidden', { value: 1 })""")
        .asObject();

    assertThat(object.keys()).containsExactly("2", "10", "b", "a");
    Assertions.<JsValue>assertThat(object.ownKeys())
        .hasSize(6)
        .startsWith(JsString.of("2"), JsString.of("10"),
            JsString.of("b"), JsString.of("a"), JsString.of("hidden"));
  }

  @Covers({"JSObjectGetPrototype", "JSObjectSetPrototype"})
  @Test
  void aCycleOfPrototypesIsRefused() {
    JsObject child = js.eval("var parent = {}; var child = { __proto__: parent }; child").asObject();

    assertThat(child.prototype()).hasValueSatisfying(parent -> assertThat(parent.isSame(js.global().get("parent")))
        .isTrue());
    assertThat(js.eval("Object.create(null)").asObject().prototype()).isEmpty();
    assertThat(thrownBy("Object.setPrototypeOf(parent, child)").name()).isEqualTo("TypeError");
    assertThat(child.has("absent")).isFalse();
  }
}
