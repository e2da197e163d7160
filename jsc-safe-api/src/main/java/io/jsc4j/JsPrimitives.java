package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.process.Fields;
import io.jsc4j.internal.process.WireException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of JavaScript without identity as plain data, undefined among them: a list without an element, or with one. */
final class JsPrimitives {
  private JsPrimitives() {}

  /** Null if it has an identity. */
  static @Nullable List<@Nullable Object> encode(NativeValue value) {
    return switch (value) {
      case NativeValue.Nullish nothing -> nothing == NativeValue.Nullish.UNDEFINED
          ? List.of()
          : Collections
              .singletonList(null);
      case NativeValue.Bool(boolean flag) -> List.of(flag);
      case NativeValue.Num(double number) -> List.of(number);
      case NativeValue.Text(String text) -> List.of(text);
      default -> null;
    };
  }

  /**
   * What {@link #encode} made.
   *
   * @throws WireException if it is not that
   */
  static JsValue decode(@Nullable Object encoded) {
    List<@Nullable Object> list = Fields.list(encoded);
    if (list.isEmpty()) {
      return JsValue.undefined();
    }
    return switch (list.getFirst()) {
      case null -> JsValue.ofNull();
      case Boolean flag -> JsBoolean.of(flag);
      case Double number -> JsNumber.of(number);
      case String text -> JsString.of(text);
      default -> throw new WireException("no primitive");
    };
  }
}
