package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Doubles;
import io.jsc4j.internal.ffi.ElementType;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/** Elements of typed arrays as Java arrays. Where the types differ, the array is copied in its own type and then widened. */
final class JsElements {
  private static final Set<JsElementType> BYTES =
      EnumSet.of(JsElementType.INT8, JsElementType.UINT8, JsElementType.UINT8_CLAMPED);

  private JsElements() {}

  /** Makes an empty Java array of a length. */
  @FunctionalInterface
  private interface Maker<T> {
    T make(int length);
  }

  /** A Java array as memory. */
  @FunctionalInterface
  private interface Wrapper<T> {
    MemorySegment wrap(T array);
  }

  /** The elements as they are, in an array of the same size. */
  private static <T> T read(JsTypedArray array, Maker<T> maker, Wrapper<T> wrapper) {
    JsContext context = array.context();
    return context.run(() -> {
      context.runtime().pointer().requireTransferable(Buffers.byteLength(context.pointer(), array.cell()));
      T elements = maker.make(JsBytes.arrayLength(Buffers.length(context.pointer(), array.cell())));
      Buffers.read(context.pointer(), array.cell(), 0, wrapper.wrap(elements));
      return elements;
    });
  }

  private static byte[] bytes(JsTypedArray array) {
    return read(array, byte[]::new, MemorySegment::ofArray);
  }

  private static short[] shorts(JsTypedArray array) {
    return read(array, short[]::new, MemorySegment::ofArray);
  }

  private static int[] ints(JsTypedArray array) {
    return read(array, int[]::new, MemorySegment::ofArray);
  }

  private static long[] longs(JsTypedArray array) {
    return read(array, long[]::new, MemorySegment::ofArray);
  }

  private static float[] floats(JsTypedArray array) {
    return read(array, float[]::new, MemorySegment::ofArray);
  }

  static byte[] toByteArray(JsTypedArray array) {
    require(array.elementType(), "byte[]", BYTES);
    return bytes(array);
  }

  static short[] toShortArray(JsTypedArray array) {
    JsElementType type = array.elementType();
    require(type, "short[]", BYTES, JsElementType.INT16);
    if (type == JsElementType.INT16) {
      return shorts(array);
    }
    byte[] from = bytes(array);
    short[] to = new short[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = (short) widened(type, from[i]);
    }
    return to;
  }

  static int[] toIntArray(JsTypedArray array) {
    JsElementType type = array.elementType();
    require(type, "int[]", BYTES, JsElementType.INT16, JsElementType.UINT16, JsElementType.INT32);
    return switch (type) {
      case INT32 -> ints(array);
      case INT16, UINT16 -> {
        short[] from = shorts(array);
        int[] to = new int[from.length];
        for (int i = 0; i < to.length; i++) {
          to[i] = widened(type, from[i]);
        }
        yield to;
      }
      default -> {
        byte[] from = bytes(array);
        int[] to = new int[from.length];
        for (int i = 0; i < to.length; i++) {
          to[i] = widened(type, from[i]);
        }
        yield to;
      }
    };
  }

  static long[] toLongArray(JsTypedArray array) {
    JsElementType type = array.elementType();
    require(type, "long[]", BYTES, JsElementType.INT16, JsElementType.UINT16, JsElementType.INT32, JsElementType.UINT32,
        JsElementType.BIG_INT64);
    if (type == JsElementType.BIG_INT64) {
      return longs(array);
    }
    int[] from = type == JsElementType.UINT32 ? ints(array) : toIntArray(array);
    long[] to = new long[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = type == JsElementType.UINT32 ? Integer.toUnsignedLong(from[i]) : from[i];
    }
    return to;
  }

  static float[] toFloatArray(JsTypedArray array) {
    require(array.elementType(), "float[]", EnumSet.of(JsElementType.FLOAT32));
    return floats(array);
  }

  static double[] toDoubleArray(JsTypedArray array) {
    JsElementType type = array.elementType();
    require(type, "double[]", BYTES, JsElementType.INT16, JsElementType.UINT16, JsElementType.INT32,
        JsElementType.UINT32, JsElementType.FLOAT32, JsElementType.FLOAT64);
    return switch (type) {
      case FLOAT64 -> read(array, double[]::new, MemorySegment::ofArray);
      case FLOAT32 -> {
        float[] from = floats(array);
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
          to[i] = from[i];
        }
        yield to;
      }
      default -> {
        int[] from = type == JsElementType.UINT32 ? ints(array) : toIntArray(array);
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
          to[i] = type == JsElementType.UINT32 ? Integer.toUnsignedLong(from[i]) : from[i];
        }
        yield to;
      }
    };
  }

  private static int widened(JsElementType type, byte value) {
    return type == JsElementType.INT8 ? value : Byte.toUnsignedInt(value);
  }

  private static int widened(JsElementType type, short value) {
    return type == JsElementType.INT16 ? value : Short.toUnsignedInt(value);
  }

  static void set(JsTypedArray array, long index, double[] values) {
    write(array, index, values.length, MemorySegment.ofArray(values), "double[]", EnumSet.of(JsElementType.FLOAT64));
  }

  static void set(JsTypedArray array, long index, float[] values) {
    write(array, index, values.length, MemorySegment.ofArray(values), "float[]", EnumSet.of(JsElementType.FLOAT32));
  }

  static void set(JsTypedArray array, long index, long[] values) {
    write(array, index, values.length, MemorySegment.ofArray(values), "long[]", EnumSet.of(JsElementType.BIG_INT64));
  }

  static void set(JsTypedArray array, long index, int[] values) {
    write(array, index, values.length, MemorySegment.ofArray(values), "int[]", EnumSet.of(JsElementType.INT32));
  }

  static void set(JsTypedArray array, long index, short[] values) {
    write(array, index, values.length, MemorySegment.ofArray(values), "short[]", EnumSet.of(JsElementType.INT16));
  }

  static void set(JsTypedArray array, long index, byte[] values) {
    write(array, index, values.length, MemorySegment.ofArray(values), "byte[]", BYTES);
  }

  private static void write(JsTypedArray array, long index, int count, MemorySegment values, String javaType,
      Set<JsElementType> allowed) {
    JsElementType type = array.elementType();
    require(type, javaType, allowed);
    JsContext context = array.context();
    context.runVoid(() -> {
      // Of elements first: times their size the index could overflow.
      Objects.checkFromIndexSize(index, count, Buffers.length(context.pointer(), array.cell()));
      Buffers.write(context.pointer(), array.cell(), index * type.byteSize(), values);
    });
  }

  /** The results of a function for each row of columns. */
  static void map(JsFunction function, double[][] columns, double[] out) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("columns has none: a function without arguments gives nothing to map");
    }
    for (double[] column : columns) {
      if (column.length != out.length) {
        throw new IllegalArgumentException("there are " + column.length + " numbers for " + out.length
            + " results: make the arrays of one length");
      }
    }
    JsContext context = function.context();
    Span span = Events.call(context.name(), columns.length);
    try {
      context.runVoid(() -> {
        function.cell().requireAlive();
        if (out.length > 0) {
          Doubles.map(context.pointer(), function.cell(), columns, out);
        }
      });
    } finally {
      Events.finish(span);
    }
  }

  private static void require(JsElementType type, String javaType, Set<JsElementType> allowed,
      JsElementType... others) {
    EnumSet<JsElementType> all = EnumSet.copyOf(allowed);
    all.addAll(Set.of(others));
    if (!all.contains(type)) {
      StringJoiner names = new StringJoiner(", ");
      all.forEach(each -> names.add(each.constructorName()));
      throw new ClassCastException(javaType + " goes with " + names + ", and this is a " + type.constructorName()
          + "; copyTo and copyFrom copy the bytes of any");
    }
  }

  // --- making

  static JsTypedArray create(JsFactory factory, JsElementType type, long length) {
    ElementType elements = type.toNative();
    if (length < 0) {
      throw new IllegalArgumentException("the length of a typed array can't be negative: " + length);
    }
    return (JsTypedArray) factory.runValue(() -> Buffers.createTypedArray(factory.pointer(), elements, length));
  }

  static JsTypedArray create(JsFactory factory, JsElementType type, MemorySegment content) {
    ElementType elements = type.toNative();
    if (content.byteSize() % elements.byteSize() != 0) {
      throw new IllegalArgumentException(content.byteSize() + " bytes are no whole number of elements of a " + type
          .constructorName());
    }
    return (JsTypedArray) factory.runValue(() -> {
      CellPointer array = Buffers.createTypedArray(factory.pointer(), elements, content.byteSize() / elements
          .byteSize());
      return filled(factory, array, content);
    });
  }

  static JsTypedArray create(JsFactory factory, JsElementType type, JsArrayBuffer buffer, long byteOffset,
      long length) {
    ElementType elements = type.toNative();
    if (length < 0) {
      throw new IllegalArgumentException("the length of a typed array can't be negative: " + length);
    }
    return (JsTypedArray) factory.runValue(() -> {
      long byteLength = Buffers.byteLength(factory.pointer(), buffer.cell());
      Objects.checkFromIndexSize(byteOffset, Math.min(length, Long.MAX_VALUE / elements.byteSize()) * elements
          .byteSize(), byteLength);
      if (byteOffset % elements.byteSize() != 0) {
        throw new IllegalArgumentException("a " + type.constructorName() + " starts at a multiple of " + elements
            .byteSize() + ", not at " + byteOffset);
      }
      return Buffers.createTypedArray(factory.pointer(), elements, buffer.cell(), byteOffset, length);
    });
  }

  static JsArrayBuffer createBuffer(JsFactory factory, long byteLength) {
    if (byteLength < 0) {
      throw new IllegalArgumentException("the length of a buffer can't be negative: " + byteLength);
    }
    return (JsArrayBuffer) factory.runValue(() -> Buffers.create(factory.pointer(), byteLength));
  }

  static JsArrayBuffer createBuffer(JsFactory factory, MemorySegment content) {
    return (JsArrayBuffer) factory.runValue(() -> filled(factory, Buffers.create(factory.pointer(), content.byteSize()),
        content));
  }

  private static CellPointer filled(JsFactory factory, CellPointer owner, MemorySegment content) {
    try {
      Buffers.write(factory.pointer(), owner, 0, content);
      return owner;
    } catch (Throwable t) {
      io.jsc4j.internal.ffi.Realm.discard(owner);
      throw t;
    }
  }
}
