package io.jsc4j.internal.ffi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the engine's lock over several operations, so that no microtask runs between them and each is cheaper. Opened and closed on the owner thread,
 * innermost first.
 *
 * <p>It enters through the service context: the arena of a user's context may be closed meanwhile, by whatever runs within the span, and then its
 * segment could not be used any more to drop the lock. The runtime refuses to close while a span is open.
 */
public final class LockSpan implements AutoCloseable {
  private final Entry entry;
  private boolean closed;

  private LockSpan(Entry entry) {
    this.entry = entry;
  }

  /**
   * Takes the lock.
   *
   * @throws WrongThreadException if the calling thread does not own the runtime
   * @throws IllegalStateException if the runtime has been closed
   */
  // close() closes the entry.
  @SuppressWarnings("MustBeClosedChecker")
  public static LockSpan open(RuntimePointer runtime) {
    return new LockSpan(Entry.open(runtime.service()));
  }

  /**
   * Does something that takes several entries with the lock held over all of them.
   *
   * @throws WrongThreadException if the calling thread does not own the runtime
   * @throws IllegalStateException if the runtime has been closed
   */
  public static <T extends @Nullable Object> T holding(RuntimePointer runtime, Supplier<T> action) {
    LockSpan span = open(runtime);
    try {
      return action.get();
    } finally {
      span.close();
    }
  }

  /** Drops the lock; if it was the outermost entry, pending microtasks run now. */
  @Override
  public void close() {
    // An entry is used again once it is over.
    if (!closed) {
      closed = true;
      entry.close();
    }
  }
}
