package io.jsc4j.tests.heap;

import io.jsc4j.tests.stress.EngineAssumption;
import io.jsc4j.tests.stress.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A full heap ends neither the JVM nor the watching of limits: the linker takes no memory for a call by JavaScript that has numbers only, and what looks
 * at limits takes none either.
 */
@Tag("stress")
class FullHeapTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  @BeforeAll
  static void needsAnEngine() {
    EngineAssumption.assumeEngine();
  }

  @Test
  void everythingForAMoment() throws Exception {
    run("-XX:+UseSerialGC", 1, 1);
  }

  /** Where code is compiled, much that allocates no longer does. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseSerialGC", "-Xint", "-XX:TieredStopAtLevel=1",
      "-XX:-UseSerialGC -XX:+UseParallelGC -XX:-UseGCOverheadLimit", "-XX:-UseSerialGC -XX:+UseG1GC"})
  @Tag("long")
  void everythingAgainAndAgain(String options) throws Exception {
    for (int seed = 2; seed < 4; seed++) {
      run(options, 3, seed);
    }
  }

  private static void run(String options, int rounds, int seed) throws Exception {
    String name = (options + " " + seed).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Path folder = ForkedJvm.folder("heap", name);
    List<String> all = new ArrayList<>(List.of("-Xmx12m"));
    all.addAll(List.of(options.split(" ", -1)));
    ForkedJvm.Result result = ForkedJvm.of(FullHeapMain.class, Integer.toString(rounds), Integer.toString(seed))
        .withOptions(all)
        .run(folder, TIMEOUT);
    assertThat(result.passed()).as("%s\n%s", result.describe(), result.output()).isTrue();
    assertThat(Files.exists(folder.resolve("hs_err.log"))).isFalse();
  }
}
