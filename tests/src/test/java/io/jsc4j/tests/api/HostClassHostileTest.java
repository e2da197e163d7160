package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.HostIndexed;
import io.jsc4j.HostNamed;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Scripts that try to reach more than the members of a host class. */
final class HostClassHostileTest extends ContextTest {
  private final List<JsValue> constructing = new ArrayList<>();

  private static final class Secret {
    int opened;
  }

  private static final class Other {}

  private final HostClass<Secret> secret = HostClass.builder("Secret", Secret.class)
      .constructor(call -> {
        constructing.add(call.thisValue());
        return new Secret();
      })
      .method("open", (s, _) -> JsNumber.of(++s.opened))
      .accessor("opened", s -> JsNumber.of(s.opened), (s, value) -> s.opened = value.asInt())
      .build();
  private final HostClass<Secret> closed = HostClass.builder("Closed", Secret.class)
      .method("look", (s, _) -> JsNumber.of(s.opened))
      .build();
  private final HostClass<Other> bag = HostClass.builder("Bag", Other.class)
      .constructor(_ -> new Other())
      .indexed(new HostIndexed<Other>() {
        @Override
        public int length(Other other) {
          return 2;
        }

        @Override
        public @Nullable JsValue get(Other other, int index) {
          return index < 2 ? JsNumber.of(index) : null;
        }
      })
      .named(new HostNamed<Other>() {
        @Override
        public List<String> keys(Other other) {
          return List.of("n", "n", "__proto__", "toString", "length", "0");
        }

        @Override
        public @Nullable JsValue get(Other other, String name) {
          return name.equals("n") ? JsString.of("N") : null;
        }
      })
      .build();

  private void define() {
    js.global().set("Secret", js.define(secret));
    js.global().set("Closed", js.define(closed));
    js.global().set("Bag", js.define(bag));
  }

  private String outcome(String script) {
    return js.coerceToString(js.eval("(() => { try { " + script
        + " } catch (e) { return e.name + (e instanceof Error) } })()"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "undefined", "5", "'text'", "Symbol()", "globalThis", "Secret",
      "Secret.prototype",
      "Object.create(new Secret())", "new Proxy(new Secret(), {})", "Reflect.construct(Date, [], Secret)", "new Bag()",
      "Object.setPrototypeOf({}, Secret.prototype)", "new Secret().open", "Object.assign({}, new Secret())",
      "structuredCopy"})
  void foreignReceivers(String receiver) {
    define();
    js.eval("var structuredCopy = Object.create(Secret.prototype, Object.getOwnPropertyDescriptors(new Secret()))");

    assertThat(outcome("return Secret.prototype.open.call(" + receiver + ")")).isEqualTo("TypeErrortrue");
    assertThat(outcome("return Reflect.get(Secret.prototype, 'opened', " + receiver + ")")).isEqualTo("TypeErrortrue");
    assertThat(outcome("return Reflect.set(Secret.prototype, 'opened', 1, Object(" + receiver + "))"))
        .isEqualTo("TypeErrortrue");
    assertUsable();
  }

  @Test
  void anotherFaceOfTheSameJavaClassIsForeign() {
    define();
    js.global().set("c", js.toJsObject(closed, new Secret()));

    assertThat(outcome("return Secret.prototype.open.call(c)")).isEqualTo("TypeErrortrue");
    assertThat(outcome("Object.setPrototypeOf(c, Secret.prototype); return c.open()")).isEqualTo("TypeErrortrue");
    assertThat(outcome("return Closed.prototype.look.call(c)")).isEqualTo("0");
  }

  @Test
  void otherNewTargets() {
    define();

    assertThat(outcome(
        "const s = Reflect.construct(Secret, [], Array); return Secret.prototype.open.call(s) + ' ' + Array.isArray(s)"))
        .isEqualTo("1 false");
    assertThat(outcome("return Object.getPrototypeOf(Reflect.construct(Secret, [], Array)) === Array.prototype"))
        .isEqualTo("true");
    assertThat(outcome("return Reflect.construct(Secret, [], Math.max)")).isEqualTo("TypeErrortrue");
    assertThat(outcome("""
        const target = new Proxy(class {}, { get() { throw new RangeError() } });
        return Reflect.construct(Secret, [], target)""")).isEqualTo("RangeErrortrue");
    assertThat(outcome(
        "return Object.getPrototypeOf(Reflect.construct(Secret, [], Object.assign(function () {}, { prototype: 5 }))) === Object.prototype"))
        .isEqualTo("true");
    assertThat(outcome("return new (new Proxy(Secret, {}))().open()")).isEqualTo("1");
    assertThat(outcome("return Secret.call(new Secret())")).isEqualTo("TypeErrortrue");
    assertThat(outcome("return Reflect.construct(Bag, [], Secret).length")).isEqualTo("undefined");
  }

  @Test
  void changedPrototypes() {
    define();

    assertThat(outcome("""
        const s = new Secret(), open = s.open;
        Object.setPrototypeOf(s, null);
        return Reflect.apply(open, s, []) + typeof s.open""")).isEqualTo("1undefined");
    assertThat(outcome("""
        Object.setPrototypeOf(Secret.prototype, new Proxy({}, { get() { throw new RangeError() } }));
        return new Secret().open()""")).isEqualTo("1");
    assertThat(outcome("return new Secret().missing")).isEqualTo("RangeErrortrue");
    assertThat(outcome("""
        Object.defineProperty(Secret.prototype, 'constructor', { get() { throw new RangeError() } });
        return new Secret().open()""")).isEqualTo("1");
    assertThat(js.toJsObject(secret, new Secret()).invoke("open").asInt()).isOne();
    assertThat(js.eval("new Secret()").asObject().hostObject(Secret.class)).isPresent();
    assertThat(outcome("Object.setPrototypeOf(Secret, null); return new Secret().open()")).isEqualTo("1");
  }

  @Test
  void proxiesAroundFaces() {
    define();

    assertThat(js.eval("new Proxy(new Secret(), {})").asObject().hostObject(Secret.class)).isEmpty();
    assertThat(js.eval("var r = Proxy.revocable(new Secret(), {}); r.revoke(); r.proxy")
        .asObject()
        .hostObject(Secret.class)).isEmpty();
    assertThat(outcome("return Secret.prototype.open.call(r.proxy)")).isEqualTo("TypeErrortrue");
    assertThat(outcome("return new Secret() instanceof new Proxy(Secret, {})")).isEqualTo("true");
  }

  @Test
  void everythingOverwrittenFirst() {
    js.eval(
        """
            globalThis.leaked = Object.create(null);
            let count = 0;
            const note = value => { leaked[count++] = value };
            globalThis.own = Object.getOwnPropertyDescriptor;
            const { iterator } = Symbol;
            const define = Object.defineProperty;
            const seeing = (object, key, get) => define(object, key, { __proto__: null, configurable: true, get, set: note });
            for (const object of [Array.prototype, Object.prototype, Function.prototype])
              for (const key of ['0', '1', '2', '3', 'get', 'set', 'value', 'has', 'ownKeys', 'method', 'writable', 'enumerable'])
                seeing(object, key, function () { note(this); return undefined });
            for (const name of ['Reflect', 'Proxy', 'WeakMap', 'WeakRef', 'Map', 'Symbol', 'TypeError', 'Array', 'Object'])
              globalThis[name] = function () { note('called ' + name) };
            seeing(Array.prototype, iterator, function () { note(this); throw new RangeError('iterated') });
            Function.prototype.call = Function.prototype.apply = function () { note(this) }""");
    define();

    assertThat(js.eval("const s = new Secret(); s.opened = 4; s.open()").asInt()).isEqualTo(5);
    assertThat(js.eval("const b = new Bag(); b[0] + b[1] + b.n + b.length + (0 in b) + delete b.q").asString())
        .isEqualTo("1N2truetrue");
    assertThat(js.eval("class Sub extends Secret { x() { return this.open() } }; new Sub().x()").asInt()).isOne();
    assertThat(thrownBy("const open = s.open; open()")).hasMessageContaining("something that is no Secret");
    JsObject face = js.toJsObject(secret, new Secret());
    assertThat(face.hostObject(Secret.class)).isPresent();
    // A holder can be called, and has no name: none was seen.
    assertThat(js.eval("""
        let bad = 0;
        for (const i in leaked) if (typeof leaked[i] === 'function' && own(leaked[i], 'name') === undefined) bad++;
        bad""").asInt()).isZero();
  }

  @Test
  void strangeNamesInKeys() {
    define();

    assertThat(outcome("return Reflect.ownKeys(new Bag()).join()")).isEqualTo("0,1,n,__proto__,toString,length");
    assertThat(outcome("return Object.keys(new Bag()).join()")).isEqualTo("0,1,n");
    assertThat(outcome("return Object.getPrototypeOf(new Bag()) === Bag.prototype")).isEqualTo("true");
  }

  @Test
  void theFaceToBeIsNoFaceYet() {
    define();
    js.eval("new Secret()");
    JsValue stale = constructing.getFirst();

    assertThat(stale).isNotNull();
    HostClass<Secret> early = HostClass.builder("Early", Secret.class).constructor(call -> {
      JsObject self = call.thisValue().asObject();
      assertThat(self.hostObject(Secret.class)).isEmpty();
      js.global().set("early", self);
      assertThat(outcome("return Secret.prototype.open.call(early)")).isEqualTo("TypeErrortrue");
      throw new IllegalStateException("no object");
    }).build();
    js.global().set("Early", js.define(early));

    assertThat(outcome("return new Early()")).isEqualTo("Errortrue");
    assertThat(outcome("return Secret.prototype.open.call(early)")).isEqualTo("TypeErrortrue");
    assertUsable();
  }

  @Test
  void deepRecursionThroughMembers() {
    HostClass<Secret> deep = HostClass.builder("Deep", Secret.class)
        .constructor(_ -> new Secret())
        .method("down", (_, call) -> call.arg(0).asFunction().call())
        .build();
    js.global().set("Deep", js.define(deep));

    assertThat(outcome("const d = new Deep(); const f = () => { new Deep(); return d.down(f) }; return f()"))
        // One of the service realm is no instance of the context's Error.
        .isIn("RangeErrortrue", "RangeErrorfalse", "Errortrue");
    assertThat(outcome("return new Deep().down(() => 5)")).isEqualTo("5");
    assertUsable();
  }

  @Test
  void definedAgainWithTheStackUsedUp() {
    js.global().set("make", js.function("make", _ -> js.define(secret)));

    assertThat(outcome("const f = () => { try { return f() } catch (e) { return make() } }; f(); return 'made'"))
        .isIn("made", "RangeErrortrue", "RangeErrorfalse", "Errortrue");
    define();
    assertThat(outcome("return new Secret().open()")).isEqualTo("1");
  }
}
