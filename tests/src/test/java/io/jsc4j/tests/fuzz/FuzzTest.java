package io.jsc4j.tests.fuzz;

import io.jsc4j.tests.stress.EngineAssumption;
import io.jsc4j.tests.stress.ForkedJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Random programs on the public API, in JVMs of their own: none ends its JVM, hangs, throws what it should not, or leaves something open. */
class FuzzTest {
  private static final List<Collector> COLLECTORS = List.of(Collector.values());
  private static final Duration CHUNK = Duration.ofMinutes(2);
  private static final Duration SLACK = Duration.ofMinutes(2);

  @BeforeAll
  static void needsAnEngine() {
    EngineAssumption.assumeEngine();
  }

  private static List<String> seeds() throws IOException {
    try (InputStream seeds = Objects.requireNonNull(FuzzTest.class.getResourceAsStream("seeds.txt"))) {
      return new String(seeds.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ", -1)).stream())
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Tag("stress")
  void theSeedsOfTheCorpus(Collector collector) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("seeds"));
    arguments.addAll(seeds());
    ForkedJvm.Result result = collector.jvm(arguments).run(ForkedJvm.folder("fuzz", collector.name()), SLACK);
    assertThat(result.passed()).as("%s: %s%n%s", collector, result.describe(), end(result)).isTrue();
  }

  /** For as long as {@code jsc4j.fuzz.duration} says, ten minutes if nothing; from {@code jsc4j.fuzz.seed} on, or from today's seed. */
  @Test
  @Tag("long")
  void seedsThatNobodyHasTried() throws Exception {
    long end = System.nanoTime() + Duration.parse(System.getProperty("jsc4j.fuzz.duration", "PT10M")).toNanos();
    long seed = Long.getLong("jsc4j.fuzz.seed", System.currentTimeMillis());
    List<String> failures = new ArrayList<>();
    for (int chunk = 0; System.nanoTime() < end; chunk++) {
      long seconds = Math.clamp((end - System.nanoTime()) / 1_000_000_000, 1, CHUNK.toSeconds());
      Collector collector = COLLECTORS.get(chunk % COLLECTORS.size());
      Path folder = ForkedJvm.folder("fuzz", "unattended");
      ForkedJvm.Result result = collector.jvm(List.of("run", Long.toString(seed), Long.toString(seconds)))
          .run(folder, CHUNK.plus(SLACK));
      long last = lastSeed(result, "SEED ");
      System.out.println("fuzz: " + collector + ", seeds " + seed + " to " + last + ": " + result.describe());
      if (!result.passed()) {
        failures.add(failure(result, collector, folder));
      }
      seed = last + 1;
    }
    assertThat(failures).isEmpty();
  }

  private static String failure(ForkedJvm.Result result, Collector collector, Path folder) throws Exception {
    long failed = lastSeed(result, "FAILED ");
    long seed = failed >= 0 ? failed : lastSeed(result, "SEED ");
    Path report = folder.resolve("hs_err.log");
    if (Files.exists(report)) {
      Files.move(report, folder.resolve("hs_err-" + seed + ".log"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve("output-" + seed + ".txt"), result.output());
    return collector + " seed " + seed + " (" + result.describe() + "), steps that it needs: " + Shrinker.shrink(seed,
        collector,
        ForkedJvm.folder("fuzz", "shrinking"), Duration.ofMinutes(3));
  }

  private static long lastSeed(ForkedJvm.Result result, String prefix) {
    return result.output()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .mapToLong(line -> Long.parseLong(line.substring(prefix.length()).split(" ", 2)[0]))
        .reduce(-1, (_, next) -> next);
  }

  private static String end(ForkedJvm.Result result) {
    String output = result.output();
    return output.substring(Math.max(0, output.length() - 20_000));
  }
}
