package io.jsc4j;

import io.jsc4j.internal.ffi.ElementType;

/**
 * What the elements of a {@link JsTypedArray} are. The engine's C API does not know {@code Float16Array}: such an array is a plain
 * {@link JsObject}.
 */
public enum JsElementType {
  /** {@code Int8Array}. */
  INT8("Int8Array", ElementType.INT8),
  /** {@code Uint8Array}. */
  UINT8("Uint8Array", ElementType.UINT8),
  /** {@code Uint8ClampedArray}. */
  UINT8_CLAMPED("Uint8ClampedArray", ElementType.UINT8_CLAMPED),
  /** {@code Int16Array}. */
  INT16("Int16Array", ElementType.INT16),
  /** {@code Uint16Array}. */
  UINT16("Uint16Array", ElementType.UINT16),
  /** {@code Int32Array}. */
  INT32("Int32Array", ElementType.INT32),
  /** {@code Uint32Array}. */
  UINT32("Uint32Array", ElementType.UINT32),
  /** {@code Float32Array}. */
  FLOAT32("Float32Array", ElementType.FLOAT32),
  /** {@code Float64Array}. */
  FLOAT64("Float64Array", ElementType.FLOAT64),
  /** {@code BigInt64Array}. */
  BIG_INT64("BigInt64Array", ElementType.BIG_INT64),
  /** {@code BigUint64Array}. */
  BIG_UINT64("BigUint64Array", ElementType.BIG_UINT64);

  private final String constructorName;
  private final ElementType type;

  JsElementType(String constructorName, ElementType type) {
    this.constructorName = constructorName;
    this.type = type;
  }

  static JsElementType of(ElementType type) {
    return valueOf(type.name());
  }

  ElementType toNative() {
    return type;
  }

  /** What JavaScript calls an array of them, such as {@code Float64Array}. */
  public String constructorName() {
    return constructorName;
  }

  /** {@code BYTES_PER_ELEMENT}. */
  public int byteSize() {
    return type.byteSize();
  }
}
