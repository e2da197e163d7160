package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ServiceScript;
import io.jsc4j.internal.ffi.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of {@link JsContext} that converts and compares values. */
abstract sealed class JsConverter extends JsFactory permits JsTurns {
  private JsConversion conversion = JsConversion.defaults();

  /** {@code String(value)}, except that a symbol makes JavaScript throw a TypeError; runs {@code toString} of an object. */
  public String coerceToString(JsValue value) {
    NativeValue content = JsValues.toNative(value);
    return run(() -> Values.toJsString(pointer(), content));
  }

  /** {@code Number(value)}: a symbol makes JavaScript throw a TypeError; runs {@code valueOf} of an object. */
  public double coerceToNumber(JsValue value) {
    NativeValue content = JsValues.toNative(value);
    return run(() -> Values.toJsNumber(pointer(), content));
  }

  /** {@code Boolean(value)}. */
  public boolean coerceToBoolean(JsValue value) {
    NativeValue content = JsValues.toNative(value);
    return run(() -> Values.toJsBoolean(pointer(), content));
  }

  /** {@code JSON.stringify(value)}: empty where that is undefined, as for a function. Scripts that overwrite {@code JSON} change nothing. */
  public Optional<String> toJson(JsValue value) {
    return toJson(value, 0);
  }

  /**
   * {@code JSON.stringify(value, undefined, indent)}: on several lines unless the indent is 0. Scripts that overwrite {@code JSON} change nothing.
   *
   * @param value any value
   * @param indent how many spaces each level is indented by, from 0 to 10
   * @return empty where JavaScript's answer is undefined, as for a function
   * @throws IllegalArgumentException if the indent is negative or more than 10
   */
  public Optional<String> toJson(JsValue value, int indent) {
    NativeValue content = JsValues.toNative(value);
    if (indent < 0 || indent > 10) {
      throw new IllegalArgumentException("JSON is indented by 0 to 10 spaces, not by " + indent);
    }
    return run(() -> Optional.ofNullable(Realm.toJson(pointer(), content, indent)));
  }

  // --- comparing

  /** {@code one === other}; {@link JsValue#isSame} differs for NaN and -0. */
  public boolean isStrictlyEqual(JsValue one, JsValue other) {
    NativeValue left = JsValues.toNative(one, "one");
    NativeValue right = JsValues.toNative(other, "other");
    return run(() -> Values.isStrictEqual(pointer(), left, right));
  }

  /** {@code one == other}; converts an object to compare it with a primitive, and so can run scripts. */
  public boolean isLooselyEqual(JsValue one, JsValue other) {
    return JsService.test(context(), ServiceScript.OBJECTS, "equalsLoosely", JsValues.toNative(one, "one"), JsValues
        .toNative(other, "other"));
  }

  /**
   * Converts to Java, by the table in {@code docs/types.md}: exactly, or not at all. Getters and traps of proxies run.
   *
   * @param type a primitive type or its box, String, an enum, BigInteger, BigDecimal, a type of java.time, UUID, URI, an Optional, a collection, a map, an
   *     array, a record, a sealed interface of records, {@link JsValue} or a subtype, or Object
   * @return null if the value is null, or undefined where {@link JsConversion.MissingFields} says so
   * @throws JsConversionException if it can't be converted; the message names the place
   */
  public <T> @Nullable T toJava(JsValue value, Class<T> type) {
    return JsConversions.toJava(context(), value, type, null);
  }

  /**
   * Converts to a Java type with type arguments; otherwise as {@link #toJava(JsValue, Class)}.
   *
   * @throws IllegalArgumentException if the token does not say a type in full
   */
  public <T> @Nullable T toJava(JsValue value, JsType<T> type) {
    return JsConversions.toJava(context(), value, type, null);
  }

  /** What conversions do where there is a choice: at first {@link JsConversion#defaults}. */
  public JsConversion conversion() {
    context().requireUsable();
    return conversion;
  }

  /** Decides what later conversions of this context do where there is a choice. */
  public void setConversion(JsConversion conversion) {
    java.util.Objects.requireNonNull(conversion, "conversion");
    context().requireUsable();
    this.conversion = conversion;
  }
}
