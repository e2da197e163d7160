package io.jsc4j.tests.fuzz;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the callbacks of a program throw: may come out of any call. */
final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Thrown(String message) {
    super(message);
  }

  /** An error of a callback. */
  private static final class Grave extends Error {
    private static final long serialVersionUID = 1;
  }

  /** An exception that no callback may declare. */
  private static final class Checked extends Exception {
    private static final long serialVersionUID = 1;
  }

  static Throwable any(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Grave();
      case 1 -> new Checked();
      case 2 -> new IllegalStateException("a callback's own");
      default -> new Thrown("of a callback");
    };
  }

  static boolean isOurs(@Nullable Throwable thrown) {
    return thrown instanceof Grave || thrown instanceof Checked || (thrown instanceof UndeclaredThrowableException e
        && isOurs(e.getCause()));
  }
}
