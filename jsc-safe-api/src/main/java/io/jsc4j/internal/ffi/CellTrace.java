package io.jsc4j.internal.ffi;

import io.jsc4j.internal.checked.CheckedMode;
import org.jspecify.annotations.Nullable;

/** In checked mode, the history of one {@link CellPointer}: where it was made and released, and its address once the pointer has lost it. */
final class CellTrace {
  /** What a released pointer has for an address: above all that a process can have, so that a use faults, and odd, so that it is no cell. */
  static final long POISON = 0xdead_ce11_dead_ce11L;

  private final Throwable made = new Throwable("the handle was made here");
  private @Nullable Throwable released;
  private long address;
  private boolean givenBack;

  /** The pointer is released, and from now on only this knows the address, to give the protection back. */
  void release(long released, CellPointer pointer) {
    if (this.released != null) {
      throw CheckedMode.failure("a handle was released twice: " + pointer.kind() + describe(), made, this.released);
    }
    this.released = new Throwable("the handle was released here");
    this.address = released;
  }

  /** The address, for giving the protection back; once. */
  long giveBack(CellPointer pointer) {
    if (released == null || givenBack) {
      throw CheckedMode.failure("the protection of a handle that " + (givenBack
          ? "has been given back already"
          : "has not been released") + " is given back: " + pointer.kind() + describe(), made, released);
    }
    givenBack = true;
    return address;
  }

  /** For a message: where it was made, and where it was released. */
  String describe() {
    String where = " (made at " + CheckedMode.where(made);
    return released == null ? where + ")" : where + ", released at " + CheckedMode.where(released) + ")";
  }

  /** Tells both places with their stacks. */
  <T extends Throwable> T attachTo(T failure) {
    failure.addSuppressed(made);
    if (released != null) {
      failure.addSuppressed(released);
    }
    return failure;
  }

  Throwable made() {
    return made;
  }

  @Nullable Throwable released() {
    return released;
  }
}
