package io.jsc4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How many times as long as C jsc4j may take, and what it may allocate: ratios within one run, since the times of two machines tell nothing. */
record Bounds(Map<Row, Bound> bounds) {
  /**
   * The bounds of one row.
   *
   * @param ratio to C's time
   * @param bytes of one operation; infinite if they don't matter
   */
  record Bound(double ratio, double bytes) {}

  /** Reads {@code bounds.txt}: a row, a ratio, and perhaps bytes, in each line. */
  static Bounds read(Path module) throws IOException {
    Map<Row, Bound> bounds = new LinkedHashMap<>();
    for (String line : Files.readAllLines(module.resolve("bounds.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.trim().split("\\s+", -1);
        Row row = Row.of(words[0]).orElseThrow(() -> new IllegalArgumentException("bounds.txt: no row " + words[0]));
        bounds.put(row, new Bound(Double.parseDouble(words[1]), words.length > 2
            ? Double.parseDouble(words[2])
            : Double.POSITIVE_INFINITY));
      }
    }
    return new Bounds(bounds);
  }

  List<Row> rows() {
    return List.copyOf(bounds.keySet());
  }

  /**
   * Prints what was found.
   *
   * @param compared whether there is a C program: without one there is nothing to compare
   * @return the rows that have not been measured, or are not within bounds
   */
  List<Row> failing(List<Row> rows, Results results, boolean compared) {
    List<Row> failing = new ArrayList<>();
    for (Row row : rows) {
      Bound bound = Objects.requireNonNull(bounds.get(row));
      Optional<Figure> own = results.get(row, Column.JSC4J);
      // By the best rounds: what else runs on the machine makes the others longer.
      Optional<Double> ratio = own.flatMap(figure -> results.get(row, Column.C).map(c -> figure.low() / c.low()));
      List<String> faults = new ArrayList<>();
      if (own.isEmpty() || (compared && ratio.isEmpty())) {
        faults.add("NOT MEASURED");
      }
      if (ratio.isPresent() && ratio.get() > bound.ratio()) {
        faults.add("TOO SLOW");
      }
      // What a round allocates beside the operations, for measuring itself, is a part of a byte for each.
      if (own.isPresent() && own.get().bytes() >= bound.bytes() + 1) {
        faults.add("ALLOCATES");
      }
      System.out.printf(Locale.ROOT, "%-12s %s of C's time, at most %.2f; %s bytes, %s  %s%n", row.id(),
          ratio.map(times -> String.format(Locale.ROOT, "%.2f", times)).orElse("no part"), bound.ratio(),
          own.map(figure -> String.format(Locale.ROOT, "%.0f", figure.bytes())).orElse("no"),
          Double.isInfinite(bound.bytes()) ? "which don't matter" : "at most %.0f".formatted(bound.bytes()),
          String.join(", ", faults));
      if (!faults.isEmpty()) {
        failing.add(row);
      }
    }
    return failing;
  }
}
