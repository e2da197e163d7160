package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** Reads into {@code Object}: each value becomes what is nearest to it in Java. Undefined, functions and symbols stay JavaScript values. */
final class NaturalReader extends Reader {
  static final NaturalReader NATURAL = new NaturalReader();

  private final Reader list = new Sequences.OfCollection(ArrayList::new, false, this);
  private final Reader set = new Sequences.OfCollection(LinkedHashSet::new, true, this);
  private final Reader map = new MapReader(LinkedHashMap::new, this, this);

  private NaturalReader() {}

  /** The reader that makes such containers here; null if that is none. */
  @Nullable Reader ofContainer(Object container) {
    return container.getClass() == ArrayList.class ? list
        : container.getClass() == LinkedHashSet.class ? set
        : container.getClass() == LinkedHashMap.class ? map
        : null;
  }

  @Override
  @Nullable Object read(Reading in, NativeValue value) {
    return switch (value) {
      case NativeValue.Text(String text) -> text;
      case NativeValue.Num(double number) -> number;
      case NativeValue.Bool(boolean flag) -> flag;
      case NativeValue.Nullish nothing -> readNothing(in, nothing);
      case CellPointer cell -> readCell(in, cell);
    };
  }

  private @Nullable Object readCell(Reading in, CellPointer cell) {
    return switch (cell.kind()) {
      case BIG_INT -> in.bigInt(cell);
      case DATE -> Scalars.INSTANT.read(in, cell);
      case ARRAY -> list.read(in, cell);
      case ARRAY_BUFFER, TYPED_ARRAY -> {
        byte[] bytes = Sequences.OfBytes.bytes(in, cell);
        yield bytes != null ? bytes : list.read(in, cell);
      }
      case FUNCTION, SYMBOL -> in.toPublic(cell);
      case OBJECT -> switch (in.kind(cell)) {
        case ARRAY -> list.read(in, cell);
        case SET -> set.read(in, cell);
        case MAP, OTHER -> map.read(in, cell);
      };
    };
  }

  @Override
  @Nullable Object readNothing(Reading in, NativeValue.Nullish nothing) {
    return nothing == NativeValue.Nullish.NULL ? null : in.toPublic(nothing);
  }

  @Override
  @Nullable Object readCopied(Reading in, Copied copied) {
    return (copied.isArray() ? list : map).readCopied(in, copied);
  }

  @Override
  Object readDate(Reading in, Copied.Date date) {
    return Scalars.INSTANT.readDate(in, date);
  }

  @Override
  Object readBigInt(Reading in, BigInteger value) {
    return value;
  }

  @Override
  int plan(CopyPlan.Builder plans) {
    return CopyPlan.NATURAL;
  }

  @Override
  String expected() {
    return "value";
  }
}
