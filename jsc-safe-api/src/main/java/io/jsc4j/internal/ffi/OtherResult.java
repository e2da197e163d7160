package io.jsc4j.internal.ffi;

/** Carries a result out of this package that is not of the type that was asked for; never seen by users. A cell has been protected and belongs to the catcher. */
public final class OtherResult extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient NativeValue value;

  OtherResult(NativeValue value) {
    super("a script returned another type", null, false, false);
    this.value = value;
  }

  /** The result. */
  public NativeValue value() {
    return value;
  }
}
