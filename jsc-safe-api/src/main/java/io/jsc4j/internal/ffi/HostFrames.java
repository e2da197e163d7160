package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * The frames of host calls, one for each depth of entries: within one entry a host call is over before the next begins. So each is made once, and a call
 * makes no object for it (row {@code call Java from JS} of the benchmarks).
 */
final class HostFrames {
  /** Deeper ones, which only recursion needs, are made for one use. */
  private static final int KEPT = 256;

  private final RuntimePointer runtime;
  private final @Nullable HostFrame[] kept = new HostFrame[KEPT];

  HostFrames(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** What stands for the call in the entry at that depth; whoever was there before is gone. */
  HostFrame at(int depth) {
    HostFrame frame = depth < KEPT ? kept[depth] : null;
    if (frame == null) {
      frame = new HostFrame(runtime);
      if (depth < KEPT) {
        kept[depth] = frame;
      }
    }
    return frame;
  }
}
