package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.lang.reflect.TypeVariable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads records from the properties of an object that have the names of their components. */
final class RecordReader extends Reader {
  private final RecordShape shape;
  private final boolean tagged;
  private final Readers readers;
  private final Map<TypeVariable<?>, TypeRef> bindings;
  /** Looked up when first needed, because a record may contain itself. */
  private final @Nullable Reader[] components;

  RecordReader(TypeRef type, RecordShape shape, Readers readers) {
    this.shape = shape;
    this.tagged = Hierarchy.isMember(type.raw());
    this.readers = readers;
    this.bindings = type.bindings();
    this.components = new @Nullable Reader[shape.size()];
  }

  int size() {
    return components.length;
  }

  String name(int index) {
    return shape.name(index);
  }

  Reader component(int index) {
    Reader reader = components[index];
    if (reader == null) {
      // Two threads may both do it; they find the same one.
      reader = readers.reader(TypeRef.of(shape.componentType(index), bindings));
      components[index] = reader;
    }
    return reader;
  }

  @Override
  Object read(Reading in, NativeValue value) {
    if (!(value instanceof CellPointer cell && cell.kind() == CellKind.OBJECT)) {
      throw in.refused(expected(), value);
    }
    Copied copied = plan(in.policy()).nested() ? in.copy(cell, this) : null;
    if (copied != null) {
      return readCopied(in, copied);
    }
    Object before = in.objects().begin(cell, this);
    if (before != null) {
      return before;
    }
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = in.property(component(i), cell, shape.name(i));
    }
    if (in.policy().unknownFields() == Policy.UnknownFields.REFUSE) {
      refuseUnknown(in, cell);
    }
    return in.objects().end(shape.create(in, arguments));
  }

  @Override
  Object readCopied(Reading in, Copied copied) {
    Object before = in.objects().begin(copied, this);
    if (before != null) {
      return before;
    }
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = in.property(component(i), copied, shape.name(i), i);
    }
    return in.objects().end(shape.create(in, arguments));
  }

  @Override
  int plan(CopyPlan.Builder plans) {
    return plans.record(this);
  }

  private void refuseUnknown(Reading in, CellPointer object) {
    for (NativeValue key : Realm.keys(in.context(), object)) {
      if (key instanceof NativeValue.Text(String name) && !shape.hasComponent(name) && !(tagged && name.equals(in
          .policy()
          .tagProperty()))) {
        in.path().property(name);
        throw in.refuse("unknown property; the record has no such component");
      }
    }
  }

  @Override
  String rootName(Class<?> raw) {
    return Path.rootOf(raw);
  }

  @Override
  String expected() {
    return "object";
  }
}
