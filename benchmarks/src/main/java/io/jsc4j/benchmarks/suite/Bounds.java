package io.jsc4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many times as long as C jsc4j may take: ratios within one run, since the times of two machines tell nothing. */
record Bounds(Map<Row, Double> ratios) {
  /** Reads {@code bounds.txt}: a row and a ratio in each line. */
  static Bounds read(Path module) throws IOException {
    Map<Row, Double> ratios = new LinkedHashMap<>();
    for (String line : Files.readAllLines(module.resolve("bounds.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.trim().split("\\s+", -1);
        Row row = Row.of(words[0]).orElseThrow(() -> new IllegalArgumentException("bounds.txt: no row " + words[0]));
        ratios.put(row, Double.parseDouble(words[1]));
      }
    }
    return new Bounds(ratios);
  }

  List<Row> rows() {
    return List.copyOf(ratios.keySet());
  }

  /**
   * Prints what was found.
   *
   * @param compared whether there is a C program: without one there is nothing to compare
   * @return whether all have been measured and are within bounds
   */
  boolean check(Results results, boolean compared) {
    boolean good = true;
    for (Map.Entry<Row, Double> bound : ratios.entrySet()) {
      Row row = bound.getKey();
      Optional<Double> found = results.ratio(row, Column.C).map(ratio -> 1 / ratio);
      boolean within = found.isPresent() ? found.get() <= bound.getValue() : !compared;
      good &= within;
      System.out.printf("%-12s %s of C's time, at most %.2f%s%n", row.id(), found.map("%.2f"::formatted)
          .orElse("no part"),
          bound.getValue(), within ? "" : found.isPresent() ? "  TOO SLOW" : "  NOT MEASURED");
    }
    return good;
  }
}
