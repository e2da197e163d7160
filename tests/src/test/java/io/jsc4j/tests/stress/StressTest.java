package io.jsc4j.tests.stress;

import io.jsc4j.tests.conformance.Covers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lifetimes under a collector that never rests, and memory that must not grow. Each program runs in a JVM of its own, because what it looks for
 * ends the process, and because the engine's options hold for a process.
 */
@Tag("stress")
@Covers({"JSStringRelease", "JSContextGroupRelease", "JSGlobalContextRelease", "JSValueUnprotect"})
class StressTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  @BeforeAll
  static void needsAnEngine() {
    EngineAssumption.assumeEngine();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void runsToItsEndAndLeavesNothing(StressProgram program) throws Exception {
    ForkedJvm.Result result = program.jvm().run(ForkedJvm.folder("stress", program.name()), TIMEOUT);
    assertThat(result.passed()).as("%s: %s%n%s", program, result.describe(), result.output()).isTrue();
    result.output()
        .lines()
        .filter(line -> line.startsWith("RESULT "))
        .forEach(line -> System.out.println(program + " (" + result.elapsed().toMillis() + " ms): " + line.substring(
            "RESULT ".length())));
  }
}
