package io.jsc4j.internal.ffi;

import java.util.ArrayList;
import java.util.List;

/** The budgets that apply at a moment: that of the runtime, and those of spans within. Confined to the owner thread. */
final class Budgets {
  /** No moment of {@link System#nanoTime()}. */
  static final long NO_DEADLINE = Long.MAX_VALUE;

  /** Outermost first. */
  private final List<Budget> all = new ArrayList<>();
  /** How many host calls there may be, of what was left when this was last asked of each; those made are told to each before it is asked again. */
  private long hostCallsAllowed;
  private long hostCallsLeft;

  Budgets(WatchdogLimits limits) {
    all.add(new Budget(limits));
    allowHostCalls();
  }

  List<Budget> all() {
    return all;
  }

  /** That of the runtime. */
  Budget outermost() {
    return all.getFirst();
  }

  /** Whether there is nothing to watch. */
  boolean areNone() {
    return all.stream().allMatch(budget -> budget.limits().isNone());
  }

  /** An outermost entry begins. */
  void begin(long now) {
    for (Budget budget : all) {
      budget.begin(now);
    }
    allowHostCalls();
  }

  void add(Budget budget) {
    noteHostCalls();
    all.add(budget);
    allowHostCalls();
  }

  void remove(Budget budget) {
    noteHostCalls();
    all.remove(budget);
    allowHostCalls();
  }

  /** The first moment at which the time of one is over, or {@link #NO_DEADLINE}. */
  long deadline() {
    long first = NO_DEADLINE;
    for (int i = 0; i < all.size(); i++) {
      Budget budget = all.get(i);
      if (budget.limits().nanos() > 0 && (first == NO_DEADLINE || budget.deadline() - first < 0)) {
        first = budget.deadline();
      }
    }
    return first;
  }

  /** The lowest limit of the heap in bytes; 0 for none. */
  long heapLimit() {
    return all.stream().mapToLong(budget -> budget.limits().heapBytes()).filter(limit -> limit > 0).min().orElse(0);
  }

  /** How many bytes may cross to Java in all. */
  long outputLimit() {
    return all.stream()
        .mapToLong(budget -> budget.limits().outputBytes())
        .filter(limit -> limit > 0)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Whether microtasks are limited. */
  boolean limitMicrotasks() {
    return all.stream().anyMatch(budget -> budget.limits().microtasks() > 0);
  }

  // --- host calls

  /**
   * Counts a call of a host function. On the path of each, {@code LimitsBenchmark.hostCalls}: one number is counted down for all budgets.
   *
   * @return whether it is one too many: then {@link #checkHostCalls} tells
   */
  boolean hostCallIsTooMany() {
    return --hostCallsLeft < 0;
  }

  /** Tells of which budget. */
  void checkHostCalls(Budget.Ending ending) {
    noteHostCalls();
    allowHostCalls();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).checkHostCalls(ending);
    }
  }

  private void noteHostCalls() {
    long made = hostCallsAllowed - hostCallsLeft;
    for (Budget budget : all) {
      budget.addHostCalls(made);
    }
  }

  private void allowHostCalls() {
    long least = Long.MAX_VALUE;
    for (Budget budget : all) {
      least = Math.min(least, budget.hostCallsLeft());
    }
    hostCallsAllowed = least;
    hostCallsLeft = least;
  }
}
