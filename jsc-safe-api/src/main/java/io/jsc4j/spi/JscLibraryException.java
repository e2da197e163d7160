package io.jsc4j.spi;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * No JavaScriptCore library could be used.
 *
 * <p>The message lists every place that was tried, why each one was no good, and what to do. Failures behind it, an {@link
 * java.io.IOException} for example, are its {@linkplain #getSuppressed() suppressed} exceptions.
 */
public final class JscLibraryException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what happened, where, and what to do
   */
  public JscLibraryException(String message) {
    super(message);
  }

  /**
   * Makes an exception that another one caused.
   *
   * @param message what happened, where, and what to do
   * @param cause the failure behind it, or null
   */
  public JscLibraryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
