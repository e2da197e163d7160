package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the comparison with Node can't cover: where JavaScriptCore differs, and that no code of the script runs. */
@NeedsEngine
final class InspectionTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Promise.resolve(1), [Promise.resolve(1)]|[ Promise { <state unknown> } ]",
      "[1][Symbol.iterator]()|Object [Array Iterator] {}", "new Map([[1, 2]]).entries()|Object [Map Iterator] {}",
      "(function* g() {})()|Object [Generator] {}", "new WeakRef({})|WeakRef {}", "print|[Function: print]",
      "console.log|[Function: log]", "quit.name + load.name|quitload", "Object.keys(globalThis).length|0",
      "typeof process + typeof require|undefinedundefined"})
  void values(String code, String expected) {
    assertThat(Run.print(code)).isEqualTo(expected + "\n");
  }

  @Test
  void errorsHaveTheirStackInNodesNotation() {
    assertThat(Run.print("function f() { return new Error('m') }\n({ e: f() })"))
        .isEqualTo("{\n  e: Error: m\n      at f ([eval]:1:32)\n      at [eval]:2:8\n}\n");
    assertThat(Run.print("class Foo extends Error {}; new Foo('m')")).startsWith("Foo [Error]: m\n    at ")
        .doesNotContain("jsc4j:");
    assertThat(Run.print("const e = new Error('m'); e.stack = 'my own'; e")).isEqualTo("[my own]\n");
  }

  @Test
  void noCodeOfTheScriptRuns() {
    assertThat(Run.print(
        """
            let ran = [];
            const trap = new Proxy({}, { get: (t, k) => (ran.push(k), undefined) });
            const watched = new Proxy({ a: 1 }, trap);
            const heir = Object.create(watched, { own: { value: 1, enumerable: true } });
            class Odd {
              static get name() { ran.push('name'); return 'x'; }
              static [Symbol.hasInstance]() { ran.push('hasInstance'); }
              get [Symbol.toStringTag]() { ran.push('tag'); return 'x'; }
              get message() { ran.push('message'); }
              toString() { ran.push('toString'); }
              toJSON() { ran.push('toJSON'); }
              get then() { ran.push('then'); }
            }
            const error = new Error('m');
            for (const k of ['name', 'stack', 'cause', 'errors']) Object.defineProperty(error, k, { get() { ran.push(k) } });
            const cyclic = {};
            Object.setPrototypeOf(cyclic, new Proxy(cyclic, trap));
            for (const v of [watched, heir, new Odd(), Odd, error, Object.setPrototypeOf(() => {}, watched), cyclic,
                Object.defineProperty(function () {}, 'name', { get() { ran.push('fn name') } }),
                Object.defineProperty(/x/g, 'flags', { get() { ran.push('flags') } }),
                Object.setPrototypeOf([1, 2], watched), Object.setPrototypeOf(new Map([[watched, heir]]), watched)]) {
              console.error(v, [v], new Map([[v, v]]), new Set([v]));
              console.error('%O', v);
            }
            ran.length
            """))
        .isEqualTo("0\n");
  }

  @Test
  void aScriptThatReplacesEveryBuiltInChangesNothing() throws IOException {
    String script;
    try (InputStream in = InspectionTest.class.getResourceAsStream("/evaluator/pollution.js")) {
      script = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    Run run = Run.withInput(script, "-");
    assertThat(run.err()).isEmpty();
    String[] printings = run.out().split("----\n");
    assertThat(printings).hasSize(4);
    assertThat(printings[0]).contains("Map(1) { { k: 1 } => Set(2) { 2, [Array] } }");
    assertThat(printings[1]).isEqualTo(printings[0]);
    assertThat(printings[2]).isEqualTo(printings[0]);
    assertThat(printings[3]).isEqualTo("ran 0\n");
  }

  @Test
  void theValueOfPIsShownInAPollutedWorldToo() {
    assertThat(Run.print("Object.prototype.get = Object.prototype.value = Object.prototype.depth = 7; [{ a: [1] }]"))
        .isEqualTo("[ { a: [ 1 ] } ]\n");
    assertThat(Run.print(
        "Object.defineProperty(Array.prototype, 0, { set() { throw 1 }, get() { throw 2 } }); ({ a: 1, b: [1, , 2] })"))
        .isEqualTo("{ a: 1, b: [ 1, <1 empty item>, 2 ] }\n");
    assertThat(Run.print("Promise.prototype.then = () => { throw 1 }; Promise.resolve = null; (async () => 5)()"))
        .isEqualTo("5\n");
    assertThat(Run.of("-e",
        "Error.prototype.toString = () => { throw 1 }; Error.prepareStackTrace = () => { throw 2 }; null.x").err())
        .contains("TypeError: null is not an object");
  }
}
