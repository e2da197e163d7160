package io.jsc4j.tests.hostile;

import io.jsc4j.tests.hostile.HostileScript.Outcome;
import io.jsc4j.tests.stress.ForkedJvm;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The corpus of hostile scripts in every mode, in JVMs of their own. None may crash the JVM, outlive its deadline, leave
 * anything open, or change an answer that the Java side gets afterwards.
 *
 * <p>Tagged {@code soak}, because the limits are of wall-clock time: it needs a machine that does nothing else.
 */
@NeedsEngine
@Tag("stress")
@Tag("soak")
class HostileScriptsTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final List<HostileScript> SCRIPTS = HostileScript.all();
  private static final Map<HostileMode, Future<List<String>>> RUNS = new EnumMap<>(HostileMode.class);
  /** Two modes at once, because each uses one core. */
  private static final ExecutorService TWO = Executors.newFixedThreadPool(2);

  @BeforeAll
  static void start() {
    for (HostileMode mode : HostileMode.values()) {
      RUNS.put(mode, TWO.submit(() -> run(mode)));
    }
  }

  @AfterAll
  static void stop() {
    TWO.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void noScriptHurtsTheHost(HostileMode mode) throws Exception {
    assertThat(Objects.requireNonNull(RUNS.get(mode)).get()).as("what hostile scripts did in mode %s", mode).isEmpty();
  }

  @Test
  void thereAreManyAndEachIsAnAttackOfItsOwn() {
    assertThat(SCRIPTS).hasSizeGreaterThanOrEqualTo(300);
    assertThat(SCRIPTS).extracting(HostileScript::source).doesNotHaveDuplicates();
    assertThat(SCRIPTS).allSatisfy(script -> {
      assertThat(script.title()).as(script.name()).matches("// [A-Za-z`].{10,}");
      assertThat(script.expected()).as(script.name()).isSubsetOf(Outcome.values());
    });
    assertThat(SCRIPTS.stream().filter(HostileScript::escapes)).as("those that only another process ends")
        .hasSizeLessThan(20);
  }

  private static List<String> run(HostileMode mode) throws IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    List<String> left = new ArrayList<>(SCRIPTS.stream()
        .filter(script -> !script.escapes() && script.name().matches(System.getProperty("jsc4j.hostile.only", ".*")))
        .map(HostileScript::name)
        .toList());
    for (int round = 0; !left.isEmpty(); round++) {
      Path folder = ForkedJvm.folder("hostile", mode + "-" + round);
      Path names = Files.write(folder.resolve("names.txt"), left);
      ForkedJvm.Result result = ForkedJvm.of(HostileProgram.class, mode.name(), names.toString())
          .withEnvironment(mode.environment())
          .withOptions(List.of("-XX:TieredStopAtLevel=1"))
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
