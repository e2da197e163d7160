package io.jsc4j.samples.evaluator;

import io.jsc4j.JsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An uncaught error as a person reads it: {@code file.js:3:9: TypeError: message}, the line with a caret, the stack.
 *
 * @param location where it happened, null if that is unknown
 * @param line the source line with the caret below, empty if that is unknown
 */
record ErrorReport(@Nullable String location, String headline, String line, String stack) {
  private static final Pattern FRAME = Pattern.compile(" {4}at (?:.* \\()?(.+):(\\d+):(\\d+)\\)?");
  private static final int WIDEST_LINE = 100;
  private static final int BEFORE_COLUMN = 60;

  /** A position in a script, line and column from 1; column 0 if unknown. */
  private record Position(String source, int line, int column) {
    @Override
    public String toString() {
      return column > 0 ? source + ":" + line + ":" + column : source + ":" + line;
    }
  }

  static ErrorReport of(JsException exception, Realm.Explanation explanation, Host host) {
    Position position = positionIn(explanation.stack());
    if (position == null && exception.line().isPresent()) {
      position = new Position(exception.sourceUrl().orElse("script"), exception.line().getAsInt(), exception.column()
          .orElse(0));
    }
    String kind = explanation.isError() ? "" : "uncaught ";
    return at(position, kind, explanation, host);
  }

  static ErrorReport ofRejection(Realm.Explanation explanation, Host host) {
    return at(positionIn(explanation.stack()), "unhandled rejection: ", explanation, host);
  }

  private static ErrorReport at(@Nullable Position position, String kind, Realm.Explanation explanation, Host host) {
    return new ErrorReport(position == null ? null : position.toString(), kind + explanation.header(),
        position == null ? "" : excerpt(position, host), explanation.stack());
  }

  private static @Nullable Position positionIn(String stack) {
    int end = stack.indexOf('\n');
    Matcher frame = FRAME.matcher(end < 0 ? stack : stack.substring(0, end));
    try {
      return frame.matches()
          ? new Position(frame.group(1), Integer.parseInt(frame.group(2)), Integer.parseInt(frame.group(3)))
          : null;
    } catch (NumberFormatException e) {
      return null; // A script can write into `stack` what it likes.
    }
  }

  private static String excerpt(Position position, Host host) {
    String text = host.source(position.source());
    String line = text == null ? null : line(text, position.line());
    if (line == null || line.isBlank()) {
      return "";
    }
    int column = Math.min(Math.max(position.column(), 1), line.length() + 1) - 1;
    // Of a minified file's line only the part around the error is shown.
    int from = line.length() <= WIDEST_LINE ? 0 : Math.max(0, column - BEFORE_COLUMN);
    int to = Math.min(line.length(), from + WIDEST_LINE);
    StringBuilder excerpt = new StringBuilder(line.substring(from, to)).append('\n');
    if (position.column() > 0) {
      for (int i = from; i < column; i++) {
        // A tab keeps the caret below its character however wide the terminal makes tabs.
        excerpt.append(line.charAt(i) == '\t' ? '\t' : ' ');
      }
      excerpt.append("^\n");
    }
    return excerpt.toString();
  }

  private static @Nullable String line(String text, int number) {
    int from = 0;
    for (int i = 1; i < number; i++) {
      from = text.indexOf('\n', from) + 1;
      if (from == 0) {
        return null;
      }
    }
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end).stripTrailing();
  }

  /** All of it, with a newline at the end. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (location != null) {
      text.append(location).append(": ");
    }
    text.append(headline).append('\n').append(line);
    if (!stack.isEmpty()) {
      text.append(stack).append('\n');
    }
    return text.toString();
  }
}
