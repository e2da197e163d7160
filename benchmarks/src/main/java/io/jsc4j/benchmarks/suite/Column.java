package io.jsc4j.benchmarks.suite;

import java.util.Arrays;
import java.util.Optional;

/** Who is compared. */
enum Column {
  /** The safe API. */
  JSC4J("jsc4j", "engines.Jsc"),
  /** The safe API, where many calls are one batch. */
  JSC4J_BATCH("jsc4j, in a batch", "engines.Batch"),
  /** The bindings without it. */
  RAW("raw bindings", "raw.RawBindings"),
  /** The C program. */
  C("C", ""),
  /** The C program with the VM's lock held. */
  C_LOCKED("C, lock held", ""),
  /** The C program by the best ways that we know of. */
  C_BEST("C, best known", ""),
  /** Javet with V8. */
  JAVET("Javet (V8)", "peers.Javet"),
  /** GraalJS. */
  GRAAL_JS("GraalJS", "peers.GraalJs"),
  /** Rhino. */
  RHINO("Rhino", "peers.Rhino"),
  /** Nashorn. */
  NASHORN("Nashorn", "peers.Nashorn");

  private static final String ALL = "io.jsc4j.benchmarks.";

  private final String title;
  private final String prefix;

  Column(String title, String prefix) {
    this.title = title;
    this.prefix = prefix.isEmpty() ? "" : ALL + prefix;
  }

  /** Whose class that is. */
  static Column ofType(String type) {
    return Arrays.stream(values())
        .filter(column -> !column.prefix.isEmpty() && type.startsWith(column.prefix))
        .findFirst()
        .orElseThrow();
  }

  /** Which column a line of the C program belongs to. */
  static Column ofKind(String kind) {
    return switch (kind) {
      case "plain" -> C;
      case "locked" -> C_LOCKED;
      case "best" -> C_BEST;
      default -> throw new IllegalArgumentException("the C program has no '" + kind + "'");
    };
  }

  /** For people. */
  String title() {
    return title;
  }

  /** Whether its engine interprets, or is slow to compile: a program takes it long. */
  boolean isSlow() {
    return this == RHINO || this == NASHORN;
  }

  /** Whether it runs in a JVM. */
  boolean isJava() {
    return !prefix.isEmpty();
  }

  /** Its class with that suffix, if it has one and that has been compiled. */
  Optional<Class<?>> type(String suffix) {
    if (prefix.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Class.forName(prefix + suffix, false, Column.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Its class that has a benchmark for the row. */
  Optional<Class<?>> benchmark(Row row) {
    return type(row.kind().suffix()).filter(type -> Arrays.stream(type.getMethods())
        .anyMatch(method -> method.getName().equals(row.id())));
  }
}
