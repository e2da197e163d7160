package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads maps: from a Map, whose keys are values of any type, or from the own enumerable properties of an object. */
final class MapReader extends Reader {
  private final Supplier<Map<@Nullable Object, @Nullable Object>> factory;
  private final Reader key;
  private final Reader value;

  MapReader(Supplier<Map<@Nullable Object, @Nullable Object>> factory, Reader key, Reader value) {
    this.factory = factory;
    this.key = key;
    this.value = value;
  }

  @Override
  Object read(Reading in, NativeValue source) {
    if (!(source instanceof CellPointer cell && cell.kind() == CellKind.OBJECT)) {
      throw in.refused(expected(), source);
    }
    Copied copied = in.copy(cell, this);
    if (copied != null) {
      return readCopied(in, copied);
    }
    Object before = in.objects().begin(cell, this);
    if (before != null) {
      return before;
    }
    Map<@Nullable Object, @Nullable Object> result = factory.get();
    in.objects().open(result);
    switch (in.kind(cell)) {
      case MAP -> readEntries(in, cell, result);
      case OTHER -> readProperties(in, cell, result);
      default -> throw in.refuse("expected " + expected() + ", got array or Set");
    }
    return in.objects().end(result);
  }

  @Override
  Object readCopied(Reading in, Copied copied) {
    if (copied.isArray()) {
      throw in.refused(expected(), copied);
    }
    Object before = in.objects().begin(copied, this);
    if (before != null) {
      return before;
    }
    Map<@Nullable Object, @Nullable Object> result = factory.get();
    in.objects().open(result);
    String[] names = copied.names();
    for (int i = 0; i < names.length; i++) {
      putProperty(in, result, names[i], in.property(value, copied, names[i], i));
    }
    return in.objects().end(result);
  }

  @Override
  int plan(CopyPlan.Builder plans) {
    return plans.map(this, value);
  }

  private void putProperty(Reading in, Map<@Nullable Object, @Nullable Object> result, String name,
      @Nullable Object content) {
    in.path().property(name);
    put(in, result, key.readKey(in, name), content);
    in.path().pop();
  }

  private void readProperties(Reading in, CellPointer object, Map<@Nullable Object, @Nullable Object> result) {
    for (NativeValue name : Realm.keys(in.context(), object)) {
      if (name instanceof NativeValue.Text(String text)) {
        putProperty(in, result, text, in.property(value, object, text));
      }
    }
  }

  private void readEntries(Reading in, CellPointer map, Map<@Nullable Object, @Nullable Object> result) {
    int mark = in.mark();
    CellPointer entries = in.hold((CellPointer) in.help("entries", map));
    Reading.Elements elements = in.arrayElements(entries);
    for (int i = 0; i < elements.length(); i += 2) {
      in.path().index(i / 2);
      in.enter();
      in.objects().beginHashed();
      Object read = in.hidden(key, entries, i);
      in.objects().endHashed();
      put(in, result, read, in.hidden(value, entries, i + 1));
      in.path().pop();
    }
    in.releaseTo(mark);
  }

  private static void put(Reading in, Map<@Nullable Object, @Nullable Object> result, @Nullable Object key,
      @Nullable Object value) {
    try {
      result.put(key, value);
    } catch (NullPointerException | ClassCastException e) {
      throw in.refuse(result.getClass().getSimpleName() + " can't have the key " + (key == null
          ? "null"
          : "of type " + key.getClass().getName()), e);
    }
  }

  @Override
  String expected() {
    return "object or Map";
  }

  @Override
  Object empty() {
    return factory.get();
  }
}
