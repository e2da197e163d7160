package io.jsc4j.tests.conformance.suite;

import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsBoolean;
import io.jsc4j.JsCall;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Java lambdas as functions: to a script they are like any other, wherever it uses them. */
@Covers({"JSClassCreate", "JSObjectMake", "JSObjectGetPrivate", "JSObjectMakeFunctionWithCallback"})
final class HostFunctionsConformanceTest extends ConformanceTest {
  private void define(String name, int length, HostFunction function) {
    js.global().set(name, js.function(name, length, function));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host instanceof Function", "typeof host === 'function'", "host.name === 'host'",
      "host.length === 2", "Object.getPrototypeOf(host) === Function.prototype", "!('prototype' in host)",
      "host(1, 2) === 2", "host() === 0", "host.call(null, 1) === 1", "host.apply(null, [1, 2, 3]) === 3",
      "Reflect.apply(host, {}, [1]) === 1", "host.bind(null, 1, 2)(3) === 3", "host.bind().name === 'bound host'",
      "host.bind(null, 1).length === 1", "host(...'abcd') === 4", "host`a${1}b${2}` === 3",
      "[1, 2].map(host).join() === '3,3'",
      "'aXbX'.replace(/X/g, host) === 'a3b3'", "[3, 1, 2].sort(host).join() === '3,1,2'",
      "Array.from([1], host)[0] === 2",
      "JSON.stringify({ a: 1 }, host) === '2'", "JSON.parse('{\"a\": 1}', host) >= 2",
      "({ get x() { return host(1) } }).x === 1",
      "Object.defineProperty({}, 'x', { get: host }).x === 0", "({ [Symbol.toPrimitive]: host }) * 1 === 1",
      "`${{ toString: host }}` === '0'", "+{ valueOf: host } === 0",
      "({ toJSON: host, n: JSON.stringify({ toJSON: host }) }).n === '1'",
      "new Proxy(host, {})(1, 2, 3) === 3", "new Proxy({}, { get: host }).x === 3",
      "new Proxy({}, { has: host }).x === undefined",
      "(class { static m = host }).m(1) === 1", "(class { static get m() { return host(1, 1) } }).m === 2",
      "host?.(1) === 1",
      "(x => x(1, 2))(host) === 2", "host !== Object(host).constructor && host === Object(host)",
      "(() => { try { new host() } catch (e) { return e instanceof TypeError } })()",
      "(() => { try { class X extends host {} } catch (e) { return e instanceof TypeError } })()",
      "(() => { host.extra = 1; return host.extra === 1 && delete host.extra })()",
      "new Map([[host, 1]]).get(host) === 1"})
  void behavesAsAFunctionOfJavaScript(String condition) {
    define("host", 2, call -> JsNumber.of(call.count()));

    assertThat(js.eval(condition).asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"self() === globalThis|true", "self.call(undefined) === globalThis|true",
      "self.call(null) === globalThis|true", "typeof self.call(1)|object", "self.call('s') + '!'|s!",
      "o.self() === o|true", "o.self.call(p) === p|true", "self.bind(o)() === o|true",
      "[1].map(self, o)[0] === o|true", "(0, o.self)() === globalThis|true"})
  void thisIsThatOfASloppyFunction(String expression, String expected) {
    define("self", 0, JsCall::thisValue);
    js.eval("var o = { self }, p = {}");

    assertThat(js.coerceToString(js.eval(expression))).isEqualTo(expected);
  }

  @Test
  void argumentsAndResultsAreAnyValues() {
    define("same", 1, call -> call.arg(0));

    assertThat(js.eval("""
        const object = {}, symbol = Symbol();
        [undefined, null, true, 0, -0, NaN, 1.5, 'text', '', '\\ud800', symbol, 5n, object, [], same, new Date(0), /x/]
          .every(x => Object.is(same(x), x)) && same() === undefined && same(1, 2) === 1""").asBoolean()).isTrue();
  }

  @Test
  void aHostFunctionCanIterate() {
    define("counter", 1, call -> {
      int[] next = {0};
      int end = call.arg(0).asInt();
      JsObject iterator = js.newObject();
      iterator.set("next", js.function("next", _ -> {
        JsObject step = js.newObject();
        step.set("done", JsBoolean.of(next[0] >= end));
        step.set("value", JsNumber.of(next[0]++));
        return step;
      }));
      iterator.set(js.eval("Symbol.iterator") instanceof JsSymbol symbol ? symbol : js.newSymbol(""), js
          .function("self", JsCall::thisValue));
      return iterator;
    });

    assertThat(js.eval("[...counter(5)].join()").asString()).isEqualTo("0,1,2,3,4");
    assertThat(js.eval("let sum = 0; for (const i of counter(100)) sum += i; sum").asInt()).isEqualTo(4950);
  }

  @Test
  void anExceptionCrossesAsAnErrorAndComesOutAsItself() {
    HostException failure = HostException.error("from Java");
    define("fail", 0, _ -> {
      throw failure;
    });

    assertThat(js.eval("try { fail(); 'nothing' } catch (e) { e instanceof Error ? e.message : typeof e }").asString())
        .isEqualTo("from Java");
    assertThat(catchThrowable(() -> js.eval("fail()"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("try { fail() } finally { 1 }"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("try { fail() } catch (e) { throw e }"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("[1].forEach(fail)"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("new Proxy({}, { get: fail }).x"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("`${{ toString: fail }}`"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("Object.defineProperty({}, 'x', { get: fail })").asObject().get("x")))
        .isSameAs(failure);
    assertThat(thrownBy("try { fail() } catch (e) { throw e.message }").thrown()).isEqualTo(JsString.of("from Java"));
  }

  /** A function of JavaScript calls Java, which calls the function again, until it throws. */
  @Test
  void anErrorCrossesThroughBothLanguages() {
    int[] left = {5};
    JsFunction sometimes = js.eval("""
        (function sometimesThrows(shouldThrow, callback) {
          if (shouldThrow) throw new Error('what an exception');
          return callback(callback);
        })""").asFunction();
    JsFunction callback = js.function("callback", call -> sometimes.call(JsBoolean.of(--left[0] == 0), call
        .arg(0)));
    JsThrownException thrown = thrownBy(() -> sometimes.call(JsBoolean.of(false), callback));

    assertThat(thrown.jsMessage()).isEqualTo("what an exception");
    assertThat(thrown.jsStack().split("sometimesThrows@", -1)).hasSize(7);
  }

  @Test
  void endlessRecursionThroughJavaEnds() {
    define("again", 1, call -> call.arg(0).asFunction().call());
    int depth = js.eval("""
        let depth = 0;
        function down() { depth++; return again(down) }
        try { down() } catch (e) { depth }""").asInt();

    assertThat(depth).isGreaterThan(50);
    assertThat(js.eval("again(() => 42)").asInt()).isEqualTo(42);
  }

  @Covers({"JSValueProtect", "JSValueUnprotect"})
  @Test
  void aLambdaIsForgottenWhenItsFunctionIsCollected() {
    long before = JsEngine.liveResources().hostObjects();
    try (JsScope scope = js.openScope()) {
      for (int i = 0; i < 500; i++) {
        js.function("forgotten", call -> call.arg(0));
      }
      js.global().set("kept", js.function("kept", _ -> JsNumber.of(7)));
      assertThat(scope.scope().isAlive()).isTrue();
    }
    js.runtime().collectGarbage();

    // The collector may take a stale word of the stack for a reference.
    assertThat(JsEngine.liveResources().hostObjects() - before).isBetween(1L, 50L);
    assertThat(js.eval("kept()").asInt()).isEqualTo(7);
  }

  /** A list with an interface like that of a document's nodes, all of it host functions over Java objects. */
  @Test
  void aDocumentObjectModelWorks() {
    List<String> children = new ArrayList<>();
    define("appendChild", 1, call -> {
      children.add(call.arg(0).asString());
      return call.arg(0);
    });
    define("removeChild", 1, call -> {
      if (!children.remove(call.arg(0).asString())) {
        throw HostException.error("no such child: " + call.arg(0));
      }
      return call.arg(0);
    });
    define("item", 1, call -> {
      int index = call.arg(0).asInt();
      return index < children.size() ? JsString.of(children.get(index)) : JsValue.ofNull();
    });
    define("size", 0, _ -> JsNumber.of(children.size()));
    js.eval("""
        const node = { appendChild, removeChild, childNodes: new Proxy({}, {
          get: (_, key) => typeof key === 'symbol' ? undefined : key === 'length' ? size() : item(Number(key)),
          has: (_, key) => Number(key) < size() }) };
        node.appendChild('one'); node.appendChild('two'); node.appendChild('three'); node.removeChild('one')""");

    assertThat(js.eval("Array.from(node.childNodes).join()").asString()).isEqualTo("two,three");
    assertThat(js.eval("node.childNodes[2]")).isEqualTo(JsValue.ofNull());
    assertThat(js.eval("1 in node.childNodes && !(2 in node.childNodes)").asBoolean()).isTrue();
    assertThat(js.eval("try { node.removeChild('one') } catch (e) { e.message }").asString()).isEqualTo(
        "no such child: one");
    assertThat(catchThrowable(() -> js.eval("node.appendChild()"))).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("expected string");
  }
}
