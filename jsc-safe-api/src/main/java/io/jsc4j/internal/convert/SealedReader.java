package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of a sealed type, told apart by a property, and its enums, told apart by their constants' names. */
final class SealedReader extends Reader {
  private final TypeRef type;
  private final Readers readers;
  private volatile @Nullable Members members;

  private record Members(Map<String, Reader> records, List<Reader> enums, @Nullable String problem) {}

  SealedReader(TypeRef type, Readers readers) {
    this.type = type;
    this.readers = readers;
  }

  private Members members() {
    Members present = members;
    if (present == null) {
      Hierarchy hierarchy = Hierarchy.of(type, readers.types());
      Map<String, Reader> records = new LinkedHashMap<>();
      hierarchy.members().forEach((tag, member) -> records.put(tag, readers.reader(member)));
      List<Reader> enums = new ArrayList<>();
      hierarchy.enums().forEach(member -> enums.add(readers.reader(member)));
      present = new Members(records, enums, hierarchy.problem());
      members = present;
    }
    return present;
  }

  @Override
  @Nullable Object read(Reading in, NativeValue value) {
    Members all = members();
    if (all.problem != null) {
      throw in.refuse(all.problem);
    }
    if (value instanceof NativeValue.Text(String name)) {
      for (Reader reader : all.enums) {
        Object constant = reader instanceof Scalars.OfEnum constants ? constants.constant(name) : null;
        if (constant != null) {
          return constant;
        }
      }
    }
    if (!(value instanceof CellPointer cell && cell.kind() == CellKind.OBJECT)) {
      throw in.refused(expected(), value);
    }
    int mark = in.mark();
    NativeValue tag = in.hold(Objects.get(in.context(), cell, in.policy().tagProperty()));
    Reader reader = tag instanceof NativeValue.Text(String name) ? all.records.get(name) : null;
    if (reader == null) {
      in.path().property(in.policy().tagProperty());
      throw in.refused(Scalars.oneOf(all.records.keySet()), tag);
    }
    in.releaseTo(mark);
    return reader.read(in, value);
  }

  @Override
  String rootName(Class<?> raw) {
    return Path.rootOf(raw);
  }

  @Override
  String expected() {
    Members all = members();
    return all.enums.isEmpty() ? "object" : "object or the name of a constant";
  }
}
