package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Doubles;
import io.jsc4j.internal.ffi.ElementType;
import io.jsc4j.internal.ffi.NativeValue;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays of {@code double}, {@code int} and {@code long} many elements at a time. It is as if each were read by itself: every element once, in
 * order, and none after one that is refused. Only what the reader of the element has to look at (null, a big int, a wrong type) crosses alone.
 */
final class NumberArrays extends Reader {
  private final Class<?> component;
  private final Reader element;

  NumberArrays(Class<?> component, Reader element) {
    this.component = component;
    this.element = element;
  }

  static boolean isFor(Class<?> component) {
    return component == double.class || component == int.class || component == long.class;
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
    Object copy = copyOfTypedArray(in, elements);
    Object result = copy != null ? copy : fill(in, elements);
    in.releaseTo(mark);
    return in.objects().end(result);
  }

  /** The bytes of a typed array whose elements are what is wanted; null if they are not, or too many. */
  private @Nullable Object copyOfTypedArray(Reading in, Reading.Elements elements) {
    CellPointer source = elements.source();
    int length = elements.length();
    if (source.kind() != CellKind.TYPED_ARRAY || length == 0 || length > in.room()) {
      return null;
    }
    ElementType type = Buffers.elementType(in.context(), source);
    MemorySegment target;
    if (component == double.class && type == ElementType.FLOAT64) {
      target = MemorySegment.ofArray(new double[length]);
    } else if (component == int.class && type == ElementType.INT32) {
      target = MemorySegment.ofArray(new int[length]);
    } else {
      return null;
    }
    in.path().index(0);
    in.enter();
    in.path().pop();
    in.entered(length - 1);
    Buffers.read(in.context(), source, 0, target);
    return target.heapBase().orElseThrow();
  }

  private Object fill(Reading in, Reading.Elements elements) {
    Filling filling = filling(elements.length());
    int next = 0;
    while (next < elements.length()) {
      // The first of them: refused here if it is too deep, or one too many.
      in.path().index(next);
      in.enter();
      in.path().pop();
      int count = Math.min(Math.min(Doubles.CHUNK, elements.length() - next), in.room() + 1);
      Doubles.Odd odd = Doubles.read(in.context(), elements.source(), next, count, filling.type(), filling);
      if (odd == null) {
        in.entered(count - 1);
        next += count;
      } else {
        in.entered(odd.count());
        next += odd.count();
        filling.add(in.element(element, next, odd.value()));
        next++;
      }
    }
    return filling.result();
  }

  private Filling filling(int length) {
    if (component == double.class) {
      return new OfDouble(length);
    }
    return component == int.class ? new OfInt(length) : new OfLong(length);
  }

  @Override
  String expected() {
    return "array";
  }

  @Override
  Object empty() {
    return Array.newInstance(component, 0);
  }

  /** An array that is being filled. It grows with what is really there: a length alone costs JavaScript nothing. */
  private abstract static class Filling implements Doubles.Sink {
    private final int most;
    private int size;
    private Object array;

    Filling(Class<?> component, int most) {
      this.most = most;
      this.array = Array.newInstance(component, 0);
    }

    abstract Doubles.Type type();

    abstract void copy(Doubles.Numbers numbers, Object array, int to, int count);

    abstract void put(Object array, int to, Object element);

    @Override
    public final void take(Doubles.Numbers numbers, int count) {
      grow(count);
      copy(numbers, array, size, count);
      size += count;
    }

    final void add(@Nullable Object element) {
      grow(1);
      put(array, size++, java.util.Objects.requireNonNull(element));
    }

    private void grow(int count) {
      if (size + count > Array.getLength(array)) {
        // A full chunk is followed by many, as a rule: then there is nothing to move any more.
        long wanted = count == Doubles.CHUNK ? 16L * (size + count) : Math.max(2L * size, 16);
        resize((int) Math.min(most, Math.max(wanted, (long) size + count)));
      }
    }

    private void resize(int capacity) {
      Object other = Array.newInstance(array.getClass().getComponentType(), capacity);
      System.arraycopy(array, 0, other, 0, size);
      array = other;
    }

    final Object result() {
      if (size < Array.getLength(array)) {
        resize(size);
      }
      return array;
    }
  }

  private static final class OfDouble extends Filling {
    OfDouble(int most) {
      super(double.class, most);
    }

    @Override
    Doubles.Type type() {
      return Doubles.Type.DOUBLE;
    }

    @Override
    void copy(Doubles.Numbers numbers, Object array, int to, int count) {
      numbers.copyTo((double[]) array, to, count);
    }

    @Override
    void put(Object array, int to, Object element) {
      ((double[]) array)[to] = (double) element;
    }
  }

  private static final class OfInt extends Filling {
    OfInt(int most) {
      super(int.class, most);
    }

    @Override
    Doubles.Type type() {
      return Doubles.Type.INT;
    }

    @Override
    void copy(Doubles.Numbers numbers, Object array, int to, int count) {
      int[] ints = (int[]) array;
      for (int i = 0; i < count; i++) {
        ints[to + i] = (int) numbers.get(i);
      }
    }

    @Override
    void put(Object array, int to, Object element) {
      ((int[]) array)[to] = (int) element;
    }
  }

  private static final class OfLong extends Filling {
    OfLong(int most) {
      super(long.class, most);
    }

    @Override
    Doubles.Type type() {
      return Doubles.Type.LONG;
    }

    @Override
    void copy(Doubles.Numbers numbers, Object array, int to, int count) {
      long[] longs = (long[]) array;
      for (int i = 0; i < count; i++) {
        longs[to + i] = (long) numbers.get(i);
      }
    }

    @Override
    void put(Object array, int to, Object element) {
      ((long[]) array)[to] = (long) element;
    }
  }
}
