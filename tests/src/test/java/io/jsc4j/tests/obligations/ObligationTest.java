package io.jsc4j.tests.obligations;

import io.jsc4j.internal.ffi.Obligation;
import io.jsc4j.tests.stress.EngineAssumption;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves that each obligation is enforced by the one method that says so: with it the obligation's scenario passes, and with the method's body
 * taken out of the compiled class the same scenario fails. Run alone: {@code mvn verify -pl tests -am -Dtest=ObligationTest
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@link Obligations} prints a table.
 */
@Tag("stress")
class ObligationTest {
  private static final Map<Obligation, Future<Obligations.Outcome>> OUTCOMES = new EnumMap<>(Obligation.class);
  private static final ExecutorService POOL = Executors.newFixedThreadPool(Obligations.PARALLEL);

  @BeforeAll
  static void startAll() throws IOException {
    EngineAssumption.assumeEngine();
    for (Enforcement enforcement : Enforcement.findAll()) {
      OUTCOMES.put(enforcement.obligation(), POOL.submit(() -> Obligations.Outcome.of(enforcement)));
    }
  }

  @AfterAll
  static void stop() {
    POOL.shutdownNow();
  }

  @Test
  void eachObligationIsEnforcedByExactlyOneMethod() throws IOException {
    List<Obligation> enforced = Enforcement.findAll().stream().map(Enforcement::obligation).sorted().toList();
    assertThat(enforced).containsExactly(Obligation.values());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void theScenarioFailsWithoutTheEnforcingCode(Obligation obligation) throws Exception {
    Future<Obligations.Outcome> future = OUTCOMES.get(obligation);
    assertThat(future).as("a method marked @Enforces(%s)", obligation).isNotNull();
    Obligations.Outcome outcome = java.util.Objects.requireNonNull(future).get();
    assertThat(outcome.with().passed())
        .as("%s, with %s as it is: %s%n%s", obligation, outcome.enforcement().where(), outcome.with().describe(),
            outcome.with().output())
        .isTrue();
    assertThat(outcome.without().passed())
        .as("%s, without the body of %s: the scenario passes all the same", obligation, outcome.enforcement().where())
        .isFalse();
    System.out.printf("%s: without %s: %s%n", obligation, outcome.enforcement().where(), outcome.without().describe());
  }
}
