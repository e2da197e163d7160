package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.NativeValue;
import org.jspecify.annotations.Nullable;

/** What conversion asks the public package, which it may not import. */
public interface PublicTypes {
  /** Whether the type is that of JavaScript values, which are not converted. */
  boolean isValueType(Class<?> type);

  /** What a public JavaScript value stands for; the cell stays its own. */
  NativeValue toNative(Object value);

  /** Whether objects of a class have a face in JavaScript, which goes there in their place. */
  boolean hasFace(Class<?> type);

  /** The object that a JavaScript object is the face of; null if it is none, or of another type. Runs no script. */
  @Nullable Object hostObject(ContextPointer context, CellPointer object, Class<?> type);

  /** What a class asks to be tagged with as a member of a sealed hierarchy; null for its simple name. */
  @Nullable String tag(Class<?> type);
}
