package io.jsc4j.tests.fuzz;

import io.jsc4j.tests.stress.ForkedJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves steps out of a program for as long as it still fails: each try in a JVM of its own. */
final class Shrinker {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private Shrinker() {}

  /** The steps that are left when the time is over, or when each of them is needed. */
  static List<Integer> shrink(long seed, Collector collector, Path folder, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Integer> steps = new ArrayList<>(IntStream.range(0, FuzzProgram.STEPS).boxed().toList());
    for (int size = steps.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < steps.size() && System.nanoTime() < end;) {
        List<Integer> without = new ArrayList<>(steps);
        without.subList(from, Math.min(from + size, steps.size())).clear();
        if (fails(seed, without, collector, folder)) {
          steps = without;
        } else {
          from += size;
        }
      }
    }
    return steps;
  }

  private static boolean fails(long seed, List<Integer> steps, Collector collector, Path folder) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("steps", Long.toString(seed)));
    steps.forEach(step -> arguments.add(step.toString()));
    if (steps.isEmpty()) {
      // No step at all would mean all of them.
      arguments.add(Integer.toString(FuzzProgram.STEPS));
    }
    ForkedJvm.Result result = collector.jvm(arguments).run(folder, TIMEOUT);
    return !result.passed();
  }
}
