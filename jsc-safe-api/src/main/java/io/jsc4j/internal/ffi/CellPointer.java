package io.jsc4j.internal.ffi;

import io.jsc4j.internal.checked.CheckedMode;
import org.jspecify.annotations.Nullable;

/**
 * A {@code JSValueRef} of a heap value (object, symbol or big int) together with one protection from the collector.
 *
 * <p>Confined to the owner thread of its runtime, except {@link #toString()}. The address is reachable only inside this package, and only
 * while the pointer is alive.
 */
public final class CellPointer implements NativeValue {
  private final RuntimePointer runtime;
  private final CellKind kind;
  private final @Nullable CellTrace trace;

  /** Once it is released in checked mode, no address. */
  private long address;

  /** Whoever will give the protection back; a mark that only the lifetime layer reads. */
  private @Nullable Object owner;

  /** Null while alive; afterwards what to tell the one who still uses it. */
  private @Nullable String releasedBy;

  CellPointer(RuntimePointer runtime, CellKind kind, long address) {
    this.runtime = runtime;
    this.kind = kind;
    this.address = address;
    this.trace = CheckedMode.ON ? new CellTrace() : null;
    if (CheckedMode.ON) {
      runtime.protectedCells().requireProtected(address, "the value of a new handle");
    }
  }

  /** What the engine said the value is. */
  public CellKind kind() {
    return kind;
  }

  /** The runtime whose heap holds the value. */
  public RuntimePointer runtime() {
    return runtime;
  }

  /** Whoever will give the protection back, as {@link #setOwner} left it. */
  public @Nullable Object owner() {
    return owner;
  }

  /** Records who will give the protection back. */
  public void setOwner(@Nullable Object owner) {
    this.owner = owner;
  }

  /** Whether the protection has not been given back. */
  public boolean isAlive() {
    return releasedBy == null;
  }

  /**
   * Whether both are the same heap value. Symbols and objects are the same exactly when their cells are; big ints are compared by
   * {@link Values#isStrictEqual}.
   *
   * @throws IllegalStateException if either has been released: an address may have been reused since
   */
  public boolean isSameCell(CellPointer other) {
    requireAlive();
    other.requireAlive();
    if (CheckedMode.ON) {
      runtime.protectedCells().requireUsable(this, address);
      other.runtime.protectedCells().requireUsable(other, other.address);
    }
    return runtime == other.runtime && address == other.address;
  }

  /**
   * Marks the pointer released, for good. The caller unprotects the cell ({@link RuntimePointer#unprotect}) or hands its protection on.
   *
   * @param by completes the message "this value can no longer be used: " of later uses
   */
  public void markReleased(String by) {
    releasedBy = by;
    if (trace != null) {
      trace.release(address, this);
      address = CellTrace.POISON;
    }
  }

  /** In checked mode, its history. */
  @Nullable CellTrace trace() {
    return trace;
  }

  /** The address of a pointer that has been marked released, to give its protection back. */
  long addressToGiveBack() {
    return trace == null ? address : trace.giveBack(this);
  }

  /** The address, for this package's calls; see {@link #address(RuntimePointer)} for a checked one. */
  long rawAddress() {
    return address;
  }

  /** The address after every check that an argument needs. */
  long address(RuntimePointer caller) {
    requireAlive();
    requireRuntime(caller);
    if (CheckedMode.ON) {
      caller.protectedCells().requireUsable(this, address);
    }
    return address;
  }

  /** The address of a value that the engine will cast to an object. */
  long objectAddress(RuntimePointer caller) {
    requireObject();
    if (CheckedMode.ON) {
      caller.protectedCells().requireObject(this);
    }
    return address(caller);
  }

  /**
   * Checks that the handle may still be used.
   *
   * @throws IllegalStateException if it has been released
   */
  @Enforces(Obligation.VALUE_ALIVE)
  public void requireAlive() {
    String by = releasedBy;
    if (by != null) {
      throw trace == null
          ? new IllegalStateException("this value can no longer be used: ".concat(by))
          : trace.attachTo(new IllegalStateException("this value can no longer be used: " + by + trace.describe()));
    }
  }

  /**
   * Checks that the value can be an argument of a call in that runtime, for those that don't know yet whether there will be one.
   *
   * @throws IllegalStateException if it has been released
   * @throws IllegalArgumentException if it is another runtime's
   */
  public void requireUsableIn(RuntimePointer caller) {
    requireAlive();
    requireRuntime(caller);
  }

  @Enforces(Obligation.SAME_RUNTIME)
  private void requireRuntime(RuntimePointer caller) {
    if (runtime != caller) {
      throw new IllegalArgumentException("this value belongs to another runtime (" + runtime + ", used in " + caller
          + "); runtimes share nothing: pass a string, a number or JSON instead");
    }
  }

  @Enforces(Obligation.IS_OBJECT)
  private void requireObject() {
    if (!kind.isObject()) {
      throw new IllegalArgumentException("expected an object, got a " + kind);
    }
  }

  @Override
  public String toString() {
    return kind + "@" + Long.toHexString(address);
  }
}
