package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.NativeValue;
import org.jspecify.annotations.Nullable;

/** Makes JavaScript values out of the objects of one class. Free of state. */
interface Writer {
  /**
   * Converts an object.
   *
   * @return its JavaScript value, whose cell belongs to the caller; null if it is being built
   * @throws ConversionRefused if it can't be converted
   */
  @Nullable NativeValue write(Writing out, Object value);
}
