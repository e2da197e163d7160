package io.jsc4j.tests.workers;

import io.jsc4j.JsPool;
import io.jsc4j.JsPoolOptions;
import io.jsc4j.JsPoolStatistics.Retirement;
import io.jsc4j.JsWorkerOptions;
import io.jsc4j.tests.support.NeedsEngine;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** No tenant learns of another, and a realm that is not as it should be is found out. */
@NeedsEngine
@Timeout(300)
final class TenantsTest {
  private static final JsPoolOptions ONE_WORKER = JsPoolOptions.defaults().withWorkers(1);

  /** What a tenant leaves, and how the next one would see it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "globalThis.mine = 1 | typeof mine === 'undefined'",
      "let mine = 1; const other = 2; class Third {} | [typeof mine, typeof other, typeof Third].every(t => t === 'undefined')",
      "Object.prototype.mine = 1; Array.prototype.push = () => 0 | ({}).mine === undefined && [].push(1) === 1",
      "Object.prototype[Symbol.for('mine')] = 1 | ({})[Symbol.for('mine')] === undefined",
      "/(secret)/.exec('a secret') | RegExp.$1 === '' && RegExp.lastMatch === ''",
      "Object.freeze(Array.prototype); Object.freeze(globalThis) | Object.isExtensible(Array.prototype) && (globalThis.mine = 1) === 1",
      "Promise.resolve().then(() => { globalThis.mine = 1 }); new Promise(() => {}) && 1 | typeof mine === 'undefined'",
      "globalThis.ref = new WeakRef(Object); 1 | typeof ref === 'undefined'",
      "JSON.parse = Reflect.ownKeys = Function.prototype.call = null | typeof JSON.parse + typeof Reflect.ownKeys + typeof Function.prototype.call === 'functionfunctionfunction'",
      "Object.defineProperty(globalThis, 'undefinedd', { get() { return 1 } }); delete globalThis.Map | typeof Map === 'function'",
      "Error.prepareStackTrace = () => 'mine'; Error.stackTraceLimit = 1 | Error.prepareStackTrace === undefined && Error.stackTraceLimit > 1",
      "new FinalizationRegistry(() => { Object.prototype.mine = 1 }).register({}) | ({}).mine === undefined"})
  void whatATenantLeavesIsGone(String leave, String gone) {
    JsPool pool = JsPool.open(ONE_WORKER);
    try (pool) {
      pool.eval("a", leave + "; 1").join();
      assertThat(pool.eval("b", gone).join()).isEqualTo(true);
      assertThat(pool.eval("a", gone).join()).isEqualTo(true);
    }
    // All in one runtime: nothing of it had to be thrown away.
    assertThat(pool.statistics().runtimesOpened()).isOne();
  }

  @Test
  void aContextIsNotSharedThoughTheTenantKeepsIts() {
    try (JsPool pool = JsPool.open(ONE_WORKER.withTasksPerContext(100))) {
      pool.eval("a", "globalThis.mine = 1").join();
      assertThat(pool.eval("a", "mine").join()).isEqualTo(1.0);
      assertThat(pool.eval("b", "typeof mine").join()).isEqualTo("undefined");
      assertThat(pool.eval("a", "typeof mine").join()).isEqualTo("undefined");
    }
  }

  /** Each changes the second context of a runtime alone. */
  @ParameterizedTest
  @ValueSource(strings = {"globalThis.extra = 1", "globalThis[Symbol('extra')] = 1", "Object.prototype.extra = 1",
      "delete Array.prototype.at", "Array.prototype.push = Array.prototype.pop",
      "Array.prototype.push = function push(x) { return 1 }", "Object.freeze(Map.prototype)",
      "Object.preventExtensions(Set)", "Object.setPrototypeOf(Math, null)",
      "Object.defineProperty(Math, 'PI', { enumerable: true }) && 0",
      "Object.defineProperty(Array, 'length', { value: 7 })",
      "Object.defineProperty(Map.prototype, 'size', { get() { return 1 } })", "data.list[0] = 2", "data.zero = -0",
      "data.map.set('b', 1)", "data.set.add(2)", "data.inner = new Proxy({}, {})", "data.nan = '1'", "data.big = 2n",
      "data.inner = data", "data.boxed = new Number(2)", "data.symbol = Symbol('other')", "data.fn = () => 2",
      "Object.defineProperty(data, 'list', { writable: false })"})
  void aDoctoredRealm(String doctor) {
    AtomicInteger contexts = new AtomicInteger();
    JsWorkerOptions worker = JsWorkerOptions.defaults()
        .withFunction("count", _ -> contexts.incrementAndGet())
        .withSetup(
            """
                var data = { list: [1], zero: 0, nan: NaN, big: 1n, inner: {}, map: new Map([['a', {}]]), set: new Set([1]),
                  boxed: new Number(1), symbol: Symbol('one'), fn: () => 1 };
                if (count() === 2) { try { %s } catch {} }"""
                .formatted(doctor), "doctor.js");
    if (doctor.endsWith("&& 0")) {
      // The engine refuses that, so nothing has changed, and nothing may be found.
      JsPool.open(ONE_WORKER.withWorker(worker)).close();
    } else {
      assertThatThrownBy(() -> JsPool.open(ONE_WORKER.withWorker(worker))).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("differs");
    }
  }

  @Test
  void aRuntimeWhoseContextsHaveChangedIsReplaced() {
    AtomicInteger contexts = new AtomicInteger();
    JsWorkerOptions worker = JsWorkerOptions.defaults()
        .withFunction("count", _ -> contexts.incrementAndGet())
        .withSetup(
            "if (count() === 4) Array.prototype.extra = 1", "doctor.js");
    JsPool pool = JsPool.open(ONE_WORKER.withWorker(worker));
    try (pool) {
      for (int i = 0; i < 5; i++) {
        assertThat(pool.eval("tenant " + i, "[].extra === undefined").join()).isEqualTo(true);
      }
    }
    assertThat(pool.statistics().runtimesRetired()).containsOnly(java.util.Map.entry(Retirement.CHANGED, 1L));
  }

  @Test
  void lookingRunsNothing() {
    AtomicInteger touched = new AtomicInteger();
    JsWorkerOptions worker = JsWorkerOptions.defaults().withFunction("touched", arguments -> {
      touched.incrementAndGet();
      throw new IllegalStateException("ran: " + arguments);
    })
        .withSetup(
            """
                const trap = (name) => () => touched(name);
                var getter = { get value() { return touched('get') }, set value(x) { touched('set') }, toString: trap('toString'),
                  valueOf: trap('valueOf'), toJSON: trap('toJSON'), [Symbol.toPrimitive]: trap('toPrimitive'), then: trap('then') };
                const traps = {};
                for (const name of Reflect.ownKeys(Reflect)) traps[name] = trap(String(name));
                var proxy = new Proxy({}, traps), callable = new Proxy(() => 1, traps);
                Map.prototype.forEach = Set.prototype.forEach = trap('forEach');
                Object.defineProperty(Object.prototype, 'evil', { get: trap('evil') });
                Function.prototype.toString = trap('source');
                var { proxy: revoked, revoke } = Proxy.revocable({}, {});
                revoke()""",
            "touchy.js");
    try (JsPool pool = JsPool.open(ONE_WORKER.withWorker(worker))) {
      assertThat(pool.eval("a", "6 * 7").join()).isEqualTo(42.0);
    }
    assertThat(touched).hasValue(0);
  }

  @Test
  void aHeapInWhichTooMuchIsLeftIsReplaced() {
    JsWorkerOptions worker = JsWorkerOptions.defaults();
    JsPool pool = JsPool.open(ONE_WORKER.withWorker(worker).withHeapPerRuntime(1));
    try (pool) {
      assertThat(pool.eval("a", "6 * 7").join()).isEqualTo(42.0);
      assertThat(pool.eval("b", "6 * 7").join()).isEqualTo(42.0);
    }
    assertThat(pool.statistics().runtimesRetired()).containsKey(Retirement.GROWN);
  }
}
