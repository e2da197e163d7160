package io.jsc4j;

import org.jspecify.annotations.Nullable;

/**
 * A value can't be converted between JavaScript and Java. The message says where it is and why: {@code order.items[3].price: expected number, got
 * string "x"}.
 *
 * <p>It is no {@link JsException}, because nothing went wrong in JavaScript. What a getter or the trap of a proxy throws during a conversion comes out
 * as the {@link JsThrownException} that it is anywhere else.
 */
public final class JsConversionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  JsConversionException(String path, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  /**
   * Where the value is, written as JavaScript would. It begins with the name of the record that was asked for ({@code order} for {@code Order}), {@code
   * value} for any other type, or {@code arguments[0]} in a host function.
   */
  public String path() {
    return path;
  }
}
