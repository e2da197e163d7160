package io.jsc4j.tests.packaging;

import io.jsc4j.JsEngineOptions;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.packaging.ChildJvm.Result;
import io.jsc4j.tests.support.EngineUnderTest;
import io.jsc4j.tests.support.NeedsEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The engine's options, each time in a JVM of its own: they are set once in a process. */
@NeedsEngine
@Tag("packaging")
@Covers({"jsc_options_set_boolean", "jsc_options_set_int", "jsc_options_set_uint", "jsc_options_set_size",
    "jsc_options_set_double"})
final class EngineOptionsTest {
  private static final String START = """
      import io.jsc4j.*;
      import java.time.Duration;

      void main(String[] arguments) throws Exception {
      """;

  /** Works hard enough to be compiled, collected and interrupted. */
  private static final String WORK =
      """
          try (JsContext js = JsContext.open()) {
            IO.println(js.eval("let s = 0; for (let i = 0; i < 300000; i++) s = (s + [i, { i }].length * 'ab'.replace(/b/, 'c').length) % 1000; s"));
            js.runtime().collectGarbage();
          }
          try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(200)))) {
            try {
              js.eval("for (;;);");
            } catch (JsTerminatedException e) {
              IO.println(e.getClass().getSimpleName());
            }
            try {
              Object nothing = arguments.length > 5 ? "" : null;
              nothing.hashCode();
            } catch (NullPointerException e) {
              IO.println("NPE");
            }
          }
          IO.println(JsEngine.liveResources().handles());
          """;
  private static final String WORKED = "0\nJsTimeLimitException\nNPE\n0\n";

  @TempDir
  Path folder;

  private Result run(String body) throws Exception {
    Files.writeString(folder.resolve("Main.java"), START + body + "}\n");
    return ChildJvm.onClassPath(Places.library())
        .with("-Dio.jsc4j.library=" + EngineUnderTest.name(), "--enable-native-access=ALL-UNNAMED", "Main.java")
        .run(folder);
  }

  private void assertPrints(String body, String expected) throws Exception {
    Result result = run(body);
    // GLib would say there that a value has the wrong type.
    assertThat(result.err().lines().filter(line -> !line.startsWith("SLF4J"))).isEmpty();
    assertThat(result.out()).isEqualTo(expected);
    assertThat(result.exit()).isZero();
  }

  @Test
  void partsOfTheLanguage() throws Exception {
    assertPrints(
        """
            JsEngine engine = JsEngine.configure(JsEngineOptions.none().with("useTemporal", true).with("useSharedArrayBuffer", true));
            IO.println(engine == JsEngine.load());
            try (JsContext js = JsContext.open()) {
              IO.println(js.eval("typeof Temporal + typeof SharedArrayBuffer + Temporal.PlainDate.from('2026-02-03').day"));
            }
            """,
        "true\nobjectfunction3\n");
  }

  /** Each option with its first and with its last value: none may break the engine, or what the JVM needs. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noAllowedValueBreaksAnything(boolean greatest) throws Exception {
    assertPrints("""
        JsEngineOptions options = JsEngineOptions.none();
        for (String name : JsEngineOptions.names()) {
          JsEngineOptions before = options;
          for (Object value : %s) {
            if (options != before) {
              break;
            }
            try {
              options = switch (value) {
                case Boolean flag -> options.with(name, flag);
                case Long number -> options.with(name, number);
                case Double number -> options.with(name, number);
                default -> throw new AssertionError(value);
              };
            } catch (IllegalArgumentException e) {
              // Of another type, or out of range: the next.
            }
          }
        }
        IO.println(options.values().size() == JsEngineOptions.names().size());
        JsEngine.configure(options);
        """.formatted(greatest
        ? "new Object[] {true, 1L << 46, 4294967295L, 1000000000L, 64L, 16.0, 1.0}"
        : "new Object[] {false, 1L, 1L << 20, 0.0, 1.05}") + WORK, "true\n" + WORKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"useJIT", "useDFGJIT", "useFTLJIT", "useConcurrentJIT", "useConcurrentGC", "useRegExpJIT"})
  void eachTierCanBeOffAlone(String name) throws Exception {
    assertPrints("JsEngine.configure(JsEngineOptions.none().with(\"" + name + "\", false));" + WORK, WORKED);
  }

  /** jsc4j has a value of its own for it, which can be set otherwise; megabytes are allocated in arrays of some 50 bytes. */
  @ParameterizedTest
  @CsvSource({"'', 1, false", "1048576, 12, true"})
  void afterHowMuchItFirstCollects(String bytes, int megabytes, boolean collected) throws Exception {
    assertPrints((bytes.isEmpty()
        ? ""
        : "JsEngine.configure(JsEngineOptions.none().with(\"smallHeapSize\", " + bytes + "));")
        + """
            try (JsContext js = JsContext.open()) {
              js.eval("globalThis.weak = Array.from({ length: 100 }, () => new WeakRef({}))");
              for (int i = 0; i < %d; i++) {
                js.eval("for (let i = 0; i < 20000; i++) globalThis.last = [i, i, i]");
              }
              IO.println(js.eval("weak.some(one => !one.deref())"));
            }
            """.formatted(megabytes), collected + "\n");
  }

  @Test
  void afterTheFirstUseItIsTooLate() throws Exception {
    Result result = run("""
        Thread.currentThread().setName("first user");
        JsContext.open().close();
        try {
          JsEngine.configure(JsEngineOptions.none());
        } catch (IllegalStateException e) {
          IO.println(e.getMessage());
          for (StackTraceElement frame : e.getCause().getStackTrace()) {
            IO.println(frame);
          }
        }
        """);

    assertThat(result.out()).contains("is in use already: it was loaded at 20")
        .contains("by thread first user")
        .contains("io.jsc4j.JsContext.open")
        .contains("Main.main");
    assertThat(result.exit()).isZero();
  }

  @Test
  void anotherClassLoaderComesTooLateToo() throws Exception {
    assertPrints(
        """
            JsEngine.load();
            var urls = new java.util.ArrayList<java.net.URL>();
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
              urls.add(java.nio.file.Path.of(entry).toUri().toURL());
            }
            var loader = new java.net.URLClassLoader(urls.toArray(java.net.URL[]::new), ClassLoader.getPlatformClassLoader());
            Class<?> options = loader.loadClass("io.jsc4j.JsEngineOptions");
            Object some = options.getMethod("with", String.class, boolean.class).invoke(options.getMethod("none").invoke(null), "useFTLJIT", false);
            try {
              loader.loadClass("io.jsc4j.JsEngine").getMethod("configure", options).invoke(null, some);
            } catch (java.lang.reflect.InvocationTargetException e) {
              IO.println(e.getCause().getClass().getSimpleName() + e.getCause().getMessage().contains("another class loader"));
            }
            loader.loadClass("io.jsc4j.JsEngine").getMethod("load").invoke(null);
            """,
        "IllegalStateExceptiontrue\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"useWasmFaultSignalHandler | SIGSEGV", "usePollingTraps | signal",
      "maxPerThreadStackUsage | stack",
      "softReservedZoneSize | stack", "useTemporl | is useTemporal meant?", "ftl | useFTLJIT",
      "dumpOptions | not one of", "'' | not one of",
      "configFile | not one of", "validateOptions | not one of", "x | not one of"})
  void whatCouldBreakTheJvmIsRefused(String name, String reason) {
    assertThatThrownBy(() -> JsEngineOptions.none().with(name, true)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining(reason);
  }

  @Test
  void typesAndRangesAreChecked() {
    JsEngineOptions none = JsEngineOptions.none();
    assertThatThrownBy(() -> none.with("useJIT", 1)).hasMessageContaining("takes a boolean, not 1");
    assertThatThrownBy(() -> none.with("numberOfGCMarkers", true)).hasMessageContaining("takes a whole number");
    assertThatThrownBy(() -> none.with("numberOfGCMarkers", 0)).hasMessageContaining("between 1 and 64, not 0");
    assertThatThrownBy(() -> none.with("jitPolicyScale", 1)).hasMessageContaining("takes a double");
    assertThatThrownBy(() -> none.with("jitPolicyScale", Double.NaN)).hasMessageContaining("between 0.0 and 1.0");
    assertThatThrownBy(() -> none.with("largeHeapSize", 4_294_967_296L)).hasMessageContaining("4294967295");
    JsEngineOptions some = none.with("useJIT", false).with("jitPolicyScale", 0.5).with("numberOfGCMarkers", 2);
    assertThat(some.values()).containsEntry("useJIT", false).containsEntry("numberOfGCMarkers", 2L).hasSize(3);
    assertThat(some).isEqualTo(none.with("numberOfGCMarkers", 2).with("jitPolicyScale", 0.5).with("useJIT", false))
        .hasToString(
            "JsEngineOptions{jitPolicyScale=0.5, numberOfGCMarkers=2, useJIT=false}");
    assertThatThrownBy(() -> some.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> JsEngineOptions.names().clear()).isInstanceOf(UnsupportedOperationException.class);
  }
}
