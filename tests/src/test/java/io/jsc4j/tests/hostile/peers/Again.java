package io.jsc4j.tests.hostile.peers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A thread that does something when a call lasts too long, and again and again until it ends. */
final class Again implements AutoCloseable {
  private final long first;
  private final long period;
  private final Action action;
  private boolean running;
  private long due;
  private boolean closed;

  /** What is done. */
  interface Action {
    void run() throws Exception;
  }

  /** A call that it watches. */
  interface Run extends AutoCloseable {
    @Override
    void close();
  }

  private Again(Duration first, Duration period, Action action) {
    this.first = first.toNanos();
    this.period = period.toNanos();
    this.action = action;
  }

  /** Begins when a call has lasted for some time. */
  static Again after(Duration first, Duration period, Action action) {
    Again again = new Again(first, period, action);
    Thread.ofPlatform().daemon().name("again").start(again::watch);
    return again;
  }

  /** A call begins. What is done for it is done before this is closed, or never. */
  synchronized Run during() {
    due = System.nanoTime() + first;
    running = true;
    return this::ended;
  }

  private synchronized void ended() {
    running = false;
  }

  private void watch() {
    while (actIfDue()) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  private synchronized boolean actIfDue() {
    if (running && System.nanoTime() - due > 0) {
      due = System.nanoTime() + period;
      try {
        action.run();
      } catch (Exception e) {
        System.out.println("could not end it: " + e);
      }
    }
    return !closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
