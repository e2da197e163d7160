package io.jsc4j.tests.hostile;

import io.jsc4j.HostException;
import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsException;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsTransferLimitException;
import io.jsc4j.tests.hostile.HostileScript.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;

/** Calls of the API that a script may spoil: it may make them throw, but only what they say that they throw, and in time. */
final class Attempt {
  /** A limit ends a call after it, on an idle machine. */
  static final Duration LIMIT = Duration.ofMillis(Integer.getInteger("jsc4j.hostile.limit", 40));
  /** What a call may take longer than its limit: the engine's longest operation, on a machine that does much else. */
  private static final Duration SLACK = Duration.ofSeconds(Integer.getInteger("jsc4j.hostile.slack", 8));
  private static final List<Class<? extends RuntimeException>> DOCUMENTED =
      List.of(JsException.class, JsConversionException.class, JsAwaitTimeoutException.class,
          JsTransferLimitException.class, ClassCastException.class, IllegalArgumentException.class,
          IllegalStateException.class,
          ArithmeticException.class, NoSuchElementException.class, IndexOutOfBoundsException.class,
          UnsupportedOperationException.class);

  private final List<String> problems = new ArrayList<>();
  private final List<JsTerminatedException> terminations = new ArrayList<>();

  /** What went wrong in all calls. */
  List<String> problems() {
    return problems;
  }

  /** How many calls a limit has ended. */
  int terminations() {
    return terminations.size();
  }

  /** What ended calls, in their order. */
  List<JsTerminatedException> ended() {
    return terminations;
  }

  /** Notes something that must not be. */
  void problem(String text) {
    problems.add(text);
  }

  /** Makes one call; what it throws is looked at, and is no problem if the API says that it may. */
  Outcome call(String what, Callable<?> action) {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      action.call();
      outcome = Outcome.VALUE;
    } catch (JsTerminatedException e) {
      terminations.add(e);
      requireDocumented(what, e);
      outcome = Outcome.TERMINATED;
    } catch (Exception | Error e) {
      requireDocumented(what, e);
      outcome = Outcome.THROWS;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(LIMIT.plus(SLACK)) > 0) {
      problem(what + " took " + took.toMillis() + " ms with a limit of " + LIMIT.toMillis() + " ms");
    }
    return outcome;
  }

  private void requireDocumented(String what, Throwable thrown) {
    boolean fromHost = thrown.getStackTrace().length > 0
        && thrown.getStackTrace()[0].getClassName().startsWith(HostObjects.class.getName());
    boolean documented = DOCUMENTED.stream().anyMatch(type -> type.isInstance(thrown));
    boolean allowed = documented || fromHost || thrown instanceof HostException;
    if (!allowed || thrown.getClass().getName().startsWith("io.jsc4j.internal")) {
      problem(what + " threw " + thrown + " at " + (thrown.getStackTrace().length > 0
          ? thrown.getStackTrace()[0]
          : "?"));
    }
    // Text that a script made must not be able to spoil these either.
    try {
      var _ = thrown.toString();
      var _ = thrown.getMessage();
      var _ = thrown.getStackTrace();
    } catch (RuntimeException e) {
      problem(what + " threw a " + thrown.getClass().getName() + " whose text throws " + e);
    }
  }
}
