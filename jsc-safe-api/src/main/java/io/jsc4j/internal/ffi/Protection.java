package io.jsc4j.internal.ffi;

/** One protection of one cell, without the pointer. */
public final class Protection {
  private final RuntimePointer runtime;
  private final long cell;

  Protection(RuntimePointer runtime, long cell) {
    this.runtime = runtime;
    this.cell = cell;
  }

  /** The runtime whose heap holds the cell. */
  public RuntimePointer runtime() {
    return runtime;
  }

  /** Gives it back; at most once, on the owner thread. */
  public void giveBack() {
    runtime.unprotect(cell);
  }
}
