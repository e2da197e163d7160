package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Between public values and those of the audited package. */
final class JsValues {
  private static final int SHOWN = 40;

  private JsValues() {}

  static NativeValue toNative(JsValue value) {
    return switch (Objects.requireNonNull(value, "value")) {
      case JsUndefined ignored -> NativeValue.Nullish.UNDEFINED;
      case JsNull ignored -> NativeValue.Nullish.NULL;
      case JsBoolean(boolean flag) -> new NativeValue.Bool(flag);
      case JsNumber(double number) -> new NativeValue.Num(number);
      case JsString(String text) -> new NativeValue.Text(text);
      case JsHandle handle -> handle.cell();
    };
  }

  static NativeValue toNative(JsValue value, String parameter) {
    return toNative(Objects.requireNonNull(value, parameter));
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
    return switch (value) {
      case NativeValue.Nullish.UNDEFINED -> JsUndefined.UNDEFINED;
      case NativeValue.Nullish.NULL -> JsNull.NULL;
      case NativeValue.Bool(boolean flag) -> JsBoolean.of(flag);
      case NativeValue.Num(double number) -> JsNumber.of(number);
      case NativeValue.Text(String text) -> JsString.of(text);
      case CellPointer cell -> {
        if (context.isClosed()) {
          // Its arena was closed by a host function that ran meanwhile: nobody else would give it back.
          Realm.discard(cell);
        } else {
          context.scopes().adopt(cell);
        }
        yield switch (cell.kind()) {
          case OBJECT -> new JsObject(context, cell);
          case ARRAY -> new JsArray(context, cell);
          case FUNCTION -> new JsFunction(context, cell);
          case SYMBOL -> new JsSymbol(context, cell);
          case BIG_INT -> new JsBigInt(context, cell);
        };
      }
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
    String got = switch (value) {
      case JsString(String text) -> "string \"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text)
          + "\"";
      case JsNumber number -> "number " + number;
      case JsBoolean flag -> "boolean " + flag;
      case JsUndefined ignored -> "undefined";
      case JsNull ignored -> "null";
      case JsArray ignored -> "array";
      case JsHandle handle -> handle.typeOf();
    };
    return new ClassCastException("expected " + type + ", got " + got);
  }
}
