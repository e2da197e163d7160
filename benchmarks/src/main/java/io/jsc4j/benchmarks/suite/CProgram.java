package io.jsc4j.benchmarks.suite;

import io.jsc4j.JsEngine;
import io.jsc4j.benchmarks.engines.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compiles the C program with the system's compiler and runs it on the library that jsc4j uses. */
final class CProgram {
  private CProgram() {}

  /**
   * Compiles it.
   *
   * @param source the folder of the sources
   * @param build where the program goes
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
    List<String> command = new ArrayList<>(List.of(compiler.get(), "-O2", "-o", program.toString()));
    try (Stream<Path> files = Files.list(source)) {
      files.filter(file -> file.toString().endsWith(".c")).sorted().forEach(file -> command.add(file.toString()));
    }
    command.add("-ldl");
    Process compiling = new ProcessBuilder(command).inheritIO().start();
    if (compiling.waitFor() != 0) {
      throw new IOException(compiler.get() + " can't compile " + source + "; what it says is above");
    }
    return Optional.of(program);
  }

  /** How the program is started for a row. */
  static List<String> command(Path program, Row row, Effort effort) {
    return command(program, row, effort.rounds(), effort.warmUpOfC(), effort.roundOfC());
  }

  private static List<String> command(Path program, Row row, int rounds, int warmUp, int round) {
    return List.of(program.toString(), JsEngine.load().library().toString(), row.id(), Integer.toString(rounds),
        Integer.toString(warmUp), Integer.toString(round));
  }

  /** Adds the figures of one row, if the program has it. */
  static void run(Path program, Row row, Effort effort, Results results) throws IOException, InterruptedException {
    Processes.lines(command(program, row, effort)).forEach(line -> read(line, results));
  }

  /**
   * Adds the figures of a program, warmed up as JMH does it, so that the engine's compilers have had the same time. In as many processes as there
   * are forks.
   */
  static void runProgram(Path program, Row row, Effort effort, Results results) throws IOException,
      InterruptedException {
    Path folder = Files.createDirectories(program.resolveSibling(row.id()));
    List<String> command = new ArrayList<>(command(program, row, effort.rounds() / effort.forks(), effort.warmUp()
        * effort.warmUpTime(), effort.roundTime()));
    for (String script : Programs.scripts(row.id())) {
      Path file = folder.resolve(command.size() + ".js");
      Files.writeString(file, script);
      command.add(file.toString());
    }
    StringBuilder rounds = new StringBuilder(row.id() + " plain");
    for (int fork = 0; fork < effort.forks(); fork++) {
      Processes.lines(command).forEach(line -> rounds.append(line.substring(row.id().length() + " plain".length())));
    }
    read(rounds.toString(), results);
  }

  /** One line: the row, the kind, and the rounds. */
  static void read(String line, Results results) {
    List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
    Row row = Row.of(words.removeFirst()).orElseThrow(() -> new IllegalArgumentException("no row: " + line));
    Column column = Column.ofKind(words.removeFirst());
    results.put(row, column, Figure.of(words.stream().mapToDouble(Double::parseDouble).toArray(), Double.NaN));
  }

  private static boolean exists(String command) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
