package io.jsc4j;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What JavaScript did: it threw ({@link JsThrownException}), did not parse ({@link JsSyntaxException}), or was ended ({@link
 * JsTerminatedException}).
 *
 * <p>{@link #getStackTrace()} begins with the JavaScript frames, as elements of a class named {@code JavaScript}, and goes on with the Java frames of the call.
 * Everything but {@link JsThrownException#thrown()} is plain data: it outlives the context and may be read on any thread.
 */
public abstract sealed class JsException extends RuntimeException permits JsThrownException, JsSyntaxException,
    JsTerminatedException {
  private static final long serialVersionUID = 1L;

  private final String jsStack;
  private final @Nullable String sourceUrl;
  private final int line;
  private final int column;

  JsException(String message, JsErrorDetails details) {
    super(message);
    this.jsStack = details.stack();
    this.sourceUrl = details.sourceUrl();
    this.line = details.line();
    this.column = details.column();
    StackTraceElement[] javaScript = JsErrorDetails.frames(jsStack);
    if (javaScript.length > 0) {
      StackTraceElement[] java = getStackTrace();
      StackTraceElement[] all = new StackTraceElement[javaScript.length + java.length];
      System.arraycopy(javaScript, 0, all, 0, javaScript.length);
      System.arraycopy(java, 0, all, javaScript.length, java.length);
      setStackTrace(all);
    }
  }

  /** The URL that the script was evaluated with, if it had one and the error has a position. */
  public final Optional<String> sourceUrl() {
    return Optional.ofNullable(sourceUrl);
  }

  /** The line, counted from the script's first line number. */
  public final OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }

  /** The column, from 1. */
  public final OptionalInt column() {
    return column > 0 ? OptionalInt.of(column) : OptionalInt.empty();
  }

  /** The stack as JavaScriptCore writes it, {@code function@url:line:column} in each line; empty if there is none. */
  public final String jsStack() {
    return jsStack;
  }
}
