package io.jsc4j.tests.signals;

import io.jsc4j.tests.stress.EngineAssumption;
import io.jsc4j.tests.stress.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** HotSpot keeps its signals, whatever scripts do, with each of its collectors and layouts of objects. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc and sends signals")
class SignalsTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  @BeforeAll
  static void needsAnEngine() {
    EngineAssumption.assumeEngine();
  }

  /** Collectors, each plain, with -Xcheck:jni, without compressed references (where it has them), with small headers, and with one compiler only. */
  static Stream<String> everySetup() {
    List<String> setups = new ArrayList<>();
    for (String collector : List.of("G1", "Parallel", "Serial", "Z")) {
      String base = "-XX:+Use" + collector + "GC";
      setups.add(base);
      setups.add(base + " -Xcheck:jni");
      if (!collector.equals("Z")) {
        setups.add(base + " -XX:-UseCompressedOops");
      }
      setups.add(base + " -XX:+UseCompactObjectHeaders");
    }
    setups.add("-XX:+UseG1GC -XX:TieredStopAtLevel=1");
    setups.add("-XX:+UseG1GC -XX:-TieredCompilation");
    return setups.stream();
  }

  @ParameterizedTest
  @MethodSource("everySetup")
  @Tag("long")
  void everythingAtOnce(String options) throws Exception {
    run(options, 2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseG1GC -Xcheck:jni", "-XX:+UseSerialGC -XX:-UseCompressedOops"})
  @Tag("stress")
  void everythingAtOnceForAMoment(String options) throws Exception {
    run(options, 300);
  }

  private static void run(String options, int rounds) throws Exception {
    Path folder = ForkedJvm.folder("signals", options.replaceAll("\\W+", "_").toLowerCase(Locale.ROOT));
    List<String> all = new ArrayList<>(List.of("-XX:-UseSerialGC"));
    all.addAll(List.of(options.split(" ", -1)));
    all.addAll(List.of("-Xmx320m", "-XX:StartFlightRecording=settings=profile,filename=" + folder.resolve(
        "recording.jfr")));
    ForkedJvm.Result result = ForkedJvm.of(SignalsMain.class, Integer.toString(rounds))
        .withOptions(all)
        .run(folder, TIMEOUT);
    assertThat(result.passed()).as("%s: %s%n%s", options, result.describe(), result.output()).isTrue();
    assertThat(folder.resolve("hs_err.log")).doesNotExist();
    assertThat(Files.size(folder.resolve("recording.jfr"))).isPositive();
    // What -Xcheck:jni says of handlers, and of calls.
    assertThat(result.output()
        .lines()
        .filter(line -> line.matches(".*([Ww]arning.*(SIG|JNI)|handler (was )?modified|FATAL ERROR).*")))
        .isEmpty();
    result.output()
        .lines()
        .filter(line -> line.startsWith("RESULT "))
        .forEach(line -> System.out.println(options + ": " + line));
  }
}
