package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.NativeValue;
import org.jspecify.annotations.Nullable;

/** What conversion asks the public package, which it may not import. */
public interface PublicTypes {
  /** Whether the type is that of JavaScript values, which are not converted. */
  boolean isValueType(Class<?> type);

  /** What a public JavaScript value stands for; the cell stays its own. */
  NativeValue toNative(Object value);

  /** What a class asks to be tagged with as a member of a sealed hierarchy; null for its simple name. */
  @Nullable String tag(Class<?> type);
}
