package io.jsc4j;

import java.util.Map;
import java.util.Objects;

/**
 * What a pool has done so far: {@link JsPool#statistics()}. The numbers are read one after the other, while the pool works.
 *
 * @param tasksDone tasks that gave a result
 * @param tasksFailed tasks that threw, or were ended by a limit
 * @param tasksCancelled tasks whose future was cancelled before they were done
 * @param contextsOpened contexts that were opened
 * @param runtimesOpened runtimes that were opened
 * @param runtimesRetired how many runtimes were replaced, for which reasons; unmodifiable
 */
public record JsPoolStatistics(long tasksDone, long tasksFailed, long tasksCancelled, long contextsOpened,
    long runtimesOpened, Map<Retirement, Long> runtimesRetired) {

  /** Copies the map. */
  public JsPoolStatistics {
    runtimesRetired = Map.copyOf(Objects.requireNonNull(runtimesRetired, "runtimesRetired"));
  }

  /** Why a runtime is replaced. */
  public enum Retirement {
    /** A limit, or cancelling, ended a script. */
    TERMINATED,
    /** A fresh context was not like the pristine one. */
    CHANGED,
    /** Too much was left in the heap, or too many values that Java keeps, when a tenant's context had been closed. */
    GROWN,
    /** It has had as many contexts as it should: {@link JsPoolOptions#withContextsPerRuntime}. */
    USED_UP,
    /** A task closed its context or the runtime, or left a context open. */
    MISUSED,
    /** Opening, preparing or closing a context failed. */
    FAILED
  }
}
