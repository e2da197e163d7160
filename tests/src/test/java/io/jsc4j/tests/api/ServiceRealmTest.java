package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The library's own realm: what scripts do, even to an object of it that they get hold of, changes nothing for Java. */
final class ServiceRealmTest extends ContextTest {
  @Test
  void prototypes() {
    assertThat(js.newObject().prototype()).hasValueSatisfying(it -> assertThat(it.isSame(js.eval("Object.prototype")))
        .isTrue());
    assertThat(object("Object.create(null)").prototype()).isEmpty();
    assertThatThrownBy(() -> object("new Proxy({}, { getPrototypeOf() { throw new Error('trapped') } })").prototype())
        .isInstanceOf(JsThrownException.class)
        .hasMessage("Error: trapped");
  }

  @Test
  void scriptsCanNotChangeIt() {
    js.eval("Reflect.getPrototypeOf = Object.getPrototypeOf = () => 'hacked'; delete globalThis.Reflect");

    assertThat(js.newObject().prototype()).isPresent();
  }

  @Test
  void anErrorOfItLeadsNowhere() {
    js.global().set("leak", js.function("leak", call -> {
      // The trap answers something that is no prototype: the TypeError is made in the library's realm.
      object("new Proxy({}, { getPrototypeOf() { return 1 } })").prototype();
      return call.thisValue();
    }));

    assertThat(js.eval("""
        let error;
        try { leak() } catch (e) { error = e }
        const tried = [];
        const attempt = (name, action) => { try { action(); tried.push(name) } catch {} };
        for (let o = error; o; o = Object.getPrototypeOf(o)) {
          if (o !== error) attempt('define', () => Object.defineProperty(o, 'hacked', { value: 1 }));
          for (const key of Reflect.ownKeys(o)) {
            const value = o[key];
            if (typeof value === 'function') {
              attempt('define on ' + String(key), () => Object.defineProperty(value, 'hacked', { value: 1 }));
              attempt('compile by ' + String(key), () => value.constructor('return globalThis')().Reflect.x);
            }
          }
        }
        error instanceof TypeError || error.name !== 'TypeError' ? 'not of the service realm' : tried.join()
        """).asString()).isEmpty();
  }

  @Test
  void oneRealmServesAllContextsOfARuntime() {
    try (JsRuntime runtime = JsRuntime.open(); JsContext other = runtime.openContext()) {
      try (JsContext first = runtime.openContext()) {
        assertThat(first.newObject().prototype().orElseThrow().isSame(first.eval("Object.prototype"))).isTrue();
      }
      assertThat(other.newObject().prototype()).isPresent();
    }
  }
}
