package io.jsc4j.tests.support;

import io.jsc4j.JsEngine;
import io.jsc4j.spi.JscLibraryException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether tests that need an engine can run; see {@link NeedsEngine}. */
public final class EngineUnderTest implements ExecutionCondition {
  private static final ConditionEvaluationResult RESULT = evaluate();

  /** The property's value: {@code bundled} in one run of the tests, {@code system} in the other. */
  public static String name() {
    return System.getProperty("io.jsc4j.library", "bundled");
  }

  private static ConditionEvaluationResult evaluate() {
    try {
      JsEngine engine = JsEngine.load();
      return ConditionEvaluationResult.enabled("engine " + engine.version() + ", " + engine.origin());
    } catch (JscLibraryException e) {
      if (name().equals("bundled") && Boolean.getBoolean("jsc4j.requireBundled")) {
        return ConditionEvaluationResult.enabled("the bundled engine is missing, which fails each test that needs it");
      }
      return ConditionEvaluationResult.disabled("there is no " + name() + " engine here: " + e.getMessage());
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return RESULT;
  }
}
