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
  /** Names of properties, and what the library tells itself, must pass. */
  private static final long MIN_TRANSFER = 1024;

  private static final JsLimits NONE = new JsLimits(null, 0, 0);

  private final @org.jspecify.annotations.Nullable Duration time;
  private final long heap;
  private final long transfer;

  private JsLimits(@org.jspecify.annotations.Nullable Duration time, long heap, long transfer) {
    this.time = time;
    this.heap = heap;
    this.transfer = transfer;
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
    return new JsLimits(time, heap, transfer);
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
    return new JsLimits(time, bytes, transfer);
  }

  /**
   * The same limits with a ceiling on the size of a single string or buffer that crosses to Java: a result, an argument of a host function, a property's
   * name, JSON. A larger one is refused before it is copied, with a {@link JsTransferLimitException}; the script is not ended. In bytes: two for each
   * UTF-16 unit of a string. What an exception tells of what was thrown (message, stack, a thrown string) is cut off instead.
   *
   * @throws IllegalArgumentException if it is less than 1024
   */
  public JsLimits withTransfer(long bytes) {
    if (bytes < MIN_TRANSFER) {
      throw new IllegalArgumentException("a limit for strings and buffers must be at least " + MIN_TRANSFER + " bytes: "
          + bytes);
    }
    return new JsLimits(time, heap, bytes);
  }

  /** The time limit. */
  public Optional<Duration> time() {
    return Optional.ofNullable(time);
  }

  /** The heap limit in bytes. */
  public OptionalLong heap() {
    return heap == 0 ? OptionalLong.empty() : OptionalLong.of(heap);
  }

  /** The limit for a single string or buffer that crosses to Java, in bytes. */
  public OptionalLong transfer() {
    return transfer == 0 ? OptionalLong.empty() : OptionalLong.of(transfer);
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
    return other instanceof JsLimits limits && heap == limits.heap && transfer == limits.transfer && Objects.equals(
        time, limits.time);
  }

  @Override
  public int hashCode() {
    return Objects.hash(time, heap, transfer);
  }

  @Override
  public String toString() {
    return "JsLimits[time=" + (time == null ? "none" : time) + ", heap=" + (heap == 0 ? "none" : heap) + ", transfer="
        + (transfer == 0 ? "none" : transfer) + "]";
  }
}
