package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;

/** A handle to an array buffer, shared or not. Its operations throw what those of {@link JsObject} do. */
public final class JsArrayBuffer extends JsObject {

  JsArrayBuffer(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  @Override
  public JsWeakRef<JsArrayBuffer> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsArrayBuffer> retain() {
    return context().retain(this, cell -> new JsArrayBuffer(context(), cell));
  }
}
