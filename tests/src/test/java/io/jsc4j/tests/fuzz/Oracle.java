package io.jsc4j.tests.fuzz;

import io.jsc4j.JsContext;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Which exceptions may come out of the public API, whatever is done to it. */
final class Oracle {
  /** What a caller's mistakes are answered with. */
  private static final Set<Class<?>> STANDARD = Set.of(IllegalArgumentException.class, NumberFormatException.class,
      IllegalStateException.class, NullPointerException.class, IndexOutOfBoundsException.class,
      ArrayIndexOutOfBoundsException.class,
      UnsupportedOperationException.class, ClassCastException.class, NoSuchElementException.class,
      WrongThreadException.class, CancellationException.class, CompletionException.class,
      ConcurrentModificationException.class, ArithmeticException.class, DateTimeException.class);

  private static final String PUBLIC = JsContext.class.getPackageName() + ".";

  private Oracle() {}

  /** Why this exception should not have come out, or null if it may. */
  static @Nullable String complaint(Throwable thrown) {
    Class<?> type = thrown.getClass();
    if (thrown instanceof Thrown || Thrown.isOurs(thrown) || thrown instanceof StackOverflowError) {
      return null;
    }
    if (thrown instanceof OutOfMemoryError) {
      // Arena.allocate says so of a size that nobody has.
      return at(thrown, 0).startsWith("java.") || at(thrown, 0).startsWith("jdk.") ? null : "out of memory";
    }
    if (STANDARD.contains(type)) {
      return madeByTheJvm(thrown) ? "the JVM, not the library, found the mistake" : null;
    }
    boolean exported = type.getName().startsWith(PUBLIC) && type.getPackageName().length() == PUBLIC.length() - 1;
    // A hidden subclass of a standard one says to scripts what it is; to Java it is the standard one.
    boolean known = Modifier.isPublic(type.getModifiers()) || STANDARD.contains(type.getSuperclass());
    return exported && known ? null : "undocumented type";
  }

  /** What nobody threw by hand, in code of the library: an index, a cast, a null that it had not thought of. */
  private static boolean madeByTheJvm(Throwable thrown) {
    String message = thrown.getMessage();
    if (message == null || !at(thrown, 0).startsWith(PUBLIC) || at(thrown, 0).startsWith(PUBLIC + "tests.")) {
      return false;
    }
    boolean index = message.startsWith("Index ") && message.contains("out of bounds for length");
    return index || message.startsWith("Cannot ") || message.startsWith("class ") || message.equals("/ by zero");
  }

  private static String at(Throwable thrown, int frame) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length > frame ? trace[frame].getClassName() : "";
  }
}
