package io.jsc4j.tests.stress;

import io.jsc4j.JsEngine;
import io.jsc4j.JsLiveResources;
import java.util.List;
import java.util.Map;

/** A program for a JVM of its own, which ends with nothing left open. */
@SuppressWarnings({"ImmutableEnumChecker", "AnnotateFormatMethod"}) // Its fields are never changed; its formats are constants.
enum StressProgram {
  RETURN_TO_PROTECT(CollectorPrograms::returnToProtect),
  HOST_FUNCTIONS(
      CollectorPrograms::hostFunctions),
  THROW_AND_CATCH(CollectorPrograms::throwAndCatch),
  TEXT_SYMBOLS_BIG_INTS(
      CollectorPrograms::textSymbolsAndBigInts),
  VIEWS(ViewPrograms::views),
  NESTED_CALLBACKS(
      CollectorPrograms::nestedCallbacks),
  NAMES_AND_NUMBERS(BoundaryPrograms::namesAndNumbers),
  BATCHES(BoundaryPrograms::batches),
  ALLOCATIONS(BoundaryPrograms::allocations, List.of("-Xbatch")),
  SCOPES_AND_REFERENCES(
      CollectorPrograms::scopesAndReferences),
  PROMISES(PromisePrograms::settledByThreads),
  ASYNC_ITERATION(
      PromisePrograms::asyncIteration),
  COLLECTIONS_WHILE_AWAITING(PromisePrograms::collectionsWhileAwaiting, 64),
  PROMISE_MEMORY(PromisePrograms::memory, 128),
  BYTES(ByteProgram::run),
  NUMBERS(ConversionPrograms::numbers),
  CONVERSIONS(ConversionPrograms::conversions),
  CONTEXTS(LeakPrograms::contexts, 64),
  RUNTIMES(
      LeakPrograms::runtimes, 64),
  EVALUATIONS(LeakPrograms::evaluations, 512),
  THREADS(
      LeakPrograms::threads, 64),
  TEXTS(LeakPrograms::texts, 64),
  WEAK_REFERENCES(WeakPrograms::weakReferences),
  HOST_CLASSES(
      HostClassPrograms::hostClasses),
  HOST_OBJECTS_IN_ONE_SCRIPT(
      HostClassPrograms::hostObjectsInOneScript, 256);

  /** What is run. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  private final Body body;
  private final Map<String, String> environment;
  private final List<String> options;

  /** Collections all the time, and freed cells overwritten: what is used after it was freed shows. */
  StressProgram(Body body) {
    this.body = body;
    this.environment = Map.of("JSC_collectContinuously", "1", "JSC_scribbleFreeCells", "1");
    this.options = List.of();
  }

  /** With options of the JVM. */
  StressProgram(Body body, List<String> options) {
    this.body = body;
    this.environment = Map.of();
    this.options = options;
  }

  /** Memory is measured: a Java heap that is there from the start does not count as growth. */
  StressProgram(Body body, int heapMib) {
    this.body = body;
    this.environment = Map.of();
    this.options = List.of("-Xms" + heapMib + "m", "-Xmx" + heapMib + "m", "-XX:+AlwaysPreTouch");
  }

  /** The JVM that runs it. */
  ForkedJvm jvm() {
    return ForkedJvm.of(StressProgram.class, name()).withEnvironment(environment).withOptions(options);
  }

  /** A number of rounds, made smaller (or larger) by the system property {@code jsc4j.stress.scale}. */
  static int scaled(int count) {
    return (int) Math.max(1, count * Double.parseDouble(System.getProperty("jsc4j.stress.scale", "1")));
  }

  /** Fails unless it holds. */
  static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }

  /** What is worth telling of a run. */
  static void report(String format, Object... arguments) {
    System.out.println("RESULT " + String.format(format, arguments));
  }

  /** Prints PASS, or FAIL with what happened instead. */
  public static void main(String[] arguments) {
    try {
      StressProgram.valueOf(arguments[0]).body.run();
      JsLiveResources left = JsEngine.liveResources();
      check(left.equals(new JsLiveResources(0, 0, 0, 0, 0, 0)), "left open: " + left);
      System.out.println("PASS");
    } catch (Throwable t) {
      t.printStackTrace(System.out);
      System.out.println("FAIL: " + t);
      System.out.flush();
      Runtime.getRuntime().halt(1);
    }
  }
}
