package io.jsc4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a source text around a position, with a caret. */
final class JsCodeFrame {
  private static final int WIDEST = 100;
  private static final int BEFORE_COLUMN = 60;

  private JsCodeFrame() {}

  /** Empty if the text is not known or has no such line. */
  static Optional<String> of(JsSources.@Nullable Source source, int line, int column) {
    if (source == null || line < source.firstLine()) {
      return Optional.empty();
    }
    List<String> lines = linesUntil(source.text(), line - source.firstLine() + 1);
    int at = line - source.firstLine();
    if (at >= lines.size()) {
      return Optional.empty();
    }
    String erroneous = lines.get(at);
    int caret = Math.min(Math.max(column, 1), erroneous.length() + 1) - 1;
    // Of a minified file's line only the part around the error is shown, and the same part of its neighbours.
    int from = erroneous.length() <= WIDEST ? 0 : Math.max(0, caret - BEFORE_COLUMN);
    int digits = Integer.toString(line + 1).length();
    StringBuilder frame = new StringBuilder();
    for (int i = Math.max(at - 1, 0); i <= at + 1 && i < lines.size(); i++) {
      append(frame, digits, Integer.toString(source.firstLine() + i), shown(lines.get(i), from));
      if (i == at && column > 0) {
        // A tab keeps the caret below its character however wide tabs are.
        append(frame, digits, "", erroneous.substring(from, caret).replaceAll("[^\t]", " ") + "^");
      }
    }
    return Optional.of(frame.toString());
  }

  private static void append(StringBuilder frame, int digits, String number, String text) {
    frame.append(" ".repeat(digits - number.length())).append(number).append(" |");
    if (!text.isEmpty()) {
      frame.append(' ').append(text);
    }
    frame.append('\n');
  }

  private static String shown(String line, int from) {
    String part = line.substring(Math.min(from, line.length()), Math.min(line.length(), from + WIDEST)).stripTrailing();
    // Nothing that a terminal would obey.
    return part.replaceAll("[\\p{Cntrl}&&[^\t]]", "?");
  }

  /** The lines of a text, up to the one of an index. JavaScript has four line terminators, and CR LF is one. */
  private static List<String> linesUntil(String text, int last) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length() && lines.size() <= last; i++) {
      char unit = text.charAt(i);
      if (unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029') {
        lines.add(text.substring(start, i));
        if (unit == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (lines.size() <= last && start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
