package io.jsc4j;

import io.jsc4j.internal.ffi.WatchdogLimits;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a script may use before it is ended with a {@link JsTerminatedException}. Immutable, and usable on any thread.
 *
 * <p>A limit is noticed within some 10 ms of CPU time while JavaScript runs. A pure WebAssembly loop, an endless chain of
 * microtasks that are each shorter than that, and a single native operation (a sort without a callback, a huge regular expression) are not
 * interrupted.
 */
public final class JsLimits {
  private static final JsLimits NONE = new JsLimits(null, 0);

  private final @org.jspecify.annotations.Nullable Duration time;
  private final long heap;

  private JsLimits(@org.jspecify.annotations.Nullable Duration time, long heap) {
    this.time = time;
    this.heap = heap;
  }

  /** No limit. */
  public static JsLimits none() {
    return NONE;
  }

  /**
   * The same limits with a time limit: wall-clock time of one outermost call from Java, with the microtasks that run when it ends. Time
   * that a host function sleeps counts, but is noticed only after it.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withTime(Duration time) {
    if (Objects.requireNonNull(time, "time").isNegative() || time.isZero()) {
      throw new IllegalArgumentException("a time limit must be positive: " + time);
    }
    return new JsLimits(time, heap);
  }

  /**
   * The same limits with a heap limit: the size of the runtime's heap in bytes, measured from time to time, so that a script may pass it by what
   * it allocates in some 20 ms.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withHeap(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("a heap limit must be positive: " + bytes);
    }
    return new JsLimits(time, bytes);
  }

  /** The time limit. */
  public Optional<Duration> time() {
    return Optional.ofNullable(time);
  }

  /** The heap limit in bytes. */
  public OptionalLong heap() {
    return heap == 0 ? OptionalLong.empty() : OptionalLong.of(heap);
  }

  WatchdogLimits toNative() {
    long nanos = 0;
    if (time != null) {
      // Longer than 292 years is no limit that anyone will see.
      nanos = time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : time.toNanos();
    }
    return new WatchdogLimits(nanos, heap);
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof JsLimits limits && heap == limits.heap && Objects.equals(time, limits.time);
  }

  @Override
  public int hashCode() {
    return Objects.hash(time, heap);
  }

  @Override
  public String toString() {
    return "JsLimits[time=" + (time == null ? "none" : time) + ", heap=" + (heap == 0 ? "none" : heap) + "]";
  }
}
