package io.jsc4j.tests.conformance;

import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/** The runs under stress are what they say: the environment reaches the engine, and the engine does as it says. */
@Tag("collector")
final class StressedEngineTest extends ContextTest {
  /** Far more than a collection needs on a slow machine; one that never comes costs about a second. */
  private static final int PATIENCE = 200_000;

  /** Nothing here asks for a collection, or allocates enough for one. */
  @EnabledIfEnvironmentVariable(named = "JSC_collectContinuously", matches = "1")
  @Test
  void itCollectsAllTheTime() {
    assertThat(isCollected()).as("whether an object of a few bytes was collected").isTrue();
  }

  @EnabledIfEnvironmentVariable(named = "JSC_slowPathAllocsBetweenGCs", matches = "[1-9][0-9]*")
  @Test
  void itCollectsEveryFewAllocations() {
    assertThat(isCollected()).as("whether an object of a few bytes was collected").isTrue();
  }

  private boolean isCollected() {
    js.eval("var weak = [1, 2, 3, 4].map(i => new WeakRef({ i })); var kept = []");
    for (int i = 0; i < PATIENCE; i++) {
      if (js.eval("kept.push({}); if (kept.length > 100) kept = []; weak.some(w => w.deref() === undefined)")
          .asBoolean()) {
        return true;
      }
    }
    return false;
  }
}
