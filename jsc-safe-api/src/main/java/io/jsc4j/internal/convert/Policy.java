package io.jsc4j.internal.convert;

/**
 * What the caller of a conversion decides.
 *
 * @param unknownFields properties that a record has no component for
 * @param missingFields undefined where a value is expected
 * @param references objects that are met again
 * @param largeLongs whole numbers of Java beyond 2^53
 * @param tagProperty the property that says which type of a sealed hierarchy an object is
 * @param maxDepth how deep values may be nested
 * @param maxValues how many values there may be
 */
public record Policy(UnknownFields unknownFields, MissingFields missingFields, References references,
    LargeLongs largeLongs, String tagProperty, int maxDepth, int maxValues) {

  /** Properties that a record has no component for. */
  public enum UnknownFields {
    IGNORE,
    REFUSE
  }

  /** Undefined where a value is expected. */
  public enum MissingFields {
    NULL,
    DEFAULT,
    REFUSE
  }

  /** Objects that are met again. */
  public enum References {
    KEEP,
    COPY,
    REFUSE
  }

  /** Whole numbers of Java beyond 2^53. */
  public enum LargeLongs {
    BIG_INT,
    REFUSE
  }
}
