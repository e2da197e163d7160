package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.util.function.IntSupplier;

/** What the elements of a typed array are. */
public enum ElementType {
  INT8(1, JavaScriptCore::kJSTypedArrayTypeInt8Array),
  UINT8(1,
      JavaScriptCore::kJSTypedArrayTypeUint8Array),
  UINT8_CLAMPED(1,
      JavaScriptCore::kJSTypedArrayTypeUint8ClampedArray),
  INT16(2,
      JavaScriptCore::kJSTypedArrayTypeInt16Array),
  UINT16(2,
      JavaScriptCore::kJSTypedArrayTypeUint16Array),
  INT32(4,
      JavaScriptCore::kJSTypedArrayTypeInt32Array),
  UINT32(4,
      JavaScriptCore::kJSTypedArrayTypeUint32Array),
  FLOAT32(4,
      JavaScriptCore::kJSTypedArrayTypeFloat32Array),
  FLOAT64(8,
      JavaScriptCore::kJSTypedArrayTypeFloat64Array),
  BIG_INT64(8,
      JavaScriptCore::kJSTypedArrayTypeBigInt64Array),
  BIG_UINT64(8,
      JavaScriptCore::kJSTypedArrayTypeBigUint64Array);

  private final int byteSize;
  @SuppressWarnings("ImmutableEnumChecker") // A constant of the bindings.
  private final IntSupplier code;

  ElementType(int byteSize, IntSupplier code) {
    this.byteSize = byteSize;
    this.code = code;
  }

  /** How many bytes an element takes. */
  public int byteSize() {
    return byteSize;
  }

  /** What the C API calls it. */
  int code() {
    return code.getAsInt();
  }

  static ElementType of(int code) {
    for (ElementType type : values()) {
      if (type.code() == code) {
        return type;
      }
    }
    throw new IllegalStateException("the JavaScript engine has typed arrays of the unknown type " + code);
  }
}
