package io.jsc4j.tests.architecture.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A call in source text whose soundness no compiler checks.
 *
 * @param file where
 * @param line the line of its opening parenthesis, which is the one that a class file names
 * @param function what is called
 * @param safety what the {@code SAFETY} comment directly above its statement says, or null if there is none
 */
record RawCall(Path file, int line, String function, @Nullable String safety) {
  @Override
  public String toString() {
    return file.getFileName() + ":" + line + ": " + function;
  }
}
