package io.jsc4j.internal.ffi;

/** What the C API can tell for certain about a heap value that Java keeps a handle to. */
public enum CellKind {
  OBJECT,
  ARRAY,
  FUNCTION,
  DATE,
  ARRAY_BUFFER,
  TYPED_ARRAY,
  SYMBOL,
  BIG_INT;

  /** Whether the engine may be handed such a cell as a {@code JSObjectRef}. */
  public boolean isObject() {
    return this != SYMBOL && this != BIG_INT;
  }
}
