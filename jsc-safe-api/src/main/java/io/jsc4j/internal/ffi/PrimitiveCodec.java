package io.jsc4j.internal.ffi;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the values that are no heap cells.
 *
 * <p>Two ways exist: {@link InJava} computes JSC's 64-bit encoding without a call, {@link ByCalls} asks the engine. {@link #choose} takes the
 * first only if the engine at hand encodes a table of telling values in just that way.
 */
sealed interface PrimitiveCodec permits PrimitiveCodec.InJava, PrimitiveCodec.ByCalls {

  long undefined(MemorySegment context);

  long nullValue(MemorySegment context);

  long ofBoolean(MemorySegment context, boolean value);

  long ofNumber(MemorySegment context, double value);

  /** The primitive that {@code encoded} is, or null if it is a heap cell. Precondition: not NULL. */
  @Nullable NativeValue decode(MemorySegment context, long encoded);

  /** Whether it is a number. Precondition: not NULL. */
  boolean isNumber(MemorySegment context, long encoded);

  /** The number that {@code encoded} is. Precondition: {@link #isNumber}. */
  double number(MemorySegment context, long encoded);

  /** The fastest way that is right for the engine, of which there is one in a class loader. */
  static PrimitiveCodec choose(MemorySegment context) {
    PrimitiveCodec present = Agreed.codec;
    if (present != null) {
      return present;
    }
    PrimitiveCodec fast = new InJava();
    if (agrees(fast, context)) {
      Agreed.codec = fast;
      return fast;
    }
    return new ByCalls();
  }

  /** What the engine has once agreed with. Its refusal is not kept: it could have been for want of stack. */
  final class Agreed {
    private static volatile @Nullable PrimitiveCodec codec;

    private Agreed() {}
  }

  /** Whether it makes the very bits that the engine makes, and reads them rightly, over every class of primitive. */
  static boolean agrees(PrimitiveCodec codec, MemorySegment context) {
    if (codec.undefined(context) != RawValues.evaluatePrimitive(context, "undefined")
        || codec.nullValue(context) != RawValues.evaluatePrimitive(context, "null")
        || codec.ofBoolean(context, true) != RawValues.evaluatePrimitive(context, "true")
        || codec.ofBoolean(context, false) != RawValues.evaluatePrimitive(context, "false")) {
      return false;
    }
    double[] samples = {0.0, -0.0, 1.0, -1.0, 0.5, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE + 1.0,
        Integer.MIN_VALUE - 1.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.NaN};
    for (double sample : samples) {
      // Not by the function that makes a number: it is the only one of its signature, and to link one takes a millisecond or more.
      long encoded = RawValues.evaluatePrimitive(context, literal(sample));
      if (codec.ofNumber(context, sample) != encoded
          || !codec.isNumber(context, encoded)
          || Double.doubleToLongBits(codec.number(context, encoded)) != Double.doubleToLongBits(sample)
          || !(codec.decode(context, encoded) instanceof NativeValue.Num(double value))
          || Double.doubleToLongBits(value) != Double.doubleToLongBits(sample)) {
        return false;
      }
    }
    return true;
  }

  /** Whole numbers without a fraction: the engine keeps {@code 1.0} as a double that is written so. */
  private static String literal(double number) {
    boolean whole = number == (long) number && Double.doubleToRawLongBits(number) != Double.doubleToRawLongBits(-0.0);
    return whole ? Long.toString((long) number) : Double.toString(number);
  }

  /**
   * JSC's encoding on 64-bit machines (WebKit, {@code JSCJSValue.h}): an int32 has all of the number tag's bits, a double is its bits plus
   * 2^49, and a cell has neither a bit of the number tag nor the second lowest bit.
   */
  final class InJava implements PrimitiveCodec {
    private static final long NUMBER_TAG = 0xfffe_0000_0000_0000L;
    private static final long DOUBLE_OFFSET = 0x0002_0000_0000_0000L;
    private static final long NOT_CELL_MASK = NUMBER_TAG | 0x2L;
    private static final long UNDEFINED = 0x0a;
    private static final long NULL = 0x02;
    private static final long TRUE = 0x07;
    private static final long FALSE = 0x06;

    @Override
    public long undefined(MemorySegment context) {
      return UNDEFINED;
    }

    @Override
    public long nullValue(MemorySegment context) {
      return NULL;
    }

    @Override
    public long ofBoolean(MemorySegment context, boolean value) {
      return value ? TRUE : FALSE;
    }

    @Override
    public long ofNumber(MemorySegment context, double value) {
      int integer = (int) value;
      // The engine never encodes a whole number of 32 bits as a double, except -0.
      if (integer == value && (integer != 0 || Double.doubleToRawLongBits(value) == 0)) {
        return NUMBER_TAG | (integer & 0xffff_ffffL);
      }
      return canonicalBits(Double.doubleToRawLongBits(value)) + DOUBLE_OFFSET;
    }

    /** The whole number of 32 bits that a value is; any, if it is none. */
    static int integer(long encoded) {
      return (int) encoded;
    }

    /** With a payload, a NaN's bits plus the offset wrap around into a pointer, and the engine would follow it. */
    @Enforces(Obligation.NAN_CANONICAL)
    private static long canonicalBits(long bits) {
      return Double.doubleToLongBits(Double.longBitsToDouble(bits));
    }

    @Override
    public @Nullable NativeValue decode(MemorySegment context, long encoded) {
      if ((encoded & NOT_CELL_MASK) == 0) {
        return null;
      }
      if ((encoded & NUMBER_TAG) == NUMBER_TAG) {
        return new NativeValue.Num((int) encoded);
      }
      if ((encoded & NUMBER_TAG) != 0) {
        return new NativeValue.Num(Double.longBitsToDouble(encoded - DOUBLE_OFFSET));
      }
      if (encoded == UNDEFINED) {
        return NativeValue.Nullish.UNDEFINED;
      }
      if (encoded == NULL) {
        return NativeValue.Nullish.NULL;
      }
      if (encoded == TRUE || encoded == FALSE) {
        return new NativeValue.Bool(encoded == TRUE);
      }
      throw new IllegalStateException("the engine returned 0x" + Long.toHexString(encoded)
          + ", which is no JavaScript value");
    }

    @Override
    public boolean isNumber(MemorySegment context, long encoded) {
      return (encoded & NUMBER_TAG) != 0;
    }

    @Override
    public double number(MemorySegment context, long encoded) {
      return (encoded & NUMBER_TAG) == NUMBER_TAG ? (int) encoded : Double.longBitsToDouble(encoded - DOUBLE_OFFSET);
    }
  }

  /** The same through the C API, for an engine that encodes in another way. */
  final class ByCalls implements PrimitiveCodec {
    @Override
    public long undefined(MemorySegment context) {
      return RawValues.makeUndefined(context);
    }

    @Override
    public long nullValue(MemorySegment context) {
      return RawValues.makeNull(context);
    }

    @Override
    public long ofBoolean(MemorySegment context, boolean value) {
      return RawValues.makeBoolean(context, value);
    }

    @Override
    public long ofNumber(MemorySegment context, double value) {
      return RawValues.makeNumber(context, value);
    }

    @Override
    public @Nullable NativeValue decode(MemorySegment context, long encoded) {
      return RawValues.readPrimitive(context, encoded);
    }

    @Override
    public boolean isNumber(MemorySegment context, long encoded) {
      return decode(context, encoded) instanceof NativeValue.Num;
    }

    @Override
    public double number(MemorySegment context, long encoded) {
      if (decode(context, encoded) instanceof NativeValue.Num(double number)) {
        return number;
      }
      throw new IllegalArgumentException("not a number");
    }
  }
}
