package io.jsc4j.tests.fuzz;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was called and what came of it, to see that a fuzzer reaches what it should; and the trace of a program. */
final class Tally {
  private final boolean tracing;
  private final Map<String, int[]> calls = new TreeMap<>();
  private final Map<String, Integer> exceptions = new TreeMap<>();

  Tally(boolean tracing) {
    this.tracing = tracing;
  }

  /** Says it, if someone wants to know. */
  void trace(int depth, String what) {
    if (tracing) {
      System.out.println("  ".repeat(depth) + what.replace("\n", "\\n"));
    }
  }

  boolean isTracing() {
    return tracing;
  }

  /** Counts a call. */
  void count(String what, @Nullable Throwable thrown) {
    int[] counts = calls.computeIfAbsent(what, _ -> new int[2]);
    counts[thrown == null ? 0 : 1]++;
    if (thrown != null) {
      String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
      exceptions.merge(thrown.getClass().getSimpleName() + ": " + message.replaceAll("\\d+", "N")
          .replaceAll("'.*'", "'...'"),
          1, Integer::sum);
    }
  }

  int size() {
    return calls.values().stream().mapToInt(counts -> counts[0] + counts[1]).sum();
  }

  int methods() {
    return calls.size();
  }

  /** Everything, for a person. */
  void print() {
    calls.forEach((what, counts) -> System.out.println("CALL " + counts[0] + " + " + counts[1] + " " + what));
    exceptions.forEach((what, count) -> System.out.println("EXCEPTION " + count + " " + what));
  }
}
