package io.jsc4j.benchmarks.suite;

import java.util.Arrays;
import java.util.Optional;

/** The rows of the table; each is a benchmark method of that name in the engines' classes, and an operation of the C program, or one of them. */
enum Row {
  /** Making and reading a number. */
  NUMBER("number", "make and read a number", 1),
  /** A call from Java. */
  CALL_DOUBLE("callDouble", "call JS from Java, double → double", 100),
  /** Many calls from Java. */
  MAP_DOUBLES("mapDoubles", "the same for each element of a `double[]`", 8),
  /** A call to Java. */
  HOST_CALL("hostCall", "call Java from JS, double → double", 110),
  /** A method of a Java object. */
  HOST_MEMBER("hostMember", "call a method of a Java object from JS", 0),
  /** A property. */
  GET_NUMBER("getNumber", "get a number property by name", 75),
  /** A short text. */
  STRING_1K("string1K", "1 KB string through a JS function and back", 1_000),
  /** A long text. */
  STRING_1M("string1M", "1 MB string through and back", 600_000),
  /** Doubles to JavaScript. */
  DOUBLES_IN("doublesIn", "1e6 doubles in, summed", 1_500_000),
  /** Doubles that are there already. */
  SHARED_IN("sharedIn", "the same in shared memory, after Java changed one", 1_100_000),
  /** Doubles to Java. */
  DOUBLES_OUT("doublesOut", "1e6 doubles made in JS and taken out", 2_500_000),
  /** Objects to collections. */
  OBJECTS_OUT("objectsOut", "10,000 objects of 5 fields into Java collections", 3_500_000),
  /** Objects to records. */
  RECORDS_OUT("recordsOut", "10,000 objects of 5 fields into records", 0),
  /** Collections to objects. */
  OBJECTS_IN("objectsIn", "10,000 Java maps of 5 entries into JS objects", 0),
  /** A context. */
  NEW_CONTEXT("newContext", "new context, evaluate, close", 200_000),
  /** A known script. */
  SAME_SCRIPT("sameScript", "evaluate the same small script again", 800),
  /** An unknown script. */
  NEW_SCRIPT("newScript", "evaluate a new small script", 2_500),
  /** JSON to JavaScript. */
  JSON_IN("jsonIn", "7 KB of JSON into JS", 0),
  /** JSON to Java. */
  JSON_OUT("jsonOut", "the same out of JS", 0),
  /** An exception. */
  EXCEPTION_OUT("exceptionOut", "an Error thrown in JS, caught in Java with its message", 0),
  /** Promises. */
  PROMISES("promises", "an await that settles at once", 0),
  /** Tasks of a pool. */
  POOL_OF_ONE("poolOfOne", "a task of 100,000 loops in a pool of one worker", 0, Kind.POOL),
  /** The same with twice the cores. */
  POOL_OF_TWO("poolOfTwo", "the same in a pool of two", 0, Kind.POOL),
  /** Contexts too. */
  POOL_FRESH("poolFresh", "the same with a fresh context for each task", 0, Kind.POOL),
  /** The memory of a context. */
  CONTEXT_MEMORY("contextMemory", "memory of one more context", 0, Kind.MEMORY),
  /** A process. */
  START_UP("startUp", "start to first result, whole process", 0, Kind.PROCESS),
  /** A program. */
  ESPRIMA("esprima", "esprima parses 47 KB", 0, Kind.PROGRAM),
  /** A program. */
  ACORN("acorn", "acorn parses 41 KB of modern JavaScript", 0, Kind.PROGRAM),
  /** A program. */
  MARKED("marked", "marked renders 8 KB of Markdown", 0, Kind.PROGRAM),
  /** A program. */
  HANDLEBARS("handlebars", "Handlebars compiles and fills in a template", 0, Kind.PROGRAM),
  /** A program. */
  LODASH("lodash", "lodash queries 5,000 objects", 0, Kind.PROGRAM),
  /** A program. */
  PAKO("pako", "pako compresses 47 KB and restores them", 0, Kind.PROGRAM),
  /** A program. */
  JS_YAML("jsYaml", "js-yaml writes and reads 300 objects", 0, Kind.PROGRAM),
  /** A program. */
  DECIMAL("decimal", "decimal.js: 200 digits of pi", 0, Kind.PROGRAM),
  /** A program. */
  CRYPTO_JS("cryptoJs", "crypto-js: AES and SHA-256 of 5 KB", 0, Kind.PROGRAM);

  /** How a row is measured. */
  enum Kind {
    /** An operation of the boundary, by JMH in the classes called Benchmark. */
    OPERATION("Benchmark"),
    /** The same in classes called Pool. */
    POOL("Pool"),
    /** The engine alone, on a program of {@link io.jsc4j.benchmarks.engines.Programs}; in classes called Programs. */
    PROGRAM("Programs"),
    /** Resident bytes, by the main method of the classes called Process, whose argument is the row. */
    MEMORY("Process"),
    /** Times of whole processes, by the same. */
    PROCESS("Process");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    /** How the names of the classes end. */
    String suffix() {
      return suffix;
    }
  }

  private final String id;
  private final String title;
  private final double reach;
  private final Kind kind;

  Row(String id, String title, double reach) {
    this(id, title, reach, Kind.OPERATION);
  }

  Row(String id, String title, double reach, Kind kind) {
    this.id = id;
    this.title = title;
    this.reach = reach;
    this.kind = kind;
  }

  static Optional<Row> of(String id) {
    return Arrays.stream(values()).filter(row -> row.id.equals(id)).findFirst();
  }

  /** The method's name. */
  String id() {
    return id;
  }

  /** For people. */
  String title() {
    return title;
  }

  /** Whether it is measured where there is little time: not all programs are, nor the third row of pools. */
  boolean isQuick() {
    return switch (this) {
      case ESPRIMA, ACORN, MARKED, HANDLEBARS, LODASH, PAKO, POOL_FRESH -> false;
      default -> true;
    };
  }

  /** How it is measured. */
  Kind kind() {
    return kind;
  }

  /** What jsc4j has to reach, in nanoseconds; 0 where nothing is set, or depends on the run. */
  double reach() {
    return reach;
  }
}
