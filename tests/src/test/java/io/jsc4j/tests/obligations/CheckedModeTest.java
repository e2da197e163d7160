package io.jsc4j.tests.obligations;

import io.jsc4j.internal.ffi.Obligation;
import io.jsc4j.tests.stress.EngineAssumption;
import io.jsc4j.tests.stress.ForkedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves that checked mode sees what an ordinary check lets through: with the enforcing method's body taken out, what crashes the JVM or returns
 * another value otherwise ({@link ObligationTest}) is reported.
 */
@Tag("stress")
class CheckedModeTest {
  @BeforeAll
  static void needsEngine() {
    EngineAssumption.assumeEngine();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void everyScenarioPassesInCheckedMode(Obligation obligation) throws Exception {
    ForkedJvm.Result result = Proofs.of(obligation).runChecked(null);
    assertThat(result.passed()).as("%s: %s%n%s", obligation, result.describe(), result.output()).isTrue();
    assertThat(result.output()).doesNotContain("checked mode:");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|',
      textBlock = """
          CONTEXT_OPEN           | a closed context was used (opened at io.jsc4j.tests.obligations.CheckScenarios.contextOpen
          LOCK_HELD              | the engine is entered without its lock
          RESULT_PROTECTED       | is not protected from the collector
          ARGUMENTS_ROOTED       | a string that was made as an argument is not protected from the collector
          CALLBACK_RESULT_PARKED | what a host function returns is not protected until the engine has taken it
          EXCEPTION_READ         | nobody looked at what a call threw
          RESULT_PRESENT         | NULL was protected as if it were a value
          VALUE_ALIVE            | a handle was used after its release: OBJECT (made at io.jsc4j.tests.obligations.CheckScenarios.valueAlive
          SAME_RUNTIME           | a handle of another runtime (runtime of main) was used in runtime of main: OBJECT (made at
          IS_OBJECT              | a handle was passed as an object and is none
          NAN_CANONICAL          | was encoded as a pointer
          NOT_ENTERED            | are on the stack
          CLEANUP_ORDERED        | a context is released before its handles
          VIEW_PROTECTED         | a value that is not protected is unprotected
          VIEWS_ENDED            | a runtime is released while 1 views of its memory are open
          """)
  void whatAMissingCheckLetsThroughIsReported(Obligation obligation, String message) throws Exception {
    Enforcement enforcement = Enforcement.findAll()
        .stream()
        .filter(found -> found.obligation() == obligation)
        .findFirst()
        .orElseThrow();
    ForkedJvm.Result result = Proofs.of(obligation).runChecked(enforcement);
    assertThat(result.output()).as("%s: %s", obligation, result.describe())
        .contains("checked mode: ")
        .contains(message);
    assertThat(result.describe()).doesNotContain("crash").doesNotContain("hung");
  }
}
