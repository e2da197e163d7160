package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.HostIndexed;
import io.jsc4j.HostNamed;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class HostInterceptionTest extends ContextTest {
  /** A list and a map of strings in one. */
  static final class Store {
    final List<String> list = new ArrayList<>(List.of("a", "b"));
    final Map<String, String> map = new LinkedHashMap<>(Map.of("key", "value"));
  }

  private static final class Elements implements HostIndexed<Store> {
    @Override
    public int length(Store store) {
      return store.list.size();
    }

    @Override
    public @Nullable JsValue get(Store store, int index) {
      return index < store.list.size() ? JsString.of(store.list.get(index)) : null;
    }

    @Override
    public boolean set(Store store, int index, JsValue value) {
      if (index > store.list.size()) {
        return false;
      }
      if (index == store.list.size()) {
        store.list.add(value.asString());
      } else {
        store.list.set(index, value.asString());
      }
      return true;
    }

    @Override
    public boolean delete(Store store, int index) {
      store.list.remove(index);
      return true;
    }
  }

  private static final class Names implements HostNamed<Store> {
    @Override
    public List<String> keys(Store store) {
      return List.copyOf(store.map.keySet());
    }

    @Override
    public @Nullable JsValue get(Store store, String name) {
      if (name.equals("fail")) {
        throw new IllegalStateException("of " + name);
      }
      String value = store.map.get(name);
      return value == null ? null : JsString.of(value);
    }

    @Override
    public boolean set(Store store, String name, JsValue value) {
      store.map.put(name, value.asString());
      return true;
    }

    @Override
    public boolean delete(Store store, String name) {
      return store.map.remove(name) != null;
    }
  }

  private static final HostClass<Store> STORE = HostClass.builder("Store", Store.class)
      .constructor(_ -> new Store())
      .indexed(new Elements())
      .named(new Names())
      .method("size", (store, _) -> JsNumber.of(store.list.size() + store.map.size()))
      .accessor("first", store -> JsString.of(store.list.getFirst()),
          (store, value) -> store.list.set(0, value.asString()))
      .build();

  private final Store store = new Store();

  @BeforeEach
  void define() {
    js.global().set("Store", js.define(STORE));
    js.global().set("s", js.toJsObject(STORE, store));
  }

  private String text(String expression) {
    return js.coerceToString(js.eval(expression));
  }

  private String strict(String statement) {
    return text("try { (() => { 'use strict'; " + statement + " })(); 'done' } catch (e) { e.name }");
  }

  @Test
  void indexes() {
    assertThat(text("s[0] + s[1] + s[2] + s.length")).isEqualTo("abundefined2");
    assertThat(text("s[2] = 'c'; s.length")).isEqualTo("3");
    assertThat(text("s['1']")).isEqualTo("b");
    assertThat(text("[0 in s, 3 in s, '00' in s, -1 in s, 4294967295 in s].join()"))
        .isEqualTo("true,false,false,false,false");
    assertThat(strict("s[7] = 'x'")).isEqualTo("TypeError");
    assertThat(strict("delete s[0]")).isEqualTo("done");
    assertThat(strict("delete s[9]")).isEqualTo("done");
    assertThat(store.list).containsExactly("b", "c");
  }

  @Test
  void arrayMethodsAndIteration() {
    assertThat(text("[...s].join('-') + Array.from(s).length")).isEqualTo("a-b2");
    assertThat(text("Array.prototype.map.call(s, x => x + x).join()")).isEqualTo("aa,bb");
  }

  @Test
  void names() {
    assertThat(text("s.key + s.other")).isEqualTo("valueundefined");
    assertThat(text("s.added = 'x'; s.added + ('added' in s) + ('nothing' in s)")).isEqualTo("xtruefalse");
    assertThat(store.map).containsEntry("added", "x");
    assertThat(text("delete s.added; Object.keys(s).join()")).isEqualTo("0,1,key");
  }

  @Test
  void whatTheClassDefinesIsNotIntercepted() {
    assertThat(text("s.size() + s.first + typeof s.toString + s.constructor.name")).isEqualTo("3afunctionStore");
    assertThat(text("s.first = 'A'; s[0]")).isEqualTo("A");
    assertThat(text("s.toString = () => 'mine'; `${s}`")).isEqualTo("mine");
    assertThat(store.map).containsOnlyKeys("key");
    assertThat(text("s[Symbol.for('x')] = 5; s[Symbol.for('x')]")).isEqualTo("5");
  }

  @Test
  void keysAndDescriptors() {
    assertThat(text("s[Symbol.for('x')] = 1; Reflect.ownKeys(s).map(String).join()"))
        .isEqualTo("0,1,key,Symbol(x)");
    assertThat(text("JSON.stringify(s)")).isEqualTo("{\"0\":\"a\",\"1\":\"b\",\"key\":\"value\"}");
    assertThat(text("JSON.stringify(Object.getOwnPropertyDescriptor(s, 'key'))"))
        .isEqualTo("{\"value\":\"value\",\"writable\":true,\"enumerable\":true,\"configurable\":true}");
    assertThat(text("Object.getOwnPropertyDescriptor(s, 'toString')")).isEqualTo("undefined");
    assertThat(text("Object.assign({}, s).key + { ...s }[1]")).isEqualTo("valueb");
    assertThat(text("let r = []; for (const k in s) r.push(k); r.join()")).isEqualTo("0,1,key");
  }

  @Test
  void defining() {
    assertThat(text("Object.defineProperty(s, 'd', { value: 'defined' }).d")).isEqualTo("defined");
    assertThat(store.map).containsEntry("d", "defined");
    assertThat(strict("Object.defineProperty(s, 'e', { get() { return 1 } })")).isEqualTo("TypeError");
    assertThat(strict("Object.freeze(s)")).isEqualTo("TypeError");
    assertThat(text("Reflect.preventExtensions(s)")).isEqualTo("false");
    assertThat(text("class Sub extends Store { field = 'f' }; const sub = new Sub(); sub.field + sub.size()"))
        .isEqualTo("f4");
  }

  @Test
  void objectsThatInheritFromAFace() {
    assertThat(text("const o = Object.create(s); o.key + o[1]")).isEqualTo("valueb");
    assertThat(text("o.mine = 'own'; o[0] = 'zero'; o.mine + o[0] + s[0]")).isEqualTo("ownzeroa");
    assertThat(text("try { o.size() } catch (e) { e.name }")).isEqualTo("TypeError");
    assertThat(store.map).containsOnlyKeys("key");
  }

  @Test
  void exceptionsComeThrough() {
    assertThatThrownBy(() -> js.eval("s.fail")).isInstanceOf(IllegalStateException.class).hasMessage("of fail");
    assertThatThrownBy(() -> js.eval("s[0] = 5")).isInstanceOf(ClassCastException.class);
    assertThat(text("try { s.fail } catch (e) { e.message }")).isEqualTo("a host function failed");
  }

  @Test
  void identity() {
    assertThat(js.eval("s").asObject().hostObject(Store.class)).containsSame(store);
    assertThat(js.toJsObject(STORE, store).isSame(js.eval("s"))).isTrue();
    assertThat(text("const made = new Store(); made.size() + made[0] + made.key")).isEqualTo("3avalue");
    Store made = js.eval("made").asObject().hostObject(Store.class).orElseThrow();
    assertThat(js.toJsObject(STORE, made).isSame(js.eval("made"))).isTrue();
  }

  @Test
  void inheritedInterception() {
    HostClass<Store> sub = HostClass.builder("Sub", Store.class)
        .extending(STORE)
        .method("extra", (_, _) -> JsString.of("extra"))
        .build();
    js.global().set("t", js.toJsObject(sub, new Store()));

    assertThat(text("t[0] + t.key + t.extra() + t.size() + t.length")).isEqualTo("avalueextra32");
  }

  @Test
  void readOnlyByDefault() {
    HostClass<String> letters = HostClass.builder("Letters", String.class).indexed(new HostIndexed<String>() {
      @Override
      public int length(String text) {
        return text.length();
      }

      @Override
      public @Nullable JsValue get(String text, int index) {
        return index < text.length() ? JsString.of(text.substring(index, index + 1)) : null;
      }
    }).build();
    js.global().set("l", js.toJsObject(letters, "abc"));

    assertThat(strict("l[0] = 'x'")).isEqualTo("TypeError");
    assertThat(strict("delete l[0]")).isEqualTo("TypeError");
    assertThat(text("l.other = 5; l.other + [...l].join('')")).isEqualTo("5abc");
    assertThat(text("[2 in l, 3 in l].join()")).isEqualTo("true,false");
  }
}
