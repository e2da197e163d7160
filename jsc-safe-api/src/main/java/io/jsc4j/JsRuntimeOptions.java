package io.jsc4j;

import java.util.Objects;

/**
 * How a runtime is opened. Immutable, and usable on any thread.
 *
 * {@snippet file="SnippetTest.java" region="options"}
 */
public final class JsRuntimeOptions {
  private static final JsRuntimeOptions DEFAULTS = new JsRuntimeOptions(JsLimits.none(), JsErrorExposure.INTENDED,
      false);

  private final JsLimits limits;
  private final JsErrorExposure errorExposure;
  private final boolean cancellable;

  private JsRuntimeOptions(JsLimits limits, JsErrorExposure errorExposure, boolean cancellable) {
    this.limits = limits;
    this.errorExposure = errorExposure;
    this.cancellable = cancellable;
  }

  /** No limits; scripts read of exceptions what is {@link JsErrorExposure#INTENDED} for them. */
  public static JsRuntimeOptions defaults() {
    return DEFAULTS;
  }

  /** The same with other limits. */
  public JsRuntimeOptions withLimits(JsLimits newLimits) {
    return new JsRuntimeOptions(Objects.requireNonNull(newLimits, "newLimits"), errorExposure, cancellable);
  }

  /** The same with another choice of what scripts may read of Java's exceptions. */
  public JsRuntimeOptions withErrorExposure(JsErrorExposure newErrorExposure) {
    return new JsRuntimeOptions(limits, Objects.requireNonNull(newErrorExposure, "newErrorExposure"), cancellable);
  }

  /**
   * The same with the choice whether {@link JsRuntime#cancel} and an interrupt of the owner thread end scripts though there are no limits; with
   * limits they always do. Off by default, because the engine then reads two clocks at each call from Java: some 0.3 us.
   */
  public JsRuntimeOptions withCancellation(boolean newCancellable) {
    return new JsRuntimeOptions(limits, errorExposure, newCancellable);
  }

  /** What scripts may use before they are ended. */
  public JsLimits limits() {
    return limits;
  }

  /** What scripts may read of Java's exceptions. */
  public JsErrorExposure errorExposure() {
    return errorExposure;
  }

  /** Whether scripts can be cancelled though there are no limits. */
  public boolean cancellation() {
    return cancellable;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof JsRuntimeOptions options && limits.equals(options.limits)
        && errorExposure == options.errorExposure && cancellable == options.cancellable;
  }

  @Override
  public int hashCode() {
    return Objects.hash(limits, errorExposure, cancellable);
  }

  @Override
  public String toString() {
    return "JsRuntimeOptions[limits=" + limits + ", errorExposure=" + errorExposure + ", cancellation=" + cancellable
        + "]";
  }
}
