package io.jsc4j.tests.architecture;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule holds for the project, and fails on the classes that were made to break it. */
@Tag("architecture")
final class ArchitectureTest {
  private static Stream<RuleCase> rules() {
    return Stream.of(LayerRules.all(), NativeAccessRules.all(), ApiRules.all(), ThreadRules.all(), UsageRules.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(RuleCase rule) {
    rule.rule().check(rule.scope().classes());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void canFail(RuleCase rule) {
    String report = String.join("\n", rule.rule().evaluate(rule.violatorClasses()).getFailureReport().getDetails());
    // Each by name, so that one that no longer breaks the rule can't hide behind another.
    assertThat(rule.violators()).isNotEmpty().allSatisfy(violator -> assertThat(report).contains(violator.getName()));
  }
}
