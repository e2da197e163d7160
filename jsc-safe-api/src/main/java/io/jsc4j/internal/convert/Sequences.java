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

  /** Of each element alike. */
  abstract static class OfElements extends Reader {
    private final Reader element;

    OfElements(Reader element) {
      this.element = element;
    }

    /** Fills a new one. */
    abstract Object fill(Reading in, Copied elements, int length);

    @Override
    final Object read(Reading in, NativeValue value) {
      Copied copied = value instanceof CellPointer cell ? in.copy(cell, this) : null;
      if (copied != null) {
        return readCopied(in, copied);
      }
      int mark = in.mark();
      Reading.Elements elements = in.elements(value);
      if (elements == null) {
        throw in.refused(expected(), value);
      }
      Object result = in.objects().begin((CellPointer) value, this);
      if (result == null) {
        result = in.objects().end(fill(in, Copied.elements(elements.source(), elements.length()), elements.length()));
      }
      in.releaseTo(mark);
      return result;
    }

    @Override
    final Object readCopied(Reading in, Copied copied) {
      if (!copied.isArray()) {
        throw in.refused(expected(), copied);
      }
      int length = in.counted(copied.length());
      Object before = in.objects().begin(copied, this);
      return before != null ? before : in.objects().end(fill(in, copied, length));
    }

    final @Nullable Object element(Reading in, Copied elements, int index) {
      return in.element(element, elements, index, this);
    }

    @Override
    final int plan(CopyPlan.Builder plans) {
      return plans.list(this, element);
    }

    @Override
    final String expected() {
      return "array";
    }
  }

  /** A collection. */
  static final class OfCollection extends OfElements {
    private final Supplier<Collection<@Nullable Object>> factory;
    private final boolean hashed;

    /**
     * Makes one.
     *
     * @param hashed whether it compares its elements
     */
    OfCollection(Supplier<Collection<@Nullable Object>> factory, boolean hashed, Reader element) {
      super(element);
      this.factory = factory;
      this.hashed = hashed;
    }

    @Override
    Object fill(Reading in, Copied elements, int length) {
      Collection<@Nullable Object> result = factory.get();
      if (hashed) {
        in.objects().beginHashed();
      } else {
        in.objects().open(result);
      }
      for (int i = 0; i < length; i++) {
        add(in, result, element(in, elements, i), i);
      }
      if (hashed) {
        in.objects().endHashed();
      }
      return result;
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
    Object empty() {
      return factory.get();
    }
  }

  /** An array of objects or of primitives. */
  static final class OfArray extends OfElements {
    private final Class<?> component;

    OfArray(Class<?> component, Reader element) {
      super(element);
      this.component = component;
    }

    @Override
    Object fill(Reading in, Copied elements, int length) {
      // Grows with what is really there: a length alone costs JavaScript nothing.
      List<@Nullable Object> read = new ArrayList<>(Math.min(length, 1024));
      for (int i = 0; i < length; i++) {
        read.add(element(in, elements, i));
      }
      Object result = Array.newInstance(component, read.size());
      for (int i = 0; i < read.size(); i++) {
        Array.set(result, i, read.get(i));
      }
      return result;
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

    @Override
    @Nullable Object readCopied(Reading in, Copied copied) {
      return numbers.readCopied(in, copied);
    }

    @Override
    int plan(CopyPlan.Builder plans) {
      return numbers.plan(plans);
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
