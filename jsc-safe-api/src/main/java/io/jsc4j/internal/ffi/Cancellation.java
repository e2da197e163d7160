package io.jsc4j.internal.ffi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Ends what a runtime is running, from any thread, and wakes a host function that sleeps: when that is asked for, and when its time is over. */
public final class Cancellation {
  /** How far an interrupt of ours is. Another thread goes on from NONE, the owner goes back to it. */
  private enum Interrupt {
    NONE,
    /** Another thread is about to interrupt the owner, if it finds that a host function runs and has to end. */
    CLAIMED,
    /** The owner has been interrupted. */
    DONE
  }

  private final Thread owner;
  /** How many host functions run, one inside the other; the owner writes it, without a fence. */
  private final AtomicInteger hostCalls = new AtomicInteger();
  private final AtomicReference<Interrupt> interrupt = new AtomicReference<>(Interrupt.NONE);
  /** Odd while an outermost entry is under way; the next one has another number. */
  private volatile long turn;
  private volatile long cancelledTurn = -1;
  private volatile boolean requested;
  /** False only if nothing is asked for and no interrupt is claimed: all that a host call looks at. Others set it, the owner takes it back. */
  private volatile boolean attention;
  /** Of the outermost entry that is under way, or of a host function with less time; set with its first host call. */
  private volatile long deadline = Budgets.NO_DEADLINE;
  /** Whether {@link #deadline} is what holds now for a host function that is inside no other. */
  private boolean deadlineIsKnown;
  private final Deque<Outer> outer = new ArrayDeque<>();

  /** What held for the host functions around one that has less time, which is the depth-th. */
  private record Outer(int depth, long deadline) {}

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
    attention = true;
    interruptHostCall();
    HostCallTimer.wake();
    return turn == running;
  }

  /** Ends what is under way, and all that begins until {@link #clear()}. */
  public void request() {
    requested = true;
    attention = true;
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

  /**
   * Interrupts the owner if a host function is running that has to end, once; the owner takes the interrupt back when that ends.
   *
   * <p>The end of a host call makes no fence, so one that has just ended can be taken for running. Then the interrupt comes in JavaScript, where
   * nothing looks at it but a tick, which knows it for ours, and is taken back when the next host function begins or the entry ends, whichever is
   * first.
   */
  private void interruptHostCall() {
    if (interrupt.compareAndSet(Interrupt.NONE, Interrupt.CLAIMED)) {
      // What is read from here on is what the owner wrote before it last found no claim.
      boolean due = hostCalls.get() > 0 && hasToEnd(System.nanoTime());
      if (due) {
        attention = true;
        owner.interrupt();
      }
      interrupt.set(due ? Interrupt.DONE : Interrupt.NONE);
    }
  }

  private boolean hasToEnd(long now) {
    return isAsked() || isOver(deadline, now);
  }

  private boolean isAsked() {
    return requested || cancelledTurn == turn;
  }

  private static boolean isOver(long deadline, long now) {
    return deadline != Budgets.NO_DEADLINE && now - deadline >= 0;
  }

  /**
   * For the thread that watches host calls. It also sees to the one that began at the moment at which somebody asked for its end, so that neither
   * saw the other.
   *
   * @return whether to look again soon
   */
  boolean interruptIfOverdue(long now) {
    if (hasToEnd(now)) {
      interruptHostCall();
    }
    return (turn & 1) == 1 && (deadline != Budgets.NO_DEADLINE || isAsked());
  }

  // --- the owner thread

  void begins() {
    if (hostCalls.getPlain() > 0) {
      // A StackOverflowError kept the last one from being ended.
      hostCalls.set(0);
      outer.clear();
      var _ = takeClaimed();
    }
    forgetDeadline();
    if (attention) {
      // Before the turn begins that somebody may ask to be ended. Who requests does so first, and then calls for attention.
      attention = false;
      attention = requested;
    }
    long last = turn;
    turn = last + ((last & 1) == 0 ? 1 : 2);
  }

  void ends() {
    forgetDeadline();
    long last = turn;
    // This is the fence that the ends of host calls do without: who claims an interrupt from here on sees that none runs.
    turn = last + (last & 1);
    var _ = takeClaimed();
  }

  private void forgetDeadline() {
    deadlineIsKnown = false;
    if (deadline != Budgets.NO_DEADLINE) {
      deadline = Budgets.NO_DEADLINE;
    }
  }

  /** A span with limits of its own has begun or ended. */
  void deadlineChanges() {
    deadlineIsKnown = false;
  }

  boolean isRequested() {
    if (!attention && !owner.isInterrupted()) {
      return false;
    }
    // An interrupt because the time of a host function is over says nothing that the limit does not say.
    return isAsked() || (owner.isInterrupted() && interrupt.get() == Interrupt.NONE);
  }

  /**
   * A host function begins. On the path of each host call, {@code LimitsBenchmark.hostCalls}: nothing is written that is so already, and no fence
   * is made.
   */
  void hostCallBegins(Budgets budgets) {
    int around = hostCalls.getPlain();
    if (around > 0) {
      beginsInside(budgets.deadline(), around + 1);
    } else if (!deadlineIsKnown) {
      deadlineIsKnown = true;
      expect(budgets.deadline());
    }
    hostCalls.setRelease(around + 1);
    if (attention) {
      beginsAttentively(around == 0);
    }
  }

  private void beginsAttentively(boolean first) {
    if (first) {
      // One that was meant for a host function that had just ended.
      var _ = takeInterrupt();
    }
    if (isAsked()) {
      interruptHostCall();
    }
  }

  private void expect(long newDeadline) {
    if (deadline != newDeadline) {
      deadline = newDeadline;
      if (newDeadline != Budgets.NO_DEADLINE) {
        HostCallTimer.wake();
      }
    }
  }

  /** Inside another host function; they are told apart only where this one has less time. */
  private void beginsInside(long newDeadline, int depth) {
    if (newDeadline != Budgets.NO_DEADLINE && (deadline == Budgets.NO_DEADLINE || newDeadline - deadline < 0)) {
      outer.push(new Outer(depth, deadline));
      expect(newDeadline);
    }
  }

  /**
   * It ends.
   *
   * @return whether it was interrupted
   */
  boolean hostCallEnds() {
    int depth = hostCalls.getPlain();
    hostCalls.setRelease(depth - 1);
    if (depth == 1) {
      return attention && takeInterrupt();
    }
    Outer around = outer.peek();
    if (around == null || around.depth() != depth) {
      return false;
    }
    outer.pop();
    // With a fence: who claims an interrupt after it looks at the time of those around. What is requested stays so, and they are interrupted anew.
    expect(around.deadline());
    return takeClaimed();
  }

  /** Takes back the interrupt, if there is one of ours; may overlook one that comes at this moment. */
  private boolean takeInterrupt() {
    return interrupt.getAcquire() != Interrupt.NONE && takeClaimed();
  }

  /** The same, overlooking none whose claim is older than what the owner has written. */
  private boolean takeClaimed() {
    Interrupt found;
    // Whoever has claimed it goes on at once. It must not be taken while claimed: the claim would go on without anybody knowing of it.
    while ((found = interrupt.get()) == Interrupt.CLAIMED) {
      Thread.onSpinWait();
    }
    if (found == Interrupt.NONE) {
      return false;
    }
    var _ = Thread.interrupted();
    interrupt.set(Interrupt.NONE);
    return true;
  }
}
