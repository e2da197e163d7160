package io.jsc4j.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** What the other JVM told of its tests. */
final class CheckedRun {
  private final Map<String, Outcome> last = new LinkedHashMap<>();
  private final boolean complete;
  private final String ending;

  /**
   * Takes what was told.
   *
   * @param ending how the JVM ended, for the failures of tests that it did not come to
   */
  CheckedRun(List<Outcome> told, String ending) {
    told.forEach(outcome -> last.put(outcome.id(), outcome));
    this.complete = last.remove("") != null;
    this.ending = ending;
  }

  /** Throws what the test threw, or why it was not run; returns if it was successful. */
  void replay(String id) {
    Outcome outcome = last.get(id);
    if (outcome == null) {
      throw last.values()
          .stream()
          .filter(container -> !container.isTest() && container.failure() != null)
          .findFirst()
          .map(Outcome::failure)
          .orElseGet(() -> new JsCheckedFailure("the test was not run: " + ending));
    }
    switch (outcome.state()) {
      case SUCCESSFUL -> {}
      case ABORTED, SKIPPED -> throw new TestAbortedException(String.valueOf(outcome.failure()));
      case FAILED -> throw failure(outcome);
      case STARTED, END -> throw new JsCheckedFailure("the test did not end: " + ending);
    }
  }

  /** What failed besides tests in a container: a life-cycle method, or a leak that only shows after all tests. */
  Optional<JsCheckedFailure> containerFailure(String id) {
    Outcome outcome = last.get(id);
    if (outcome != null && outcome.state() == Outcome.State.FAILED) {
      return Optional.of(failure(outcome));
    }
    return complete ? Optional.empty() : Optional.of(new JsCheckedFailure(ending));
  }

  /** The tests that a factory made. */
  List<Outcome> testsBelow(String id) {
    return last.values().stream().filter(test -> test.isTest() && test.id().startsWith(id + "/")).toList();
  }

  private static JsCheckedFailure failure(Outcome outcome) {
    JsCheckedFailure failure = outcome.failure();
    return failure != null ? failure : new JsCheckedFailure("it failed without an exception");
  }
}
