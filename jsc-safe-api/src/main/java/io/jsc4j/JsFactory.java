package io.jsc4j;

import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Values;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.function.Supplier;

/** The half of {@link JsContext} that makes values. */
abstract sealed class JsFactory permits JsContext {

  abstract ContextPointer pointer();

  abstract <T> T run(Supplier<T> operation);

  abstract JsValue wrap(NativeValue value);

  final void runVoid(Runnable operation) {
    run(() -> {
      operation.run();
      return true;
    });
  }

  final JsValue runValue(Supplier<NativeValue> operation) {
    return run(() -> wrap(operation.get()));
  }

  private JsContext context() {
    return (JsContext) this;
  }

  /** Makes a function that runs a Java lambda; its {@code length} is 0. See {@link HostFunction}. */
  public JsFunction function(String name, HostFunction function) {
    return function(name, 0, function);
  }

  /**
   * Makes a function that runs a Java lambda. Java keeps it alive no longer than any other object; JavaScript keeps the lambda alive as long as it
   * can reach the function.
   *
   * @param name its {@code name}
   * @param length its {@code length}: how many arguments it expects
   * @param function what it runs
   * @throws IllegalArgumentException if the length is negative
   */
  public JsFunction function(String name, int length, HostFunction function) {
    java.util.Objects.requireNonNull(name, "name");
    java.util.Objects.requireNonNull(function, "function");
    if (length < 0) {
      throw new IllegalArgumentException("the length of a function can't be negative: " + length);
    }
    return (JsFunction) runValue(() -> Contexts.createHostFunction(pointer(), name, length, new HostCalls(context(),
        name,
        function)));
  }

  /** Makes an empty object. */
  public JsObject newObject() {
    return (JsObject) runValue(() -> Objects.create(pointer()));
  }

  /** Makes an array. */
  public JsArray newArray(JsValue... elements) {
    NativeValue[] values = JsValues.toNative(java.util.Objects.requireNonNull(elements, "elements"));
    return (JsArray) runValue(() -> Objects.createArray(pointer(), values));
  }

  /** Makes a new symbol. */
  public JsSymbol newSymbol(String description) {
    java.util.Objects.requireNonNull(description, "description");
    return (JsSymbol) runValue(() -> Values.createSymbol(pointer(), description));
  }

  /**
   * Makes a big int.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#BIG_INT}
   */
  public JsBigInt newBigInt(BigInteger value) {
    String digits = java.util.Objects.requireNonNull(value, "value").toString();
    return (JsBigInt) runValue(() -> Values.createBigInt(pointer(), digits));
  }

  /** Makes an {@code Error}. */
  public JsObject newError(String message) {
    java.util.Objects.requireNonNull(message, "message");
    return (JsObject) runValue(() -> Objects.createError(pointer(), message));
  }

  /**
   * {@code new ArrayBuffer(byteLength)}, filled with zeros.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws JsThrownException a RangeError, if there is not so much memory
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#TYPED_ARRAYS}
   */
  public JsArrayBuffer newArrayBuffer(long byteLength) {
    return JsElements.createBuffer(this, byteLength);
  }

  /** Makes an {@code ArrayBuffer} with a copy of an array; otherwise as {@link #newArrayBuffer(long)}. */
  public JsArrayBuffer newArrayBuffer(byte[] content) {
    return newArrayBuffer(MemorySegment.ofArray(java.util.Objects.requireNonNull(content, "content")));
  }

  /**
   * Makes an {@code ArrayBuffer} with a copy of memory; otherwise as {@link #newArrayBuffer(long)}.
   *
   * @throws IllegalStateException if the scope of the memory is closed
   * @throws WrongThreadException if the calling thread may not access it
   */
  public JsArrayBuffer newArrayBuffer(MemorySegment content) {
    return JsElements.createBuffer(this, java.util.Objects.requireNonNull(content, "content"));
  }

  /**
   * {@code new Float64Array(length)} and the like, filled with zeros.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws JsThrownException a RangeError, if there is not so much memory
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#TYPED_ARRAYS}
   */
  public JsTypedArray newTypedArray(JsElementType type, long length) {
    return JsElements.create(this, java.util.Objects.requireNonNull(type, "type"), length);
  }

  /**
   * {@code new Float64Array(buffer, byteOffset, length)} and the like, which looks at the bytes of a buffer.
   *
   * @param byteOffset where it starts
   * @param length how many elements it has
   * @throws IndexOutOfBoundsException if the buffer is too short
   * @throws IllegalArgumentException if the length is negative, or the offset no multiple of the size of an element
   * @throws JsThrownException a TypeError, if the buffer is detached
   */
  public JsTypedArray newTypedArray(JsElementType type, JsArrayBuffer buffer, long byteOffset, long length) {
    return JsElements.create(this, java.util.Objects.requireNonNull(type, "type"), java.util.Objects.requireNonNull(
        buffer, "buffer"), byteOffset, length);
  }

  /** Makes a {@code Float64Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(double[] content) {
    return newTypedArray(JsElementType.FLOAT64, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes a {@code Float32Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(float[] content) {
    return newTypedArray(JsElementType.FLOAT32, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes a {@code BigInt64Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(long[] content) {
    return newTypedArray(JsElementType.BIG_INT64, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes an {@code Int32Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(int[] content) {
    return newTypedArray(JsElementType.INT32, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes an {@code Int16Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(short[] content) {
    return newTypedArray(JsElementType.INT16, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes a {@code Uint8Array}, JavaScript's array of bytes, with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(byte[] content) {
    return newTypedArray(JsElementType.UINT8, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /**
   * Makes a typed array with a copy of memory; otherwise as {@link #newTypedArray(JsElementType, long)}.
   *
   * @throws IllegalArgumentException if the size of the memory is no multiple of the size of an element
   * @throws IllegalStateException if the scope of the memory is closed
   * @throws WrongThreadException if the calling thread may not access it
   */
  public JsTypedArray newTypedArray(JsElementType type, MemorySegment content) {
    return JsElements.create(this, java.util.Objects.requireNonNull(type, "type"), java.util.Objects.requireNonNull(
        content, "content"));
  }
}
