package io.jsc4j.benchmarks.suite;

import io.jsc4j.JsEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compiles the C program with the system's compiler and runs it on the library that jsc4j uses. */
final class CProgram {
  private CProgram() {}

  /**
   * Compiles it.
   *
   * @return nothing if there is no compiler
   */
  static Optional<Path> compile(Path source, Path build) throws IOException, InterruptedException {
    Optional<String> compiler = List.of("cc", "gcc", "clang").stream().filter(CProgram::exists).findFirst();
    if (compiler.isEmpty()) {
      System.err.println("There is no C compiler (cc, gcc, clang) on the path: the columns of C stay empty.");
      return Optional.empty();
    }
    Files.createDirectories(build);
    Path program = build.resolve("obvious");
    Process compiling = new ProcessBuilder(compiler.get(), "-O2", "-o", program.toString(), source.toString(), "-ldl")
        .inheritIO()
        .start();
    if (compiling.waitFor() != 0) {
      throw new IOException(compiler.get() + " can't compile " + source + "; what it says is above");
    }
    return Optional.of(program);
  }

  /** Adds the figures of one row, if the program has it. */
  static void run(Path program, Row row, int rounds, Results results) throws IOException, InterruptedException {
    Process running = new ProcessBuilder(program.toString(), JsEngine.load().library().toString(), Integer.toString(
        rounds), row.id()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    running.getOutputStream().close();
    try (BufferedReader output = running.inputReader()) {
      output.lines().forEach(line -> read(line, results));
    }
    if (running.waitFor() != 0) {
      throw new IOException("the C program failed at " + row.id() + "; what it says is above");
    }
  }

  /** One line: the row, the kind, and the rounds. */
  static void read(String line, Results results) {
    List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
    Row row = Row.of(words.removeFirst()).orElseThrow(() -> new IllegalArgumentException("no row: " + line));
    Column column = words.removeFirst().equals("locked") ? Column.C_LOCKED : Column.C;
    results.put(row, column, Figure.of(words.stream().mapToDouble(Double::parseDouble).toArray(), Double.NaN));
  }

  private static boolean exists(String command) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
