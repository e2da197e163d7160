package io.jsc4j;

import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ScriptThrew;
import io.jsc4j.internal.ffi.Scripts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a script does not parse, and where. The engine's parser tells the line only; the column is found by parsing prefixes that end in that line: one
 * that ends before the offending token fails in another way (unexpectedly at its end), one that includes it fails in the same.
 */
final class JsSyntaxErrors {
  private final ContextPointer context;
  private final String source;
  private final @Nullable String url;
  private final int firstLine;

  private JsSyntaxErrors(ContextPointer context, String source, @Nullable String url, int firstLine) {
    this.context = context;
    this.source = source;
    this.url = url;
    this.firstLine = firstLine;
  }

  /** The error, or null if the script parses. */
  static @Nullable JsSyntaxException find(ContextPointer context, String source, @Nullable String url, int firstLine) {
    return new JsSyntaxErrors(context, source, url, firstLine).find();
  }

  private @Nullable JsSyntaxException find() {
    JsErrorDetails error = check(source);
    if (error == null) {
      return null;
    }
    int column = error.column() > 0 ? error.column() : column(error);
    JsSyntaxException exception = new JsSyntaxException(new JsErrorDetails(error.name(), error.message(), error.stack(),
        url, error.line(), column, new JsSources.Source(source, firstLine), List.of()));
    JsTraces.complete(exception, JsErrors.here(context));
    return exception;
  }

  private @Nullable JsErrorDetails check(String text) {
    try {
      Scripts.checkSyntax(context, text, url, firstLine);
      return null;
    } catch (ScriptThrew e) {
      try {
        return JsErrors.describe(context, e.thrown());
      } finally {
        Realm.discard(e.thrown());
      }
    }
  }

  private int column(JsErrorDetails error) {
    // Only a first guess: the parser knows other line terminators too.
    int low = startOfLine(error.line() - firstLine);
    int end = low < 0 ? -1 : source.indexOf('\n', low);
    int high = end < 0 || !failsAlike(error, end) ? source.length() : end;
    if (low < 0 || failsAlike(error, low)) {
      low = 0;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (failsAlike(error, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    // `high` is the end of the offending token, which the message quotes.
    int quoted = error.message().lastIndexOf('\'');
    int quote = quoted <= 0 ? -1 : error.message().lastIndexOf('\'', quoted - 1);
    String token = quote < 0 ? "" : error.message().substring(quote + 1, quoted);
    int tokenStart = !token.isEmpty() && source.startsWith(token, high - token.length())
        ? high - token.length()
        : high - 1;
    int lineStart = tokenStart + 1;
    while (lineStart > 0 && !isLineTerminator(source.charAt(lineStart - 1))) {
      lineStart--;
    }
    return Math.max(tokenStart - lineStart + 1, 1);
  }

  private static boolean isLineTerminator(char unit) {
    return unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029';
  }

  private boolean failsAlike(JsErrorDetails error, int prefixLength) {
    JsErrorDetails found = check(source.substring(0, prefixLength));
    return found != null && found.line() == error.line() && found.message().equals(error.message());
  }

  /** Where a line begins, counted from 0 by line feeds alone, or -1 if there are fewer. */
  private int startOfLine(int line) {
    int start = 0;
    for (int i = 0; i < line; i++) {
      int newline = source.indexOf('\n', start);
      if (newline < 0) {
        return -1;
      }
      start = newline + 1;
    }
    return start;
  }
}
