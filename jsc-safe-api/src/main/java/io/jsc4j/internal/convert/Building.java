package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.Builds;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be built in JavaScript: written down here, and built many values at a time by {@code building.js}. */
final class Building {
  private static final int UNDEFINED = 0;
  private static final int NULL = 1;
  private static final int FALSE = 2;
  private static final int TRUE = 3;
  private static final int NUMBER = 4;
  private static final int OTHER = 5;
  private static final int AGAIN = 6;
  private static final int ARRAY = 7;
  private static final int OBJECT = 8;
  private static final int END = 9;
  private static final int DATE = 10;
  private static final int BIG_INT = 11;
  private static final int TEXT = 16;

  private static final int LEAST_DATA = 64;
  /** What is built at once: half a megabyte of numbers, about as much text, and so few others that handles stay few. */
  private static final int MOST_DATA = 64 * 1024;
  private static final int MOST_UNITS = 256 * 1024;
  private static final int MOST_OTHERS = 64;
  /** Longer strings cross by themselves: the text would be copied as often as it grows. */
  private static final int MOST_STRING = 16 * 1024;

  private final Writing out;
  private final int mark;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> names = new HashMap<>();
  private final List<NativeValue> others = new ArrayList<>();
  private double[] data = new double[LEAST_DATA];
  private int size;
  private @Nullable CellPointer building;
  /** The name of the property whose value comes next. */
  private @Nullable String name;

  Building(Writing out) {
    this.out = out;
    this.mark = out.mark();
  }

  void name(String next) {
    name = next;
  }

  /** What has a name will not come. */
  void omit() {
    name = null;
  }

  /**
   * Begins an object or an array, which {@link #end} ends.
   *
   * @param number by which it may come again; -1 if it does not
   */
  void begin(boolean array, int number) {
    putName();
    put(array ? ARRAY : OBJECT);
    put(number);
  }

  void end() {
    put(END);
    flushIfFull();
  }

  /** An object or array that has been begun before. */
  void again(int number) {
    putName();
    put(AGAIN);
    put(number);
    flushIfFull();
  }

  /** A value; its cell is given back once it has been built. */
  void value(NativeValue value) {
    putName();
    switch (value) {
      case NativeValue.Text(String string) when string.length() <= MOST_STRING -> string(string);
      case NativeValue.Num(double number) -> {
        put(NUMBER);
        put(number);
      }
      case NativeValue.Bool(boolean flag) -> put(flag ? TRUE : FALSE);
      case NativeValue.Nullish nothing -> put(nothing == NativeValue.Nullish.NULL ? NULL : UNDEFINED);
      case NativeValue.Text longString -> other(longString);
      case CellPointer cell -> other(out.hold(cell));
    }
    flushIfFull();
  }

  /** A Date, by its milliseconds since 1970. */
  void date(double time) {
    putName();
    put(DATE);
    put(time);
    flushIfFull();
  }

  /** A big int, by its decimal digits. */
  void bigInt(String digits) {
    putName();
    put(BIG_INT);
    string(digits);
    flushIfFull();
  }

  private void other(NativeValue value) {
    put(OTHER);
    put(others.size());
    others.add(value);
  }

  private void putName() {
    String present = name;
    if (present == null) {
      return;
    }
    name = null;
    int next = names.size() + 1;
    Integer known = names.putIfAbsent(present, next);
    put(-(known == null ? next : known));
    if (known == null) {
      string(present);
    }
  }

  private void string(String string) {
    put((double) TEXT + string.length());
    text.append(string);
  }

  private void put(double number) {
    if (size == data.length) {
      data = Arrays.copyOf(data, 2 * size);
    }
    data[size++] = number;
  }

  private void flushIfFull() {
    if (size >= MOST_DATA || text.length() >= MOST_UNITS || others.size() >= MOST_OTHERS) {
      Realm.discard(flush());
    }
  }

  /** Builds what has been written down, and gives what is whole then; a cell belongs to the caller. */
  NativeValue flush() {
    CellPointer present = building;
    if (present == null) {
      present = out.keepToEnd(Builds.begin(out.context()));
      building = present;
    }
    NativeValue built = Builds.build(out.context(), present, text.toString(), data, size, others);
    size = 0;
    text.setLength(0);
    names.clear();
    others.clear();
    out.releaseTo(mark);
    return built;
  }
}
