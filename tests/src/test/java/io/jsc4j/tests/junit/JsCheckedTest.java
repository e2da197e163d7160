package io.jsc4j.tests.junit;

import io.jsc4j.tests.support.NeedsEngine;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code @JsChecked}, on the classes of {@link CheckedCases}. */
@NeedsEngine
@Tag("packaging")
final class JsCheckedTest {
  /** What became of each test and container that did anything, by display name. */
  private static Map<String, TestExecutionResult> run(Class<?> cases) {
    System.setProperty(CheckedCases.PARENT, String.valueOf(ProcessHandle.current().pid()));
    Map<String, TestExecutionResult> results = new TreeMap<>();
    LauncherFactory.create()
        .execute(LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(cases))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                results.put(test.getDisplayName(), result);
              }
            });
    return results;
  }

  private static Throwable failure(Map<String, TestExecutionResult> results, String name) {
    assertThat(results).containsKey(name);
    TestExecutionResult result = Objects.requireNonNull(results.get(name));
    assertThat(result.getStatus()).as(name).isEqualTo(TestExecutionResult.Status.FAILED);
    return result.getThrowable().orElseThrow();
  }

  private static void assertSuccessful(Map<String, TestExecutionResult> results, String name) {
    assertThat(results.get(name)).as("%s in %s", name, results).isEqualTo(TestExecutionResult.successful());
  }

  @Test
  void resultsComeBackFromTheOtherJvm() {
    Map<String, TestExecutionResult> results = run(CheckedCases.Clean.class);
    assertSuccessful(results, "passes()");
    assertSuccessful(results, "passesToo()");
    assertSuccessful(results, "[1] n = 1");
    assertThat(failure(results, "fails()")).hasToString(
        "org.opentest4j.AssertionFailedError: expected: <41> but was: <42>");
    assertThat(failure(results, "fails()").getStackTrace())
        .anySatisfy(frame -> assertThat(frame.toString()).contains("CheckedCases$Clean.fails(CheckedCases.java:"));
    assertThat(failure(results, "[2] n = 2")).hasMessageContaining("AssertionFailedError");
    assertThat(results).hasEntrySatisfying("isAborted()", result -> assertThat(result.getStatus()).isEqualTo(
        TestExecutionResult.Status.ABORTED));
    assertThat(results).doesNotContainKey("isDisabled()");
    assertSuccessful(results, "is 1");
    assertThat(failure(results, "is 2")).hasMessageContaining("expected: <1> but was: <2>");
    assertSuccessful(results, "CheckedCases$Clean");
  }

  @Test
  void whatIsLeftOpenFailsTheTestWithTheStackThatOpenedIt() {
    Map<String, TestExecutionResult> results = run(CheckedCases.Leaking.class);
    for (Map.Entry<String, String> leak : Map.of("leavesAContext()", "context", "leavesAScope()", "scope",
        "leavesAReference()", "reference").entrySet()) {
      String method = leak.getKey().substring(0, leak.getKey().length() - 2);
      Throwable failure = failure(results, leak.getKey());
      assertThat(failure).hasMessageContaining(leak.getKey() + " left something open")
          .hasMessageContaining("a " + leak.getValue() + ", opened at io.jsc4j.tests.junit.CheckedCases$");
      assertThat(failure.getSuppressed()).anySatisfy(site -> assertThat(site.getStackTrace())
          .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo(method)));
    }
    assertSuccessful(results, "leavesNothing()");
  }

  @Test
  void whatTheClassLeavesOpenFailsTheClass() {
    Map<String, TestExecutionResult> results = run(CheckedCases.LeakingAfterAll.class);
    assertSuccessful(results, "passes()");
    assertThat(failure(results, "CheckedCases$LeakingAfterAll"))
        .hasMessageContaining("a context, opened at io.jsc4j.tests.junit.CheckedCases$LeakingAfterAll.open(");
  }

  @Test
  void mistakesShow() {
    Map<String, TestExecutionResult> results = run(CheckedCases.Mistaken.class);
    assertSuccessful(results, "trustsAWeakReferenceUnchecked()");
    assertThat(failure(results, "trustsAWeakReference()")).hasMessageContaining("No value present");
    assertThat(failure(results, "usesAHandleAfterItsScope()"))
        .hasMessageMatching("(?s).*this value can no longer be used: it belonged to scope 1 of context 1 \\(opened at "
            + ".*CheckedCases.*\\), which is closed \\(made at .*CheckedCases.*, released at .*CheckedCases.*\\).*");
    assertThat(failure(results, "endsItsJvm()"))
        .hasMessageContaining("the test did not end: the JVM of the checked tests ended with exit code 7");
    assertThat(failure(results, "hangs()")).hasMessageContaining("was killed after 3 seconds");
  }

  @Test
  void theStressIsSelectable() {
    Map<String, TestExecutionResult> results = run(CheckedCases.OtherStress.class);
    assertSuccessful(results, "works()");
  }
}
