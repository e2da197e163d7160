package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * The frames of host calls, one for each depth to which they lie in each other. So each is made once, and a call makes no object for it (row
 * {@code call Java from JS} of the benchmarks). The depth of entries would not do: between two host calls there need not be one, as where
 * one of our own runs the microtasks.
 */
final class HostFrames {
  /** Deeper ones, which only recursion needs, are made for one use. */
  private static final int KEPT = 256;

  private final RuntimePointer runtime;
  private final @Nullable HostFrame[] kept = new HostFrame[KEPT];

  /** How many host calls are under way. By value, as everything that a lack of stack must not disturb: who adds one sets it back to what it was. */
  int nesting;

  HostFrames(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** What stands for the innermost call; whoever was there before is gone. */
  HostFrame innermost() {
    int index = nesting - 1;
    HostFrame frame = index < KEPT ? kept[index] : null;
    if (frame == null) {
      frame = new HostFrame(runtime);
      if (index < KEPT) {
        kept[index] = frame;
      }
    }
    return frame;
  }
}
