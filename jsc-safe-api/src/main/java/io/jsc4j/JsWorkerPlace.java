package io.jsc4j;

import io.jsc4j.internal.lifetime.HandleScope;
import io.jsc4j.internal.work.Job;
import io.jsc4j.internal.work.Workplace;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The one context of a {@link JsThreadWorker}. */
final class JsWorkerPlace implements Workplace<JsContext> {
  private final JsWorkerOptions options;
  private final Runnable wake;
  private final JsCancelSwitch cancelling = new JsCancelSwitch();
  // Of the worker's thread alone.
  private @Nullable JsContext context;
  private @Nullable HandleScope scope;

  /** A place whose thread is woken when the runtime has something to do. */
  JsWorkerPlace(JsWorkerOptions options, Runnable wake) {
    this.options = options;
    this.wake = wake;
  }

  @Override
  public void open() {
    JsContext opened = JsContext.open(options.runtime().withCancellation(true));
    context = opened;
    cancelling.attach(opened.runtime().cancellation());
    JsWorkerTasks.prepare(opened, options.functions(), options.setup());
    opened.runtime().onWorkPending(wake);
  }

  private JsContext context() {
    JsContext opened = context;
    if (opened == null || opened.isClosed()) {
      throw new IllegalStateException("a task closed the context of the worker");
    }
    return opened;
  }

  @Override
  public JsContext enter(Job<JsContext, ?> job) {
    JsContext opened = context();
    scope = opened.scopes().openForCallback("a task of " + options.name());
    return opened;
  }

  @Override
  public void leave(Job<JsContext, ?> job) {
    JsContext opened = context;
    HandleScope ending = scope;
    scope = null;
    if (opened != null && ending != null && !opened.isClosed()) {
      opened.scopes().closeCallback(ending);
    }
  }

  @Override
  public boolean isUsable() {
    JsContext opened = context;
    return opened != null && !opened.isClosed();
  }

  @Override
  public boolean idle() {
    try {
      context().runtime().runPendingTasks();
    } catch (RuntimeException | Error e) {
      // Nobody waits for it: a limit that ended a reaction, or what a handler of rejections threw.
      LoggerFactory.getLogger(JsThreadWorker.class).warn("{}: work that was pending failed", options.name(), e);
    }
    return false;
  }

  @Override
  public void close() {
    JsContext opened = context;
    cancelling.detach();
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public void requestCancel() {
    cancelling.request();
  }

  @Override
  public void clearCancel() {
    cancelling.clear();
  }
}
