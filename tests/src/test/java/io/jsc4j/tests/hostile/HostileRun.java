package io.jsc4j.tests.hostile;

import io.jsc4j.tests.stress.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs scripts in one mode, in a JVM of its own. When a script ends that, the others run in a new one. */
final class HostileRun {
  private static final Duration TIMEOUT = Duration.ofMinutes(20);

  private HostileRun() {}

  /** What went wrong. */
  static List<String> of(String kind, HostileMode mode, List<HostileScript> scripts, List<String> options)
      throws IOException, InterruptedException {
    List<String> jvm = new ArrayList<>(options);
    jvm.add("-XX:TieredStopAtLevel=1");
    List<String> problems = new ArrayList<>();
    List<String> left = new ArrayList<>(scripts.stream().map(HostileScript::name).toList());
    for (int round = 0; !left.isEmpty(); round++) {
      Path folder = ForkedJvm.folder(kind, mode + "-" + round);
      Path names = Files.write(folder.resolve("names.txt"), left);
      ForkedJvm.Result result = ForkedJvm.of(HostileProgram.class, mode.name(), names.toString())
          .withEnvironment(mode.environment())
          .withOptions(jvm)
          .run(folder, TIMEOUT);
      String running = "";
      for (String line : result.output().lines().toList()) {
        if (line.startsWith("BEGIN ")) {
          running = line.substring("BEGIN ".length());
          left.remove(running);
        } else if (line.startsWith("WRONG ")) {
          problems.add(line.substring("WRONG ".length()));
        } else if (line.startsWith("END ")) {
          running = "";
        }
      }
      if (!result.passed()) {
        problems.add((running.isEmpty() ? "at the end" : running) + ": " + (result.exitCode() == HostileProgram.HUNG
            ? "hung"
            : result.describe()) + ", see " + folder);
        if (running.isEmpty()) {
          return problems;
        }
      }
    }
    return problems;
  }
}
