package io.jsc4j;

import io.jsc4j.internal.ffi.ScriptPointer;
import org.jspecify.annotations.Nullable;

/**
 * A parsed script: made by {@link JsRuntime#compile}, evaluated by {@link JsContext#eval(JsScript)} in any context of its runtime, as often as
 * wanted. It is freed when Java no longer reaches it, at the latest with its runtime.
 */
public final class JsScript {
  private final JsRuntime runtime;
  private final String source;
  private final @Nullable String url;
  private final int firstLine;
  private final @Nullable ScriptPointer parsed;

  JsScript(JsRuntime runtime, String source, @Nullable String url, int firstLine, @Nullable ScriptPointer parsed) {
    this.runtime = runtime;
    this.source = source;
    this.url = url;
    this.firstLine = firstLine;
    this.parsed = parsed;
  }

  /** The runtime that parsed it. */
  public JsRuntime runtime() {
    return runtime;
  }

  /** The source text. */
  public String source() {
    return source;
  }

  /** What stack traces call it, or the empty string. */
  public String url() {
    return url == null ? "" : url;
  }

  /** Null if it has none. */
  @Nullable String namedUrl() {
    return url;
  }

  /** The number of its first line. */
  public int firstLine() {
    return firstLine;
  }

  /** Null where the engine can't keep parsed scripts. */
  @Nullable ScriptPointer parsed() {
    return parsed;
  }

  @Override
  public String toString() {
    return "JsScript[" + (url == null ? source.length() + " characters" : url) + "]";
  }
}
