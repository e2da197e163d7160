package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;

/** A handle to a typed array. Its operations throw what those of {@link JsObject} do. */
public final class JsTypedArray extends JsObject {

  JsTypedArray(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  @Override
  public JsWeakRef<JsTypedArray> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsTypedArray> retain() {
    return context().retain(this, cell -> new JsTypedArray(context(), cell));
  }
}
