package io.jsc4j.benchmarks.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that are measured on whole processes, in turn. */
final class Processes {
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final Optional<Path> program;
  private final Effort effort;
  private final Results results;

  /**
   * Of one run.
   *
   * @param program the C program, if there is one
   */
  Processes(Optional<Path> program, Effort effort, Results results) {
    this.program = program;
    this.effort = effort;
    this.results = results;
  }

  /** The milliseconds from start to end; jsc4j's by its command, in the project's folder. */
  void startUp(Path root) throws IOException, InterruptedException {
    Map<Column, List<String>> commands = commands(Row.START_UP, List.of());
    commands.put(Column.JSC4J, List.of(root.resolve("jsc").toAbsolutePath().normalize().toString(), "-p", "6*7"));
    Map<Column, List<Double>> times = new EnumMap<>(Column.class);
    List<Double> alone = new ArrayList<>();
    // The first of each fills caches, and makes those that are not there yet.
    for (int round = -1; round < effort.processes(); round++) {
      double version = time(List.of(java, "-version"));
      if (round >= 0) {
        alone.add(version);
      }
      for (Map.Entry<Column, List<String>> command : commands.entrySet()) {
        double time = time(command.getValue());
        if (round >= 0) {
          times.computeIfAbsent(command.getKey(), ignored -> new ArrayList<>()).add(time);
        }
      }
    }
    results.setJvmAlone(figure(alone));
    times.forEach((column, all) -> results.put(Row.START_UP, column, figure(all)));
  }

  /** The resident bytes of one more context. */
  void contextMemory() throws IOException, InterruptedException {
    Map<Column, List<Double>> bytes = new EnumMap<>(Column.class);
    // The Java heap is resident from the start, so that what grows is the rest.
    Map<Column, List<String>> commands = commands(Row.CONTEXT_MEMORY, List.of("-XX:+UseSerialGC", "-Xms256m",
        "-Xmx256m",
        "-XX:+AlwaysPreTouch"));
    for (int round = 0; round < Math.ceilDiv(effort.processes(), 3); round++) {
      for (Map.Entry<Column, List<String>> command : commands.entrySet()) {
        bytes.computeIfAbsent(command.getKey(), ignored -> new ArrayList<>())
            .add(Double.parseDouble(lines(command.getValue()).getLast()));
      }
    }
    bytes.forEach((column, all) -> results.put(Row.CONTEXT_MEMORY, column, figure(all)));
  }

  /** The engines' classes have a main method, whose argument is the row. */
  private Map<Column, List<String>> commands(Row row, List<String> options) {
    Map<Column, List<String>> commands = new EnumMap<>(Column.class);
    program.ifPresent(file -> commands.put(Column.C, CProgram.command(file, row, effort)));
    for (Column column : Column.values()) {
      column.type(row.kind().suffix()).ifPresent(type -> {
        List<String> command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Dpolyglot.engine.WarnInterpreterOnly=false"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), type.getName(), row.id()));
        commands.put(column, command);
      });
    }
    return commands;
  }

  /** How many figures there will be. */
  int count(Row row) {
    return commands(row, List.of()).size();
  }

  private static Figure figure(List<Double> values) {
    return Figure.of(values.stream().mapToDouble(Double::doubleValue).toArray(), Double.NaN);
  }

  /** What the process prints. */
  static List<String> lines(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    List<String> lines;
    try (BufferedReader output = process.inputReader()) {
      lines = output.lines().toList();
    }
    require(process, command);
    return lines;
  }

  private static double time(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    process.getOutputStream().close();
    require(process, command);
    return System.nanoTime() - start;
  }

  private static void require(Process process, List<String> command) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new IOException("this ended with " + process.exitValue() + ": " + String.join(" ", command));
    }
  }
}
