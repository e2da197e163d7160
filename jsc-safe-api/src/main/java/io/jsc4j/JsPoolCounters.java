package io.jsc4j;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What {@link JsPoolStatistics} tells, counted by any thread. */
final class JsPoolCounters {
  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  final LongAdder contexts = new LongAdder();
  final LongAdder runtimes = new LongAdder();
  private final Map<JsPoolStatistics.Retirement, LongAdder> retired = new EnumMap<>(JsPoolStatistics.Retirement.class);

  JsPoolCounters() {
    for (JsPoolStatistics.Retirement reason : JsPoolStatistics.Retirement.values()) {
      retired.put(reason, new LongAdder());
    }
  }

  /** The future of a task is completed. */
  void ended(@Nullable Throwable failure) {
    (failure == null ? done : failure instanceof CancellationException ? cancelled : failed).increment();
  }

  void retired(JsPoolStatistics.Retirement reason) {
    LongAdder count = retired.get(reason);
    if (count != null) {
      count.increment();
    }
  }

  JsPoolStatistics read() {
    Map<JsPoolStatistics.Retirement, Long> reasons = new EnumMap<>(JsPoolStatistics.Retirement.class);
    retired.forEach((reason, count) -> {
      if (count.sum() > 0) {
        reasons.put(reason, count.sum());
      }
    });
    return new JsPoolStatistics(done.sum(), failed.sum(), cancelled.sum(), contexts.sum(), runtimes.sum(), reasons);
  }
}
