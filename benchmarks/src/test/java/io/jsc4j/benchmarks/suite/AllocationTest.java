package io.jsc4j.benchmarks.suite;

import com.sun.management.ThreadMXBean;
import io.jsc4j.benchmarks.engines.JscBenchmark;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the primitive paths allocate once they have been compiled: nothing. */
final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  /** Until all is compiled, which can be long on a busy machine, and how many calls that takes differs. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Map<String, ToDoubleFunction<JscBenchmark>> PATHS = Map.of(
      "number", JscBenchmark::number,
      "callDouble", JscBenchmark::callDouble,
      "getNumber", JscBenchmark::getNumber,
      "hostCall", JscBenchmark::hostCall);

  private final JscBenchmark benchmark = new JscBenchmark();
  private double sum;

  @BeforeEach
  void open() {
    benchmark.open();
  }

  @AfterEach
  void close() {
    benchmark.close();
  }

  @ParameterizedTest
  @CsvSource({"number, 10", "callDouble, 10000", "getNumber, 10000", "hostCall, 10"}) // those of ten are loops of a thousand
  void primitivePathsAllocateNothing(String name, int rounds) {
    ToDoubleFunction<JscBenchmark> path = PATHS.get(name);
    assertThat(path).isNotNull();
    long least = Long.MAX_VALUE;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (least > 0 && System.nanoTime() < end) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < rounds; i++) {
        sum += path.applyAsDouble(benchmark);
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("bytes that %d rounds allocate, at best; they came to %f", rounds, sum).isZero();
  }
}
