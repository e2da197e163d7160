package io.jsc4j.tests.hostile;

import io.jsc4j.JsRuntime;
import java.util.concurrent.locks.LockSupport;

/** A thread that cancels what runs in a runtime, again and again. */
final class Canceller implements AutoCloseable {
  private final JsRuntime runtime;
  private volatile boolean closed;

  private Canceller(JsRuntime runtime) {
    this.runtime = runtime;
  }

  /** Begins. */
  static Canceller of(JsRuntime runtime) {
    Canceller canceller = new Canceller(runtime);
    Thread.ofPlatform().daemon().name("canceller").start(canceller::run);
    return canceller;
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(Attempt.LIMIT.toNanos());
      runtime.cancel();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
