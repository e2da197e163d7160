package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thrown value told of itself, copied into Java.
 *
 * @param source the text that it comes from, if that is still known
 * @param related its cause, then the errors of an AggregateError; cells belong to whoever asked
 */
record JsErrorDetails(String name, String message, String stack, @Nullable String sourceUrl, int line, int column,
    JsSources.@Nullable Source source, List<NativeValue> related) {

  static final JsErrorDetails NONE = new JsErrorDetails("", "", "", null, 0, 0, null, List.of());
  static final JsErrorDetails UNDESCRIBED = new JsErrorDetails("",
      "a script threw, and looking at what it threw failed too: the stack is probably used up", "", null, 0, 0, null,
      List.of());

  /** From the answer of realm.js. */
  static JsErrorDetails of(List<NativeValue> described) {
    if (described.size() < 8) {
      return new JsErrorDetails("", text(described.get(2), ""), "", null, 0, 0, null, List.of());
    }
    return new JsErrorDetails(text(described.get(1), ""), text(described.get(2), ""), text(described.get(3), ""), text(
        described.get(4)), number(described.get(5)), number(described.get(6)), null, described.subList(7, described
            .size()));
  }

  /** The same with the text that it comes from. */
  JsErrorDetails withSource(JsSources sources) {
    return line <= 0
        ? this
        : new JsErrorDetails(name, message, stack, sourceUrl, line, column, sources.find(sourceUrl), related);
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
}
