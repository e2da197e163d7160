package io.jsc4j;

import io.jsc4j.JsPoolStatistics.Retirement;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Feature;
import io.jsc4j.internal.ffi.Fingerprints;
import io.jsc4j.internal.ffi.HeapStatistics;
import io.jsc4j.internal.ffi.NativeEngine;
import io.jsc4j.internal.ffi.Realm;
import org.jspecify.annotations.Nullable;

/**
 * A runtime of a pool: gives contexts that are like the first one, which no task has used, and says when it should be replaced. Confined to its thread.
 */
final class JsPoolRuntime implements AutoCloseable {
  /** How many more values Java may keep than when the runtime was fresh. */
  private static final long MORE_CELLS = 1_000;

  private final JsPoolOptions options;
  private final JsPoolCounters counters;
  private final JsRuntime runtime;
  /** Facts about a context that no task has used. Given back when the runtime closes, whoever does that. */
  private final CellPointer pristine;
  private long freshCells;
  private int contexts;
  /** How many of the contexts are known to be open. */
  private int known;
  private @Nullable Retirement retirement;

  /**
   * Opens one.
   *
   * @throws IllegalStateException if two fresh contexts differ
   */
  JsPoolRuntime(JsPoolOptions options, JsPoolCounters counters, JsCancelSwitch cancelling, Runnable wake) {
    this.options = options;
    this.counters = counters;
    this.runtime = JsRuntime.open(options.worker().runtime().withCancellation(true));
    counters.runtimes.increment();
    try {
      cancelling.attach(runtime.cancellation());
      runtime.onWorkPending(wake);
      JsContext first = prepared();
      CellPointer facts = first.run(() -> Fingerprints.take(first.pointer()));
      this.pristine = facts;
      runtime.releaseWhenUnreachable(this, () -> Realm.discard(facts));
      first.close();
      JsContext second = prepared();
      String difference = difference(second);
      second.close();
      known = 0;
      if (difference != null) {
        throw new IllegalStateException("the set-up of the pool does not make the same of each context: " + difference
            + " differs. Then nothing could tell whether a context is as it should be");
      }
      freshCells = runtime.pointer().liveCells();
    } catch (Throwable t) {
      cancelling.detach();
      runtime.close();
      throw t;
    }
  }

  private JsContext prepared() {
    JsContext context = runtime.openContext();
    contexts++;
    known++;
    counters.contexts.increment();
    JsWorkerTasks.prepare(context, options.worker().functions(), options.worker().setup());
    return context;
  }

  private @Nullable String difference(JsContext context) {
    return context.run(() -> Fingerprints.difference(context.pointer(), pristine));
  }

  /** A context that is like the first one; null if it is not, and the runtime has to be replaced. */
  @Nullable JsContext openContext() {
    JsContext context = prepared();
    if (difference(context) == null) {
      return context;
    }
    retire(Retirement.CHANGED);
    return null;
  }

  /** Notes that it should be replaced; the first reason is the one that counts. */
  void retire(Retirement reason) {
    if (retirement == null) {
      retirement = reason;
    }
  }

  /** Looks whether a task has left it as it was, but for what is in its own context. */
  void look() {
    if (runtime.isClosed() || runtime.openContexts() != known) {
      retire(Retirement.MISUSED);
    } else if (runtime.terminations() > 0) {
      retire(Retirement.TERMINATED);
    }
  }

  /** Closes the context of a tenant, and looks at what is left. */
  void closeContext(JsContext context) {
    if (context.isClosed()) {
      retire(Retirement.MISUSED);
      return;
    }
    context.close();
    known--;
    // What it left pending runs now, if it can still run at all, and not in the turn of another tenant.
    runtime.runPendingTasks();
    look();
    if (contexts >= options.contextsPerRuntime()) {
      retire(Retirement.USED_UP);
    }
    if (retirement == null && hasGrown()) {
      runtime.collectGarbage();
      if (hasGrown()) {
        retire(Retirement.GROWN);
      }
    }
  }

  private boolean hasGrown() {
    return runtime.pointer().liveCells() > freshCells + MORE_CELLS * (1 + known)
        || (NativeEngine.instance().has(Feature.MEMORY_STATISTICS)
            && HeapStatistics.heapSize(runtime.pointer().service()) > options.heapPerRuntime());
  }

  /** Does what was left to its thread by others. */
  void runPendingTasks() {
    if (!runtime.isClosed()) {
      runtime.runPendingTasks();
    }
  }

  /** Whether it should be replaced, and why. */
  @Nullable Retirement retirement() {
    return retirement;
  }

  @Override
  public void close() {
    runtime.close();
  }
}
