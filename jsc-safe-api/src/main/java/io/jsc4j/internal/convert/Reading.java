package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Values;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversion from JavaScript to Java. */
final class Reading extends Session {
  private final Function<NativeValue, Object> wrap;
  private final ReadObjects objects = new ReadObjects(this);
  private final CopiedObjects copies = new CopiedObjects(this);

  /**
   * Begins one.
   *
   * @param wrap makes the public form of a value, whose cell it takes over
   */
  Reading(ContextPointer context, Policy policy, String root, Function<NativeValue, Object> wrap) {
    super(context, policy, root);
    this.wrap = wrap;
  }

  ReadObjects objects() {
    return objects;
  }

  CopiedObjects copies() {
    return copies;
  }

  ConversionRefused refused(String expected, NativeValue got) {
    return refuse("expected " + expected + ", got " + Descriptions.of(got));
  }

  ConversionRefused refused(String expected, Copied got) {
    return refuse("expected " + expected + ", got " + (got.isArray() ? "array" : "object"));
  }

  @Nullable Object convert(Reader reader, NativeValue value) {
    return value instanceof NativeValue.Nullish nothing ? reader.readNothing(this, nothing) : reader.read(this, value);
  }

  /** Converts {@code object[name]}. */
  @Nullable Object property(Reader reader, CellPointer object, String name) {
    path().property(name);
    enter();
    return converted(reader, Objects.get(context(), object, name));
  }

  /** Converts an element of what has been copied. */
  @Nullable Object element(Reader reader, Copied array, int index, Reader arrays) {
    path().index(index);
    enter();
    if (index >= array.size()) {
      copies.more(array, (int) array.length(), arrays.plan(policy()));
    }
    return content(reader, array.content(index));
  }

  /** Converts a property of what has been copied. */
  @Nullable Object property(Reader reader, Copied object, String name, int index) {
    path().property(name);
    enter();
    return content(reader, object.content(index));
  }

  private @Nullable Object content(Reader reader, Object content) {
    Object result = switch (content) {
      case NativeValue value -> convert(reader, value);
      case Copied copied -> reader.readCopied(this, copied);
      case Copied.Date date -> reader.readDate(this, date);
      case BigInteger value -> reader.readBigInt(this, value);
      default -> left(reader, (Copied.Left) content);
    };
    path().pop();
    return result;
  }

  private @Nullable Object left(Reader reader, Copied.Left left) {
    int mark = mark();
    Object result = convert(reader, hold(left.read(context())));
    releaseTo(mark);
    return result;
  }

  /** Copies an object with what its reader will ask for; null if it is none that can be copied. */
  @Nullable Copied copy(CellPointer object, Reader reader) {
    if (object.kind() != CellKind.OBJECT && object.kind() != CellKind.ARRAY) {
      return null;
    }
    Object copy = copies.copy(object, reader.plan(policy()));
    if (copy instanceof Copied.Left left && left.thrown()) {
      left.read(context());
    }
    return copy instanceof Copied copied ? copied : null;
  }

  /** Converts an element that has been read and counted; takes over its cell. */
  @Nullable Object element(Reader reader, int index, NativeValue value) {
    path().index(index);
    return converted(reader, value);
  }

  /** Converts an element of an array of ours that the path does not show. */
  @Nullable Object hidden(Reader reader, CellPointer array, int index) {
    int mark = mark();
    Object result = convert(reader, hold(Objects.getIndex(context(), array, index)));
    releaseTo(mark);
    return result;
  }

  private @Nullable Object converted(Reader reader, NativeValue value) {
    int mark = mark();
    Object result = convert(reader, hold(value));
    // What fails leaves the path as it is, because that is where it failed; close() gives back the cells.
    releaseTo(mark);
    path().pop();
    return result;
  }

  /** The public form of a value; a handle belongs to the innermost scope. */
  Object toPublic(NativeValue value) {
    return wrap.apply(value instanceof CellPointer cell ? Values.duplicate(context(), cell) : value);
  }

  BigInteger bigInt(CellPointer cell) {
    return new BigInteger(Values.toJsString(context(), cell));
  }

  /** What has elements that are read by index. */
  record Elements(CellPointer source, int length) {}

  /** The elements of an array, a typed array, a Set or a proxy of an array; null if the value is none of them. */
  @Nullable Elements elements(NativeValue value) {
    if (!(value instanceof CellPointer cell)) {
      return null;
    }
    if (cell.kind() == CellKind.ARRAY) {
      return arrayElements(cell);
    }
    if (cell.kind() == CellKind.TYPED_ARRAY) {
      return counted(cell, helpNumber("length", cell));
    }
    return switch (kind(cell)) {
      case ARRAY -> arrayElements(cell);
      case SET -> {
        CellPointer copy = hold((CellPointer) help("elements", cell));
        yield arrayElements(copy);
      }
      default -> null;
    };
  }

  Elements arrayElements(CellPointer array) {
    NativeValue length = hold(Objects.get(context(), array, "length"));
    // That of a proxy is whatever its trap says.
    return counted(array, length instanceof NativeValue.Num(double number) ? number : Double.NaN);
  }

  private Elements counted(CellPointer source, double length) {
    return new Elements(source, counted(length));
  }

  /** A number of elements that can be converted. */
  int counted(double length) {
    if (!(length >= 0 && length == Math.rint(length))) {
      throw refuse("expected an array, got one whose length is no number");
    }
    requireRoomFor((long) length);
    return (int) length;
  }

  /** What the C API can't tell of an object. */
  enum Kind {
    OTHER,
    ARRAY,
    MAP,
    SET
  }

  private static final Kind[] KINDS = Kind.values();

  Kind kind(CellPointer object) {
    return object.kind() == CellKind.OBJECT ? KINDS[(int) helpNumber("kind", object)] : Kind.OTHER;
  }
}
