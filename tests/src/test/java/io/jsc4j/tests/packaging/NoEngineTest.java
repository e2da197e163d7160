package io.jsc4j.tests.packaging;

import io.jsc4j.tests.packaging.ChildJvm.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** No engine, or something that is none: the message says what was tried and what to do. */
@EnabledOnOs(OS.LINUX)
@Tag("packaging")
final class NoEngineTest {
  @TempDir
  Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("Load.java"), Programs.LOAD);
  }

  private String load(String library) throws Exception {
    Result result = ChildJvm.onClassPath(Places.withoutEngine())
        .with("-Dio.jsc4j.library=" + library, "--enable-native-access=ALL-UNNAMED", "Load.java")
        .run(folder);
    assertThat(result.exit()).as(result.err()).isZero();
    String message = result.out().substring(0, result.out().length() / 2);
    assertThat(result.out()).as("a second attempt fails in the same way").isEqualTo(message + message);
    return message;
  }

  @Test
  void noBundleOnTheClassPath() throws Exception {
    assertThat(load("bundled")).contains("No usable JavaScriptCore library was found", "-Dio.jsc4j.library=bundled",
        "Tried:",
        "1. bundled engine (io.jsc4j:jsc-native:", "not on the class path or module path", "What to do, one of:");
  }

  @Test
  void aFileThatDoesNotExist() throws Exception {
    assertThat(load("./missing.so")).contains("-Dio.jsc4j.library=./missing.so", "can't be used", "Tried:",
        "1. ./missing.so",
        "What to do", "correct the path");
  }

  @Test
  void aWordThatIsNoPlace() throws Exception {
    assertThat(load("webkit")).contains("neither \"bundled\" nor \"system\" nor a path", "./webkit");
  }

  @Test
  void aFileThatIsNoLibrary() throws Exception {
    Path text = Files.writeString(folder.resolve("text.so"), "this is no library\n");

    assertThat(load(text.toString())).contains(text.toString(), "Tried:", "What to do").doesNotContain("loaded");
  }

  @Test
  void anEmptyFileAndAFolder() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.so"));

    assertThat(load(empty.toString())).contains(empty.toString(), "What to do");
    assertThat(load(folder.toString())).contains(folder.toString(), "What to do");
  }

  @Test
  void aLibraryWithoutTheFunctions() throws Exception {
    Path library = Path.of(System.getProperty("java.home"), "lib", "libzip.so");

    assertThat(load(library.toString())).contains(library.toString(), "JSEvaluateScript", "What to do");
  }

  @Test
  void aPathWithSpacesAndUmlauts() throws Exception {
    assertThat(load("./a b/missing.so")).contains("-Dio.jsc4j.library=./a b/missing.so", "can't be used");
  }
}
