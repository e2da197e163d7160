package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;

/**
 * Array buffers and what looks into them. An owner of bytes is an array buffer, or a typed array or DataView, which owns the bytes of its range.
 *
 * <p>Bytes are copied by way of the {@link ByteStaging} of the runtime; only {@link Views} asks for the address of a buffer of the user.
 */
public final class Buffers {
  private Buffers() {}

  /** A question to the engine about a buffer that is yes or no. */
  public enum Question {
    IS_SHARED("isShared"),
    IS_DETACHED("isDetached"),
    IS_RESIZABLE("isResizable");

    private final String function;

    Question(String function) {
      this.function = function;
    }
  }

  /**
   * {@code new ArrayBuffer(byteLength)}.
   *
   * @throws ScriptThrew if there is not so much memory
   */
  public static CellPointer create(ContextPointer context, long byteLength) {
    CellPointer bytes = createTypedArray(context, ElementType.UINT8, byteLength);
    try {
      return bufferOf(context, bytes);
    } finally {
      Realm.discard(bytes);
    }
  }

  /**
   * {@code new XArray(length)}.
   *
   * @throws ScriptThrew if there is not so much memory
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.EXCEPTION_READ,
      Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED})
  public static CellPointer createTypedArray(ContextPointer context, ElementType type, long length) {
    NativeEngine.instance().require(Feature.TYPED_ARRAYS);
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the type is one of an array, and the engine checks the length; the result is protected under the lock.
      MemorySegment array = JavaScriptCore.JSObjectMakeTypedArray(entry.context(), type.code(), length, entry
          .exceptionSlot());
      return entry.objectResult(array, CellKind.TYPED_ARRAY);
    }
  }

  /**
   * {@code new XArray(buffer, byteOffset, length)}.
   *
   * @throws ScriptThrew if the buffer is detached, or too short
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME, Obligation.EXCEPTION_READ, Obligation.RESULT_PRESENT,
      Obligation.RESULT_PROTECTED})
  public static CellPointer createTypedArray(ContextPointer context, ElementType type, CellPointer buffer,
      long byteOffset, long length) {
    NativeEngine.instance().require(Feature.TYPED_ARRAYS);
    MemorySegment target = target(context, buffer);
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the buffer is protected by its handle; the engine checks that it is a buffer, and the range. The function without a length
      // is not called: it ends the process for a resizable buffer.
      MemorySegment array = JavaScriptCore.JSObjectMakeTypedArrayWithArrayBufferAndOffset(entry.context(), type.code(),
          target, byteOffset, length, entry.exceptionSlot());
      return entry.objectResult(array, CellKind.TYPED_ARRAY);
    }
  }

  /** {@code typedArray.buffer}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME, Obligation.EXCEPTION_READ, Obligation.RESULT_PRESENT,
      Obligation.RESULT_PROTECTED})
  public static CellPointer bufferOf(ContextPointer context, CellPointer view) {
    NativeEngine.instance().require(Feature.TYPED_ARRAYS);
    MemorySegment target = target(context, view);
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle; the engine looks whether it is a typed array or a DataView. Bytes that lie in the
      // engine's heap move out of it now. The buffer is protected under the lock.
      MemorySegment buffer = JavaScriptCore.JSObjectGetTypedArrayBuffer(entry.context(), target, entry.exceptionSlot());
      return entry.objectResult(buffer, CellKind.ARRAY_BUFFER);
    }
  }

  /** What the elements of a typed array are. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME})
  public static ElementType elementType(ContextPointer context, CellPointer array) {
    MemorySegment target = target(context, array);
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle; it has a type of typed array or none, so there is nothing to throw.
      return ElementType.of(UniformCalls.JSValueGetTypedArrayType(entry.context(), target, MemorySegment.NULL));
    }
  }

  /** {@code typedArray.length}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME})
  public static long length(ContextPointer context, CellPointer array) {
    NativeEngine.instance().require(Feature.TYPED_ARRAYS);
    MemorySegment target = target(context, array);
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle; the engine looks whether it is a typed array, and throws nothing.
      return JavaScriptCore.JSObjectGetTypedArrayLength(entry.context(), target, MemorySegment.NULL);
    }
  }

  /** {@code byteLength}: 0 for a detached buffer, and for what looks into one or out of bounds. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME})
  public static long byteLength(ContextPointer context, CellPointer owner) {
    NativeEngine.instance().require(Feature.TYPED_ARRAYS);
    MemorySegment target = target(context, owner);
    try (Entry entry = Entry.open(context)) {
      if (owner.kind() == CellKind.ARRAY_BUFFER) {
        // SAFETY: the object is protected by its handle; the engine looks whether it is a buffer, and throws nothing.
        return JavaScriptCore.JSObjectGetArrayBufferByteLength(entry.context(), target, MemorySegment.NULL);
      }
      // SAFETY: as above, for typed arrays and DataViews.
      return JavaScriptCore.JSObjectGetTypedArrayByteLength(entry.context(), target, MemorySegment.NULL);
    }
  }

  /** {@code byteOffset}; 0 for a buffer. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME})
  public static long byteOffset(ContextPointer context, CellPointer owner) {
    NativeEngine.instance().require(Feature.TYPED_ARRAYS);
    MemorySegment target = target(context, owner);
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle; the engine answers 0 for what is no typed array or DataView, and throws nothing.
      return JavaScriptCore.JSObjectGetTypedArrayByteOffset(entry.context(), target, MemorySegment.NULL);
    }
  }

  /** Asks about a buffer. */
  public static boolean ask(ContextPointer context, CellPointer buffer, Question question) {
    return ServiceRealm.call(context, ServiceScript.BYTES, question.function,
        buffer) instanceof NativeValue.Bool(boolean yes) && yes;
  }

  /** {@code maxByteLength}: that of a resizable buffer, or what {@code byteLength} is. */
  public static long maxByteLength(ContextPointer context, CellPointer buffer) {
    return ServiceRealm.call(context, ServiceScript.BYTES, "resizableTo", buffer) instanceof NativeValue.Num(double max)
        ? (long) max
        : byteLength(context, buffer);
  }

  /** Whether an object is a DataView. */
  public static boolean isDataView(ContextPointer context, CellPointer object) {
    return ServiceRealm.call(context, ServiceScript.BYTES, "isDataView",
        object) instanceof NativeValue.Bool(boolean yes)
        && yes;
  }

  /**
   * Copies bytes of an owner until the target is full.
   *
   * @throws IllegalStateException if the buffer is detached
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public static void read(ContextPointer context, CellPointer owner, long offset, MemorySegment target) {
    context.runtime().requireOwner();
    // The lock is held over all steps: no script runs between them.
    try (Entry entry = Entry.open(context)) {
      CellPointer buffer = attachedBuffer(context, owner);
      try {
        long from = requireRange(context, owner, offset, target.byteSize());
        entry.runtime().staging().read(context, buffer, from, target);
      } finally {
        discardUnless(owner, buffer);
      }
    }
  }

  /**
   * Copies the whole source to bytes of an owner.
   *
   * @throws IllegalStateException if the buffer is detached
   * @throws IndexOutOfBoundsException if there is not so much room
   */
  public static void write(ContextPointer context, CellPointer owner, long offset, MemorySegment source) {
    context.runtime().requireOwner();
    // As in read.
    try (Entry entry = Entry.open(context)) {
      CellPointer buffer = attachedBuffer(context, owner);
      try {
        long to = requireRange(context, owner, offset, source.byteSize());
        entry.runtime().staging().write(context, buffer, to, source);
      } finally {
        discardUnless(owner, buffer);
      }
    }
  }

  /**
   * A new buffer with a copy of bytes of an owner.
   *
   * @throws IllegalStateException if the buffer is detached
   * @throws IndexOutOfBoundsException if there are not so many
   * @throws ScriptThrew if there is not so much memory
   */
  public static CellPointer slice(ContextPointer context, CellPointer owner, long offset, long length) {
    context.runtime().requireOwner();
    // As in read.
    try (Entry entry = Entry.open(context)) {
      CellPointer buffer = attachedBuffer(context, owner);
      try {
        long from = requireRange(context, owner, offset, length);
        CellPointer copy = create(context, length);
        try {
          entry.runtime().staging().copy(context, buffer, from, copy, 0, length);
          return copy;
        } catch (Throwable t) {
          Realm.discard(copy);
          throw t;
        }
      } finally {
        discardUnless(owner, buffer);
      }
    }
  }

  /** The buffer whose bytes an owner has: itself, or one for {@link #discardUnless}. */
  static CellPointer attachedBuffer(ContextPointer context, CellPointer owner) {
    CellPointer buffer = owner.kind() == CellKind.ARRAY_BUFFER ? owner : bufferOf(context, owner);
    try {
      if (ask(context, buffer, Question.IS_DETACHED)) {
        throw new IllegalStateException(
            "the buffer is detached: its bytes belong to the buffer that its transfer() returned, or its memory has grown");
      }
      return buffer;
    } catch (Throwable t) {
      // Also where the script has been ended, and nothing can be asked any more.
      discardUnless(owner, buffer);
      throw t;
    }
  }

  static void discardUnless(CellPointer owner, CellPointer buffer) {
    if (buffer != owner) {
      Realm.discard(buffer);
    }
  }

  /** Where in the buffer a range of an owner starts. */
  static long requireRange(ContextPointer context, CellPointer owner, long offset, long length) {
    long byteLength = byteLength(context, owner);
    java.util.Objects.checkFromIndexSize(offset, length, byteLength);
    return byteOffset(context, owner) + offset;
  }

  private static MemorySegment target(ContextPointer context, CellPointer object) {
    return MemorySegment.ofAddress(object.objectAddress(context.runtime()));
  }
}
