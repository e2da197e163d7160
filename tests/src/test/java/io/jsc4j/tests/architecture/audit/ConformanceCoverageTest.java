package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.conformance.Covers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every C function that the audited package calls has a test that says so, and a gap is noticed. */
@Tag("architecture")
final class ConformanceCoverageTest {
  @Test
  void everyCalledFunctionIsCovered() {
    CApiCoverage functions = CApiCoverage.ofProject();
    assertThat(ConformanceCoverage.ofProject().problems(functions.bound(), functions.called())).isEmpty();
  }

  @Test
  void gapsAreNoticed() {
    ConformanceCoverage coverage = new ConformanceCoverage(List.of(Tests.class), Map.of("JSGone", "it is gone"));

    assertThat(coverage.of("JSLock")).containsExactly("Tests");
    assertThat(coverage.problems(Set.of("JSLock", "JSUnlock", "JSNew"), List.of("JSNew", "JSLock"))).satisfiesExactly(
        problem -> assertThat(problem).startsWith("Tests: @Covers is on something that is no test:").contains("helper"),
        problem -> assertThat(problem).startsWith("JSNew is called and no test says that it covers it"),
        problem -> assertThat(problem).startsWith("JSWrong is covered by [Tests] but is no function"),
        problem -> assertThat(problem).startsWith("JSGone need not be exempt"));
  }

  /** Never run: its name does not end in Test. */
  private static final class Tests {
    @ParameterizedTest
    @ValueSource(ints = 1)
    @Covers({"JSLock", "JSWrong"})
    void test(@SuppressWarnings("unused") int argument) {}

    @Covers("JSUnlock")
    @SuppressWarnings("UnusedMethod") // That it is no test is what is looked for.
    void helper() {}
  }
}
