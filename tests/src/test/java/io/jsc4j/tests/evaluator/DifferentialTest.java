package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The same programs under the evaluator and under Node, compared to the byte. */
@NeedsEngine
final class DifferentialTest {
  /** The release whose style of printing the evaluator follows; others differ in details. */
  private static final String NODE = "v20.";

  @TempDir
  static Path folder = Path.of("");

  @BeforeAll
  static void findNode() throws IOException {
    String version;
    try {
      version = run("node", "--version").out().strip();
    } catch (IOException e) {
      version = "none";
    }
    assumeTrue(version.startsWith(NODE), "the comparison needs Node 20 in PATH; there is " + version);
  }

  static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("jsc4j.root"), "tests", "src", "test", "resources",
        "programs"))) {
      return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
  }

  @Test
  void thereAreTwentyPrograms() throws IOException {
    assertThat(programs()).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void printsWhatNodePrints(Path program) throws IOException {
    Run expected = run("node", program.toString());

    assertThat(Run.of(program.toString())).isEqualTo(expected);
    assertThat(expected.code()).isZero();
    assertThat(expected.out()).isNotEmpty();
  }

  private static Run run(String... command) throws IOException {
    // Files, because a child that fills one of two pipes while the other is read would wait for ever.
    Path out = Files.createTempFile(folder, "node", ".out");
    Path err = Files.createTempFile(folder, "node", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("NODE_OPTIONS");
    builder.environment().put("NO_COLOR", "1");
    Process process = builder.start();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", command) + " did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err,
        StandardCharsets.UTF_8));
  }
}
