package io.jsc4j.junit;

/**
 * What a test threw in the JVM of {@link JsChecked}: the message begins with the class of the original, the stack is the original's, and causes and
 * suppressed exceptions are of this type too.
 */
public final class JsCheckedFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  JsCheckedFailure(String message) {
    super(message);
  }

  /** The message alone: it has the class of the original already. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // The message is what it should be; only the class is told twice otherwise.
  public String toString() {
    return String.valueOf(getMessage());
  }
}
