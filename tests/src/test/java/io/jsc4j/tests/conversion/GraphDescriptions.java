package io.jsc4j.tests.conversion;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of a graph in JavaScript and of one in Java with the same words; an object that comes again by its number. */
final class GraphDescriptions {
  /** Defines a function that does it in JavaScript. */
  static final String SCRIPT =
      """
          function describe(value, met = new Map()) {
            if (typeof value === 'string' && value.length > 1000) return 'length ' + value.length;
            if (typeof value === 'string') return `"${value.replaceAll(/[^ -~]/g, '?')}"`;
            if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
            if (value instanceof Date) return 'date ' + value.getTime();
            if (met.has(value)) return '#' + met.get(value);
            met.set(value, met.size);
            if (Array.isArray(value)) return '[' + Array.from(value, (element) => describe(element, met)).join() + ']';
            if (value instanceof Map) return '{' + [...value].map(([k, v]) => describe(k, met) + '=' + describe(v, met)).join() + '}';
            if (value instanceof Set) return '<' + [...value].map((element) => describe(element, met)).join() + '>';
            return '{' + Object.keys(value).map((key) => describe(key) + '=' + describe(value[key], met)).join() + '}';
          }
          """;

  private GraphDescriptions() {}

  /** Tells what Java has. */
  static String of(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    describe(value, new IdentityHashMap<>(), text);
    return text.toString();
  }

  private static void describe(@Nullable Object value, IdentityHashMap<Object, Integer> met, StringBuilder text) {
    switch (value) {
      case String string -> text.append(quoted(string));
      case Double number -> text.append(number(number));
      case Instant instant -> text.append("date ").append(instant.toEpochMilli());
      case List<?> list -> children(list, list, "[]", met, text);
      case Set<?> set -> children(set, set, "<>", met, text);
      case Map<?, ?> map -> children(map, map.entrySet(), "{}", met, text);
      case Map.Entry<?, ?> entry -> {
        describe(entry.getKey(), met, text);
        text.append('=');
        describe(entry.getValue(), met, text);
      }
      case null, default -> text.append(value);
    }
  }

  private static void children(Object owner, Iterable<?> children, String brackets,
      IdentityHashMap<Object, Integer> met,
      StringBuilder text) {
    Integer number = met.putIfAbsent(owner, met.size());
    if (number != null) {
      text.append('#').append(number);
      return;
    }
    String separator = brackets.substring(0, 1);
    for (Object child : children) {
      text.append(separator);
      describe(child, met, text);
      separator = ",";
    }
    text.append(separator.equals(",") ? "" : separator).append(brackets.charAt(1));
  }

  private static String quoted(String string) {
    if (string.length() > 1000) {
      return "length " + string.length();
    }
    StringBuilder quoted = new StringBuilder("\"");
    string.chars().forEach(unit -> quoted.append(unit >= ' ' && unit <= '~' ? (char) unit : '?'));
    return quoted.append('"').toString();
  }

  private static String number(double value) {
    long whole = (long) value;
    return whole == value && (whole != 0 || 1 / value > 0) ? Long.toString(whole)
        : value == 0 ? "-0"
        : Double.toString(value);
  }
}
