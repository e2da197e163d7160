package io.jsc4j;

/**
 * What scripts may read of an exception that a host function throws. Java's side is the same whatever it is: the exception comes out as the same
 * object, with all that it has.
 *
 * <p>Each constant shows what the ones before it show. A {@link StackOverflowError} and an {@link OutOfMemoryError} always read as the
 * engine's own RangeErrors for these do.
 */
public enum JsErrorExposure {
  /** Nothing: every message reads {@code a host function failed}. */
  NONE,
  /**
   * What was meant for scripts: kind, message and causes of a {@link HostException}, and what jsc4j itself says of a wrong argument. The default.
   */
  INTENDED,
  /** The message of every exception. */
  MESSAGES,
  /** Class and stack trace too, as the properties {@code javaClass} and {@code javaStack}. For development: they describe the host's code. */
  EVERYTHING;

  boolean shows(JsErrorExposure needed) {
    return compareTo(needed) >= 0;
  }
}
