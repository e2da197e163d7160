package io.jsc4j;

/**
 * An exception of jsc4j whose reason scripts may read where they may read what is {@link JsErrorExposure#INTENDED} for them. The reason tells
 * less than the message: no content of a value, which may be one that the script never had.
 */
interface ToldToScripts {
  /** The kind of error. */
  HostException.Kind kind();

  /** What it says. */
  String reason();
}
