package io.jsc4j.internal.ffi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

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
  /** Of the outermost entry that is under way; set with its first host call. */
  private volatile boolean hasDeadline;
  private volatile long deadline;
  private int hostCalls;
  private final Deque<Outer> outer = new ArrayDeque<>();

  /** What held for the host functions around one that has less time, which is the depth-th. */
  private record Outer(int depth, boolean hasDeadline, long deadline) {}

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
    HostCallTimer.wake();
    return turn == running;
  }

  /** Ends what is under way, and all that begins until {@link #clear()}. */
  public void request() {
    requested = true;
    interruptHostCall();
    HostCallTimer.wake();
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

  /**
   * For the thread that watches host calls. It also sees to the one that began at the moment at which somebody asked for its end, so that neither
   * saw the other.
   *
   * @return whether to look again soon
   */
  boolean interruptIfOverdue(long now) {
    long running = turn;
    boolean asked = requested || cancelledTurn == running;
    if (asked || (hasDeadline && now - deadline >= 0)) {
      interruptHostCall();
    }
    return (running & 1) == 1 && (hasDeadline || asked);
  }

  // --- the owner thread

  void begins() {
    if (hostCalls > 0) {
      // A StackOverflowError kept the last one from being ended.
      hostCalls = 1;
      outer.clear();
      var _ = hostCallEnds();
    }
    long last = turn;
    turn = last + ((last & 1) == 0 ? 1 : 2);
  }

  void ends() {
    long last = turn;
    turn = last + (last & 1);
    if (hasDeadline) {
      hasDeadline = false;
    }
  }

  boolean isRequested() {
    return requested || cancelledTurn == turn || (Thread.currentThread().isInterrupted() && !isInterruptOurs());
  }

  /** An interrupt because the time of a host function is over says nothing that the limit does not say. */
  private boolean isInterruptOurs() {
    int now = state.get();
    return now == INTERRUPTING || now == INTERRUPTED;
  }

  /**
   * A host function begins. On the path of each host call, {@code LimitsBenchmark.hostCalls}: nothing is written that is so already, and no fence
   * is made.
   *
   * @param limited whether there is a deadline
   */
  void hostCallBegins(boolean limited, long newDeadline) {
    if (hostCalls++ > 0) {
      beginsInside(limited, newDeadline);
      return;
    }
    if (limited != hasDeadline || (limited && deadline != newDeadline)) {
      expect(limited, newDeadline);
    }
    state.setRelease(IN_HOST_CALL);
    if (requested || cancelledTurn == turn) {
      interruptHostCall();
    }
  }

  private void expect(boolean limited, long newDeadline) {
    deadline = newDeadline;
    hasDeadline = limited;
    if (limited) {
      HostCallTimer.wake();
    }
  }

  /** Inside another host function; they are told apart only where this one has less time. */
  private void beginsInside(boolean limited, long newDeadline) {
    if (limited && (!hasDeadline || newDeadline - deadline < 0)) {
      outer.push(new Outer(hostCalls, hasDeadline, deadline));
      expect(true, newDeadline);
    }
  }

  /**
   * It ends.
   *
   * @return whether it was interrupted
   */
  boolean hostCallEnds() {
    int depth = hostCalls--;
    if (depth == 1) {
      return takeInterrupt(OUTSIDE);
    }
    Outer around = outer.peek();
    if (around == null || around.depth() != depth) {
      return false;
    }
    outer.pop();
    boolean interrupted = takeInterrupt(IN_HOST_CALL);
    expect(around.hasDeadline(), around.deadline());
    return interrupted;
  }

  /** What is requested stays so, and what is around is interrupted anew if its time is over, too. */
  private boolean takeInterrupt(int next) {
    if (state.compareAndSet(IN_HOST_CALL, next)) {
      return false;
    }
    while (state.get() == INTERRUPTING) {
      Thread.onSpinWait();
    }
    // The interrupt was ours.
    Thread.interrupted();
    state.set(next);
    return true;
  }
}
