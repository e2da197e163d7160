package io.jsc4j;

/** The exceptions of the {@code as...} methods of {@link JsValue}. */
final class JsMismatch {
  private JsMismatch() {}

  /** A value of another type than the expected one. */
  static final class OfType extends ClassCastException implements ToldToScripts {
    private static final long serialVersionUID = 1L;

    private final String reason;

    OfType(String expected, String got, String shown) {
      super("expected " + expected + ", got " + shown);
      this.reason = "expected " + expected + ", got " + got;
    }

    @Override
    public HostException.Kind kind() {
      return HostException.Kind.TYPE_ERROR;
    }

    @Override
    public String reason() {
      return reason;
    }

    // As the standard exception that it is to users.
    @SuppressWarnings("OverrideThrowableToString")
    @Override
    public String toString() {
      return ClassCastException.class.getName() + ": " + getLocalizedMessage();
    }
  }

  /** A number that is not in the expected range. */
  static final class OfRange extends ArithmeticException implements ToldToScripts {
    private static final long serialVersionUID = 1L;

    private final String reason;

    OfRange(String expected, String shown) {
      super("expected " + expected + ", got " + shown);
      this.reason = "expected " + expected;
    }

    @Override
    public HostException.Kind kind() {
      return HostException.Kind.RANGE_ERROR;
    }

    @Override
    public String reason() {
      return reason;
    }

    // As the standard exception that it is to users.
    @SuppressWarnings("OverrideThrowableToString")
    @Override
    public String toString() {
      return ArithmeticException.class.getName() + ": " + getLocalizedMessage();
    }
  }
}
