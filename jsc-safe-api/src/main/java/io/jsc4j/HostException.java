package io.jsc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exception that a host function throws for scripts to read. They see an Error of the kind that it names, of their own context, with its message and,
 * as {@code cause}, the next exception of this type or of JavaScript's. Unless a script catches it, it comes out on the Java side as the same object.
 *
 * {@snippet file="ObjectsSnippetTest.java" region="host-exception"}
 *
 * <p>Of any other exception scripts read what {@link JsRuntimeOptions#errorExposure} lets them; by default only that a host function failed.
 */
public final class HostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** JavaScript's own kinds of errors. */
  public enum Kind {
    /** {@code Error}. */
    ERROR("Error"),
    /** {@code TypeError}: a value has the wrong type. */
    TYPE_ERROR("TypeError"),
    /** {@code RangeError}: a value has the right type and is out of range. */
    RANGE_ERROR("RangeError"),
    /** {@code ReferenceError}: there is nothing of that name. */
    REFERENCE_ERROR("ReferenceError"),
    /** {@code SyntaxError}: a text does not parse. */
    SYNTAX_ERROR("SyntaxError"),
    /** {@code URIError}: a URI is malformed. */
    URI_ERROR("URIError");

    private final String className;

    Kind(String className) {
      this.className = className;
    }

    /** The name of the class, and of its errors. */
    String className() {
      return className;
    }
  }

  private final Kind kind;

  private HostException(Kind kind, String message, @Nullable Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  /** An {@code Error}. */
  public static HostException error(String message) {
    return new HostException(Kind.ERROR, message, null);
  }

  /** A {@code TypeError}. */
  public static HostException typeError(String message) {
    return new HostException(Kind.TYPE_ERROR, message, null);
  }

  /** A {@code RangeError}. */
  public static HostException rangeError(String message) {
    return new HostException(Kind.RANGE_ERROR, message, null);
  }

  /** An error of any kind. */
  public static HostException of(Kind kind, String message) {
    return new HostException(kind, message, null);
  }

  /** An error of any kind, with a cause: scripts see it as {@code cause} as far as they may read it. */
  public static HostException of(Kind kind, String message, Throwable cause) {
    return new HostException(kind, message, Objects.requireNonNull(cause, "cause"));
  }

  /** The kind of error that scripts see. */
  public Kind kind() {
    return kind;
  }
}
