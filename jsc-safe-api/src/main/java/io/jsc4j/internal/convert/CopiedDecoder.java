package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Doubles;
import io.jsc4j.internal.ffi.NativeValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@code copying.js} wrote. */
final class CopiedDecoder {
  private static final int UNDEFINED = 0;
  private static final int NULL = 1;
  private static final int FALSE = 2;
  private static final int TRUE = 3;
  private static final int NUMBER = 4;
  private static final int LEFT = 5;
  private static final int AGAIN = 6;
  private static final int ARRAY = 7;
  private static final int OBJECT = 8;
  private static final int THROWN = 9;
  private static final int DATE = 10;
  private static final int BIG_INT = 11;
  private static final int TEXT = 16;

  private static final NativeValue NO = new NativeValue.Bool(false);
  private static final NativeValue YES = new NativeValue.Bool(true);

  private final CopiedObjects objects;
  private final Doubles.Numbers data;
  private final String text;
  private final @Nullable CellPointer left;
  private final List<String[]> shapes = new ArrayList<>();
  private int at;
  private int unit;
  private boolean stopped;

  CopiedDecoder(CopiedObjects objects, Doubles.Numbers data, String text, @Nullable CellPointer left) {
    this.objects = objects;
    this.data = data;
    this.text = text;
    this.left = left;
  }

  /** Elements of an array. */
  void elements(Copied array) {
    fill(array, nextInt());
  }

  private void fill(Copied array, int count) {
    array.reserve(count);
    for (int i = 0; i < count; i++) {
      array.add(value());
    }
  }

  /** The next value. */
  Object value() {
    int tag = nextInt();
    if (tag >= TEXT) {
      return new NativeValue.Text(text(tag));
    }
    return switch (tag) {
      case UNDEFINED -> NativeValue.Nullish.UNDEFINED;
      case NULL -> NativeValue.Nullish.NULL;
      case FALSE -> NO;
      case TRUE -> YES;
      case NUMBER -> new NativeValue.Num(data.get(at++));
      case LEFT -> left(false);
      case THROWN -> {
        // Nothing follows, whatever has been begun.
        stopped = true;
        yield left(true);
      }
      case AGAIN -> objects.get(nextInt());
      case ARRAY -> array();
      case OBJECT -> object();
      case DATE -> new Copied.Date(data.get(at++));
      case BIG_INT -> new BigInteger(text(nextInt()));
      default -> throw new IllegalStateException("copying.js wrote the unknown tag " + tag);
    };
  }

  private Copied.Left left(boolean thrown) {
    return new Copied.Left(java.util.Objects.requireNonNull(left, "left"), nextInt(), thrown);
  }

  private Copied array() {
    int number = nextInt();
    Copied array = Copied.array(number, data.get(at++));
    objects.set(number, array);
    int count = nextInt();
    int rest = nextInt();
    if (rest >= 0) {
      array.setRest(new Copied.Left(java.util.Objects.requireNonNull(left, "left"), rest, false));
    }
    fill(array, count);
    return array;
  }

  private Copied object() {
    int number = nextInt();
    int shape = nextInt();
    String @Nullable [] names = shape < 0 ? null : names(shape);
    Copied object = Copied.object(number, names, names == null ? -1 - shape : names.length);
    objects.set(number, object);
    int size = object.capacity();
    for (int i = 0; i < size && !stopped; i++) {
      object.add(value());
    }
    return object;
  }

  private String[] names(int shape) {
    if (shape == shapes.size()) {
      String[] names = new String[nextInt()];
      for (int i = 0; i < names.length; i++) {
        names[i] = text(nextInt());
      }
      shapes.add(names);
    }
    return shapes.get(shape);
  }

  private String text(int tag) {
    int begin = unit;
    unit += tag - TEXT;
    return text.substring(begin, unit);
  }

  private int nextInt() {
    return (int) data.get(at++);
  }
}
