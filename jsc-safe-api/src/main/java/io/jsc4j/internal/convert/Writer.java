package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.NativeValue;

/** Makes JavaScript values out of the objects of one class. Free of state. */
interface Writer {
  /**
   * Converts an object.
   *
   * @return its JavaScript value; a cell belongs to the caller
   * @throws ConversionRefused if it can't be converted
   */
  NativeValue write(Writing out, Object value);
}
