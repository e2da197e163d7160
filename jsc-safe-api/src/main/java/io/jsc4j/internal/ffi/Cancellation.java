package io.jsc4j.internal.ffi;

/** Ends what a runtime is running, from any thread. */
public final class Cancellation {
  private volatile boolean requested;

  Cancellation() {}

  /** Ends what is under way, and all that begins until {@link #clear()}. */
  public void request() {
    requested = true;
  }

  /** Undoes {@link #request()}. */
  public void clear() {
    requested = false;
  }

  /** Whether that holds. */
  public boolean isRequested() {
    return requested;
  }
}
