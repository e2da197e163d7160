package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.support.ContextTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A fresh context reaches nothing outside itself: no host function, no input or output, no modules. */
class IsolationTest extends ContextTest {
  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(IsolationTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<String> reachable(JsContext context) throws IOException {
    return context.eval(resource("reachable.js")).asString().lines().toList();
  }

  /**
   * The list has been read through: what the language specifies (ECMA-262, ECMA-402, WebAssembly) and {@code console}, a line for each global
   * variable. When an engine has more, read what that is before it is added.
   */
  @Test
  void whatAFreshContextReaches() throws IOException {
    Assumptions.assumeTrue(JsEngine.load().version().equals("2.50.6"), "the list is that of another version");
    assertThat(reachable(js)).containsExactlyInAnyOrderElementsOf(resource("reachable-2.50.6.txt").lines()
        .flatMap(line -> Stream.of(line.split(" \\| ")))
        .toList());
  }

  /** What runs in another context of the runtime, or ran before, is not there either. */
  @Test
  void whatAnotherContextHasIsNotReached() throws IOException {
    List<String> before = reachable(js);
    js.global().set("secret", js.function("secret", call -> call.context().newObject()));
    js.eval("Object.prototype.leak = secret; Array.prototype.leak = secret");
    try (JsContext other = js.runtime().openContext()) {
      assertThat(reachable(other)).isEqualTo(before);
    }
  }

  /** No function that a script can reach is one of ours, whose source text could be read. */
  @Test
  void everyFunctionIsTheEngines() {
    assertThat(js.eval(
        """
            const seen = new Set([globalThis]);
            const foreign = [];
            for (const object of seen) {
              if (typeof object === 'function' && !/\\[native code\\]\\s*\\}$/.test(Function.prototype.toString.call(object))) foreign.push(object.name);
              for (const key of Reflect.ownKeys(object)) {
                const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key);
                for (const other of [value, get, set, Object.getPrototypeOf(object)]) {
                  if (typeof other === 'function' || typeof other === 'object' && other !== null) seen.add(other);
                }
              }
            }
            foreign.join();
            """)
        .asString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fs", "node:fs", "./module.mjs", "module.mjs", "/etc/passwd", "file:///etc/passwd",
      "http://localhost/", "data:text/javascript,1", "jsc4j:realm", ""})
  void nothingCanBeImported(String specifier) {
    assertThatThrownBy(() -> js.await(js.eval("import('" + specifier + "')", "file:///script.js"), Duration.ofSeconds(
        10))).isInstanceOf(JsThrownException.class).hasMessageContaining("Could not import the module");
  }

  @Test
  void aFileThatIsThereCanNotBeImported(@TempDir Path folder) throws IOException {
    Path module = Files.writeString(folder.resolve("module.mjs"), "export const x = 1;");
    for (String specifier : List.of(module.toString(), module.toUri().toString(), "./module.mjs")) {
      assertThatThrownBy(() -> js.await(js.eval("import('" + specifier + "')", folder.resolve("script.js").toString()),
          Duration.ofSeconds(10))).isInstanceOf(JsThrownException.class)
          .hasMessageContaining("Could not import the module");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SharedArrayBuffer", "ShadowRealm", "Temporal", "performance", "setTimeout", "queueMicrotask",
      "fetch", "XMLHttpRequest", "Worker", "print", "load", "read", "require", "process", "Deno", "Bun", "java", "Java",
      "Packages", "$vm", "gc", "window", "self", "crypto", "structuredClone"})
  void whatOtherHostsHaveIsNotThere(String name) {
    assertThat(js.eval("typeof " + name).asString()).isEqualTo("undefined");
    assertThat(js.eval("'" + name + "' in globalThis").asBoolean()).isFalse();
  }

  /** What imports is given by the importer, so a module reaches no more than that. */
  @Test
  void webAssemblyReachesOnlyWhatItIsGiven() {
    assertThat(js.eval(
        """
            // (module (import "host" "f" (func)))
            const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 10, 1, 4, 104, 111, 115, 116, 1, 102, 0, 0]));
            const refused = [undefined, {}, { host: {} }].map(imports => {
              try { new WebAssembly.Instance(module, imports); return 'made'; } catch (e) { return e.name; }
            });
            JSON.stringify([WebAssembly.Module.imports(module).map(({ module, name }) => `${module}.${name}`), refused]);
            """)
        .asString()).isEqualTo("[[\"host.f\"],["
            + "\"TypeError\",\"TypeError\",\"LinkError\"]]");
  }

  /** Without a shared buffer there is nothing to wait on, and no clock that another thread could count. */
  @Test
  void atomicsCanNotWait() {
    assertThat(thrownBy("Atomics.wait(new Int32Array(4), 0, 0, 1000)")).hasMessageContaining("TypeError");
    assertThat(js.eval(
        "String(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer instanceof ArrayBuffer)")
        .asString()).isEqualTo("true");
  }
}
