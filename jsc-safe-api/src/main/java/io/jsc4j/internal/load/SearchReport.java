package io.jsc4j.internal.load;

import io.jsc4j.spi.JscLibraryException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what was tried and why it was no good, for the error that names it all or the warning about a detour. */
final class SearchReport {
  private record Attempt(String place, String problem, @Nullable Throwable cause) {
    @Override
    public String toString() {
      return place + ": " + problem;
    }
  }

  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Attempt> failures = new ArrayList<>();

  /** Notes that a place has nothing to offer, which is nothing to worry about if another one has. */
  void absent(String place, String problem) {
    attempts.add(new Attempt(place, problem, null));
  }

  /** Notes that a place has an engine that can't be used, which somebody should know even if another one can. */
  void failed(String place, String problem, @Nullable Throwable cause) {
    Attempt attempt = new Attempt(place, problem, cause);
    attempts.add(attempt);
    failures.add(attempt);
  }

  void failed(String place, CandidateException e) {
    failed(place, e.problem(), e.getCause());
  }

  boolean hasFailures() {
    return !failures.isEmpty();
  }

  /** The failures in one line. */
  String failures() {
    StringBuilder text = new StringBuilder();
    for (Attempt failure : failures) {
      text.append(text.isEmpty() ? "" : "; ").append(failure);
    }
    return text.toString();
  }

  /** The exception that says everything. */
  JscLibraryException exception(String headline, List<String> advice) {
    StringBuilder text = new StringBuilder(headline).append(" Tried:");
    int number = 0;
    for (Attempt attempt : attempts) {
      text.append("\n  ").append(++number).append(". ").append(attempt);
    }
    text.append(advice.size() == 1 ? "\nWhat to do:" : "\nWhat to do, one of:");
    for (String line : advice) {
      text.append("\n  - ").append(line);
    }
    JscLibraryException exception = new JscLibraryException(text.toString());
    for (Attempt attempt : attempts) {
      if (attempt.cause() != null) {
        exception.addSuppressed(attempt.cause());
      }
    }
    return exception;
  }
}
