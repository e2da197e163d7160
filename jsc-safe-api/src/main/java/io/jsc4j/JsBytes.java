package io.jsc4j;

import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Views;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** The bytes of an array buffer, or those that a typed array or a DataView looks at. */
final class JsBytes {
  /** What a Java array can hold at most, on every JVM. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

  private JsBytes() {}

  static long byteLength(JsContext context, CellPointer owner) {
    return context.run(() -> Buffers.byteLength(context.pointer(), owner));
  }

  static long byteOffset(JsContext context, CellPointer owner) {
    return context.run(() -> Buffers.byteOffset(context.pointer(), owner));
  }

  static JsArrayBuffer buffer(JsContext context, CellPointer owner) {
    return (JsArrayBuffer) context.runValue(() -> Buffers.bufferOf(context.pointer(), owner));
  }

  static void copyTo(JsContext context, CellPointer owner, long byteOffset, MemorySegment target) {
    Objects.requireNonNull(target, "target");
    context.runVoid(() -> Buffers.read(context.pointer(), owner, byteOffset, target));
  }

  static void copyFrom(JsContext context, CellPointer owner, long byteOffset, MemorySegment source) {
    Objects.requireNonNull(source, "source");
    context.runVoid(() -> Buffers.write(context.pointer(), owner, byteOffset, source));
  }

  static byte[] toByteArray(JsContext context, CellPointer owner, long byteOffset, long byteLength) {
    return context.run(() -> {
      // Before so much memory is asked for.
      Objects.checkFromIndexSize(byteOffset, byteLength, Buffers.byteLength(context.pointer(), owner));
      context.runtime().pointer().requireTransferable(byteLength);
      byte[] bytes = new byte[arrayLength(byteLength)];
      Buffers.read(context.pointer(), owner, byteOffset, MemorySegment.ofArray(bytes));
      return bytes;
    });
  }

  static byte[] toByteArray(JsContext context, CellPointer owner) {
    return context.run(() -> {
      long byteLength = Buffers.byteLength(context.pointer(), owner);
      context.runtime().pointer().requireTransferable(byteLength);
      byte[] bytes = new byte[arrayLength(byteLength)];
      Buffers.read(context.pointer(), owner, 0, MemorySegment.ofArray(bytes));
      return bytes;
    });
  }

  static MemorySegment asSegment(JsContext context, CellPointer owner, JsScope scope) {
    Objects.requireNonNull(scope, "scope");
    return context.run(() -> {
      owner.requireAlive();
      return Views.open(context.pointer(), owner, scope.arenaFor(context));
    });
  }

  static ByteBuffer asByteBuffer(JsContext context, CellPointer owner, JsScope scope) {
    return asSegment(context, owner, scope).asByteBuffer().order(ByteOrder.nativeOrder());
  }

  /**
   * A length for a Java array.
   *
   * @throws IllegalStateException if no Java array is so long
   */
  static int arrayLength(long length) {
    if (length > MAX_LENGTH) {
      throw new IllegalStateException("a length of " + length
          + " does not fit into a Java array; copy a part with copyTo(offset, segment)");
    }
    return (int) length;
  }
}
