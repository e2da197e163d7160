package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/** What an Error that a host function threw stands for: a Throwable, and where it crossed into JavaScript. */
public final class HostError {
  private final Throwable failure;
  private @Nullable Throwable crossing;

  HostError(Throwable failure, @Nullable Throwable crossing) {
    this.failure = failure;
    this.crossing = crossing;
  }

  /** The Throwable. */
  public Throwable failure() {
    return failure;
  }

  /** A Throwable that was made where it crossed, for its stack trace; once, and null if that is unknown. */
  public @Nullable Throwable takeCrossing() {
    Throwable taken = crossing;
    crossing = null;
    return taken;
  }
}
