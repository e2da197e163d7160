package io.jsc4j;

import io.jsc4j.internal.ffi.WatchdogLimits;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a script may use before it is ended with a {@link JsTerminatedException}, of which each limit has its own. Immutable, and usable on any thread.
 *
 * {@snippet file="SnippetTest.java" region="limits"}
 *
 * <p>Limits are counted for one outermost call from Java, with the microtasks that run when it ends; those of {@link JsContext#withLimits} for a
 * part of the program. They are noticed within some 10 ms of CPU time in JavaScript, and at the begin and the end of each host function. A pure
 * WebAssembly loop and a single native operation (a sort without a callback, a huge regular expression) are not interrupted.
 *
 * <p>Any limit costs each outermost call about a microsecond, because its microtasks are run where they can be ended.
 */
public final class JsLimits {
  /** Names of properties, and what the library tells itself, must pass. */
  private static final long MIN_TRANSFER = 1024;

  private static final JsLimits NONE = new JsLimits(null, null, WatchdogLimits.NONE, 0);

  private final @Nullable Duration time;
  private final @Nullable Duration cpuTime;
  /** All but the transfer; times are in nanoseconds there. */
  private final WatchdogLimits watched;
  private final long transfer;

  private JsLimits(@Nullable Duration time, @Nullable Duration cpuTime, WatchdogLimits watched, long transfer) {
    this.time = time;
    this.cpuTime = cpuTime;
    this.watched = watched;
    this.transfer = transfer;
  }

  /** No limit. */
  public static JsLimits none() {
    return NONE;
  }

  private JsLimits with(WatchdogLimits newWatched) {
    return new JsLimits(time, cpuTime, newWatched, transfer);
  }

  /**
   * The same limits with a time limit: wall-clock time. A host function that sleeps or waits then is interrupted, as by {@link Thread#interrupt}; the
   * interrupt status is cleared again. One that does not heed that counts, and is noticed when it ends.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withTime(Duration newTime) {
    return new JsLimits(newTime, cpuTime, watched.withNanos(nanos(Objects.requireNonNull(newTime, "newTime"), "time")),
        transfer);
  }

  /**
   * The same limits with a CPU time limit: what the thread uses, in JavaScript and in host functions.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withCpuTime(Duration newCpuTime) {
    return new JsLimits(time, newCpuTime, watched.withCpuNanos(nanos(Objects.requireNonNull(newCpuTime, "newCpuTime"),
        "CPU time")), transfer);
  }

  private static long nanos(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("the " + name + " limit must be positive: " + duration);
    }
    // Longer than 292 years is no limit that anyone will see.
    return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : duration.toNanos();
  }

  /**
   * The same limits with a heap limit: the size of the runtime's heap in bytes, measured from time to time, so that a script may pass it by what
   * it allocates in 20 ms, or in eight times as long as measuring takes where that is more. The engine tells the size as of its last collection, and
   * the first comes after 3 MB ({@code smallHeapSize} of {@link JsEngineOptions}): a smaller limit is noticed then.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withHeap(long bytes) {
    return with(watched.withHeapBytes(positive(bytes, "heap")));
  }

  /**
   * The same limits with a limit for functions that run inside each other, over all levels of host functions between them. The engine tells the depth
   * only when it is asked, every 10 ms of CPU time. A recursion that uses up the stack before that gets the engine's RangeError, which a script can
   * catch; one that comes out of a script is a {@link JsStackLimitException}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withStackDepth(int functions) {
    return with(watched.withStackDepth((int) positive(functions, "stack depth")));
  }

  /**
   * The same limits with a limit for all strings and buffers together that cross to Java in one outermost call, in bytes: two for each UTF-16
   * unit of a string. The one that is too much is not copied.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withOutput(long bytes) {
    return with(watched.withOutputBytes(positive(bytes, "output")));
  }

  /**
   * The same limits with a limit for the calls of host functions in one outermost call; members of host classes count too.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withHostCalls(long calls) {
    return with(watched.withHostCalls(positive(calls, "host call")));
  }

  /**
   * The same limits with a limit for microtasks that follow from each other when an outermost call ends, as in an endless chain of promises. A chain
   * that is longer is ended if it still goes on 10 to 20 ms of CPU time later. Counting begins when microtasks have run for 5 µs for each that is
   * allowed (50 ms for 10,000), so that it takes no more than 2% of the time. The other limits hold for microtasks without this one.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsLimits withMicrotasks(int microtasks) {
    return with(watched.withMicrotasks((int) positive(microtasks, "microtask")));
  }

  private static long positive(long value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException("the " + name + " limit must be positive: " + value);
    }
    return value;
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
    return new JsLimits(time, cpuTime, watched, bytes);
  }

  /** The time limit. */
  public Optional<Duration> time() {
    return Optional.ofNullable(time);
  }

  /** The CPU time limit. */
  public Optional<Duration> cpuTime() {
    return Optional.ofNullable(cpuTime);
  }

  /** The heap limit in bytes. */
  public OptionalLong heap() {
    return optional(watched.heapBytes());
  }

  /** The limit for functions that run inside each other. */
  public OptionalInt stackDepth() {
    return optional(watched.stackDepth());
  }

  /** The limit for what crosses to Java, in bytes. */
  public OptionalLong output() {
    return optional(watched.outputBytes());
  }

  /** The limit for calls of host functions. */
  public OptionalLong hostCalls() {
    return optional(watched.hostCalls());
  }

  /** The limit for microtasks that follow from each other. */
  public OptionalInt microtasks() {
    return optional(watched.microtasks());
  }

  /** The limit for a single string or buffer that crosses to Java, in bytes. */
  public OptionalLong transfer() {
    return optional(transfer);
  }

  private static OptionalLong optional(long value) {
    return value == 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalInt optional(int value) {
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  WatchdogLimits toNative() {
    return watched;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsLimits limits && watched.equals(limits.watched) && transfer == limits.transfer
        && Objects.equals(time, limits.time) && Objects.equals(cpuTime, limits.cpuTime);
  }

  @Override
  public int hashCode() {
    return Objects.hash(time, cpuTime, watched, transfer);
  }

  @Override
  public String toString() {
    StringJoiner limits = new StringJoiner(", ", "JsLimits[", "]").setEmptyValue("JsLimits[none]");
    add(limits, "time", time);
    add(limits, "cpuTime", cpuTime);
    add(limits, "heap", watched.heapBytes());
    add(limits, "stackDepth", watched.stackDepth());
    add(limits, "output", watched.outputBytes());
    add(limits, "hostCalls", watched.hostCalls());
    add(limits, "microtasks", watched.microtasks());
    add(limits, "transfer", transfer);
    return limits.toString();
  }

  private static void add(StringJoiner limits, String name, @Nullable Object value) {
    if (value != null && !(value instanceof Number number && number.longValue() == 0)) {
      limits.add(name + "=" + value);
    }
  }
}
