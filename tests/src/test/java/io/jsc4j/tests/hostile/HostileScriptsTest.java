package io.jsc4j.tests.hostile;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The corpus of hostile scripts in every mode, in JVMs of their own. None may crash the JVM, outlive its deadline, leave
 * anything open, or change an answer that the Java side gets afterwards.
 *
 * <p>Tagged {@code soak}, because the limits are of wall-clock time: it needs a machine that does nothing else. What runs in
 * every build is {@link HostileSampleTest}.
 */
@NeedsEngine
@Tag("stress")
@Tag("soak")
class HostileScriptsTest {
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

  private static List<String> run(HostileMode mode) throws IOException, InterruptedException {
    String only = System.getProperty("jsc4j.hostile.only", ".*");
    return HostileRun.of("hostile", mode, SCRIPTS.stream()
        .filter(script -> mode.canEnd(script) && script.name().matches(only))
        .toList(), List.of());
  }
}
