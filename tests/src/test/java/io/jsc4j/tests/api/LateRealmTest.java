package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsError;
import io.jsc4j.JsFunction;
import io.jsc4j.JsObject;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The functions of ours in a context are made when Java first needs one, after scripts have done what they like: it must be as if they had been made
 * before.
 */
class LateRealmTest extends ContextTest {
  /**
   * Puts accessors that note their use in place of all that a script can reach, and in the way of names and indexes that are looked up where they may be
   * missing. The true constructors stay in a variable.
   */
  private static final String HOSTILE =
      """
          var touched = [];
          var truly = { Function, Object, Array, Map, Set, Date, RegExp, Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError,
            AggregateError, __proto__: null };
          {
            const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Reflect;
            const note = truly.Array.prototype.push;
            const accessor = (name) => ({
              __proto__: null,
              get() { apply(note, touched, ['get ' + name]); return undefined; },
              set() { apply(note, touched, ['set ' + name]); },
              configurable: true,
            });
            const seen = new Set();
            const has = seen.has, add = seen.add;
            const found = [];
            const find = (value) => {
              if ((typeof value !== 'object' && typeof value !== 'function') || value === null || value === touched || value === truly) return;
              if (apply(has, seen, [value])) return;
              apply(add, seen, [value]);
              found[found.length] = value;
            };
            [globalThis, [].values(), new Map().values(), 'x'.matchAll(/x/g), (function* () {})(), (async function* () {})(), async () => {}].forEach(find);
            for (let i = 0; i < found.length; i++) {
              find(getPrototypeOf(found[i]));
              const keys = ownKeys(found[i]);
              for (let k = 0; k < keys.length; k++) {
                const property = getOwnPropertyDescriptor(found[i], keys[k]);
                find(property.value);
                find(property.get);
                find(property.set);
              }
            }
            for (let i = 0; i < found.length; i++) {
              const keys = ownKeys(found[i]);
              for (let k = 0; k < keys.length; k++) {
                const key = keys[k];
                if (key === 'touched' || key === 'truly' || (typeof found[i] !== 'function' && key === 'prototype')) continue;
                defineProperty(found[i], key, accessor(typeof key === 'symbol' ? 'symbol' : key));
              }
            }
            const missing = ['prototype', 'value', 'get', 'set', 'writable', 'method', 'cause', 'errors', 'evaluate', 'parseJson', 'slice', 'Module', 'Instance',
              'apply', 'isError', 'makeFunction', 'settled', 0, 1, 2, 3];
            for (let i = 0; i < missing.length; i++) {
              defineProperty(truly.Object.prototype, missing[i], accessor('Object.prototype.' + missing[i]));
              defineProperty(truly.Array.prototype, missing[i], accessor('Array.prototype.' + missing[i]));
              defineProperty(truly.Function.prototype, missing[i], accessor('Function.prototype.' + missing[i]));
            }
          }
          """;

  /** What makes an object that must be a true one of the context, by what it is. */
  static Stream<Arguments> made() {
    return Stream.of(made("Function", js -> js.function("f", call -> JsValue.undefined())),
        made("Error", js -> js.newError("message")),
        made("AggregateError", js -> js.newAggregateError("message").object()),
        made("TypeError", js -> js.newError(JsError.Kind.TYPE_ERROR, "message").object()),
        made("RangeError", js -> js.newError(JsError.Kind.RANGE_ERROR, "message").object()),
        made("SyntaxError", js -> js.newError(JsError.Kind.SYNTAX_ERROR, "message").object()),
        made("Map", js -> js.newMap().object()),
        made("Set", js -> js.newSet().object()),
        made("Date", js -> js.newDate(Instant.EPOCH)),
        made("RegExp", js -> js.newRegExp("a", "g").object()),
        made("Object", js -> (JsObject) js.parseJson("{\"a\":1}")),
        made("Array", js -> (JsObject) js.parseJson("[1]")),
        made("Object", js -> (JsObject) js.toJs(Map.of("a", 1))),
        made("Array", js -> (JsObject) js.toJs(List.of(1, "2"))));
  }

  private static Arguments made(String constructor, Function<JsContext, JsObject> maker) {
    return arguments(constructor, maker);
  }

  @ParameterizedTest
  @MethodSource("made")
  void isOfItsContextAndNothingOfTheScriptRuns(String constructor, Function<JsContext, JsObject> maker) {
    JsFunction prototype = js.eval("(name) => truly[name].prototype").asFunction();
    js.eval(HOSTILE);
    JsObject made = maker.apply(js);
    assertThat(js.eval("touched.length").asInt()).isZero();
    assertThat(made.prototype().orElseThrow().isSame(prototype.call(js.toJs(constructor)))).isTrue();
  }

  @Test
  void textIsEvaluated() {
    js.eval(HOSTILE);
    assertThat(js.evalStrict("1 + 2").asInt()).isEqualTo(3);
    assertThat(js.eval("touched.length").asInt()).isZero();
  }

  @Test
  void keysAreListed() {
    JsObject object = js.eval("({ a: 1, b: 2 })").asObject();
    js.eval(HOSTILE);
    assertThat(object.keys()).containsExactly("a", "b");
    assertThat(object.ownKeys()).hasSize(2);
    assertThat(js.eval("touched.length").asInt()).isZero();
  }

  @Test
  void whatAHostFunctionThrowsComesBack() {
    js.eval(HOSTILE);
    IllegalArgumentException failure = new IllegalArgumentException("mine");
    JsFunction fail = js.function("fail", call -> {
      throw failure;
    });
    assertThatThrownBy(fail::call).isSameAs(failure);
    assertThat(js.eval("touched.length").asInt()).isZero();
  }

  @Test
  void whatAScriptThrowsIsDescribed() {
    js.eval(HOSTILE);
    assertThatThrownBy(() -> js.eval("null.x")).isInstanceOf(JsThrownException.class);
  }

  @Test
  void promisesAreFollowed() {
    JsValue promise = js.eval("var promise = (async () => 7)(); promise");
    js.eval("Promise = undefined; Reflect = undefined; Object.prototype.settled = 2");
    assertThat(js.await(promise, Duration.ofSeconds(10)).asInt()).isEqualTo(7);
  }

  /** What a script gets hold of leads to no constructor that compiles text in the realm that our functions come from. */
  @Test
  void noFunctionLeadsToTheRealmOfTheTools() {
    js.global().set("made", js.function("made", call -> {
      throw new IllegalStateException("x");
    }));
    assertThat(js.eval(
        """
            (() => {
              const seen = new Set();
              const queue = [made];
              try { made(); } catch (e) { queue.push(e); }
              const foreign = [];
              for (const value of queue) {
                if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
                seen.add(value);
                if (typeof value === 'function' && value.constructor !== undefined && /Function$/.test(value.constructor.name)
                    && !(value instanceof Function)) foreign.push(value.name);
                queue.push(Object.getPrototypeOf(value), value.constructor);
              }
              return foreign.join();
            })()""")
        .asString()).isEmpty();
  }
}
