package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;

/** What messages say of a value that was not expected. */
public final class Descriptions {
  private static final int SHOWN = 40;

  private Descriptions() {}

  /** The value's type and, if it is short, its content; enters nothing. */
  public static String of(NativeValue value) {
    return switch (value) {
      case NativeValue.Text(String text) -> "string " + quoted(text, SHOWN);
      case NativeValue.Num(double number) -> "number " + number(number);
      case NativeValue.Bool(boolean flag) -> "boolean " + flag;
      case NativeValue.Nullish nullish -> nullish == NativeValue.Nullish.NULL ? "null" : "undefined";
      case CellPointer cell -> switch (cell.kind()) {
        case OBJECT, DATE, ARRAY_BUFFER, TYPED_ARRAY -> "object";
        case ARRAY -> "array";
        case FUNCTION -> "function";
        case SYMBOL -> "symbol";
        case BIG_INT -> "bigint";
      };
    };
  }

  /** A number in Java's notation, without the fraction where it is a whole number of at most 53 bits. */
  public static String number(double value) {
    long integer = (long) value;
    boolean whole = integer == value && Math.abs(integer) < 1L << 53 && (integer != 0 || 1 / value > 0);
    return whole ? Long.toString(integer) : Double.toString(value);
  }

  static String quoted(String text, int most) {
    return "\"" + (text.length() > most ? text.substring(0, most) + "..." : text) + "\"";
  }
}
