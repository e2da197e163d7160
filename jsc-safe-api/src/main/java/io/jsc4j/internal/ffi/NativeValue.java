package io.jsc4j.internal.ffi;

/**
 * A JavaScript value as it crosses the audited package: plain Java data for everything that has no identity, a {@link CellPointer} for the
 * rest.
 *
 * <p>A {@code CellPointer} that an operation returns has been protected; the caller owns that protection.
 */
public sealed interface NativeValue permits NativeValue.Nullish, NativeValue.Bool, NativeValue.Num, NativeValue.Text,
    CellPointer {

  /** The two values without content. */
  enum Nullish implements NativeValue {
    UNDEFINED,
    NULL
  }

  /** A boolean. */
  record Bool(boolean value) implements NativeValue {}

  /** A number; every NaN is the same one to JavaScript. */
  record Num(double value) implements NativeValue {}

  /** A string: UTF-16, lone surrogates and NUL included. */
  record Text(String value) implements NativeValue {}
}
