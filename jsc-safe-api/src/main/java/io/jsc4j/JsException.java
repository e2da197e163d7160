package io.jsc4j;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What JavaScript did: it threw ({@link JsThrownException}), did not parse ({@link JsSyntaxException}), or was ended ({@link
 * JsTerminatedException}).
 *
 * <p>{@link #getStackTrace()} has the frames of both languages in the order of the calls, through any number of levels; those of JavaScript are
 * elements of a class named {@code JavaScript}. {@link #getCause()} is the error's {@code cause}, {@link #getSuppressed()} are the errors of an
 * {@code AggregateError}: as {@link JsThrownException}s, except that an error that stands for a Java exception gives that very exception.
 *
 * <p>Everything but {@link JsThrownException#thrown()} is plain data: it outlives the context and may be read on any thread.
 */
public abstract sealed class JsException extends RuntimeException permits JsThrownException, JsSyntaxException,
    JsTerminatedException {
  private static final long serialVersionUID = 1L;

  private final String jsStack;
  private final @Nullable String sourceUrl;
  private final int line;
  private final int column;
  /** Only the exception that was thrown has it, not a copy that was sent somewhere. */
  private final transient JsSources.@Nullable Source source;

  JsException(JsErrorDetails details, @Nullable Throwable cause) {
    this(details.headline(), details, cause);
  }

  JsException(String message, JsErrorDetails details, @Nullable Throwable cause) {
    super(message, cause);
    this.jsStack = details.stack();
    this.sourceUrl = details.sourceUrl();
    this.line = details.line();
    this.column = details.column();
    this.source = details.source();
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

  /**
   * The line of the position with a caret below it, and a line before and after, each with its number:
   *
   * <pre>
   * 1 | function area(shape) {
   * 2 |   return shape.size.width * shape.size.height;
   *   |                     ^
   * 3 | }
   * </pre>
   *
   * <p>Empty if there is no position, or the source text is no longer known: a runtime keeps the last 256 that it evaluated with a URL, up to
   * some 16 MB in all, and one without a URL as long as it is the only one. A text that was evaluated later under the same URL is taken for
   * the one that the error comes from.
   */
  public final Optional<String> codeFrame() {
    return JsCodeFrame.of(source, line, column);
  }
}
