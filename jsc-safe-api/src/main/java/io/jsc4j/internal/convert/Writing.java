package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.Values;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversion from Java to JavaScript. */
final class Writing extends Session {
  /** Of a big int that is written down. */
  private static final int MOST_DIGITS = 1000;

  private final Writers writers;
  private final Function<Object, CellPointer> faces;
  private final IdentityHashMap<Object, Met> objects = new IdentityHashMap<>();
  private final Building building = new Building(this);

  /** What has been met, by a number that {@code building.js} knows too; -1 if it may not come again. */
  private record Met(int number, int depth, boolean done) {}

  Writing(ContextPointer context, Policy policy, String root, Writers writers, Function<Object, CellPointer> faces) {
    super(context, policy, root);
    this.writers = writers;
    this.faces = faces;
  }

  /** The face of an object; the cell belongs to the caller. */
  NativeValue face(Object value) {
    return faces.apply(value);
  }

  /** Converts any object; a cell that it becomes belongs to the caller. */
  NativeValue convert(@Nullable Object value) {
    NativeValue written = write(value);
    return written == null ? building.flush() : written;
  }

  /** Converts any object; null if it is one that is being built, else a cell belongs to the caller. */
  @Nullable NativeValue write(@Nullable Object value) {
    return value == null ? NativeValue.Nullish.NULL : writers.of(value.getClass()).write(this, value);
  }

  /** Writes down a Date, or makes it where it is all that there is. */
  @Nullable NativeValue date(double time) {
    if (path().size() == 0) {
      return Realm.construct(context(), "Date", new NativeValue.Num(time));
    }
    building.date(time);
    return null;
  }

  /** The same of a big int. */
  @Nullable NativeValue bigInt(BigInteger value) {
    String digits = value.toString();
    if (path().size() == 0 || digits.length() > MOST_DIGITS) {
      return Values.createBigInt(context(), digits);
    }
    building.bigInt(digits);
    return null;
  }

  /** Writes down an object, or that it has been met before. */
  void object(Object source, Runnable content) {
    build(source, false, content);
  }

  /** The same of an array. */
  void array(Object source, Runnable content) {
    build(source, true, content);
  }

  private void build(Object source, boolean array, Runnable content) {
    Met met = objects.get(source);
    if (met != null) {
      again(met);
      return;
    }
    Policy.References references = policy().references();
    int depth = path().size();
    int number = references == Policy.References.KEEP ? objects.size() : -1;
    objects.put(source, new Met(number, depth, false));
    building.begin(array, number);
    content.run();
    building.end();
    if (references == Policy.References.COPY) {
      objects.remove(source);
    } else if (references == Policy.References.REFUSE) {
      objects.put(source, new Met(-1, depth, true));
    }
  }

  private void again(Met met) {
    if (met.number < 0) {
      throw met.done
          ? refuse("an object that has been met before, and shared references are refused")
          : refuse("leads back to " + path().text(met.depth) + ", a cycle, and those are refused");
    }
    building.again(met.number);
  }

  /** Writes down a property. */
  void property(String name, @Nullable Object value) {
    path().property(name);
    enter();
    building.name(name);
    written(write(value));
  }

  /** Writes down a component of a record; it is left out if it is undefined. */
  void component(RecordShape shape, Object owner, int index) {
    path().property(shape.name(index));
    enter();
    building.name(shape.name(index));
    NativeValue value = write(shape.get(this, owner, index));
    if (value == NativeValue.Nullish.UNDEFINED) {
      building.omit();
      value = null;
    }
    written(value);
  }

  /** Writes down an element. */
  void element(int index, @Nullable Object value) {
    path().index(index);
    enter();
    written(write(value));
  }

  private void written(@Nullable NativeValue value) {
    if (value != null) {
      building.value(value);
    }
    path().pop();
  }
}
