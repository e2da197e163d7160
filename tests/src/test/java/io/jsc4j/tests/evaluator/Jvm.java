package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.EngineUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The evaluator in a JVM of its own. */
final class Jvm {
  private Jvm() {}

  static Run run(String... args) throws IOException {
    return finish(start(args), true);
  }

  /** Reads a little of what it prints, and then closes the pipe. */
  static Run runAndCloseOutput(String... args) throws IOException {
    Process process = start(args);
    try (InputStream out = process.getInputStream()) {
      out.readNBytes(10);
    }
    return finish(process, false);
  }

  private static Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        "io.jsc4j.samples.evaluator.Main"));
    if (!List.of(args).contains("--engine")) {
      command.add(command.size() - 1, "-Dio.jsc4j.library=" + EngineUnderTest.name());
    }
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }

  private static Run finish(Process process, boolean readOutput) throws IOException {
    process.getOutputStream().close();
    String out = readOutput ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) : "";
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the evaluator did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
    return new Run(process.exitValue(), out, err);
  }
}
