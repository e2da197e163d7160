package io.jsc4j.benchmarks.suite;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of one run. */
final class Results {
  private final Map<Row, Map<Column, Figure>> figures = new EnumMap<>(Row.class);

  private @Nullable Figure jvmAlone;

  /** How long {@code java -version} took beside the processes. */
  void setJvmAlone(Figure figure) {
    jvmAlone = figure;
  }

  Optional<Figure> jvmAlone() {
    return Optional.ofNullable(jvmAlone);
  }

  void put(Row row, Column column, Figure figure) {
    figures.computeIfAbsent(row, ignored -> new EnumMap<>(Column.class)).put(column, figure);
  }

  Optional<Figure> get(Row row, Column column) {
    return Optional.ofNullable(figures.getOrDefault(row, Map.of()).get(column));
  }

  /** What jsc4j has to reach; nothing where nothing is set. */
  Optional<Double> reach(Row row) {
    if (row == Row.START_UP) {
      return jvmAlone().map(alone -> 3 * alone.value());
    }
    if (row.kind() == Row.Kind.PROGRAM) {
      return get(row, Column.C).map(c -> 1.03 * c.value());
    }
    return row.reach() > 0 ? Optional.of(row.reach()) : Optional.empty();
  }

  /** How many times as much time or memory the column takes as jsc4j. */
  Optional<Double> ratio(Row row, Column column) {
    return get(row, Column.JSC4J).flatMap(own -> get(row, column).map(other -> other.value() / own.value()));
  }
}
