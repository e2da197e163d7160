package io.jsc4j;

import io.jsc4j.internal.ffi.Cancellation;
import org.jspecify.annotations.Nullable;

/** Ends what a worker's runtime runs, whichever runtime it has at the moment; also if it is asked for while that opens. */
final class JsCancelSwitch {
  private volatile boolean requested;
  private volatile @Nullable Cancellation target;

  // --- the worker's thread

  /** The worker has a runtime. */
  void attach(Cancellation cancellation) {
    target = cancellation;
    // After the target is there: whoever asks, asks first and looks for the target then.
    if (requested) {
      cancellation.request();
    }
  }

  /** The worker's runtime is about to be closed. */
  void detach() {
    Cancellation before = target;
    target = null;
    if (before != null) {
      before.clear();
    }
  }

  void clear() {
    requested = false;
    Cancellation current = target;
    if (current != null) {
      current.clear();
    }
  }

  // --- any thread

  void request() {
    requested = true;
    Cancellation current = target;
    if (current != null) {
      current.request();
    }
  }
}
