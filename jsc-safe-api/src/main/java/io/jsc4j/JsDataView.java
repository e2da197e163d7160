package io.jsc4j;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * An object that is a {@code DataView}; made by {@link JsObject#asDataView()}. It lives as long as the handle of that object, and its operations throw
 * what those of {@link JsObject} do.
 */
public final class JsDataView {
  private final JsObject object;

  JsDataView(JsObject object) {
    this.object = object;
  }

  /** The object itself. */
  public JsObject object() {
    return object;
  }

  /** {@code view.byteLength}, but 0 if the buffer is detached or has become too short. */
  public long byteLength() {
    return JsBytes.byteLength(object.context(), object.cell());
  }

  /** {@code view.byteOffset}, but 0 if the buffer is detached or has become too short. */
  public long byteOffset() {
    return JsBytes.byteOffset(object.context(), object.cell());
  }

  /** {@code view.buffer}. */
  public JsArrayBuffer buffer() {
    return JsBytes.buffer(object.context(), object.cell());
  }

  /** A copy of its bytes; see {@link JsArrayBuffer#toByteArray()}. */
  public byte[] toByteArray() {
    return JsBytes.toByteArray(object.context(), object.cell());
  }

  /**
   * Copies bytes until the target is full; see {@link JsArrayBuffer#copyTo}.
   *
   * @param byteOffset where the bytes start, in this view
   */
  public void copyTo(long byteOffset, MemorySegment target) {
    JsBytes.copyTo(object.context(), object.cell(), byteOffset, target);
  }

  /**
   * Copies the whole source into it; see {@link JsArrayBuffer#copyFrom(long, MemorySegment)}.
   *
   * @param byteOffset where to put it, in this view
   */
  public void copyFrom(long byteOffset, MemorySegment source) {
    JsBytes.copyFrom(object.context(), object.cell(), byteOffset, source);
  }

  /**
   * Its bytes themselves, not copied; see {@link JsArrayBuffer#asSegment}.
   *
   * @param scope how long Java's view lasts
   */
  public MemorySegment asSegment(JsScope scope) {
    return JsBytes.asSegment(object.context(), object.cell(), scope);
  }

  /**
   * Its bytes themselves, not copied; see {@link JsArrayBuffer#asByteBuffer}. {@code getInt8} and the like of JavaScript read big-endian numbers unless
   * told otherwise: set the {@link ByteBuffer#order(java.nio.ByteOrder) order} that the data has.
   *
   * @param scope how long Java's view lasts
   */
  public ByteBuffer asByteBuffer(JsScope scope) {
    return JsBytes.asByteBuffer(object.context(), object.cell(), scope);
  }

  /** The identity of the handle; never enters the engine. */
  @Override
  public String toString() {
    return "JsDataView of " + object;
  }
}
