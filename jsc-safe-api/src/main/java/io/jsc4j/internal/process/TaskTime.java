package io.jsc4j.internal.process;

import io.jsc4j.internal.process.ChildEnd.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much time a child process has for one task, kept outside of it. */
public final class TaskTime {
  /** A child ends its task by itself when its time is up, if that can be: this is for one that can't. */
  private static final long GRACE = Duration.ofSeconds(1).toNanos();
  /** The CPU time of a process counts the engine's and the JVM's own threads too. */
  private static final int SHARE_OF_OTHER_THREADS = 4;

  private final @Nullable Duration time;
  private final @Nullable Duration cpuTime;
  private final Runnable onTime;
  private long begin;
  private @Nullable ProcessHandle process;
  private long cpuBegin;
  private boolean told;
  /** Null until it is cancelled: the moment when it must have ended. */
  private volatile @Nullable Long cancelledUntil;

  /**
   * For one task.
   *
   * @param time wall-clock time, or null
   * @param cpuTime CPU time, or null
   * @param onTime what is called once when the wall-clock time is up, before the process is ended
   */
  public TaskTime(@Nullable Duration time, @Nullable Duration cpuTime, Runnable onTime) {
    this.time = time;
    this.cpuTime = cpuTime;
    this.onTime = onTime;
  }

  void begin(ProcessHandle handle) {
    begin = System.nanoTime();
    process = handle;
    cpuBegin = cpuTime == null ? 0 : cpuNanos();
  }

  private long cpuNanos() {
    return process == null ? 0 : nanos(process.info().totalCpuDuration().orElse(Duration.ZERO));
  }

  /** What there is in a long: more is no limit that anyone will see. */
  private static long nanos(Duration duration) {
    return duration.compareTo(Duration.ofDays(10_000)) > 0 ? Duration.ofDays(10_000).toNanos() : duration.toNanos();
  }

  void cancel(Duration grace) {
    cancelledUntil = System.nanoTime() + grace.toNanos();
  }

  /** On the watching thread: why the process is to be ended now, or null. */
  @Nullable Cause look() {
    long now = System.nanoTime();
    Long until = cancelledUntil;
    if (until != null && now - until > 0) {
      return Cause.CANCELLED;
    }
    if (time != null && now - begin > nanos(time)) {
      if (!told) {
        told = true;
        onTime.run();
      }
      if (now - begin > nanos(time) + GRACE) {
        return Cause.TIME;
      }
    }
    return cpuTime != null && cpuNanos() - cpuBegin > SHARE_OF_OTHER_THREADS * nanos(cpuTime) + GRACE
        ? Cause.TIME
        : null;
  }
}
