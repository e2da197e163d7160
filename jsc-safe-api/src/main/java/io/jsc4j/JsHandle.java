package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;

/** What objects, symbols and big ints have in common: they stand for a value in the engine's heap, for as long as their scope is open. */
abstract sealed class JsHandle implements JsValue permits JsPropertyValues, JsSymbol, JsBigInt {
  private final JsContext context;
  private final CellPointer cell;

  JsHandle(JsContext context, CellPointer cell) {
    this.context = context;
    this.cell = cell;
  }

  /**
   * The context that the handle was obtained from; its operations run there.
   *
   * @return the context, which may be closed
   */
  public final JsContext context() {
    return context;
  }

  final CellPointer cell() {
    return cell;
  }

  @Override
  public boolean isSame(JsValue other) {
    java.util.Objects.requireNonNull(other, "other");
    return other instanceof JsHandle handle && cell.isSameCell(handle.cell);
  }

  /** Identity of the handle, not of the value: see {@link #isSame}. */
  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  /** The identity hash code of the handle. */
  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }

  /** The kind of value and an identity; never enters the engine, so it works on any thread and after the handle has ended. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "@" + Integer.toHexString(hashCode());
  }
}
