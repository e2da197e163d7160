package io.jsc4j.internal.convert;

import org.jspecify.annotations.Nullable;

/** A value that can't be converted, and where it is; the public layer turns it into what users see. */
public final class ConversionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  ConversionRefused(String path, String problem, @Nullable Throwable cause) {
    super(path + ": " + problem, cause, false, false);
    this.path = path;
  }

  /** Where the value is. */
  public String path() {
    return path;
  }
}
