package io.jsc4j.internal.ffi;

/** Carries what a script threw out of this package; never seen by users. The value has been protected and belongs to the catcher. */
public final class ScriptThrew extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient NativeValue thrown;

  ScriptThrew(NativeValue thrown) {
    super("a script threw", null, false, false);
    this.thrown = thrown;
  }

  /** The thrown value. */
  public NativeValue thrown() {
    return thrown;
  }
}
