package io.jsc4j.tests.soak;

import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.stress.EngineAssumption;
import io.jsc4j.tests.stress.ForkedJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** A server's work over and over: what the process holds must not grow with it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
@Covers("JSDisableGCTimer")
class SoakTest {
  /** Of the second third's figure: what allocators and collectors make differ from one minute to the next. */
  private static final double FLOOR = 0.05;
  private static final double NOISE = 1.05;

  @BeforeAll
  static void needsAnEngine() {
    EngineAssumption.assumeEngine();
  }

  private static List<Sample> run(String name, Duration duration) throws Exception {
    Path folder = ForkedJvm.folder("soak", name);
    Path table = folder.resolve("soak.csv");
    ForkedJvm.Result result = ForkedJvm.of(SoakMain.class, duration.toString(), table.toString())
        .withOptions(List.of("-Xms256m", "-XX:+AlwaysPreTouch"))
        .run(folder, duration.plusMinutes(5));
    assertThat(result.passed()).as("%s%n%s", result.describe(), result.output()).isTrue();
    List<Sample> samples = Sample.read(table);
    SoakChart.draw(samples, folder.resolve("soak.png"));
    result.output().lines().filter(line -> line.startsWith("RESULT ")).forEach(System.out::println);
    return samples;
  }

  /** Seconds of it, so that the long one can be relied on. */
  @Test
  @Tag("stress")
  void someRounds() throws Exception {
    List<Sample> samples = run("short", Duration.ofSeconds(12));
    assertThat(samples).hasSizeGreaterThan(1);
    assertThat(samples.getLast().rounds()).isGreaterThan(10);
  }

  /** For as long as {@code jsc4j.soak.duration} says; an hour if nothing. */
  @Test
  @Tag("long")
  @Tag("hour")
  void memoryStaysAsItIs() throws Exception {
    List<Sample> samples = run("long", Duration.parse(System.getProperty("jsc4j.soak.duration", "PT1H")));
    assertThat(samples).hasSizeGreaterThan(5);
    // What it falls back to: a script that a heap limit ends has had much more for a moment, and how many samples meet that varies.
    assertThat(Sample.quantile(samples, 2, FLOOR, Sample::resident)).as("resident memory, MiB")
        .isLessThan(NOISE * Sample.quantile(samples, 1, FLOOR, Sample::resident));
    assertThat(Sample.median(samples, 2, Sample::scriptHeap)).as("JavaScript heap, MiB")
        .isLessThan(4 + NOISE * Sample.median(samples,
            1, Sample::scriptHeap));
    assertThat(Sample.median(samples, 2, Sample::files)).as("open files")
        .isLessThanOrEqualTo(2 + Sample.median(samples, 1,
            Sample::files));
    assertThat(Sample.median(samples, 2, Sample::threads)).as("threads")
        .isLessThanOrEqualTo(5 + Sample.median(samples, 1,
            Sample::threads));
    assertThat(Sample.median(samples, 2, Sample::handles)).as("handles")
        .isLessThan(500 + 2 * Sample.median(samples, 1,
            Sample::handles));
  }
}
