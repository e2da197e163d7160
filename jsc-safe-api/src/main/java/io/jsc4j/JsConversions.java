package io.jsc4j;

import io.jsc4j.internal.convert.ConversionRefused;
import io.jsc4j.internal.convert.Converter;
import io.jsc4j.internal.convert.PublicTypes;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.NativeValue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Between the public package and conversion. */
final class JsConversions {
  static final Converter CONVERTER = new Converter(new Types(), JsType.class);

  private JsConversions() {}

  private static final class Types implements PublicTypes {
    @Override
    public boolean isValueType(Class<?> type) {
      return JsValue.class.isAssignableFrom(type);
    }

    @Override
    public NativeValue toNative(Object value) {
      return JsValues.toNative((JsValue) value);
    }

    @Override
    public boolean hasFace(Class<?> type) {
      return ExportedClasses.isExported(type);
    }

    @Override
    public @Nullable Object hostObject(ContextPointer context, CellPointer object, Class<?> type) {
      return HostFaces.target(context, object, type);
    }

    @Override
    public @Nullable String tag(Class<?> type) {
      JsTag tag = type.getAnnotation(JsTag.class);
      return tag == null ? null : tag.value();
    }
  }

  static <T> @Nullable T toJava(JsContext context, JsValue value, Class<T> type, @Nullable String root) {
    NativeValue content = JsValues.toNative(value);
    return toJava(context, content, CONVERTER.target(java.util.Objects.requireNonNull(type, "type")), root);
  }

  static <T> @Nullable T toJava(JsContext context, JsValue value, JsType<T> type, @Nullable String root) {
    NativeValue content = JsValues.toNative(value);
    Class<?> token = java.util.Objects.requireNonNull(type, "type").getClass();
    return toJava(context, content, CONVERTER.tokenTarget(token), root);
  }

  static @Nullable Object toJava(JsContext context, JsValue value, Converter.Target target, String root) {
    NativeValue content = JsValues.toNative(value);
    return context.run(() -> refusals(() -> convert(context, content, target, root)));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The target is made of the type that says T.
  private static <T> @Nullable T toJava(JsContext context, NativeValue value, Converter.Target target,
      @Nullable String root) {
    return (T) context.run(() -> refusals(() -> convert(context, value, target, root)));
  }

  /** Within {@link JsContext#run}, and {@link #refusals}. */
  static @Nullable Object convert(JsContext context, NativeValue value, Converter.Target target,
      @Nullable String root) {
    return CONVERTER.toJava(context.pointer(), context.conversion().policy(), context::wrap, value, target, root);
  }

  /** Within {@link JsContext#run}, and {@link #refusals}: the value, whose cell belongs to the caller. */
  static NativeValue toNative(JsContext context, @Nullable Object value, @Nullable String root) {
    return CONVERTER.toJs(context.pointer(), context.conversion().policy(), object -> context.faces()
        .face(ExportedClasses.of(object.getClass()), object), value, root);
  }

  /** Runs a conversion, and makes what users see of its refusal. */
  static <T extends @Nullable Object> T refusals(Supplier<T> conversion) {
    try {
      return conversion.get();
    } catch (ConversionRefused e) {
      throw new JsConversionException(e.path(), e.getMessage(), e.getCause());
    }
  }
}
