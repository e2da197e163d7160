package io.jsc4j.tests.fuzz;

import io.jsc4j.tests.stress.ForkedJvm;
import java.util.List;
import java.util.Map;

/** How the engine's collector behaves while programs run. */
@SuppressWarnings("ImmutableEnumChecker") // Its map is never changed.
enum Collector {
  /** As for users. */
  ORDINARY(Map.of()),
  /** From another thread at any moment, and overwriting what it frees. */
  CONTINUOUS(Map.of("JSC_collectContinuously", "1", "JSC_scribbleFreeCells", "1")),
  /** On this thread, at every few allocations. */
  ALLOCATION(Map.of("JSC_slowPathAllocsBetweenGCs", "10", "JSC_scribbleFreeCells", "1", "JSC_sweepSynchronously", "1"));

  private final Map<String, String> environment;

  Collector(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A JVM that runs programs. */
  ForkedJvm jvm(List<String> arguments) {
    return ForkedJvm.of(FuzzMain.class, arguments.toArray(String[]::new))
        .withEnvironment(environment)
        .withOptions(List.of("-Xmx400m", "-XX:-OmitStackTraceInFastThrow"));
  }
}
