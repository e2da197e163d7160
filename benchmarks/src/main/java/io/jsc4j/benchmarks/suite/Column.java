package io.jsc4j.benchmarks.suite;

import java.util.Arrays;
import java.util.Optional;

/** Who is compared. */
enum Column {
  /** The safe API. */
  JSC4J("jsc4j", "JscBenchmark"),
  /** The bindings without it. */
  RAW("raw bindings", "RawBindingsBenchmark"),
  /** The C program. */
  C("C", ""),
  /** The C program with the VM's lock held. */
  C_LOCKED("C, lock held", ""),
  /** Javet with V8. */
  JAVET("Javet (V8)", "JavetBenchmark"),
  /** GraalJS. */
  GRAAL_JS("GraalJS", "GraalJsBenchmark"),
  /** Rhino. */
  RHINO("Rhino", "RhinoBenchmark"),
  /** Nashorn. */
  NASHORN("Nashorn", "NashornBenchmark");

  private final String title;
  private final String type;

  Column(String title, String type) {
    this.title = title;
    this.type = type;
  }

  /** Whose class that is. */
  static Optional<Column> ofType(String type) {
    return Arrays.stream(values()).filter(column -> !column.type.isEmpty() && column.type.equals(type)).findFirst();
  }

  /** For people. */
  String title() {
    return title;
  }
}
