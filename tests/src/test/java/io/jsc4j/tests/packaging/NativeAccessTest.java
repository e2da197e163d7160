package io.jsc4j.tests.packaging;

import io.jsc4j.tests.packaging.ChildJvm.Result;
import io.jsc4j.tests.support.EngineUnderTest;
import io.jsc4j.tests.support.NeedsEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The flags that the README gives are enough: not a word on stderr, on the class path and on the module path. */
@NeedsEngine
@Tag("packaging")
final class NativeAccessTest {
  private static final String ENGINE = "-Dio.jsc4j.library=" + EngineUnderTest.name();

  @TempDir
  Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("Main.java"), Programs.MAIN);
  }

  private static String withoutSlf4j(String text) {
    // No logging back end is on the path, which SLF4J mentions.
    return text.lines().filter(line -> !line.startsWith("SLF4J")).reduce("", (a, b) -> a + b + "\n");
  }

  private static void assertClean(Result result) {
    assertThat(withoutSlf4j(result.err())).isEmpty();
    assertThat(result.out()).isEqualTo(Programs.PRINTED);
    assertThat(result.exit()).isZero();
  }

  @Test
  void onTheClassPath() throws Exception {
    assertClean(ChildJvm.onClassPath(Places.library())
        .with(ENGINE, "--enable-native-access=ALL-UNNAMED", "Main.java")
        .run(folder));
  }

  @Test
  void onTheModulePath() throws Exception {
    assertClean(ChildJvm.onModulePath(Places.library())
        .with(ENGINE, "--add-modules=io.jsc4j,ALL-MODULE-PATH",
            "--enable-native-access=io.jsc4j,io.jsc4j.bindings", "--illegal-native-access=deny", "Main.java")
        .run(folder));
  }

  @Test
  void onTheClassPathWithIllegalAccessDenied() throws Exception {
    assertClean(ChildJvm.onClassPath(Places.library())
        .with(ENGINE, "--enable-native-access=ALL-UNNAMED", "--illegal-native-access=deny", "Main.java")
        .run(folder));
  }

  @Test
  void withoutTheFlagOnlyTheJvmWarns() throws Exception {
    Result result = ChildJvm.onClassPath(Places.library()).with(ENGINE, "Main.java").run(folder);

    assertThat(result.out()).isEqualTo(Programs.PRINTED);
    assertThat(result.err()).contains("--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void checkedJniFindsNothing() throws Exception {
    Result result = ChildJvm.onClassPath(Places.library())
        .with(ENGINE, "-Xcheck:jni", "--enable-native-access=ALL-UNNAMED", "Main.java")
        .run(folder);

    // The JDK's own libraries do not pass without a remark: what counts is that none names us or the engine.
    assertThat(result.out() + result.err()).doesNotContain("FATAL ERROR").doesNotContainIgnoringCase("javascriptcore");
    assertThat(result.err().lines().filter(line -> line.contains("io.jsc4j"))).isEmpty();
    assertThat(result.out()).contains("42\n");
    assertThat(result.exit()).isZero();
  }
}
