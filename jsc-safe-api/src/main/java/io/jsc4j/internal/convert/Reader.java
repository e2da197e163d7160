package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.NativeValue;
import org.jspecify.annotations.Nullable;

/** Makes Java objects of one type out of JavaScript values. Free of state. */
abstract class Reader {

  /**
   * Converts a value that is neither null nor undefined. A cell stays the caller's.
   *
   * @throws ConversionRefused if it is no such value
   */
  abstract @Nullable Object read(Reading in, NativeValue value);

  /** What messages call the values that it takes. */
  abstract String expected();

  /** What null or undefined becomes. */
  @Nullable Object readNothing(Reading in, NativeValue.Nullish nothing) {
    if (nothing == NativeValue.Nullish.NULL) {
      return null;
    }
    return switch (in.policy().missingFields()) {
      case NULL -> null;
      case DEFAULT -> empty();
      case REFUSE -> throw in.refused(expected(), nothing);
    };
  }

  /** What stands for a missing value where the policy asks for a default. */
  @Nullable Object empty() {
    return null;
  }

  /** What paths begin with that lead to a value of the type. */
  String rootName(Class<?> type) {
    return "value";
  }

  /** Of the keys of a JavaScript object, which are strings whatever the type of the keys in Java is. */
  @Nullable Object readKey(Reading in, String key) {
    return read(in, new NativeValue.Text(key));
  }
}
