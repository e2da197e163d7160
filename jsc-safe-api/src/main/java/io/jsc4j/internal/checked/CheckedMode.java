package io.jsc4j.internal.checked;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The checked mode, {@code -Dio.jsc4j.checked=true}: what the ordinary checks make impossible is looked for all the same, at each use, so that a
 * check that is missing or wrong shows as a message and not as a crash. Usable on any thread.
 *
 * <p>Off, it costs a branch on a constant, which the compiler leaves out.
 */
public final class CheckedMode {
  /** Whether it is on; fixed for the life of the class loader. */
  public static final boolean ON = Boolean.getBoolean("io.jsc4j.checked");

  /** More than anybody reads; a failure in a loop must not fill the heap. */
  private static final int MAX_FAILURES = 100;

  private static final List<String> OWN_PACKAGES = List.of("io.jsc4j.internal.", "io.jsc4j.bindings.", "java.", "jdk.");

  // Scripts can catch what is thrown under a host function, so it is kept too.
  private static final Queue<CheckFailure> FAILURES = new ConcurrentLinkedQueue<>();

  private CheckedMode() {}

  /** What it found: a defect of this library, since no use of its API may lead there. */
  public static final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private CheckFailure(String message) {
      super(message);
    }
  }

  /** Where something happens; null when the mode is off. */
  public static @Nullable Throwable site(String what) {
    return ON ? new Throwable(what) : null;
  }

  /** The place of a site in the user's code, for a message. */
  public static String where(@Nullable Throwable site) {
    if (site == null) {
      return "an unknown place";
    }
    StackTraceElement[] frames = site.getStackTrace();
    for (StackTraceElement frame : frames) {
      if (!isOwn(frame.getClassName())) {
        return frame.toString();
      }
    }
    return frames.length == 0 ? "an unknown place" : frames[frames.length - 1].toString();
  }

  private static boolean isOwn(String className) {
    for (String prefix : OWN_PACKAGES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return className.startsWith("io.jsc4j.") && className.indexOf('.', "io.jsc4j.".length()) < 0;
  }

  /**
   * Reports what must not be: logs it, keeps it for {@link #takeFailures}, and gives it to the caller to throw.
   *
   * @param sites where what it is about came from, and went; null is left out
   */
  public static CheckFailure failure(String message, @Nullable Throwable... sites) {
    CheckFailure failure = new CheckFailure("checked mode: " + message
        + ". An ordinary check should have refused this earlier: please report it, with this stack");
    for (Throwable site : sites) {
      if (site != null) {
        failure.addSuppressed(site);
      }
    }
    if (FAILURES.size() < MAX_FAILURES) {
      FAILURES.add(failure);
    }
    LoggerFactory.getLogger(CheckedMode.class).error("{}", failure.getMessage(), failure);
    return failure;
  }

  /** What was found since the last call, whether or not a script caught it. */
  public static List<Throwable> takeFailures() {
    List<Throwable> taken = new ArrayList<>();
    CheckFailure failure;
    while ((failure = FAILURES.poll()) != null) {
      taken.add(failure);
    }
    return taken;
  }
}
