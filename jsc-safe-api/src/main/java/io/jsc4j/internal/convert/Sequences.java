package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Readers of what has elements. */
final class Sequences {
  private Sequences() {}

  /** A collection. */
  static final class OfCollection extends Reader {
    private final Supplier<Collection<@Nullable Object>> factory;
    private final boolean hashed;
    private final Reader element;

    /**
     * Makes one.
     *
     * @param hashed whether it compares its elements
     */
    OfCollection(Supplier<Collection<@Nullable Object>> factory, boolean hashed, Reader element) {
      this.factory = factory;
      this.hashed = hashed;
      this.element = element;
    }

    @Override
    Object read(Reading in, NativeValue value) {
      int mark = in.mark();
      Reading.Elements elements = in.elements(value);
      if (elements == null) {
        throw in.refused(expected(), value);
      }
      Object before = in.objects().begin((CellPointer) value, this);
      if (before != null) {
        in.releaseTo(mark);
        return before;
      }
      Collection<@Nullable Object> result = factory.get();
      if (hashed) {
        in.objects().beginHashed();
      } else {
        in.objects().open(result);
      }
      for (int i = 0; i < elements.length(); i++) {
        add(in, result, in.element(element, elements.source(), i), i);
      }
      if (hashed) {
        in.objects().endHashed();
      }
      in.releaseTo(mark);
      return in.objects().end(result);
    }

    private static void add(Reading in, Collection<@Nullable Object> result, @Nullable Object element, int index) {
      try {
        result.add(element);
      } catch (NullPointerException | ClassCastException e) {
        in.path().index(index);
        throw in.refuse(result.getClass().getSimpleName() + " can't hold "
            + (element == null ? "null" : element.getClass().getName()), e);
      }
    }

    @Override
    String expected() {
      return "array";
    }

    @Override
    Object empty() {
      return factory.get();
    }
  }

  /** An array of objects or of primitives. */
  static final class OfArray extends Reader {
    private final Class<?> component;
    private final Reader element;

    OfArray(Class<?> component, Reader element) {
      this.component = component;
      this.element = element;
    }

    @Override
    Object read(Reading in, NativeValue value) {
      int mark = in.mark();
      Reading.Elements elements = in.elements(value);
      if (elements == null) {
        throw in.refused(expected(), value);
      }
      Object before = in.objects().begin((CellPointer) value, this);
      if (before != null) {
        in.releaseTo(mark);
        return before;
      }
      // Grows with what is really there: a length alone costs JavaScript nothing.
      List<@Nullable Object> read = new ArrayList<>(Math.min(elements.length(), 1024));
      for (int i = 0; i < elements.length(); i++) {
        read.add(in.element(element, elements.source(), i));
      }
      Object result = Array.newInstance(component, read.size());
      for (int i = 0; i < read.size(); i++) {
        Array.set(result, i, read.get(i));
      }
      in.releaseTo(mark);
      return in.objects().end(result);
    }

    @Override
    String expected() {
      return "array";
    }

    @Override
    Object empty() {
      return Array.newInstance(component, 0);
    }
  }

  /** An array of bytes: what an array buffer or a typed array of bytes holds, or an array of numbers. */
  static final class OfBytes extends Reader {
    private final Reader numbers = new OfArray(byte.class, Numbers.BYTE);

    @Override
    @Nullable Object read(Reading in, NativeValue value) {
      byte[] bytes = bytes(in, value);
      return bytes != null ? bytes : numbers.read(in, value);
    }

    /** Null if the value holds no bytes. */
    static byte @Nullable [] bytes(Reading in, NativeValue value) {
      if (!(value instanceof CellPointer cell) || !holdsBytes(in, cell)) {
        return null;
      }
      long length = Buffers.byteLength(in.context(), cell);
      if (length > Integer.MAX_VALUE - 8) {
        throw in.refuse(length + " bytes don't fit into a Java array");
      }
      in.context().runtime().requireTransferable(length);
      byte[] bytes = new byte[(int) length];
      Buffers.read(in.context(), cell, 0, MemorySegment.ofArray(bytes));
      return bytes;
    }

    private static boolean holdsBytes(Reading in, CellPointer cell) {
      return switch (cell.kind()) {
        case ARRAY_BUFFER -> true;
        case TYPED_ARRAY -> switch (Buffers.elementType(in.context(), cell)) {
          case INT8, UINT8, UINT8_CLAMPED -> true;
          default -> false;
        };
        default -> false;
      };
    }

    @Override
    String expected() {
      return "Uint8Array, ArrayBuffer or array of numbers";
    }

    @Override
    Object empty() {
      return new byte[0];
    }
  }
}
