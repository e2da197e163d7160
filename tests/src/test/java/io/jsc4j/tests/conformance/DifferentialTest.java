package io.jsc4j.tests.conformance;

import io.jsc4j.JsBoolean;
import io.jsc4j.JsFunction;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Objects x keys x values: what an operation of the API gives or throws, and what it leaves behind, is what JavaScript gives or throws and leaves
 * behind. For a proxy that includes the traps that ran, in their order.
 */
final class DifferentialTest extends ContextTest {

  /** Expressions; each makes a new object. {@code logged} notes what a proxy is asked. */
  private static final Map<String, String> OBJECTS = new LinkedHashMap<>();

  static {
    OBJECTS.put("plain", "({ a: 1, b: { c: 2 }, 2: 'two', 1: 'one' })");
    OBJECTS.put("array", "[1, 'two', , [4]]");
    OBJECTS.put("sparse array", "Object.assign([], { 7: 7, 1200: 'last' })");
    OBJECTS.put("array with getters",
        "Object.defineProperty([1, 2], 1, { get() { throw new RangeError('element') }, enumerable: true })");
    OBJECTS.put("function", "(function f(a, b) { return a })");
    OBJECTS.put("arrow function", "((a) => a)");
    OBJECTS.put("strict function", "(function () { 'use strict'; return function g() {} })()");
    OBJECTS.put("class", "(class A { static a = 1; static get b() { throw new TypeError('static') } })");
    OBJECTS.put("instance",
        "new (class B { a = 1; #hidden = 2; get b() { return this.#hidden } toJSON() { return 'B' } })");
    OBJECTS.put("date", "new Date(0)");
    OBJECTS.put("invalid date", "new Date(NaN)");
    OBJECTS.put("map", "new Map([[1, 2], ['a', {}]])");
    OBJECTS.put("set", "new Set([1, 'a'])");
    OBJECTS.put("regular expression", "/a(?<b>c)/gi");
    OBJECTS.put("error", "Object.assign(new TypeError('m'), { a: 1, stack: '' })");
    OBJECTS.put("String object", "new String('a\\ud83d\\ude00')");
    OBJECTS.put("Number object", "new Number(5)");
    OBJECTS.put("Boolean object", "new Boolean(false)");
    OBJECTS.put("Symbol object", "Object(Symbol.for('s'))");
    OBJECTS.put("BigInt object", "Object(7n)");
    OBJECTS.put("typed array", "new Uint8Array([1, 2, 3])");
    OBJECTS.put("empty typed array", "new Float64Array(0)");
    OBJECTS.put("detached typed array", "(t => (t.buffer.transfer(), t))(new Int16Array(2))");
    OBJECTS.put("array buffer", "new ArrayBuffer(8)");
    OBJECTS.put("data view", "new DataView(new ArrayBuffer(8))");
    OBJECTS.put("arguments", "(function () { return arguments })(1, 'a')");
    OBJECTS.put("mapped arguments", "(function (a, b) { b = 5; return arguments })(1, 2)");
    OBJECTS.put("generator", "(function* () { yield 1; yield 'a' })()");
    OBJECTS.put("iterable that fails",
        "({ [Symbol.iterator]() { return { next() { throw new RangeError('next') } } } })");
    OBJECTS.put("frozen", "Object.freeze({ a: 1, get b() { return 2 } })");
    OBJECTS.put("sealed", "Object.seal({ a: 1, b: 2 })");
    OBJECTS.put("not extensible", "Object.preventExtensions({ a: 1, b: 2 })");
    OBJECTS.put("frozen array", "Object.freeze([1, 2])");
    OBJECTS.put("null prototype", "Object.assign(Object.create(null), { a: 1 })");
    OBJECTS.put("namespace",
        "Object.seal(Object.create(null, { [Symbol.toStringTag]: { value: 'Module' }, a: { get: () => 1, enumerable: true } }))");
    OBJECTS.put("getters and setters that throw",
        "({ get a() { throw new RangeError('get') }, set a(v) { throw new RangeError('set') }, get b() { throw 'text' }, set b(v) { throw null } })");
    OBJECTS.put("getter only", "({ get a() { return this }, get [Symbol.toStringTag]() { return 'T' } })");
    OBJECTS.put("setter only", "({ set a(v) { this.b = v }, set 0(v) { this.b = v } })");
    OBJECTS.put("symbol keys", "({ [Symbol.for('s')]: 1, [Symbol.iterator]: function* () { yield this }, a: 2 })");
    OBJECTS.put("exotic names",
        "({ '': 1, ['__proto__']: 2, constructor: 3, length: 4, '-0': 5, '4294967295': 6, '\\0': 7, '\\ud800': 8, '\\ud83d\\ude00': 9 })");
    OBJECTS.put("inherits", "Object.create({ a: 1, get b() { return this }, set 0(v) { this.written = v } })");
    OBJECTS.put("inherits readonly", "Object.create(Object.freeze({ a: 1, 0: 0 }))");
    OBJECTS.put("conversions that throw",
        "({ toString() { throw new RangeError('toString') }, valueOf() { throw new RangeError('valueOf') }, toJSON() { throw new RangeError('toJSON') } })");
    OBJECTS.put("conversion", "({ [Symbol.toPrimitive](hint) { return hint === 'number' ? 1 : '1' } })");
    OBJECTS.put("cyclic", "(o => o.a = o)({})");
    OBJECTS.put("bound function", "(function f() {}).bind(null)");
    OBJECTS.put("constructor with hasInstance", "({ [Symbol.hasInstance]: (v) => typeof v === 'object' })");
    OBJECTS.put("proxy without traps", "new Proxy({ a: 1, b: 2 }, {})");
    OBJECTS.put("proxy with traps", "logged({ a: 1, get b() { return this }, [Symbol.for('s')]: 3 })");
    OBJECTS.put("proxy of an array", "logged([1, 2])");
    OBJECTS.put("proxy of a function", "logged(function f(a) { return a })");
    OBJECTS.put("proxy that throws",
        "new Proxy({}, new Proxy({}, { get(_, trap) { throw new EvalError('asked for ' + trap) } }))");
    OBJECTS.put("proxy that refuses",
        "new Proxy({ a: 1 }, { set: () => false, deleteProperty: () => false, defineProperty: () => false, preventExtensions: () => false, setPrototypeOf: () => false })");
    OBJECTS.put("proxy that lies",
        "new Proxy(Object.freeze({ a: 1 }), { get: () => 2, has: () => false, ownKeys: () => [], getOwnPropertyDescriptor: () => undefined, deleteProperty: () => true, getPrototypeOf: () => null, isExtensible: () => true })");
    OBJECTS.put("revoked proxy", "(r => (r.revoke(), r.proxy))(Proxy.revocable({}, {}))");
    OBJECTS.put("revoked proxy of a function", "(r => (r.revoke(), r.proxy))(Proxy.revocable(function () {}, {}))");
  }

  private static final List<String> VALUES = List.of("undefined", "null", "true", "0", "-0", "NaN", "1.5", "2 ** 32",
      "''",
      "'text'", "'\\ud800'", "7n", "Symbol.for('v')", "({ valueOf: () => 1 })", "[]", "(() => {})", "Object.prototype");

  /** What both sides are described by; captured before any cell runs. */
  private static final String HARNESS =
      """
          globalThis.probe = function probe() { return 'probed' };
          const logs = new WeakMap();
          globalThis.logged = (target) => {
            const log = [];
            const proxy = new Proxy(target, new Proxy({}, { get: (_, trap) => (...args) => {
              log.push(trap + '(' + args.slice(1).map((it) => it === proxy ? 'proxy' : show(it)).join() + ')');
              return Reflect[trap](...args);
            } }));
            logs.set(proxy, log);
            return proxy;
          };
          function show(value, self, depth = 0) {
            if (self !== undefined && value === self) return 'itself';
            if (typeof value === 'string') return JSON.stringify(value);
            if (Object.is(value, -0)) return '-0';
            if (typeof value === 'bigint') return value + 'n';
            if (typeof value === 'function') return 'function';
            if (typeof value !== 'object' || value === null) return String(value);
            try {
              if (Array.isArray(value) && depth < 3) return '[' + Array.from({ length: Math.min(value.length, 20) },
                (_, i) => show(value[i], self, depth + 1)).join(', ') + ']';
              return Object.prototype.toString.call(value) + Object.keys(value);
            } catch (e) {
              return 'object that throws ' + e;
            }
          }
          function state(object) {
            const log = logs.get(object)?.join('; ');
            try {
              return [log, Object.isExtensible(object), show(Object.getPrototypeOf(object)), ...Reflect.ownKeys(object).map((key) => {
                const { value, get, set, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(object, key);
                return [show(key), show(value, object), show(get), show(set), writable, enumerable, configurable].join(' ');
              })].join(' | ');
            } catch (e) {
              return log + ' throws ' + e;
            }
          }
          function outcomeOf(object, make) {
            let outcome;
            try {
              outcome = show(make(), object);
            } catch (e) {
              outcome = thrown(e);
            }
            return outcome + ' leaves ' + state(object);
          }
          // Two things that only a script can say: the text of an expression, and that it was a spread which found nothing to iterate.
          const texts = / \\(evaluating '[^]*'\\)$/;
          const spread = 'Spread syntax requires ...iterable[Symbol.iterator] to be a function';
          function thrown(e) {
            return 'throws ' + (Error.isError(e) ? e.name + ': ' + e.message.replace(texts, '').replace(spread,
              'object is not iterable: it has no method Symbol.iterator') : show(e));
          }
          globalThis.api = (object, result, threw) => (threw ? thrown(result) : show(result, object)) + ' leaves ' + state(object);
          globalThis.script = (operation, object, key, value) => outcomeOf(object, () => operation(object, key, value));
          """;

  @ParameterizedTest
  @EnumSource
  void theApiDoesWhatJavaScriptDoes(Operation operation) {
    js.eval("(() => {" + HARNESS + "})()");
    List<Key> keys = operation.takesKey() ? Key.all(js) : List.of(new Key.Name("unused"));
    List<String> values = operation.takesValue() ? VALUES : List.of("undefined");
    JsFunction script = js.eval("((object, key, value) => " + operation.script() + ")").asFunction();
    JsFunction ofApi = js.global().get("api").asFunction();
    JsFunction ofScript = js.global().get("script").asFunction();
    List<String> differences = new ArrayList<>();
    int cells = 0;
    for (Map.Entry<String, String> object : OBJECTS.entrySet()) {
      JsFunction make = js.eval("(() => " + object.getValue() + ")").asFunction();
      for (Key key : keys) {
        for (String value : values) {
          try (JsScope _ = js.openScope()) {
            JsValue content = js.eval(value);
            String expected = ofScript.call(script, make.call(), key.value(), content).asString();
            String actual = throughApi(operation, ofApi, make.call().asObject(), key, content);
            cells++;
            if (!actual.equals(expected)) {
              differences.add(operation + " of " + object.getKey() + (operation.takesKey() ? ", key " + key : "")
                  + (operation.takesValue() ? ", value " + value : "") + "\n    API:    " + actual + "\n    script: "
                  + expected);
            }
          }
        }
      }
    }
    assertThat(differences).as("%d of %d cells differ", differences.size(), cells).isEmpty();
    assertThat(cells).isGreaterThanOrEqualTo(OBJECTS.size());
  }

  private static String throughApi(Operation operation, JsFunction describe, JsObject object, Key key, JsValue value) {
    JsValue result;
    boolean threw = false;
    try {
      result = operation.apply(object, key, value);
    } catch (JsThrownException e) {
      result = e.thrown();
      threw = true;
    }
    return describe.call(object, result, JsBoolean.of(threw))
        .asString();
  }
}
