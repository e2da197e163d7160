package io.jsc4j.internal.load;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * One candidate can't be used, and why. Checked, because every place that meets it has to decide whether the search goes
 * on.
 */
final class CandidateException extends Exception {
  @Serial
  private static final long serialVersionUID = 1L;

  CandidateException(String problem) {
    super(problem);
  }

  CandidateException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }

  /** The problem, in words that fit behind the name of the place. */
  String problem() {
    String message = getMessage();
    return message == null ? "unknown problem" : message;
  }
}
