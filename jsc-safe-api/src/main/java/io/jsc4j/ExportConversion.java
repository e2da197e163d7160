package io.jsc4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between JavaScript's values and what members of exported classes take and return. Converts nothing that would lose something. */
final class ExportConversion {
  /** {@code Number.MAX_SAFE_INTEGER}. */
  private static final double MAX_SAFE = 0x1p53 - 1;
  private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(boolean.class, Boolean.class, byte.class, Byte.class,
      short.class, Short.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
      double.class,
      Double.class, char.class, Character.class);

  private ExportConversion() {}

  /**
   * A value for a parameter or a field.
   *
   * @throws ClassCastException if the type has no such value
   */
  static @Nullable Object toJava(JsValue value, Class<?> type) {
    if (JsValue.class.isAssignableFrom(type)) {
      return type.isInstance(value) ? value : fail(type.getSimpleName(), value);
    }
    if (value.isNullish()) {
      return type.isPrimitive() ? fail(type.getName(), value) : null;
    }
    Class<?> boxed = WRAPPERS.getOrDefault(type, type);
    if (boxed == String.class) {
      return value instanceof JsString(String text) ? text : fail("string", value);
    }
    if (boxed == Boolean.class) {
      return value instanceof JsBoolean(boolean flag) ? flag : fail("boolean", value);
    }
    if (boxed == Character.class) {
      return value instanceof JsString(String text) && text.length() == 1
          ? text.charAt(0)
          : fail("a string of one character", value);
    }
    if (Number.class.isAssignableFrom(boxed) && boxed.getPackageName().equals("java.lang") && boxed != Number.class) {
      return number(value, boxed);
    }
    return object(value, boxed);
  }

  private static Object number(JsValue value, Class<?> type) {
    if (type == Long.class && value instanceof JsBigInt big) {
      java.math.BigInteger integer = big.toBigInteger();
      return integer.bitLength() < Long.SIZE ? integer.longValue() : fail("a whole number of 64 bits", value);
    }
    if (!(value instanceof JsNumber(double number))) {
      return fail("number", value);
    }
    if (type == Double.class) {
      return number;
    }
    if (type == Float.class) {
      return (float) number;
    }
    if (type == Long.class) {
      return (long) number == number && Math.abs(number) <= MAX_SAFE
          ? (long) number
          : fail("a whole number of 53 bits, or a big int", value);
    }
    int integer = (int) number;
    if (type == Integer.class && integer == number) {
      return integer;
    }
    if (type == Short.class && (short) integer == number) {
      return (short) integer;
    }
    if (type == Byte.class && (byte) integer == number) {
      return (byte) integer;
    }
    return fail("a whole number of " + (type == Integer.class ? 32 : type == Short.class ? 16 : 8) + " bits", value);
  }

  private static Object object(JsValue value, Class<?> type) {
    if (value instanceof JsObject object) {
      Object target = object.hostObject(type).orElse(null);
      if (target != null) {
        return target;
      }
    }
    Object plain = value;
    if (value instanceof JsString(String text)) {
      plain = text;
    } else if (value instanceof JsNumber(double number)) {
      plain = number;
    } else if (value instanceof JsBoolean(boolean flag)) {
      plain = flag;
    }
    return type.isInstance(plain) ? plain : fail(type.getSimpleName(), value);
  }

  private static Object fail(String expected, JsValue value) {
    throw JsValues.expected(expected, value);
  }

  /**
   * What a member returns or a field holds.
   *
   * @throws IllegalArgumentException if it is an object of a class that is not exported
   * @throws ArithmeticException if it is a long that no number is
   */
  static JsValue toJs(JsContext context, @Nullable Object value) {
    if (value == null) {
      return JsValue.ofNull();
    }
    if (value instanceof JsValue already) {
      return already;
    }
    if (value instanceof String || value instanceof Character) {
      return JsString.of(value.toString());
    }
    if (value instanceof Boolean flag) {
      return JsBoolean.of(flag);
    }
    if (value instanceof Long number && Math.abs((double) number) > MAX_SAFE) {
      throw new ArithmeticException(number + " can't be represented exactly by a number of JavaScript");
    }
    if (WRAPPERS.containsValue(value.getClass())) {
      return JsNumber.of(((Number) value).doubleValue());
    }
    return face(context, ExportedClasses.of(value.getClass()), value);
  }

  static <T> JsObject face(JsContext context, HostClass<T> hostClass, Object value) {
    return context.toJsObject(hostClass, hostClass.type().cast(value));
  }
}
