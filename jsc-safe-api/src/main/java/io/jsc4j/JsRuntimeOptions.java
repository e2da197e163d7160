package io.jsc4j;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * How a runtime is opened. Immutable, and usable on any thread.
 *
 * {@snippet file="SnippetTest.java" region="options"}
 */
public final class JsRuntimeOptions {
  private static final JsRuntimeOptions DEFAULTS = new JsRuntimeOptions(JsLimits.none(), JsErrorExposure.INTENDED,
      false, Set.of());

  private final JsLimits limits;
  private final JsErrorExposure errorExposure;
  private final boolean cancellable;
  private final Set<JsBuiltin> without;

  private JsRuntimeOptions(JsLimits limits, JsErrorExposure errorExposure, boolean cancellable,
      Set<JsBuiltin> without) {
    this.limits = limits;
    this.errorExposure = errorExposure;
    this.cancellable = cancellable;
    this.without = without;
  }

  /** No limits; scripts read of exceptions what is {@link JsErrorExposure#INTENDED} for them. */
  public static JsRuntimeOptions defaults() {
    return DEFAULTS;
  }

  /** The same with other limits. */
  public JsRuntimeOptions withLimits(JsLimits newLimits) {
    return new JsRuntimeOptions(Objects.requireNonNull(newLimits, "newLimits"), errorExposure, cancellable, without);
  }

  /** The same with another choice of what scripts may read of Java's exceptions. */
  public JsRuntimeOptions withErrorExposure(JsErrorExposure newErrorExposure) {
    return new JsRuntimeOptions(limits, Objects.requireNonNull(newErrorExposure, "newErrorExposure"), cancellable,
        without);
  }

  /**
   * The same with the choice whether {@link JsRuntime#cancel} and an interrupt of the owner thread end scripts though there are no limits; with
   * limits they always do. Off by default, because the engine then reads two clocks at each call from Java: some 0.3 us.
   */
  public JsRuntimeOptions withCancellation(boolean newCancellable) {
    return new JsRuntimeOptions(limits, errorExposure, newCancellable, without);
  }

  /**
   * The same without some parts of the language: no context of the runtime has them, from its first script on.
   *
   * @param builtins what scripts must not have; those that were named before stay named
   */
  public JsRuntimeOptions without(JsBuiltin... builtins) {
    EnumSet<JsBuiltin> all = EnumSet.noneOf(JsBuiltin.class);
    all.addAll(without);
    for (JsBuiltin builtin : Objects.requireNonNull(builtins, "builtins")) {
      all.add(Objects.requireNonNull(builtin, "builtins"));
    }
    return new JsRuntimeOptions(limits, errorExposure, cancellable, Collections.unmodifiableSet(all));
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

  /** The parts of the language that scripts do not have. */
  public Set<JsBuiltin> without() {
    return without;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof JsRuntimeOptions options && limits.equals(options.limits)
        && errorExposure == options.errorExposure && cancellable == options.cancellable
        && without.equals(options.without);
  }

  @Override
  public int hashCode() {
    return Objects.hash(limits, errorExposure, cancellable, without);
  }

  @Override
  public String toString() {
    return "JsRuntimeOptions[limits=" + limits + ", errorExposure=" + errorExposure
        + (cancellable ? ", cancellation=true" : "") + (without.isEmpty() ? "" : ", without=" + without) + "]";
  }
}
