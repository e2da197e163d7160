package io.jsc4j.tests.fuzz;

import java.util.List;
import java.util.Random;

/** Sources for JavaScript: pieces that are put together, and some that are no JavaScript at all. */
final class Scripts {
  /** Names that the pieces use and that programs set. */
  static final List<String> NAMES = List.of("a", "b", "c", "f", "g", "length", "then", "constructor", "__proto__",
      "prototype", "0", "1", "4294967295", "-1", "", "toString", "valueOf", "name", "message", "cause", "stack",
      "\ud800", "\0", "\u20ac\ud83d\ude00", "next", "return", "raw", "eval", "globalThis", "undefined");

  /** Expressions; {@code E} stands for another one. */
  private static final List<String> EXPRESSIONS = List.of("a", "b", "c", "f", "g", "this", "globalThis", "1", "-0",
      "NaN", "2**53", "10n", "2n**70n", "''", "'x'", "'\\ud800'", "'long'.repeat(500)", "null", "undefined", "true",
      "Symbol('s')", "Symbol.iterator", "[]", "[E, E]", "[1,,3]", "({})", "({ a: E, b: E })",
      "({ get a() { return E } })",
      "({ get a() { throw E } })", "({ then(r) { r(E) } })", "({ then(r, j) { j(E) } })", "({ then: E })",
      "({ get then() { throw E } })", "({ toString() { return E } })", "({ valueOf() { throw E } })",
      "({ [Symbol.toPrimitive]() { return E } })", "({ [Symbol.iterator]: function* () { yield E; yield E } })",
      "({ [Symbol.iterator]() { return { next() { return E } } } })",
      "(function* () { try { yield E } finally { f() } })()",
      "({ next() { return { value: E, done: false } }, return() { throw E } })", "(function () { return E })",
      "(() => E)", "(async () => E)", "(async () => { await E; throw E })()",
      "(async function* () { yield E; yield E })()",
      "class { constructor() { this.a = E } static a = E }", "new (class extends Array {})(2)",
      "new (class extends Promise {})(r => r(E))", "new Proxy({}, {})", "new Proxy(function () {}, {})",
      "new Proxy([E, 2], {})", "new Proxy({}, { get() { return E }, has() { return true } })",
      "new Proxy({}, { get() { throw E }, ownKeys() { throw E }, getOwnPropertyDescriptor() { throw E } })",
      "new Proxy({}, { ownKeys() { return ['a', 'b', E] } })", "new Proxy({}, { getPrototypeOf() { return f() } })",
      "new Proxy(E, { get: E })", "(() => { const r = Proxy.revocable([], {}); r.revoke(); return r.proxy })()",
      "(() => { const r = Proxy.revocable(function () {}, {}); r.revoke(); return r.proxy })()", "new Map([[E, E]])",
      "new Set([E, E])", "new WeakMap", "new WeakRef({})", "new Date(0)", "new Date(NaN)", "new Date(8.64e15)",
      "/a(b)?/g",
      "/(?<a>.)/dy", "new Error('m', { cause: E })", "new AggregateError([E, E])",
      "Object.assign(new Error, { stack: E, message: E })",
      "new DOMException", "Promise.resolve(E)", "Promise.reject(E)", "new Promise(() => {})",
      "new Promise(r => { a = r })",
      "Promise.all([E, E])", "new ArrayBuffer(16)", "new ArrayBuffer(8, { maxByteLength: 64 })",
      "new SharedArrayBuffer(8)",
      "new Uint8Array(8)", "new Float64Array([1, 2.5])", "new BigInt64Array(2)",
      "new Uint16Array(new ArrayBuffer(8, { maxByteLength: 16 }), 2)",
      "new DataView(new ArrayBuffer(8))", "new ArrayBuffer(8).transfer()",
      "new WebAssembly.Memory({ initial: 1 }).buffer",
      "(() => { const b = new ArrayBuffer(8); const v = new Uint8Array(b); b.transfer(); return v })()",
      "Object.create(null)", "Object.freeze([E])", "Object.seal({ a: E })", "Object.create(E)", "arguments",
      "new.target",
      "Object(1n)", "Object(Symbol())", "new String('s')", "Array(1000)", "JSON.parse('{\"a\":[1]}')", "globalThis.a",
      "E?.a",
      "E?.[E]", "E + E", "E === E", "typeof E", "f(E)", "g(E, E)", "new f(E)", "f.call(E, E)", "E.a(E)", "E.then(E, E)",
      "E.next(E)", "[...E]",
      "Object.keys(E)", "JSON.stringify(E)", "String(E)", "Reflect.ownKeys(E)", "Reflect.construct(f, [E], E)",
      "structuredClone(E)",
      "E.map?.(x => E)", "E.resize?.(4)", "E.transfer?.()", "E.return?.(E)", "Array.from(E)", "Symbol.for('s')",
      "E instanceof E", "function () {}",
      "new f", "f`${E}`", "import('x')", "E.a.b", "E.length = 2", "E.length", "delete E.a");

  /** Statements. */
  private static final List<String> STATEMENTS = List.of("a = E", "b = E", "c = E", "f = E", "g = E", "E", "E", "E",
      "throw E", "try { S } catch (e) { S }", "try { S } finally { S }", "if (E) { S }",
      "for (const x of E) { S; break }",
      "for (const x in E) { S; break }", "for (let i = 0; i < 3; i++) { S }", "let x = E; S", "a.a = E", "b[E] = E",
      "f.a = E",
      "Object.defineProperty(a, 'a', { value: E, configurable: true })", "Object.setPrototypeOf(a, E)",
      "Object.freeze(a)",
      "Promise.resolve().then(() => { S })", "Promise.reject(E)", "queueMicrotask?.(() => { S })",
      "(async () => { await E; S })()",
      "Array.prototype.map = E", "Array.prototype[Symbol.iterator] = E", "Object.prototype.a = E",
      "Object.prototype.then = E",
      "Object.keys = E", "JSON.stringify = E", "Map.prototype.get = E", "Promise.prototype.then = E",
      "Function.prototype.call = E",
      "Error.prepareStackTrace = E", "Error.stackTraceLimit = 0", "Symbol.prototype.toString = E", "Promise = E",
      "globalThis.Array = E",
      "delete Object.prototype.hasOwnProperty", "delete globalThis.Error", "Array[Symbol.species]",
      "Object.defineProperty(Array, Symbol.species, { get() { S } })",
      "new FinalizationRegistry(() => { S }).register({}, 1)", "(function r(n) { n && r(n - 1); S })(20)",
      "(function r() { r() })()",
      "function f(x) { S; return E }", "var g = function () { S }",
      "class K extends f { constructor() { super(E); S } } new K",
      "for (let i = 0; i < 200; i++) ({ a: [i] })", "new Array(200).fill(0).map(() => ({}))", "'use strict'; S",
      "with (a) { S }");

  /** What only a limit ends. */
  private static final List<String> ENDLESS = List.of("for (;;) {}", "while (true) { f?.() }",
      "for (;;) { try { S } finally { continue } }",
      "[1, 2, 3].sort(() => { for (;;); })", "'x'.replace(/x/, () => { for (;;); })", "({ get a() { for (;;); } }).a",
      "new Promise(() => { for (;;); })", "Promise.resolve().then(() => { for (;;); })",
      "JSON.parse('[1]', () => { for (;;); })",
      "f = () => { for (;;); }", "a = { get then() { for (;;); } }", "b = { toString() { for (;;); } }",
      "c = { [Symbol.iterator]: function* () { for (;;) yield 1 } }",
      "for (const x of { [Symbol.iterator]: function* () { for (;;) yield 1 } }) f?.()");

  private static final List<String> BROKEN = List.of("", " ", "1 +", "}", "'", "return 1", "await 1", "import 'x'",
      "export {}", "let a; let a", "\0", "\ud800", "#!x\n1", "<!-- x", "/*", "`${", "new.target", "({ a: ", "0777n",
      "const { x } = null", "label: for (;;) { break label }", "//# sourceURL=x.js\nthrow 1");

  /** Values of every kind, for a new context. */
  static final List<String> FURNITURE = List.of("new Float64Array(4)", "new Uint8Array(new ArrayBuffer(16), 4, 8)",
      "new ArrayBuffer(16)", "new ArrayBuffer(8, { maxByteLength: 64 })", "new Date(0)",
      "new Map([[{}, 1], ['a', []]])",
      "new Set([{}, 1])", "/(?<a>a)/g", "new Error('m', { cause: {} })", "new DataView(new ArrayBuffer(8))",
      "Promise.resolve({})", "new Promise(r => { globalThis.a = r })", "(function* () { yield {}; yield 1 })()",
      "(async function* () { yield {}; yield 1 })()", "[1, {}, 'x']", "(function f(x) { return x })",
      "(class { a() { return this } })",
      "Symbol('s')", "2n ** 70n", "new Proxy({}, {})", "({ a() { return this }, get b() { return {} } })",
      "new BigInt64Array(3)", "new Uint8Array(300000)", "new AggregateError([1, {}])");

  private Scripts() {}

  /** A program, which ends by itself unless there is a limit. */
  static String script(Random random, boolean limited) {
    if (random.nextInt(15) == 0) {
      return BROKEN.get(random.nextInt(BROKEN.size()));
    }
    if (limited && random.nextInt(25) == 0) {
      return fill(ENDLESS.get(random.nextInt(ENDLESS.size())), random, 2);
    }
    String script = statements(random);
    // An async function as everyone's `then` makes each promise an endless chain of microtasks.
    while (!limited && script.contains(".then =")) {
      script = statements(random);
    }
    return script;
  }

  private static String statements(Random random) {
    StringBuilder script = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      script.append(i == 0 && random.nextBoolean() ? expression(random) : statement(random)).append(";\n");
    }
    return script.toString();
  }

  private static String expression(Random random) {
    return fill("(E)", random, 4);
  }

  private static String statement(Random random) {
    return fill("S", random, 4);
  }

  private static String fill(String template, Random random, int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      boolean alone = (c == 'E' || c == 'S') && !isPart(template, i - 1, ".\\") && !isPart(template, i + 1, "");
      if (!alone) {
        text.append(c);
      } else if (depth == 0) {
        text.append("a");
      } else {
        List<String> choices = c == 'E' ? EXPRESSIONS : STATEMENTS;
        text.append(fill(choices.get(random.nextInt(choices.size())), random, depth - 1));
      }
    }
    return text.toString();
  }

  /** Whether a letter there makes one word, or one of these characters does. */
  private static boolean isPart(String text, int index, String others) {
    return index >= 0 && index < text.length() && (Character.isLetterOrDigit(text.charAt(index)) || others.indexOf(text
        .charAt(index)) >= 0);
  }
}
