package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.ServiceRealm;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversion from Java to JavaScript. */
final class Writing extends Session {
  private static final int AT_ONCE = 64;

  private final Writers writers;
  private final Function<Object, CellPointer> faces;
  /** What has been met: its number in {@link #kept}. */
  private final IdentityHashMap<Object, Met> objects = new IdentityHashMap<>();
  /** An array of the runtime's own with the objects that may be met again; handles of them all would be too many. */
  private @Nullable CellPointer kept;

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
  NativeValue write(@Nullable Object value) {
    return value == null ? NativeValue.Nullish.NULL : writers.of(value.getClass()).write(this, value);
  }

  /** Fills a new object or array. */
  @FunctionalInterface
  interface Filler {
    void fill(Batch batch);
  }

  /** Makes an object, or finds the one that was made for the same Java object before. */
  NativeValue object(Object source, Filler filler) {
    NativeValue before = begin(source);
    return before != null ? before : filled(source, hold(Objects.create(context())), "define", filler);
  }

  /** Makes an array, or finds the one that was made for the same Java object before. */
  NativeValue array(Object source, Filler filler) {
    NativeValue before = begin(source);
    return before != null ? before : filled(source, hold(Objects.createArray(context())), "append", filler);
  }

  private @Nullable NativeValue begin(Object source) {
    Met met = objects.get(source);
    if (met == null) {
      return null;
    }
    if (met.number >= 0) {
      return Objects.getIndex(context(), java.util.Objects.requireNonNull(kept), met.number);
    }
    throw met.done
        ? refuse("an object that has been met before, and shared references are refused")
        : refuse("leads back to " + path().text(met.depth) + ", a cycle, and those are refused");
  }

  private NativeValue filled(Object source, CellPointer target, String function, Filler filler) {
    int depth = path().size();
    Policy.References references = policy().references();
    objects.put(source, new Met(references == Policy.References.KEEP ? keep(target) : -1, depth, false));
    Batch batch = new Batch(target, function);
    filler.fill(batch);
    batch.flush();
    if (references == Policy.References.COPY) {
      objects.remove(source);
    } else if (references == Policy.References.REFUSE) {
      objects.put(source, new Met(-1, depth, true));
    }
    handOver(target);
    return target;
  }

  private int keep(CellPointer target) {
    ContextPointer service = context().runtime().service();
    CellPointer array = kept;
    if (array == null) {
      array = keepToEnd(Objects.createArray(service));
      kept = array;
    }
    Objects.setIndex(service, array, objects.size(), target);
    return objects.size();
  }

  /** What an object or an array is filled with; handed over some at a time, so that few handles are held. */
  final class Batch {
    private final String function;
    private final List<NativeValue> values = new ArrayList<>();
    private final int mark = mark();

    Batch(CellPointer target, String function) {
      this.function = function;
      values.add(target);
    }

    void property(String name, @Nullable Object value) {
      path().property(name);
      enter();
      NativeValue written = write(value);
      path().pop();
      add(new NativeValue.Text(name), written);
    }

    /** A component of a record; left out if it is undefined. */
    void component(RecordShape shape, Object owner, int index) {
      String name = shape.name(index);
      path().property(name);
      enter();
      NativeValue written = write(shape.get(Writing.this, owner, index));
      path().pop();
      if (written != NativeValue.Nullish.UNDEFINED) {
        add(new NativeValue.Text(name), written);
      }
    }

    void element(int index, @Nullable Object value) {
      path().index(index);
      enter();
      NativeValue written = write(value);
      path().pop();
      add(written);
    }

    void add(NativeValue... more) {
      for (NativeValue value : more) {
        values.add(hold(value));
      }
      if (values.size() > AT_ONCE) {
        flush();
      }
    }

    void flush() {
      if (values.size() > 1) {
        ServiceRealm.call(context(), ServiceScript.CONVERSION, function, values.toArray(NativeValue[]::new));
        values.subList(1, values.size()).clear();
        releaseTo(mark);
      }
    }
  }
}
