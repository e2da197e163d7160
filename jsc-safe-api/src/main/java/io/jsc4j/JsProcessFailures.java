package io.jsc4j;

import io.jsc4j.internal.ffi.Limit;
import io.jsc4j.internal.ffi.Termination;
import io.jsc4j.internal.process.Fields;
import io.jsc4j.internal.process.FrameTooLargeException;
import io.jsc4j.internal.process.WireException;
import io.jsc4j.spi.JscLibraryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What a task failed with, as data. What comes back out of it is one of a closed list of exceptions, however the data reads; an exception that a Java function
 * of the parent threw is the same object again.
 */
final class JsProcessFailures {
  /** How many exceptions cross with one, its causes and what they suppressed counted together. */
  private static final int MOST = 64;
  /** How much of a text of an exception crosses. */
  private static final int MOST_UNITS = 256 << 10;

  private JsProcessFailures() {}

  // --- in the process of the worker

  /** What {@link #decode} takes. */
  static Map<String, @Nullable Object> encode(Throwable failure) {
    return encode(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Map<String, @Nullable Object> encode(Throwable failure, Set<Throwable> seen) {
    seen.add(failure);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    switch (failure) {
      case JsRemoteFailure remote -> fields.put("id", remote.id());
      case JsException exception -> putJsException(fields, exception, seen);
      case JsTransferLimitException refused -> {
        fields.put("size", refused.size());
        fields.put("limit", refused.limit());
      }
      case JsConversionException refused -> fields.put("path", cut(refused.path()));
      default -> {
      }
    }
    fields.put("kind", kind(failure).name());
    fields.put("message", cut(failure.getMessage()));
    return fields;
  }

  private static void putJsException(Map<String, @Nullable Object> fields, JsException exception, Set<Throwable> seen) {
    fields.put("stack", cut(exception.jsStack()));
    fields.put("url", cut(exception.sourceUrl().orElse(null)));
    fields.put("line", exception.line().orElse(0));
    fields.put("column", exception.column().orElse(0));
    switch (exception) {
      case JsThrownException thrown -> {
        fields.put("name", cut(thrown.name()));
        fields.put("jsMessage", cut(thrown.jsMessage()));
        fields.put("thrown", thrown.thrown() instanceof JsHandle ? null : primitive(thrown.thrown()));
        Throwable cause = thrown.getCause();
        if (cause != null && seen.size() < MOST && !seen.contains(cause)) {
          fields.put("cause", encode(cause, seen));
        }
        List<@Nullable Object> errors = new ArrayList<>();
        for (Throwable error : thrown.getSuppressed()) {
          if (seen.size() < MOST && !seen.contains(error)) {
            errors.add(encode(error, seen));
          }
        }
        fields.put("errors", errors);
      }
      case JsSyntaxException syntax -> fields.put("jsMessage", cut(syntax.jsMessage()));
      case JsTerminatedException ended -> {
        fields.put("reason", JsTerminations.limit(ended).name());
        fields.put("used", Long.toString(ended.used()));
        fields.put("limit", Long.toString(ended.limit()));
      }
    }
  }

  private static @Nullable List<@Nullable Object> primitive(JsValue value) {
    return value instanceof JsString(String text) && text.length() > MOST_UNITS
        ? null
        : JsPrimitives.encode(JsValues.toNative(value));
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= MOST_UNITS ? text : text.substring(0, MOST_UNITS);
  }

  /** What a failure is; there are no others. */
  private enum Kind {
    HOST,
    THROWN,
    SYNTAX,
    TERMINATED,
    TRANSFER,
    CONVERSION,
    AWAIT_TIMEOUT,
    CANCELLED,
    CLASS_CAST,
    ARGUMENT,
    UNSUPPORTED,
    NO_ENGINE,
    NO_MEMORY,
    NO_STACK,
    OTHER
  }

  private static Kind kind(Throwable failure) {
    return switch (failure) {
      case JsRemoteFailure _ -> Kind.HOST;
      case JsThrownException _ -> Kind.THROWN;
      case JsSyntaxException _ -> Kind.SYNTAX;
      case JsTerminatedException _ -> Kind.TERMINATED;
      case JsTransferLimitException _ -> Kind.TRANSFER;
      case JsConversionException _ -> Kind.CONVERSION;
      case JsAwaitTimeoutException _ -> Kind.AWAIT_TIMEOUT;
      case CancellationException _ -> Kind.CANCELLED;
      case ClassCastException _ -> Kind.CLASS_CAST;
      case IllegalArgumentException _,FrameTooLargeException _ -> Kind.ARGUMENT;
      case UnsupportedOperationException _ -> Kind.UNSUPPORTED;
      case JscLibraryException _ -> Kind.NO_ENGINE;
      case OutOfMemoryError _ -> Kind.NO_MEMORY;
      case StackOverflowError _ -> Kind.NO_STACK;
      default -> Kind.OTHER;
    };
  }

  // --- in the parent

  /** Finds what the parent knows by a number. */
  @FunctionalInterface
  interface Numbers {
    /** The exception of this number, or null if it is no longer known. */
    @Nullable Throwable find(long number);
  }

  /**
   * The exception that is thrown here.
   *
   * @throws WireException if it is none that {@link #encode} makes
   */
  static Throwable decode(@Nullable Object encoded, Numbers numbers, JsSources sources) {
    try {
      return decode(Fields.of(encoded), numbers, sources, new int[]{MOST});
    } catch (IllegalArgumentException e) {
      throw new WireException("a failure that there is not", e);
    }
  }

  private static Throwable decode(Fields fields, Numbers numbers, JsSources sources, int[] left) {
    if (left[0]-- <= 0) {
      throw new WireException("too many failures in one");
    }
    String message = fields.textOrNull("message");
    return switch (kind(fields)) {
      case HOST -> {
        Throwable known = numbers.find(fields.integer("id"));
        yield known != null
            ? known
            : new IllegalStateException("a Java function failed, too long ago to tell how: "
                + message);
      }
      case THROWN -> thrown(fields, numbers, sources, left);
      case SYNTAX -> completed(new JsSyntaxException(details(fields, "SyntaxError", sources)));
      case TERMINATED -> completed(JsTerminations.exception(new Termination(Limit.valueOf(fields.text("reason")),
          Long.parseLong(fields.text("used")), Long.parseLong(fields.text("limit")), ""), details(fields, "",
              sources)));
      case TRANSFER -> new JsTransferLimitException(fields.integer("size"), fields.integer("limit"));
      case CONVERSION -> new JsConversionException(fields.text("path"), message, null);
      case AWAIT_TIMEOUT -> new JsAwaitTimeoutException(String.valueOf(message));
      case CANCELLED -> new CancellationException(message);
      case CLASS_CAST -> new ClassCastException(message);
      case ARGUMENT -> new IllegalArgumentException(message);
      case UNSUPPORTED -> new UnsupportedOperationException(message);
      case NO_ENGINE -> new JscLibraryException(String.valueOf(message));
      case NO_MEMORY -> new IllegalStateException("the Java heap of the worker's process is full: " + message);
      case NO_STACK -> new IllegalStateException("the stack of the worker's process is used up: " + message);
      case OTHER -> new IllegalStateException("in the worker's process: " + message);
    };
  }

  private static Kind kind(Fields fields) {
    try {
      return Kind.valueOf(fields.text("kind"));
    } catch (IllegalArgumentException e) {
      throw new WireException("unknown kind of failure", e);
    }
  }

  private static JsThrownException thrown(Fields fields, Numbers numbers, JsSources sources, int[] left) {
    Throwable cause = fields.has("cause") ? decode(Fields.of(fields.get("cause")), numbers, sources, left) : null;
    List<Throwable> errors = new ArrayList<>();
    for (Object error : fields.list("errors")) {
      errors.add(decode(Fields.of(error), numbers, sources, left));
    }
    return completed(new JsThrownException(details(fields, fields.text("name"), sources), fields.has("thrown")
        ? JsPrimitives.decode(fields.get("thrown"))
        : null, cause, errors));
  }

  private static JsErrorDetails details(Fields fields, String name, JsSources sources) {
    String stack = fields.text("stack");
    if (stack.length() > MOST_UNITS) {
      throw new WireException("a stack that is too long");
    }
    return new JsErrorDetails(name, fields.has("jsMessage") ? fields.text("jsMessage") : "", stack, fields.textOrNull(
        "url"), fields.count("line"), fields.count("column"), null, List.of()).withSource(sources);
  }

  /** With the frames of JavaScript before those of the parent. */
  private static <T extends JsException> T completed(T exception) {
    JsTraces.complete(exception, null);
    return exception;
  }
}
