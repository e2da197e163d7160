package io.jsc4j.internal.ffi;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Ends what a runtime is running, from any thread, and wakes a host function that sleeps: when that is asked for, and when its time is over. */
public final class Cancellation {
  private static final int OUTSIDE = 0;
  private static final int IN_HOST_CALL = 1;
  private static final int INTERRUPTING = 2;
  private static final int INTERRUPTED = 3;

  private final Thread owner;
  private final AtomicInteger state = new AtomicInteger(OUTSIDE);
  /** Odd while an outermost entry is under way; the next one has another number. */
  private volatile long turn;
  private volatile long cancelledTurn;
  private volatile boolean requested;
  private volatile boolean hasDeadline;
  private volatile long deadline;
  private int hostCalls;

  Cancellation(Thread owner) {
    this.owner = owner;
  }

  // --- any thread

  /** Ends the outermost entry that is under way; false if there is none. */
  public boolean cancelRunning() {
    long running = turn;
    if ((running & 1) == 0) {
      return false;
    }
    cancelledTurn = running;
    interruptHostCall();
    return turn == running;
  }

  /** Ends what is under way, and all that begins until {@link #clear()}. */
  public void request() {
    requested = true;
    interruptHostCall();
  }

  /** Undoes {@link #request()}. */
  public void clear() {
    requested = false;
  }

  /** Whether {@link #request()} holds: then nothing should begin. */
  public boolean isStanding() {
    return requested;
  }

  /** Interrupts the owner if a host function is running, once; the owner takes the interrupt back when that ends. */
  private void interruptHostCall() {
    if (state.compareAndSet(IN_HOST_CALL, INTERRUPTING)) {
      owner.interrupt();
      state.set(INTERRUPTED);
    }
  }

  /** For the thread that watches deadlines; whether there is one. */
  boolean interruptIfOverdue(long now) {
    if (hasDeadline && now - deadline >= 0) {
      interruptHostCall();
    }
    return hasDeadline;
  }

  // --- the owner thread

  void begins() {
    if (hostCalls > 0) {
      // A StackOverflowError kept the last one from being ended.
      hostCalls = 1;
      hostCallEnds();
    }
    long last = turn;
    turn = last + ((last & 1) == 0 ? 1 : 2);
  }

  void ends() {
    long last = turn;
    turn = last + (last & 1);
  }

  boolean isRequested() {
    return requested || cancelledTurn == turn || (Thread.currentThread().isInterrupted() && !isInterruptOurs());
  }

  /** An interrupt because the time of a host function is over says nothing that the limit does not say. */
  private boolean isInterruptOurs() {
    int now = state.get();
    return now == INTERRUPTING || now == INTERRUPTED;
  }

  /** The outermost host function begins; the ones inside it are not told apart. */
  void hostCallBegins(@Nullable Long newDeadline) {
    if (hostCalls++ > 0) {
      return;
    }
    if (newDeadline != null) {
      deadline = newDeadline;
      hasDeadline = true;
    }
    state.set(IN_HOST_CALL);
    if (newDeadline != null) {
      HostCallTimer.wake();
    }
    if (requested || cancelledTurn == turn) {
      interruptHostCall();
    }
  }

  void hostCallEnds() {
    if (--hostCalls > 0) {
      return;
    }
    if (hasDeadline) {
      hasDeadline = false;
    }
    if (!state.compareAndSet(IN_HOST_CALL, OUTSIDE)) {
      while (state.get() == INTERRUPTING) {
        Thread.onSpinWait();
      }
      // The interrupt was ours. What is requested stays so.
      Thread.interrupted();
      state.set(OUTSIDE);
    }
  }
}
