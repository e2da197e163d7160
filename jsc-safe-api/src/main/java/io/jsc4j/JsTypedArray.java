package io.jsc4j;

import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellPointer;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * A handle to a typed array. Its operations throw what those of {@link JsObject} do; no script can change what they say or do.
 *
 * <p>Elements cross in bulk as Java arrays, but only where every value stays what it is. What would change one is refused with a {@link
 * ClassCastException} that names the types that work.
 *
 * <p>Where the buffer is detached, {@link #length()} is 0 and copying throws {@link IllegalStateException}.
 */
public final class JsTypedArray extends JsObject {

  JsTypedArray(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /** What its elements are. */
  public JsElementType elementType() {
    return context().run(() -> JsElementType.of(Buffers.elementType(context().pointer(), cell())));
  }

  /** {@code array.length}: 0 if its buffer is detached or has become too short for it. */
  public long length() {
    return context().run(() -> Buffers.length(context().pointer(), cell()));
  }

  /** {@code array.byteLength}: 0 if its buffer is detached or has become too short for it. */
  public long byteLength() {
    return JsBytes.byteLength(context(), cell());
  }

  /** {@code array.byteOffset}: where in its buffer it starts; 0 if that is detached or has become too short for it. */
  public long byteOffset() {
    return JsBytes.byteOffset(context(), cell());
  }

  /** {@code array.buffer}. */
  public JsArrayBuffer buffer() {
    return JsBytes.buffer(context(), cell());
  }

  /**
   * The elements of a Float64Array, Float32Array, or array of whole numbers of at most 32 bits.
   *
   * @throws ClassCastException if it is an array of big ints
   * @throws IllegalStateException if its buffer is detached, or it is too long for a Java array
   */
  public double[] toDoubleArray() {
    return JsElements.toDoubleArray(this);
  }

  /**
   * The elements of a Float32Array.
   *
   * @throws ClassCastException if it is another array
   * @throws IllegalStateException if its buffer is detached, or it is too long for a Java array
   */
  public float[] toFloatArray() {
    return JsElements.toFloatArray(this);
  }

  /**
   * The elements of a BigInt64Array, or array of whole numbers of at most 32 bits.
   *
   * @throws ClassCastException if it is an array of floating-point numbers or a BigUint64Array
   * @throws IllegalStateException if its buffer is detached, or it is too long for a Java array
   */
  public long[] toLongArray() {
    return JsElements.toLongArray(this);
  }

  /**
   * The elements of an Int32Array, or array of whole numbers of at most 16 bits.
   *
   * @throws ClassCastException if it is another array
   * @throws IllegalStateException if its buffer is detached, or it is too long for a Java array
   */
  public int[] toIntArray() {
    return JsElements.toIntArray(this);
  }

  /**
   * The elements of an Int16Array, Int8Array, Uint8Array or Uint8ClampedArray.
   *
   * @throws ClassCastException if it is another array
   * @throws IllegalStateException if its buffer is detached, or it is too long for a Java array
   */
  public short[] toShortArray() {
    return JsElements.toShortArray(this);
  }

  /**
   * The elements of an Int8Array; or those of a Uint8Array or Uint8ClampedArray as bytes of the same bits, as bytes go in Java ({@link
   * Byte#toUnsignedInt}).
   *
   * @throws ClassCastException if it is another array
   * @throws IllegalStateException if its buffer is detached, or it is too long for a Java array
   */
  public byte[] toByteArray() {
    return JsElements.toByteArray(this);
  }

  /**
   * Puts numbers into a Float64Array.
   *
   * @param index where the first goes
   * @throws ClassCastException if it is another array
   * @throws IllegalStateException if its buffer is detached
   * @throws IndexOutOfBoundsException if there is not so much room
   */
  public void set(long index, double[] values) {
    JsElements.set(this, index, java.util.Objects.requireNonNull(values, "values"));
  }

  /** Puts numbers into a Float32Array; otherwise as {@link #set(long, double[])}. */
  public void set(long index, float[] values) {
    JsElements.set(this, index, java.util.Objects.requireNonNull(values, "values"));
  }

  /** Puts numbers into a BigInt64Array; otherwise as {@link #set(long, double[])}. */
  public void set(long index, long[] values) {
    JsElements.set(this, index, java.util.Objects.requireNonNull(values, "values"));
  }

  /** Puts numbers into an Int32Array; otherwise as {@link #set(long, double[])}. */
  public void set(long index, int[] values) {
    JsElements.set(this, index, java.util.Objects.requireNonNull(values, "values"));
  }

  /** Puts numbers into an Int16Array; otherwise as {@link #set(long, double[])}. */
  public void set(long index, short[] values) {
    JsElements.set(this, index, java.util.Objects.requireNonNull(values, "values"));
  }

  /** Puts bytes into an Int8Array, or the same bits into a Uint8Array or Uint8ClampedArray; otherwise as {@link #set(long, double[])}. */
  public void set(long index, byte[] values) {
    JsElements.set(this, index, java.util.Objects.requireNonNull(values, "values"));
  }

  /**
   * Copies its bytes until the target is full, whatever its elements are; see {@link JsArrayBuffer#copyTo}.
   *
   * @param byteOffset where the bytes start, in this array
   * @throws IllegalStateException if its buffer is detached, or the target's scope is closed
   * @throws IndexOutOfBoundsException if there are not so many bytes
   */
  public void copyTo(long byteOffset, MemorySegment target) {
    JsBytes.copyTo(context(), cell(), byteOffset, target);
  }

  /**
   * Copies the bytes of the whole source into it, whatever its elements are; see {@link JsArrayBuffer#copyFrom(long, MemorySegment)}.
   *
   * @param byteOffset where to put it, in this array
   * @throws IllegalStateException if its buffer is detached, or the source's scope is closed
   * @throws IndexOutOfBoundsException if there is not so much room
   */
  public void copyFrom(long byteOffset, MemorySegment source) {
    JsBytes.copyFrom(context(), cell(), byteOffset, source);
  }

  /**
   * The bytes that it looks at, not copied, and no others of its buffer; see {@link JsArrayBuffer#asSegment}.
   *
   * @param scope how long Java's view lasts: a scope of any context of the runtime
   * @throws UnsupportedOperationException if its buffer is resizable or belongs to a WebAssembly.Memory
   * @throws IllegalStateException if its buffer is detached, or the scope is closed
   * @throws IllegalArgumentException if the scope belongs to another runtime
   */
  public MemorySegment asSegment(JsScope scope) {
    return JsBytes.asSegment(context(), cell(), scope);
  }

  /**
   * The bytes that it looks at as a byte buffer in the processor's byte order, which is JavaScript's: {@code asByteBuffer(scope).asDoubleBuffer()} are
   * the elements of a Float64Array. See {@link JsArrayBuffer#asByteBuffer}.
   *
   * @param scope how long Java's view lasts: a scope of any context of the runtime
   * @throws UnsupportedOperationException as {@link #asSegment}, and if there are more than 2^31 - 1 bytes
   * @throws IllegalStateException if its buffer is detached, or the scope is closed
   * @throws IllegalArgumentException if the scope belongs to another runtime
   */
  public ByteBuffer asByteBuffer(JsScope scope) {
    return JsBytes.asByteBuffer(context(), cell(), scope);
  }

  @Override
  public JsWeakRef<JsTypedArray> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsTypedArray> retain() {
    return context().retain(this, cell -> new JsTypedArray(context(), cell));
  }

  @Override
  public JsTypedArray asTypedArray() {
    return this;
  }
}
