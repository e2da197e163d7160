package io.jsc4j;

import io.jsc4j.internal.convert.Policy;
import java.util.Objects;

/**
 * What a context decides in conversions between JavaScript and Java. Immutable, and usable on any thread.
 *
 * {@snippet :
 * js.setConversion(JsConversion.defaults().withUnknownFields(JsConversion.UnknownFields.REFUSE));
 * }
 *
 * @see JsContext#toJava(JsValue, Class)
 */
public final class JsConversion {
  /** How deep a conversion may be told to go: so that the Java stack is enough. */
  private static final int DEEPEST = 500;

  private static final JsConversion DEFAULTS = new JsConversion(new Policy(Policy.UnknownFields.IGNORE,
      Policy.MissingFields.REFUSE,
      Policy.References.KEEP, Policy.LargeLongs.BIG_INT, "type", 200, 10_000_000));

  private final Policy policy;

  private JsConversion(Policy policy) {
    this.policy = policy;
  }

  /** What becomes of a property that a record has no component for. */
  public enum UnknownFields {
    /** Nothing. */
    IGNORE,
    /** The conversion fails. */
    REFUSE
  }

  /** What becomes of undefined, and so of a property that is not there, where a value is expected. An {@code Optional} is empty in any case. */
  public enum MissingFields {
    /** Null; a primitive can't be null, so there the conversion fails. */
    NULL,
    /** 0 or false; an empty collection, map or array; null for any other type. */
    DEFAULT,
    /** The conversion fails. */
    REFUSE
  }

  /** What becomes of an object that is met again, from another place or within itself. */
  public enum References {
    /**
     * It becomes one object here too, also where it leads back to itself, if that can be: from Java to JavaScript always, from JavaScript to Java
     * through lists, maps and other collections. A cycle through a record, an array or a set fails. Elements of sets and keys of maps are copied.
     */
    KEEP,
    /** It becomes as many objects as there are ways to it; a cycle fails. The quickest. */
    COPY,
    /** The conversion fails. */
    REFUSE
  }

  /** What becomes of a {@code long} that is no exact number in JavaScript: beyond 2^53 - 1. */
  public enum LargeLongs {
    /** A big int. */
    BIG_INT,
    /** The conversion fails. */
    REFUSE
  }

  /**
   * Unknown fields are ignored, missing ones refused, references kept, large longs become big ints; the tag property is {@code type}, the most depth
   * 200, and the most values 10 million.
   */
  public static JsConversion defaults() {
    return DEFAULTS;
  }

  /** The same with another answer to properties that a record has no component for. */
  public JsConversion withUnknownFields(UnknownFields unknownFields) {
    return new JsConversion(new Policy(
        Policy.UnknownFields.valueOf(Objects.requireNonNull(unknownFields, "unknownFields").name()),
        policy.missingFields(), policy.references(), policy.largeLongs(), policy.tagProperty(), policy.maxDepth(),
        policy.maxValues()));
  }

  /** The same with another answer to undefined where a value is expected. */
  public JsConversion withMissingFields(MissingFields missingFields) {
    return new JsConversion(new Policy(policy.unknownFields(),
        Policy.MissingFields.valueOf(Objects.requireNonNull(missingFields, "missingFields").name()),
        policy.references(), policy.largeLongs(), policy.tagProperty(), policy.maxDepth(), policy.maxValues()));
  }

  /** The same with another answer to objects that are met again. */
  public JsConversion withReferences(References references) {
    return new JsConversion(new Policy(policy.unknownFields(), policy.missingFields(),
        Policy.References.valueOf(Objects.requireNonNull(references, "references").name()), policy.largeLongs(),
        policy.tagProperty(), policy.maxDepth(), policy.maxValues()));
  }

  /** The same with another answer to longs beyond 2^53 - 1. */
  public JsConversion withLargeLongs(LargeLongs largeLongs) {
    return new JsConversion(new Policy(policy.unknownFields(), policy.missingFields(), policy.references(),
        Policy.LargeLongs.valueOf(Objects.requireNonNull(largeLongs, "largeLongs").name()), policy.tagProperty(),
        policy.maxDepth(), policy.maxValues()));
  }

  /** The same with another name of the property that says which type of a sealed hierarchy an object is. */
  public JsConversion withTagProperty(String tagProperty) {
    return new JsConversion(new Policy(policy.unknownFields(), policy.missingFields(), policy.references(),
        policy.largeLongs(), Objects.requireNonNull(tagProperty, "tagProperty"), policy.maxDepth(),
        policy.maxValues()));
  }

  /**
   * The same with another limit to how deep values may be nested.
   *
   * @throws IllegalArgumentException if it is less than 1 or more than 500, which the Java stack might not hold
   */
  public JsConversion withMaxDepth(int maxDepth) {
    if (maxDepth < 1 || maxDepth > DEEPEST) {
      throw new IllegalArgumentException("the most depth is from 1 to " + DEEPEST + ": " + maxDepth);
    }
    return new JsConversion(new Policy(policy.unknownFields(), policy.missingFields(), policy.references(),
        policy.largeLongs(), policy.tagProperty(), maxDepth, policy.maxValues()));
  }

  /**
   * The same with another limit to how many values, elements and properties counted one by one, a conversion may meet: a script that says that an array
   * has 2^32 - 1 elements, or that hands out ever new ones, ends there.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public JsConversion withMaxValues(int maxValues) {
    if (maxValues < 1) {
      throw new IllegalArgumentException("the most values must be positive: " + maxValues);
    }
    return new JsConversion(new Policy(policy.unknownFields(), policy.missingFields(), policy.references(),
        policy.largeLongs(), policy.tagProperty(), policy.maxDepth(), maxValues));
  }

  Policy policy() {
    return policy;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof JsConversion conversion && policy.equals(conversion.policy);
  }

  @Override
  public int hashCode() {
    return policy.hashCode();
  }

  @Override
  public String toString() {
    return policy.toString().replaceFirst("Policy", "JsConversion");
  }
}
