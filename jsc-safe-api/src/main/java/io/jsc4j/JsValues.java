package io.jsc4j;

import io.jsc4j.internal.convert.Descriptions;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Between public values and those of the audited package. */
final class JsValues {
  private JsValues() {}

  static NativeValue toNative(JsValue value) {
    // Not a switch over the type, which costs milliseconds the first time, and this stands in the way of every start.
    if (Objects.requireNonNull(value, "value") instanceof JsHandle handle) {
      return handle.cell();
    }
    if (value instanceof JsNumber(double number)) {
      return new NativeValue.Num(number);
    }
    if (value instanceof JsString(String text)) {
      return new NativeValue.Text(text);
    }
    if (value instanceof JsBoolean(boolean flag)) {
      return new NativeValue.Bool(flag);
    }
    return value == JsNull.NULL ? NativeValue.Nullish.NULL : NativeValue.Nullish.UNDEFINED;
  }

  static NativeValue toNative(JsValue value, String parameter) {
    return toNative(Objects.requireNonNull(value, parameter));
  }

  /** An argument of a collection's method that takes any Object. */
  static JsValue element(Object element) {
    return cast(Objects.requireNonNull(element, "element"));
  }

  /** A key of a map's method that takes any Object. */
  static JsValue key(Object key) {
    return cast(Objects.requireNonNull(key, "key"));
  }

  /** A value of a map's method that takes any Object. */
  static JsValue mapped(Object value) {
    return cast(Objects.requireNonNull(value, "value"));
  }

  private static JsValue cast(Object object) {
    if (object instanceof JsValue value) {
      return value;
    }
    throw new ClassCastException("expected a JsValue, got " + object.getClass().getName()
        + "; JsString.of and JsNumber.of make one");
  }

  static NativeValue[] toNative(JsValue[] values) {
    NativeValue[] result = new NativeValue[Objects.requireNonNull(values, "arguments").length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw new NullPointerException("argument " + i + " is null; JavaScript's null is JsValue.ofNull()");
      }
      result[i] = toNative(values[i]);
    }
    return result;
  }

  /** The public form of a value that the innermost scope of the context takes over. */
  static JsValue fromNative(JsContext context, NativeValue value) {
    if (value instanceof NativeValue.Num(double number)) {
      return JsNumber.of(number);
    }
    if (value instanceof NativeValue.Text(String text)) {
      return JsString.of(text);
    }
    if (value instanceof NativeValue.Bool(boolean flag)) {
      return JsBoolean.of(flag);
    }
    if (value instanceof CellPointer cell) {
      return fromCell(context, cell);
    }
    return value == NativeValue.Nullish.NULL ? JsNull.NULL : JsUndefined.UNDEFINED;
  }

  private static JsValue fromCell(JsContext context, CellPointer cell) {
    if (context.isClosed()) {
      // Its arena was closed by a host function that ran meanwhile: nobody else would give it back.
      Realm.discard(cell);
    } else {
      context.scopes().adopt(cell);
    }
    return switch (cell.kind()) {
      case OBJECT -> new JsObject(context, cell);
      case ARRAY -> new JsArray(context, cell);
      case FUNCTION -> new JsFunction(context, cell);
      case DATE -> new JsDate(context, cell);
      case ARRAY_BUFFER -> new JsArrayBuffer(context, cell);
      case TYPED_ARRAY -> new JsTypedArray(context, cell);
      case SYMBOL -> new JsSymbol(context, cell);
      case BIG_INT -> new JsBigInt(context, cell);
    };
  }

  static List<JsValue> fromNative(JsContext context, List<NativeValue> values) {
    List<JsValue> wrapped = new ArrayList<>(values.size());
    for (NativeValue value : values) {
      wrapped.add(fromNative(context, value));
    }
    return wrapped;
  }

  static ClassCastException expected(String type, JsValue value) {
    String got = value.isNull() ? "null" : value instanceof JsArray ? "array" : value.typeOf();
    return new JsMismatch.OfType(type, got, Descriptions.of(toNative(value)));
  }
}
