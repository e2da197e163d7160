package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of one conversion from JavaScript that have been met: what each became, and which of them are still being converted. */
final class ReadObjects {
  /** What one object became for one type. */
  private static final class Met {
    private final Reader reader;
    private final int number;
    private final @Nullable CellPointer cell;
    private final int depth;
    private final @Nullable Met next;
    private @Nullable Object result;
    private boolean done;

    Met(Reader reader, int number, @Nullable CellPointer cell, int depth, @Nullable Met next) {
      this.reader = reader;
      this.number = number;
      this.cell = cell;
      this.depth = depth;
      this.next = next;
    }

    /** Whether it is of that object: by its number if that has been copied, else by its cell. */
    boolean isOf(int otherNumber, @Nullable CellPointer otherCell) {
      return otherCell == null ? number == otherNumber : cell != null && cell.isSameCell(otherCell);
    }
  }

  private final Reading in;
  private final List<@Nullable Met> byNumber = new ArrayList<>();
  private final List<Met> unfinished = new ArrayList<>();
  private int hashed;

  ReadObjects(Reading in) {
    this.in = in;
  }

  /**
   * Begins to convert an object.
   *
   * @return what it became before; null if it has to be converted, and then {@link #end} follows
   * @throws ConversionRefused if it leads back to itself where that can't be kept, or if the policy refuses to meet it again
   */
  @Nullable Object begin(CellPointer cell, Reader reader) {
    return copies() ? beginCopy(-1, cell, reader) : beginKept(in.copies().number(cell), cell, reader);
  }

  /** Begins to convert an object that has been copied; as for one that has not. */
  @Nullable Object begin(Copied copied, Reader reader) {
    return copies()
        ? beginCopy(copied.number(), null, reader)
        : beginKept(copied.number(), null, reader);
  }

  private @Nullable Object beginCopy(int number, @Nullable CellPointer cell, Reader reader) {
    for (Met above : unfinished) {
      if (above.reader.equals(reader) && above.isOf(number, cell)) {
        throw cycle(above);
      }
    }
    unfinished.add(new Met(reader, number, cell, in.path().size(), null));
    return null;
  }

  private @Nullable Object beginKept(int number, @Nullable CellPointer cell, Reader reader) {
    while (byNumber.size() <= number) {
      byNumber.add(null);
    }
    Met first = byNumber.get(number);
    for (Met met = first; met != null; met = met.next) {
      if (met.reader.equals(reader)) {
        return again(met);
      }
    }
    if (first != null && in.policy().references() == Policy.References.REFUSE) {
      throw shared();
    }
    Met met = new Met(reader, number, cell, in.path().size(), first);
    byNumber.set(number, met);
    unfinished.add(met);
    return null;
  }

  private boolean copies() {
    return in.policy().references() == Policy.References.COPY || (hashed > 0
        && in.policy().references() == Policy.References.KEEP);
  }

  /**
   * Begins to read what will be an element of a set or the key of a map. Its hash code is asked for, which takes ever longer the more often one object
   * stands in it, and never ends where one leads back to itself. So there everything is copied, and the number of values bounds it all.
   */
  void beginHashed() {
    hashed++;
  }

  /** Ends what {@link #beginHashed} began. */
  void endHashed() {
    hashed--;
  }

  private Object again(Met met) {
    if (in.policy().references() == Policy.References.REFUSE) {
      throw met.done ? shared() : cycle(met);
    }
    if (!met.done) {
      // A record can't be made before its components.
      for (int i = unfinished.size() - 1; i >= 0; i--) {
        Met between = unfinished.get(i);
        if (between.result == null) {
          throw cycle(met);
        }
        if (between == met) {
          break;
        }
      }
    }
    return java.util.Objects.requireNonNull(met.result);
  }

  private ConversionRefused cycle(Met above) {
    return in.refuse("leads back to " + in.path().text(above.depth) + ", a cycle that can't be converted");
  }

  private ConversionRefused shared() {
    return in.refuse("an object that has been met before, and shared references are refused");
  }

  /** Makes known what the object becomes, while it is still being filled: what leads back to it gets this. */
  void open(Object result) {
    if (!copies()) {
      unfinished.getLast().result = result;
    }
  }

  /** Ends what {@link #begin} began. */
  <T> T end(T result) {
    Met met = unfinished.removeLast();
    met.result = result;
    met.done = true;
    return result;
  }
}
