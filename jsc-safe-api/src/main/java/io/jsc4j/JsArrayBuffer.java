package io.jsc4j;

import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellPointer;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * A handle to an {@code ArrayBuffer} or {@code SharedArrayBuffer}. Its operations throw what those of {@link JsObject} do; no script can change what
 * they say or do.
 *
 * <p>Bytes are copied, or looked at in place:
 *
 * {@snippet file="ObjectsSnippetTest.java" region="buffer"}
 *
 * <p>The memory always belongs to the engine. Where it could move or shrink while Java looks at it, which is so for resizable buffers and for
 * WebAssembly memory, {@link #asSegment} and {@link #asByteBuffer} refuse, and bytes can only be copied.
 */
public final class JsArrayBuffer extends JsObject {

  JsArrayBuffer(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /** {@code buffer.byteLength}: 0 if it is detached. */
  public long byteLength() {
    return JsBytes.byteLength(context(), cell());
  }

  /** {@code buffer.maxByteLength}: how long it can become; its length if it is not resizable. */
  public long maxByteLength() {
    return context().run(() -> Buffers.maxByteLength(context().pointer(), cell()));
  }

  /** {@code buffer.detached}: whether its bytes have gone elsewhere, as after {@code transfer()}. */
  public boolean isDetached() {
    return ask(Buffers.Question.IS_DETACHED);
  }

  /** {@code buffer.resizable}, or {@code growable} of a shared buffer. */
  public boolean isResizable() {
    return ask(Buffers.Question.IS_RESIZABLE);
  }

  /** Whether it is a {@code SharedArrayBuffer}: the buffer of a shared WebAssembly.Memory is one even where scripts have no such constructor. */
  public boolean isShared() {
    return ask(Buffers.Question.IS_SHARED);
  }

  private boolean ask(Buffers.Question question) {
    return context().run(() -> Buffers.ask(context().pointer(), cell(), question));
  }

  /**
   * A copy of all bytes.
   *
   * @throws IllegalStateException if it is detached, or too long for a Java array
   */
  public byte[] toByteArray() {
    return JsBytes.toByteArray(context(), cell());
  }

  /**
   * A copy of some bytes.
   *
   * @param byteOffset where they start
   * @param byteLength how many they are
   * @throws IllegalStateException if it is detached, or they are too many for a Java array
   * @throws IndexOutOfBoundsException if it has no such bytes
   */
  public byte[] toByteArray(long byteOffset, long byteLength) {
    return JsBytes.toByteArray(context(), cell(), byteOffset, byteLength);
  }

  /**
   * Copies bytes until the target is full. Its content is not specified if it is a view of the very same bytes.
   *
   * @param byteOffset where the bytes start
   * @param target native or of a Java array
   * @throws IllegalStateException if the buffer is detached, or the target's scope is closed
   * @throws IndexOutOfBoundsException if there are not so many bytes
   * @throws IllegalArgumentException if the target is read-only
   * @throws WrongThreadException if the calling thread may not access the target
   */
  public void copyTo(long byteOffset, MemorySegment target) {
    JsBytes.copyTo(context(), cell(), byteOffset, target);
  }

  /**
   * Copies the whole source into the buffer. The bytes are not specified if it is a view of the very same ones.
   *
   * @param byteOffset where to put it
   * @param source native or of a Java array
   * @throws IllegalStateException if the buffer is detached, or the source's scope is closed
   * @throws IndexOutOfBoundsException if there is not so much room
   * @throws WrongThreadException if the calling thread may not access the source
   */
  public void copyFrom(long byteOffset, MemorySegment source) {
    JsBytes.copyFrom(context(), cell(), byteOffset, source);
  }

  /**
   * Copies an array into the buffer.
   *
   * @param byteOffset where to put it
   * @throws IllegalStateException if the buffer is detached
   * @throws IndexOutOfBoundsException if there is not so much room
   */
  public void copyFrom(long byteOffset, byte[] source) {
    JsBytes.copyFrom(context(), cell(), byteOffset, MemorySegment.ofArray(java.util.Objects.requireNonNull(source,
        "source")));
  }

  /**
   * A new {@code ArrayBuffer} with a copy of some bytes. Unlike the method of JavaScript it takes no negative numbers, and asks no
   * {@code Symbol.species}.
   *
   * @param byteOffset where they start
   * @param byteLength how many they are
   * @throws IllegalStateException if it is detached
   * @throws IndexOutOfBoundsException if it has no such bytes
   * @throws JsThrownException a RangeError, if there is not so much memory
   */
  public JsArrayBuffer slice(long byteOffset, long byteLength) {
    return (JsArrayBuffer) context().runValue(() -> Buffers.slice(context().pointer(), cell(), byteOffset, byteLength));
  }

  /**
   * The bytes themselves, not copied. JavaScript and Java see at once what the other writes. After the scope is closed, every access
   * throws {@link IllegalStateException}; on another thread, {@link WrongThreadException}. While the scope is open the buffer is not collected,
   * whatever becomes of its handles.
   *
   * <p>From then on, and for good, JavaScript can't detach the buffer: {@code transfer()} copies.
   *
   * @param scope how long the view lasts: a scope of any context of the runtime
   * @throws UnsupportedOperationException if the buffer is resizable or belongs to a WebAssembly.Memory: use {@link #copyTo} and {@link
   *     #copyFrom(long, MemorySegment)}
   * @throws IllegalStateException if the buffer is detached, or the scope is closed
   * @throws IllegalArgumentException if the scope belongs to another runtime
   */
  public MemorySegment asSegment(JsScope scope) {
    return JsBytes.asSegment(context(), cell(), scope);
  }

  /**
   * The bytes themselves as a byte buffer in the processor's byte order, which is JavaScript's; see {@link #asSegment}.
   *
   * @param scope how long the view lasts: a scope of any context of the runtime
   * @throws UnsupportedOperationException as {@link #asSegment}, and if it is longer than 2^31 - 1 bytes
   * @throws IllegalStateException if the buffer is detached, or the scope is closed
   * @throws IllegalArgumentException if the scope belongs to another runtime
   */
  public ByteBuffer asByteBuffer(JsScope scope) {
    return JsBytes.asByteBuffer(context(), cell(), scope);
  }

  @Override
  public JsWeakRef<JsArrayBuffer> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsArrayBuffer> retain() {
    return context().retain(this, cell -> new JsArrayBuffer(context(), cell));
  }

  @Override
  public JsArrayBuffer asArrayBuffer() {
    return this;
  }
}
