package io.jsc4j;

/** Thrown in a host function by jsc4j itself: becomes a genuine TypeError of the context, which users never see as this. */
final class TypeErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TypeErrorException(String message) {
    // Neither suppression nor a stack trace: nobody will see it.
    super(message, null, false, false);
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** An argument of another type than the function takes. */
  static TypeErrorException argument(int index, String function, ClassCastException expected) {
    return new TypeErrorException("argument " + index + " of '" + function + "': " + expected.getMessage());
  }
}
