package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a thrown value told of itself, copied into Java. */
record JsErrorDetails(String name, String message, String stack, @Nullable String sourceUrl, int line, int column) {
  private static final String REALM_URL = "jsc4j:realm";

  static final JsErrorDetails NONE = new JsErrorDetails("", "", "", null, 0, 0);

  /** From the answer of realm.js. */
  static JsErrorDetails of(List<NativeValue> described) {
    String stack = text(described.get(3), "");
    return new JsErrorDetails(text(described.get(1), ""), text(described.get(2), ""), stack, text(described.get(4)),
        number(described.get(5)), number(described.get(6)));
  }

  /** {@code TypeError: message}, as JavaScript's own {@code toString} makes it. */
  String headline() {
    return name.isEmpty() ? message : message.isEmpty() ? name : name + ": " + message;
  }

  private static @Nullable String text(NativeValue value) {
    return value instanceof NativeValue.Text(String text) && !text.isEmpty() ? text : null;
  }

  private static String text(NativeValue value, String otherwise) {
    String text = text(value);
    return text == null ? otherwise : text;
  }

  private static int number(NativeValue value) {
    return value instanceof NativeValue.Num(double number) ? (int) number : 0;
  }

  /** The frames of a stack in JavaScriptCore's notation, without those of jsc4j's own helpers. */
  static StackTraceElement[] frames(String stack) {
    if (stack.isEmpty()) {
      return new StackTraceElement[0];
    }
    List<StackTraceElement> frames = new ArrayList<>();
    for (String line : stack.split("\n", -1)) {
      if (!line.contains(REALM_URL)) {
        frames.add(frame(line));
      }
    }
    return frames.toArray(StackTraceElement[]::new);
  }

  /** One line: {@code function@url:line:column}, where everything but the {@code @} may be missing. */
  private static StackTraceElement frame(String line) {
    int at = line.indexOf('@');
    String function = at < 0 ? "" : line.substring(0, at);
    String place = line.substring(at + 1);
    if (function.isEmpty()) {
      function = "(anonymous)";
    }
    if (place.equals("[native code]")) {
      return new StackTraceElement("JavaScript", function, null, -2);
    }
    int columnColon = place.lastIndexOf(':');
    int lineColon = columnColon <= 0 ? -1 : place.lastIndexOf(':', columnColon - 1);
    if (lineColon >= 0) {
      try {
        return new StackTraceElement("JavaScript", function, place.substring(0, lineColon),
            Integer.parseInt(place, lineColon + 1, columnColon, 10));
      } catch (NumberFormatException e) {
        // A script can write into `stack` what it likes.
        return new StackTraceElement("JavaScript", function, place, -1);
      }
    }
    return new StackTraceElement("JavaScript", function, place.isEmpty() ? null : place, -1);
  }
}
