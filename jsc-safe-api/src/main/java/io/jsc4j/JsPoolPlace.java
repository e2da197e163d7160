package io.jsc4j;

import io.jsc4j.JsPoolStatistics.Retirement;
import io.jsc4j.internal.lifetime.HandleScope;
import io.jsc4j.internal.work.Job;
import io.jsc4j.internal.work.Workplace;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The contexts of one worker of a {@link JsPool}: one for the tenant whose task runs, and a fresh one that is made ready while nothing waits. A runtime
 * that is no longer as it should be is closed, and replaced.
 */
final class JsPoolPlace implements Workplace<JsContext> {
  private final JsPoolOptions options;
  private final JsPoolCounters counters;
  private final Runnable wake;
  private final JsCancelSwitch cancelling = new JsCancelSwitch();

  // Of the worker's thread alone.
  private @Nullable JsPoolRuntime runtime;
  private @Nullable JsContext warm;
  private @Nullable JsContext current;
  private @Nullable HandleScope scope;
  private String tenant = "";
  private int tasks;

  JsPoolPlace(JsPoolOptions options, JsPoolCounters counters, Runnable wake) {
    this.options = options;
    this.counters = counters;
    this.wake = wake;
  }

  @Override
  public void open() {
    openRuntime();
  }

  private JsPoolRuntime openRuntime() {
    JsPoolRuntime opened = new JsPoolRuntime(options, counters, cancelling, wake);
    runtime = opened;
    return opened;
  }

  // --- a task

  @Override
  public JsContext enter(Job<JsContext, ?> job) {
    if (current != null && (!job.group().equals(tenant) || tasks >= options.tasksPerContext())) {
      closeCurrent();
    }
    replaceRetired();
    JsContext context = current;
    if (context == null) {
      context = fresh();
      current = context;
      tenant = job.group();
      tasks = 0;
    }
    tasks++;
    scope = context.scopes().openForCallback("a task of " + tenant);
    return context;
  }

  /** The context that waits, or a new one. */
  private JsContext fresh() {
    JsContext ready = warm;
    warm = null;
    if (ready != null && !ready.isClosed()) {
      return ready;
    }
    // The second time the runtime is new as well.
    for (int attempt = 0; attempt < 2; attempt++) {
      JsContext opened = tryToOpen();
      if (opened != null) {
        return opened;
      }
      replaceRetired();
    }
    throw new IllegalStateException(
        "the set-up of the pool no longer makes of a context what it made of the first one");
  }

  private @Nullable JsContext tryToOpen() {
    JsPoolRuntime open = runtime == null ? openRuntime() : runtime;
    try {
      return open.openContext();
    } catch (RuntimeException | Error e) {
      open.retire(Retirement.FAILED);
      throw e;
    }
  }

  @Override
  public void leave(Job<JsContext, ?> job) {
    JsContext context = current;
    HandleScope ending = scope;
    scope = null;
    JsPoolRuntime used = runtime;
    if (context == null || ending == null || used == null) {
      return;
    }
    if (!context.isClosed()) {
      context.scopes().closeCallback(ending);
    }
    if (job.isDone()) {
      // Completed from outside: its script may have been ended, or was about to be.
      used.retire(Retirement.TERMINATED);
    }
    used.look();
  }

  // --- between tasks

  private void closeCurrent() {
    JsContext context = current;
    JsPoolRuntime used = runtime;
    current = null;
    if (context != null && used != null) {
      try {
        used.closeContext(context);
      } catch (RuntimeException | Error e) {
        used.retire(Retirement.FAILED);
        log("closing a context", e);
      }
    }
  }

  private void replaceRetired() {
    JsPoolRuntime used = runtime;
    Retirement reason = used == null ? null : used.retirement();
    if (used != null && reason != null) {
      counters.retired(reason);
      closeRuntime(used);
      openRuntime();
    }
  }

  private void closeRuntime(JsPoolRuntime used) {
    runtime = null;
    warm = null;
    current = null;
    cancelling.detach();
    try {
      used.close();
    } catch (RuntimeException | Error e) {
      log("closing a runtime", e);
    }
  }

  @Override
  public boolean isUsable() {
    return true;
  }

  @Override
  public boolean idle() {
    try {
      return idleStep();
    } catch (RuntimeException | Error e) {
      if (runtime != null) {
        runtime.retire(Retirement.FAILED);
      }
      // The next task tries again, and tells who gave it.
      log("getting ready", e);
      return false;
    }
  }

  /** One thing at a time, so that a task that comes meanwhile does not wait for all. */
  private boolean idleStep() {
    if (current != null && tasks >= options.tasksPerContext()) {
      closeCurrent();
      return true;
    }
    JsPoolRuntime used = runtime;
    if (used != null && used.retirement() != null) {
      replaceRetired();
      return true;
    }
    if (used != null) {
      used.runPendingTasks();
      used.look();
      if (used.retirement() != null) {
        return true;
      }
    }
    if (warm == null) {
      warm = tryToOpen();
      return true;
    }
    return false;
  }

  private void log(String what, Throwable failure) {
    LoggerFactory.getLogger(JsPool.class).warn("{}: {} failed", options.worker().name(), what, failure);
  }

  @Override
  public void close() {
    JsPoolRuntime used = runtime;
    if (used != null) {
      closeRuntime(used);
    }
  }

  // --- any thread

  @Override
  public void requestCancel() {
    cancelling.request();
  }

  @Override
  public void clearCancel() {
    cancelling.clear();
  }
}
