package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;

/** A handle to a symbol; made by {@link JsContext#newSymbol}. */
public final class JsSymbol extends JsHandle {

  JsSymbol(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /**
   * Makes a handle to the same symbol that outlives the scope of this one.
   *
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public JsRef<JsSymbol> retain() {
    return context().retain(this, cell -> new JsSymbol(context(), cell));
  }

  @Override
  public String typeOf() {
    return "symbol";
  }
}
