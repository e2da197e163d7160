package io.jsc4j.internal.ffi;

import io.jsc4j.tests.stress.EngineAssumption;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the engine's own note of an object's type tells is what the engine says when it is asked. */
class ObjectTypesTest {
  /** One of each kind that there is, and those that try to look like another one. */
  private static final String OBJECTS =
      """
          [
            {}, { a: 1 }, { 0: 0.5, 1: 'x' }, { __proto__: null }, { __proto__: [] }, { __proto__: Array.prototype }, { __proto__: Function.prototype },
            { __proto__: Date.prototype }, { __proto__: Uint8Array.prototype }, { constructor: Array, length: 0 }, Object.freeze({ a: 1 }), Object.create([]),
            (() => { const o = {}; for (let i = 0; i < 2000; i++) o['k' + i] = i; delete o.k7; return o; })(),
            [], [1], [0.5], ['x'], [, 1], new Array(1e6), Object.freeze([1]), Object.setPrototypeOf([], null), Object.setPrototypeOf([], Function.prototype),
            new (class extends Array {})(3), 'abc'.match(/b/), 'abc'.split(''), Array.prototype, (() => { const a = []; a.f = 1; a[1e9] = 1; return a; })(),
            () => 0, function () {}, async () => 0, function* () {}, async function* () {}, class {}, class A extends Map {}, { m() {} }.m,
            Object.getOwnPropertyDescriptor({ get a() { return 1; } }, 'a').get, (() => 0).bind(1), Math.max, Object, Function, Map, Proxy, Promise, eval,
            Function.prototype, Object.setPrototypeOf(() => 0, null), Object.setPrototypeOf(function () {}, Array.prototype), new Function('return 1'),
            Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get,
            Object.getOwnPropertyDescriptor((function () { 'use strict'; return arguments; })(), 'callee').get,
            new Date(0), new Date(NaN), new (class extends Date {})(), Object.setPrototypeOf(new Date(), null), Date.prototype,
            new ArrayBuffer(8), new ArrayBuffer(8, { maxByteLength: 16 }), new ArrayBuffer(8).slice(2), new DataView(new ArrayBuffer(8)),
            ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array,
              BigUint64Array].flatMap(T => [new T(0), new T(3), new T(new ArrayBuffer(16), 8, 1), new (class extends T {})(2), Object.setPrototypeOf(new T(1), null),
                new T(1000)]),
            new Proxy({}, {}), new Proxy([], {}), new Proxy(() => 0, {}), new Proxy(class {}, {}), new Proxy(new Date(), {}), Proxy.revocable({}, {}).proxy,
            (() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; })(), (() => { const r = Proxy.revocable(() => 0, {}); r.revoke(); return r.proxy; })(),
            new Map(), new Set(), new WeakMap(), new WeakSet(), new WeakRef({}), new FinalizationRegistry(() => 0), Promise.resolve(), Promise.reject().catch(() => 0),
            new Error(), new TypeError('x'), new AggregateError([]), new (class extends Error {})(), /x/, /x/g, Object(1), Object('s'), Object(true), Object(1n),
            Object(Symbol()), (function () { return arguments; })(1, 2), (function () { 'use strict'; return arguments; })(1),
            (function (a) { return [arguments, () => a][0]; })(1), (function* () {})(), (async function* () {})(), [][Symbol.iterator](), new Map().entries(),
            new Set().values(), ''[Symbol.iterator](), 'a'.matchAll(/a/g), globalThis, Math, JSON, Reflect, Atomics, Intl, new Intl.NumberFormat(),
            Symbol.prototype, String.prototype, Number.prototype, Boolean.prototype, RegExp.prototype, Error.prototype, Promise.prototype, Map.prototype,
            Uint8Array.prototype, Object.getPrototypeOf(Uint8Array), Object.getPrototypeOf(Uint8Array.prototype), ArrayBuffer.prototype, DataView.prototype,
            Object.getPrototypeOf(function* () {}), Object.getPrototypeOf((function* () {})()), [].keys().__proto__,
            ...(globalThis.SharedArrayBuffer ? [new SharedArrayBuffer(8), new Uint8Array(new SharedArrayBuffer(8))] : []),
            ...(globalThis.WebAssembly ? [WebAssembly, new WebAssembly.Memory({ initial: 1 }), new WebAssembly.Memory({ initial: 1 }).buffer,
              new WebAssembly.Table({ initial: 1, element: 'anyfunc' }), new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))] : []),
            ...(globalThis.Iterator?.from ? [Iterator.from([]), [].values().map(x => x)] : []),
          ]""";

  private RuntimePointer runtime;
  private final Arena arena = Arena.ofConfined();

  @BeforeEach
  void open() {
    EngineAssumption.assumeEngine();
    runtime = RuntimePointer.create(WatchdogLimits.NONE, false);
  }

  @AfterEach
  void close() {
    arena.close();
    if (runtime != null) {
      runtime.close();
    }
  }

  /** By the type, and by asking; both in one entry, as a result is decoded. */
  private void compare(ContextPointer context, CellPointer object) {
    try (Entry entry = Entry.open(context)) {
      CellKind byType = ObjectTypes.of(object.rawAddress());
      CellKind asked = Values.kindOf(entry.context(), MemorySegment.ofAddress(object.rawAddress()));
      assertThat(object.kind()).isEqualTo(asked);
      if (byType != null) {
        assertThat(byType).isEqualTo(asked);
      }
    }
  }

  private List<NativeValue> evaluate(ContextPointer context, String script) {
    return Realm.drain(context, (CellPointer) Scripts.evaluate(context, script, null, 1));
  }

  @Test
  void theTypeTellsWhatTheEngineSays() {
    ContextPointer context = ContextPointer.create(runtime, arena, () -> {}, () -> {});
    List<NativeValue> objects = evaluate(context, OBJECTS);
    assertThat(objects).hasSizeGreaterThan(180);
    for (NativeValue value : objects) {
      compare(context, (CellPointer) value);
      Realm.discard(value);
    }
  }

  @Test
  void handlesOfHostObjectsAreTold() {
    ContextPointer context = ContextPointer.create(runtime, arena, () -> {}, () -> {});
    for (CellPointer object : List.of(Contexts.createHostFunction(context, "f", 0, frame -> {}),
        Contexts.createCallable(context, frame -> {}), Objects.global(context), Objects.create(context),
        Objects.createError(context, "x"))) {
      try (Entry entry = Entry.open(context)) {
        // A holder can be called, but nobody has a handle of one that calls it a function.
        CellKind byType = ObjectTypes.of(object.rawAddress());
        assertThat(byType).isIn(null, Values.kindOf(entry.context(), MemorySegment.ofAddress(object.rawAddress())));
      }
      Realm.discard(object);
    }
  }

  /** Or all questions would be asked again, and nobody would notice. */
  @Test
  void whatComesOftenIsKnown() {
    ContextPointer context = ContextPointer.create(runtime, arena, () -> {}, () -> {});
    for (NativeValue value : evaluate(context,
        "[{}, [1], () => 0, Math.max, new Date(), new Uint8Array(1), new Float64Array(1), new Error(), Promise.resolve()]")) {
      CellPointer object = (CellPointer) value;
      assertThat(ObjectTypes.of(object.rawAddress())).isEqualTo(object.kind());
      Realm.discard(object);
    }
  }

  /** A proxy of a function is one, and any other is none. */
  @Test
  void whatCanBeEitherIsAsked() {
    ContextPointer context = ContextPointer.create(runtime, arena, () -> {}, () -> {});
    List<NativeValue> proxies = evaluate(context, "[new Proxy({}, {}), new Proxy(() => 0, {})]");
    assertThat(proxies).extracting(proxy -> ObjectTypes.of(((CellPointer) proxy).rawAddress())).containsOnlyNulls();
    assertThat(proxies).extracting(proxy -> ((CellPointer) proxy).kind())
        .containsExactly(CellKind.OBJECT, CellKind.FUNCTION);
    proxies.forEach(Realm::discard);
  }
}
