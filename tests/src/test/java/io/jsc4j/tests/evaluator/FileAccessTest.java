package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsEngine
final class FileAccessTest {
  @TempDir
  Path folder;
  private Path allowed = Path.of("");
  private Path inside = Path.of("");
  private Path outside = Path.of("");

  @BeforeEach
  void files() throws IOException {
    allowed = Files.createDirectory(folder.resolve("allowed"));
    inside = Files.writeString(allowed.resolve("inside.js"), "globalThis.loaded = 'loaded'; 'the value'");
    outside = Files.writeString(folder.resolve("outside.txt"), "secret");
  }

  private static Run read(String option, Path path) {
    return Run.of(option, "-p", "readFile('" + path + "')");
  }

  private static void isRefused(Run run) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is not allowed").doesNotContain("secret");
  }

  @Test
  void nothingWithoutTheOption() {
    Run run = Run.of("-p", "readFile('" + inside + "')");
    isRefused(run);
    assertThat(run.err()).contains("--allow-read=DIR");
    isRefused(Run.of("-e", "load('" + inside + "')"));
    assertThat(Run.of("-p", "try { readFile('" + inside + "') } catch (e) { e instanceof Error }").out()).isEqualTo(
        "true\n");
  }

  @Test
  void everythingWithIt() {
    assertThat(read("--allow-read", outside).out()).isEqualTo("secret\n");
    assertThat(Run.of("--allow-read", "-p", "[load('" + inside + "'), loaded]").out()).isEqualTo(
        "[ 'the value', 'loaded' ]\n");
  }

  @Test
  void onlyTheFolderIfItIsNamed() {
    String option = "--allow-read=" + allowed;
    assertThat(read(option, inside).code()).isZero();
    assertThat(read(option, allowed.resolve("../allowed/./inside.js")).code()).isZero();
    isRefused(read(option, outside));
    isRefused(read(option, allowed.resolve("../outside.txt")));
    isRefused(read(option, Path.of("/etc/passwd")));
    isRefused(read(option, folder.resolve("does-not-exist")));
    isRefused(read(option, folder.resolve("allowed-not")));
    assertThat(read(option, allowed.resolve("missing")).err()).contains("there is no such file");
    assertThat(read(option, allowed).err()).contains("it is a directory");
  }

  @Test
  void linksDoNotLeadOut() throws IOException {
    String option = "--allow-read=" + allowed;
    isRefused(read(option, Files.createSymbolicLink(allowed.resolve("link.txt"), outside)));
    isRefused(read(option, Files.createSymbolicLink(allowed.resolve("up"), folder).resolve("outside.txt")));
    isRefused(read(option, Files.createSymbolicLink(allowed.resolve("relative"), Path.of("../outside.txt"))));
    isRefused(read(option, Files.createSymbolicLink(allowed.resolve("dangling"), folder.resolve("nothing-there"))));
    assertThat(read(option, Files.createSymbolicLink(allowed.resolve("within.js"), inside)).code()).isZero();
    assertThat(read(option, Files.createSymbolicLink(folder.resolve("into.js"), inside)).code()).isZero();
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), allowed);
    assertThat(read("--allow-read=" + alias, inside).code()).isZero();
    isRefused(read("--allow-read=" + alias, outside));
  }

  @Test
  void namesThatAreNone() {
    assertThat(Run.of("--allow-read=" + outside, "-p", "1")).isEqualTo(
        new Run(2, "", "jsc: --allow-read=" + outside + ": there is no such directory\n"));
    assertThat(Run.of("--allow-read", "-e", "readFile()").err()).contains(
        "TypeError: readFile expects a path, got undefined");
    assertThat(Run.of("--allow-read", "-e", "load({ toString() { return '/etc/passwd' } })").err()).contains(
        "TypeError: load expects a path");
    assertThat(Run.of("--allow-read", "-e", "readFile('a\\0b')").err()).contains("is no path");
  }
}
