package io.jsc4j.tests.obligations;

/** Asking for what must be refused. */
public final class Refusals {
  private Refusals() {}

  /** What must be refused. */
  @FunctionalInterface
  public interface Action {
    /** Tries it. */
    Object run() throws Exception;
  }

  /** Whether it is refused in just this way; any other exception is a failure, so no scenario passes by accident. */
  public static boolean isRefused(Class<? extends Throwable> type, String message, Action action) {
    try {
      Object result = action.run();
      System.out.println("not refused: returned " + result);
      return false;
    } catch (Throwable t) {
      if (type.isInstance(t) && String.valueOf(t.getMessage()).contains(message)) {
        return true;
      }
      throw new AssertionError("expected " + type.getSimpleName() + " (" + message + "), got " + t, t);
    }
  }

  /** Fails unless it is refused. */
  public static void refused(Class<? extends Throwable> type, String message, Action action) {
    if (!isRefused(type, message, action)) {
      throw new AssertionError("not refused: expected " + type.getSimpleName() + " (" + message + ")");
    }
  }

  /** Fails unless it holds. */
  public static void holds(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
