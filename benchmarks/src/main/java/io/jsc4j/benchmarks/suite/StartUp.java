package io.jsc4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Times whole processes, from their start to their end, in turn. */
final class StartUp {
  private final Map<Column, List<String>> commands = new EnumMap<>(Column.class);
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * What is started.
   *
   * @param root the project's folder
   * @param types the classes of the engines that have been compiled
   */
  StartUp(Path root, List<String> types) {
    commands.put(Column.JSC4J, List.of(root.resolve("jsc").toAbsolutePath().normalize().toString(), "-p", "6*7"));
    for (String type : types) {
      Column column = Column.ofType(type.substring(type.lastIndexOf('.') + 1)).orElseThrow();
      if (column != Column.JSC4J && column != Column.RAW) {
        commands.put(column, List.of(java, "--enable-native-access=ALL-UNNAMED",
            "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "-cp", System.getProperty("java.class.path"), type));
      }
    }
  }

  /** Adds the figures. */
  void run(int rounds, Results results) throws IOException, InterruptedException {
    Map<Column, List<Double>> times = new EnumMap<>(Column.class);
    List<Double> alone = new ArrayList<>();
    // The first of each fills caches, and makes those that are not there yet.
    for (int round = -1; round < rounds; round++) {
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

  private static Figure figure(List<Double> times) {
    return Figure.of(times.stream().mapToDouble(Double::doubleValue).toArray(), Double.NaN);
  }

  private static double time(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    process.getOutputStream().close();
    if (process.waitFor() != 0) {
      throw new IOException("this ended with " + process.exitValue() + ": " + String.join(" ", command));
    }
    return System.nanoTime() - start;
  }
}
