package io.jsc4j;

import io.jsc4j.internal.ffi.EngineOption;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Options of the engine, by its own names, for {@link JsEngine#configure}: tiers of its compilers, parts of the language that are off otherwise,
 * sizes of the heap. Immutable, and usable on any thread.
 *
 * {@snippet file="SnippetTest.java" region="engine-options"}
 *
 * <p>Only options of {@link #names()} can be set. JavaScriptCore has several hundred more, for those who work on it: with some of them it
 * takes signals that the JVM needs, leaves out checks, or writes files. What is still being built in the engine ({@code useShadowRealm}, say) is
 * as finished as the engine has it.
 */
public final class JsEngineOptions {
  private static final JsEngineOptions NONE = new JsEngineOptions(Map.of());

  private final Map<String, Object> values;

  private JsEngineOptions(Map<String, Object> values) {
    this.values = values;
  }

  /** No option: the engine's defaults, but for {@code smallHeapSize}, which is 3 MB; those that the JVM needs can't be set. */
  public static JsEngineOptions none() {
    return NONE;
  }

  /** The options that can be set, in alphabetical order. The engine that is used may lack some of them. */
  public static Set<String> names() {
    return EngineOption.allowed().keySet();
  }

  /**
   * The same options with one that is on or off.
   *
   * @throws IllegalArgumentException if the option can't be set, or is no boolean
   */
  public JsEngineOptions with(String name, boolean value) {
    return withValue(name, value);
  }

  /**
   * The same options with one that is a whole number.
   *
   * @throws IllegalArgumentException if the option can't be set, is no whole number, or must be in another range
   */
  public JsEngineOptions with(String name, long value) {
    return withValue(name, value);
  }

  /**
   * The same options with one that is a fraction.
   *
   * @throws IllegalArgumentException if the option can't be set, is no fraction, or must be in another range
   */
  public JsEngineOptions with(String name, double value) {
    return withValue(name, value);
  }

  private JsEngineOptions withValue(String name, Object value) {
    EngineOption.named(Objects.requireNonNull(name, "name")).requireValue(value);
    Map<String, Object> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new JsEngineOptions(Collections.unmodifiableMap(changed));
  }

  /** The options that are set: {@link Boolean}, {@link Long} or {@link Double} by name. */
  public Map<String, Object> values() {
    return values;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof JsEngineOptions options && values.equals(options.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "JsEngineOptions" + values;
  }
}
