package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Readers of numbers. Whole numbers come from numbers without a fraction and from big ints, and must fit. */
final class Numbers {
  static final Reader BYTE = new Whole("whole number of 8 bits", Byte.MIN_VALUE, Byte.MAX_VALUE) {
    @Override
    Object box(long value) {
      return (byte) value;
    }
  };
  static final Reader SHORT = new Whole("whole number of 16 bits", Short.MIN_VALUE, Short.MAX_VALUE) {
    @Override
    Object box(long value) {
      return (short) value;
    }
  };
  static final Reader INTEGER = new Whole("whole number of 32 bits", Integer.MIN_VALUE, Integer.MAX_VALUE) {
    @Override
    Object box(long value) {
      return (int) value;
    }
  };
  static final Reader LONG = new Whole("whole number of 64 bits", Long.MIN_VALUE, Long.MAX_VALUE) {
    @Override
    Object box(long value) {
      return value;
    }
  };

  static final Reader DOUBLE = new Reader() {
    @Override
    Object read(Reading in, NativeValue value) {
      if (value instanceof NativeValue.Num(double number)) {
        return number;
      }
      throw in.refused(expected(), value);
    }

    @Override
    String expected() {
      return "number";
    }
  };

  /** The nearest float: the one reader that rounds, because hardly a number of JavaScript is a float exactly. */
  static final Reader FLOAT = new Reader() {
    @Override
    Object read(Reading in, NativeValue value) {
      if (!(value instanceof NativeValue.Num(double number))) {
        throw in.refused("number", value);
      }
      float rounded = (float) number;
      if (Float.isInfinite(rounded) && !Double.isInfinite(number)) {
        throw in.refused(expected(), value);
      }
      return rounded;
    }

    @Override
    String expected() {
      return "number of 32 bits";
    }
  };

  static final Reader BIG_INTEGER = new OfBigInt() {
    @Override
    Object read(Reading in, NativeValue value) {
      if (value instanceof CellPointer cell && cell.kind() == CellKind.BIG_INT) {
        return readBigInt(in, in.bigInt(cell));
      }
      if (value instanceof NativeValue.Num(double number) && isWhole(number)) {
        return new BigDecimal(number).toBigIntegerExact();
      }
      throw in.refused(expected(), value);
    }

    @Override
    String expected() {
      return "bigint or whole number";
    }

    @Override
    Object readKey(Reading in, String key) {
      try {
        return new BigInteger(key);
      } catch (NumberFormatException e) {
        throw in.refused("key that is a whole number", new NativeValue.Text(key));
      }
    }
  };

  static final Reader BIG_DECIMAL = new OfBigInt() {
    @Override
    Object read(Reading in, NativeValue value) {
      try {
        if (value instanceof NativeValue.Text(String text)) {
          return new BigDecimal(text);
        }
        if (value instanceof NativeValue.Num(double number)) {
          return BigDecimal.valueOf(number);
        }
      } catch (NumberFormatException e) {
        throw in.refuse("expected " + expected() + ", got " + Descriptions.of(value), e);
      }
      if (value instanceof CellPointer cell && cell.kind() == CellKind.BIG_INT) {
        return readBigInt(in, in.bigInt(cell));
      }
      throw in.refused(expected(), value);
    }

    @Override
    Object readBigInt(Reading in, BigInteger value) {
      return new BigDecimal(value);
    }

    @Override
    String expected() {
      return "decimal number or the string of one";
    }
  };

  /** Any number: a big int as a BigInteger, everything else as a Double. */
  static final Reader NUMBER = new OfBigInt() {
    @Override
    Object read(Reading in, NativeValue value) {
      if (value instanceof CellPointer cell && cell.kind() == CellKind.BIG_INT) {
        return readBigInt(in, in.bigInt(cell));
      }
      if (value instanceof NativeValue.Num(double number)) {
        return number;
      }
      throw in.refused(expected(), value);
    }

    @Override
    String expected() {
      return "number";
    }
  };

  private Numbers() {}

  static boolean isWhole(double number) {
    return number == Math.rint(number) && !Double.isInfinite(number);
  }

  /** What takes big ints. */
  private abstract static class OfBigInt extends Reader {
    @Override
    Object readBigInt(Reading in, BigInteger value) {
      return value;
    }

    @Override
    final int plan(CopyPlan.Builder plans) {
      return CopyPlan.SCALAR;
    }
  }

  private abstract static class Whole extends OfBigInt {
    private final String expected;
    private final long least;
    private final long most;

    Whole(String expected, long least, long most) {
      this.expected = expected;
      this.least = least;
      this.most = most;
    }

    abstract Object box(long value);

    @Override
    Object read(Reading in, NativeValue value) {
      if (value instanceof NativeValue.Num(double number)) {
        long whole = (long) number;
        // 2^63 becomes 2^63 - 1, which as a double is 2^63 again.
        if (whole == number && whole >= least && whole <= most && number != 0x1p63) {
          return box(whole);
        }
        throw in.refused(expected, value);
      }
      if (value instanceof CellPointer cell && cell.kind() == CellKind.BIG_INT) {
        return readBigInt(in, in.bigInt(cell));
      }
      throw in.refused("number", value);
    }

    @Override
    final Object readBigInt(Reading in, BigInteger whole) {
      if (whole.bitLength() >= Long.SIZE || whole.longValue() < least || whole.longValue() > most) {
        String digits = whole.toString();
        throw in.refuse("expected " + expected + ", got bigint " + (digits.length() > 40
            ? digits.substring(0, 40) + "..."
            : digits));
      }
      return box(whole.longValue());
    }

    @Override
    String expected() {
      return "number";
    }

    @Override
    Object readKey(Reading in, String key) {
      try {
        return readBigInt(in, new BigInteger(key));
      } catch (NumberFormatException e) {
        throw in.refused("key that is a whole number", new NativeValue.Text(key));
      }
    }
  }
}
