package io.jsc4j;

import java.util.Objects;

/**
 * How a runtime is opened. Immutable, and usable on any thread.
 *
 * {@snippet file="SnippetTest.java" region="options"}
 */
public final class JsRuntimeOptions {
  private static final JsRuntimeOptions DEFAULTS = new JsRuntimeOptions(JsLimits.none(), JsErrorExposure.INTENDED);

  private final JsLimits limits;
  private final JsErrorExposure errorExposure;

  private JsRuntimeOptions(JsLimits limits, JsErrorExposure errorExposure) {
    this.limits = limits;
    this.errorExposure = errorExposure;
  }

  /** No limits; scripts read of exceptions what is {@link JsErrorExposure#INTENDED} for them. */
  public static JsRuntimeOptions defaults() {
    return DEFAULTS;
  }

  /** The same with other limits. */
  public JsRuntimeOptions withLimits(JsLimits newLimits) {
    return new JsRuntimeOptions(Objects.requireNonNull(newLimits, "newLimits"), errorExposure);
  }

  /** The same with another choice of what scripts may read of Java's exceptions. */
  public JsRuntimeOptions withErrorExposure(JsErrorExposure newErrorExposure) {
    return new JsRuntimeOptions(limits, Objects.requireNonNull(newErrorExposure, "newErrorExposure"));
  }

  /** What scripts may use before they are ended. */
  public JsLimits limits() {
    return limits;
  }

  /** What scripts may read of Java's exceptions. */
  public JsErrorExposure errorExposure() {
    return errorExposure;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof JsRuntimeOptions options && limits.equals(options.limits)
        && errorExposure == options.errorExposure;
  }

  @Override
  public int hashCode() {
    return Objects.hash(limits, errorExposure);
  }

  @Override
  public String toString() {
    return "JsRuntimeOptions[limits=" + limits + ", errorExposure=" + errorExposure + "]";
  }
}
