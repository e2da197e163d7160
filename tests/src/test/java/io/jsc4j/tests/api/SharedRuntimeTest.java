package io.jsc4j.tests.api;

import io.jsc4j.HostException;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Several contexts in one runtime share objects. */
@NeedsEngine
@Tag("collector")
final class SharedRuntimeTest {
  private JsRuntime runtime;
  private JsContext one;
  private JsContext two;

  @BeforeEach
  void open() {
    runtime = JsRuntime.open();
    one = runtime.openContext();
    two = runtime.openContext();
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void globalsAreSeparate() {
    one.eval("var x = 1");

    assertThat(two.eval("typeof x").asString()).isEqualTo("undefined");
    assertThat(one.eval("Array").isSame(two.eval("Array"))).isFalse();
  }

  @Test
  void objectsAreShared() {
    JsObject object = one.eval("globalThis.o = { n: 1 }").asObject();
    two.global().set("o", object);
    two.eval("o.n++");

    assertThat(object.get("n").asInt()).isEqualTo(2);
    assertThat(two.eval("o").isSame(object)).isTrue();
    assertThat(two.eval("o instanceof Object").asBoolean()).isFalse();
    assertThat(object.isInstanceOf(one.eval("Object").asFunction())).isTrue();
  }

  @Test
  void functionsRunInTheirOwnRealm() {
    two.global().set("f", one.eval("(() => globalThis)"));

    assertThat(two.eval("f()").isSame(one.global())).isTrue();
    assertThat(two.eval("f() === globalThis").asBoolean()).isFalse();
  }

  @Test
  void hostFunctionsAreSharedToo() {
    HostException failure = HostException.error("shared");
    two.global().set("f", one.function("f", call -> {
      assertThat(call.context()).isSameAs(one);
      if (call.count() == 0) {
        throw failure;
      }
      return call.arg(0);
    }));

    assertThat(two.eval("f({ a: 5 }).a").asInt()).isEqualTo(5);
    assertThat(catchThrowable(() -> two.eval("f()"))).isSameAs(failure);
    assertThat(two.eval("try { f() } catch (e) { e.message }").asString()).isEqualTo("shared");
  }

  @Test
  void hostFunctionsOfAClosedContextThrow() {
    List<String> log = new ArrayList<>();
    two.global().set("f", one.function("f", _ -> {
      log.add("ran");
      return JsValue.undefined();
    }));
    one.close();

    assertThatThrownBy(() -> two.eval("f()")).hasMessageContaining("the context of this host function has been closed");
    assertThat(two.eval("try { f() } catch (e) { e.message }").asString())
        .isEqualTo("the context of this host function has been closed");
    assertThat(log).isEmpty();
    assertThat(two.eval("1 + 1").asInt()).isEqualTo(2);
  }

  @Test
  void scriptFunctionsOfAClosedContextGoOn() {
    two.global().set("f", one.eval("var n = 41; (() => ++n)"));
    one.close();
    runtime.collectGarbage();

    assertThat(two.eval("f()").asInt()).isEqualTo(42);
    assertThatThrownBy(() -> two.eval("f.call.call(null)")).isInstanceOf(JsThrownException.class);
  }

  @Test
  void handlesOfAClosedContextCannotBeUsed() {
    JsObject object = one.newObject();
    JsFunction function = two.eval("(x => x)").asFunction();
    one.close();

    assertThatThrownBy(() -> function.call(object)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can no longer be used")
        .hasMessageContaining("was closed");
  }

  @Test
  void aHandleWorksInItsOwnContextWhereverItIsUsed() {
    JsObject object = one.eval("({ who() { return 'one' } })").asObject();

    assertThat(object.context()).isSameAs(one);
    assertThat(two.newArray(object).get(0).asObject().invoke("who").asString()).isEqualTo("one");
    assertThat(two.coerceToString(object)).isEqualTo("[object Object]");
    assertThat(two.toJson(object)).hasValue("{}");
  }

  @Test
  void callsNestAcrossContexts() {
    one.global().set("f", one.function("f", call -> JsNumber.of(two.eval("20 + 1").asInt() * 2)));
    two.global().set("g", one.eval("() => f()"));

    assertThat(two.eval("g()").asInt()).isEqualTo(42);
  }

  @Test
  void exceptionsCrossContexts() {
    two.global().set("f", one.eval("(() => { throw new TypeError('of one') })"));

    assertThatThrownBy(() -> two.eval("f()")).isInstanceOf(JsThrownException.class).hasMessage("TypeError: of one");
    assertThat(two.eval("try { f() } catch (e) { e instanceof TypeError }").asBoolean()).isFalse();
  }

  @Test
  void closingTheRuntimeClosesItsContexts() {
    runtime.close();

    assertThat(one.isClosed() && two.isClosed() && runtime.isClosed()).isTrue();
    assertThat(JsEngine.liveResources().contexts()).isZero();
    one.close();
    two.close();
  }

  @Test
  void closingAContextThatOwnsItsRuntimeClosesTheOthers() {
    JsContext owner = JsContext.open();
    JsContext guest = owner.runtime().openContext();
    JsContext second = owner.runtime().openContext();
    owner.close();

    assertThat(guest.isClosed() && second.isClosed() && owner.runtime().isClosed()).isTrue();
    assertThatThrownBy(() -> guest.eval("1")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void runtimesShareNothing() {
    try (JsContext other = JsContext.open()) {
      JsObject foreign = other.newObject();
      assertThatThrownBy(() -> one.global().set("o", foreign)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("belongs to another runtime")
          .hasMessageContaining("JSON");
      assertThat(foreign.isSame(one.newObject())).isFalse();
    }
  }

  @Test
  void manyContexts() {
    List<JsContext> contexts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      JsContext context = runtime.openContext();
      context.global().set("i", JsNumber.of(i));
      contexts.add(context);
    }
    for (int i = 0; i < contexts.size(); i++) {
      assertThat(contexts.get(i).eval("i").asInt()).isEqualTo(i);
      if (i % 2 == 0) {
        contexts.get(i).close();
      }
    }
    assertThat(JsEngine.liveResources().contexts()).isEqualTo(102);
  }
}
