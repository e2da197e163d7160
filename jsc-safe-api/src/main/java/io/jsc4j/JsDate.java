package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;

/** A handle to a date. Its operations throw what those of {@link JsObject} do. */
public final class JsDate extends JsObject {

  JsDate(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  @Override
  public JsWeakRef<JsDate> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsDate> retain() {
    return context().retain(this, cell -> new JsDate(context(), cell));
  }
}
