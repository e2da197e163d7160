package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsScript;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What can go wrong between the contexts of one runtime, when one of them is closed above all. */
@NeedsEngine
final class ContextsTogetherTest {
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
    assertThat(two.eval("6 * 7").asInt()).isEqualTo(42);
    runtime.close();
  }

  private void closeOne() {
    one.close();
    runtime.collectGarbage();
  }

  @Test
  void objectsOfAClosedContextGoOnInAnother() {
    two.global()
        .set("o", one.eval(
            """
                ({ list: [1, { n: 2 }], map: new Map([['k', 3]]), date: new Date(0), re: /b/g, err: new TypeError('old'), sym: Symbol.for('s'),
                   get live() { return globalThis.state.n++ }, gen: (function* () { yield 4 })(), cls: class A { m() { return 5 } } })"""));
    one.eval("var state = { n: 10 }");
    closeOne();

    assertThat(two.eval("o.list[1].n + o.map.get('k') + o.live + o.live + o.gen.next().value + new o.cls().m()")
        .asInt()).isEqualTo(35);
    assertThat(two.eval("o.date.toISOString() + 'abc'.replace(o.re, '-') + o.err.message").asString())
        .isEqualTo("1970-01-01T00:00:00.000Za-cold");
    assertThat(two.eval("JSON.stringify(o.list.concat([6]))").asString()).isEqualTo("[1,{\"n\":2},6]");
    JsObject object = two.eval("o").asObject();
    object.set("added", two.newArray(JsNumber.of(1)));
    assertThat(object.keys()).contains("list", "added");
    assertThat(object.isInstanceOf(two.eval("o.list.constructor.prototype.constructor").asFunction())).isFalse();
  }

  @Test
  void codeOfAClosedContextCanStillThrowAndCompile() {
    two.global().set("f", one.eval("(source => eval(source))"));
    two.global().set("g", one.eval("(() => null.x)"));
    closeOne();

    assertThat(two.eval("f('[1, 2].map(x => x * 2).join()')").asString()).isEqualTo("2,4");
    assertThatThrownBy(() -> two.eval("g()")).isInstanceOf(JsThrownException.class).hasMessageStartingWith("TypeError");
    assertThatThrownBy(() -> two.eval("f('}')")).hasMessageStartingWith("SyntaxError");
  }

  @Test
  void instanceofLooksAtTheRealm() {
    two.global().set("list", one.eval("[1]"));
    two.global().set("Foreign", one.eval("Array"));

    assertThat(two.eval("list instanceof Array").asBoolean()).isFalse();
    assertThat(two.eval("list instanceof Foreign").asBoolean()).isTrue();
    assertThat(two.eval("Array.isArray(list)").asBoolean()).isTrue();
    assertThat(two.eval("list").asObject().isInstanceOf(one.eval("Array").asFunction())).isTrue();
    assertThat(two.eval("list").asObject().isInstanceOf(two.eval("Array").asFunction())).isFalse();
    assertThat(two.eval("list")).isInstanceOf(io.jsc4j.JsArray.class);
    closeOne();
    assertThat(two.eval("list instanceof Foreign && new Foreign(1, 2).length").asInt()).isEqualTo(2);
  }

  @Test
  void exceptionsCrossRealmsWithTheirStack() {
    two.global().set("f", one.eval("(function thrower() { throw new RangeError('of one') })", "one.js").asFunction());
    one.global().set("g", two.eval("(function between() { f() })", "two.js").asFunction());

    assertThatThrownBy(() -> one.eval("g()", "outer.js")).isInstanceOfSatisfying(JsThrownException.class, e -> {
      assertThat(e).hasMessage("RangeError: of one");
      assertThat(e.sourceUrl()).hasValue("one.js");
      assertThat(e.jsStack()).contains("thrower@one.js").contains("between@two.js").contains("outer.js");
      assertThat(e.thrown().asObject().isInstanceOf(one.eval("RangeError").asFunction())).isTrue();
    });
  }

  @Test
  void hostExceptionsCrossRealmsAsThemselvesEvenAfterTheContextIsClosed() {
    IllegalStateException failure = new IllegalStateException("host");
    one.global().set("f", one.function("f", _ -> {
      throw failure;
    }));
    two.global().set("caught", one.eval("try { f() } catch (e) { e }"));
    assertThat(catchThrowable(() -> two.eval("throw caught"))).isSameAs(failure);
    closeOne();

    assertThat(catchThrowable(() -> two.eval("throw caught"))).isSameAs(failure);
    assertThat(two.eval("caught.message").asString()).isEqualTo("a host function failed");
  }

  @Test
  void scopesOfTwoContextsInterleave() {
    JsObject a;
    JsObject b;
    JsObject escaped;
    try (JsScope outer = one.openScope()) {
      JsScope inner = two.openScope();
      a = one.eval("({ n: 1 })").asObject();
      b = two.eval("({ n: 2 })").asObject();
      JsScope innermost = one.openScope();
      JsObject c = one.eval("({ n: 3 })").asObject();
      escaped = innermost.escape(c).asObject();
      assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("innermost first");
      // Another context's scope does not stand in the way.
      inner.close();
      assertThatThrownBy(() -> b.get("n")).isInstanceOf(IllegalStateException.class);
      assertThat(a.get("n").asInt() + escaped.get("n").asInt()).isEqualTo(4);
      innermost.close();
      assertThat(escaped.get("n").asInt()).isEqualTo(3);
    }
    assertThatThrownBy(() -> a.get("n")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> escaped.get("n")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theScopeOfAValueIsThatOfItsContext() {
    JsObject shared = one.eval("({ n: 1 })").asObject();
    try (JsScope _ = two.openScope()) {
      two.global().set("shared", shared);
      JsObject seen = two.eval("shared").asObject();
      assertThat(seen.context()).isSameAs(two);
      assertThat(seen.isSame(shared)).isTrue();
    }
    assertThat(shared.get("n").asInt()).isOne();
  }

  @Test
  void aContextCanBeClosedInsideACallbackOfAnother() {
    JsObject handle = one.newObject();
    JsRef<? extends JsObject> reference = one.newObject().retain();
    two.global().set("fromOne", one.eval("({ n: 7, f: () => 8 })"));
    two.global().set("host", one.function("host", _ -> JsNumber.of(1)));
    two.global().set("closeOne", two.function("closeOne", _ -> {
      one.close();
      assertThat(one.isClosed()).isTrue();
      runtime.collectGarbage();
      return JsNumber.of(9);
    }));

    assertThat(two.eval("closeOne() + fromOne.n + fromOne.f()").asInt()).isEqualTo(24);
    assertThatThrownBy(() -> handle.get("x")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(reference::get).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> two.eval("host()")).hasMessageContaining("has been closed");
    assertThat(JsEngine.liveResources().contexts()).isOne();
    reference.close();
  }

  @Test
  void aContextThatIsRunningCannotBeClosedFromAnother() {
    two.global().set("closeOne", two.function("closeOne", _ -> {
      one.close();
      return JsValue.undefined();
    }));
    one.global().set("viaTwo", two.eval("(() => closeOne())"));

    assertThatThrownBy(() -> one.eval("viaTwo()")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "is running JavaScript");
    assertThat(one.eval("1").asInt()).isOne();
    // Not running: only its function is.
    assertThat(two.eval("closeOne()").isUndefined()).isTrue();
    assertThat(one.isClosed()).isTrue();
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // A host function closes it.
  void anArenaClosedInsideACallbackOfAnotherContext() {
    try (Arena arena = Arena.ofConfined()) {
      JsContext inArena = runtime.openContext(arena);
      two.global().set("o", inArena.eval("({ n: 1 })"));
      assertThat(two.eval("o.n").asInt()).isOne();
    }
    assertThat(two.eval("o.n").asInt()).isOne();
    Arena second = Arena.ofConfined();
    JsContext other = runtime.openContext(second);
    two.global().set("closeArena", two.function("closeArena", _ -> {
      other.newObject();
      second.close();
      return JsString.of("closed");
    }));
    assertThat(two.eval("closeArena()").asString()).isEqualTo("closed");
    assertThat(other.isClosed()).isTrue();
  }

  @Test
  void microtasksOfAClosedContextRunWithoutItsHostFunctions() {
    List<String> log = new ArrayList<>();
    JsObject record = two.eval("globalThis.record = []; record").asObject();
    one.global().set("record", record);
    one.global().set("host", one.function("host", _ -> {
      log.add("host");
      return JsValue.undefined();
    }));
    JsFunction start = one.eval(
        "(() => { Promise.resolve().then(() => record.push('ran')).then(host).catch(e => record.push(e.message)) })")
        .asFunction();
    two.global().set("start", start);
    two.global().set("closeOne", two.function("closeOne", _ -> {
      one.close();
      return JsValue.undefined();
    }));
    two.eval("start(); closeOne()");
    two.drainMicrotasks();

    assertThat(log).isEmpty();
    assertThat(two.eval("record.join('|')").asString()).isEqualTo(
        "ran|the context of this host function has been closed");
  }

  @Test
  void promisesOfAClosedContextSettleInAnother() {
    two.eval("globalThis.results = []");
    two.global().set("promise", one.eval("globalThis.p = new Promise(resolve => { globalThis.settle = resolve }); p"));
    two.global().set("settle", one.eval("settle"));
    two.eval("promise.then(value => results.push(value))");
    closeOne();
    two.eval("settle(5)");

    assertThat(two.eval("results[0]").asInt()).isEqualTo(5);
    assertThat(two.await(two.eval("promise"), java.time.Duration.ofSeconds(10)).asInt()).isEqualTo(5);
  }

  @Test
  void scriptsAreParsedForAllContexts() {
    JsScript script = runtime.compile("var n = (globalThis.n ?? 0) + 1; n", "count.js", 12);
    assertThat(one.eval(script).asInt()).isOne();
    assertThat(two.eval(script).asInt()).isOne();
    closeOne();
    assertThat(two.eval(script).asInt()).isEqualTo(2);
    try (JsContext three = runtime.openContext()) {
      assertThat(three.eval(script).asInt()).isOne();
    }
  }

  @Test
  void openingAndClosingInsideACallback() {
    two.global().set("fresh", two.function("fresh", call -> {
      try (JsContext inner = runtime.openContext()) {
        inner.global().set("value", call.arg(0));
        return JsNumber.of(inner.eval("value.n * 2").asInt());
      }
    }));

    assertThat(two.eval("fresh({ n: 4 }) + fresh({ n: 5 })").asInt()).isEqualTo(18);
    assertThat(JsEngine.liveResources().contexts()).isEqualTo(2);
  }

  @Test
  void aResultThatCrossesTheCloseOfItsContext() {
    two.global().set("f", two.function("f", _ -> {
      JsObject own = one.eval("({ n: 3 })").asObject();
      two.global().set("kept", own);
      one.close();
      return two.eval("kept");
    }));

    assertThat(two.eval("f().n").asInt()).isEqualTo(3);
  }
}
