package io.jsc4j.benchmarks.suite;

import io.jsc4j.JsContext;
import io.jsc4j.benchmarks.engines.Programs;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The programs do what the rows say. */
final class ProgramsTest {
  @Test
  void eachIsARow() {
    assertThat(Arrays.stream(Row.values()).filter(row -> row.kind() == Row.Kind.PROGRAM).map(Row::id))
        .containsExactlyInAnyOrderElementsOf(Programs.names())
        .allMatch(id -> Column.JSC4J.benchmark(Row.of(id).orElseThrow()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("io.jsc4j.benchmarks.engines.Programs#names")
  void eachChecksItsResult(String name) throws IOException {
    try (JsContext js = JsContext.open()) {
      Programs.scripts(name).forEach(script -> js.eval(script));
      assertThat(js.eval("run()").asDouble()).isEqualTo(1);
    }
  }
}
