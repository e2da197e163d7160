package io.jsc4j.internal.ffi;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Interrupts of host functions that end at the same moment: host calls make no fence, and yet none may be left behind. */
@Timeout(100)
class CancellationInterruptTest {
  /** How often both have to meet; the time is limited. */
  private static final int INTERRUPTED = 1_000;
  private static final int HOST_CALLS = 20;

  private final Cancellation cancellation = new Cancellation(Thread.currentThread());
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void noInterruptIsLeft() {
    over.set(true);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void cancelledAgainAndAgain() throws InterruptedException {
    entries(new Budgets(WatchdogLimits.NONE), _ -> cancellation.cancelRunning());
  }

  @Test
  void overdueFromTheBeginning() throws InterruptedException {
    Budgets budgets = new Budgets(WatchdogLimits.NONE.withNanos(1));
    budgets.begin(System.nanoTime());
    entries(budgets, now -> cancellation.interruptIfOverdue(now));
  }

  /** Those around have more time than the one inside, so they must never be interrupted. */
  @Test
  void onlyTheOneInsideIsOverdue() throws InterruptedException {
    Budgets budgets = new Budgets(WatchdogLimits.NONE);
    Budget part = new Budget(WatchdogLimits.NONE.withNanos(1));
    part.begin(System.nanoTime());
    int interrupted = 0;
    Thread other = start(now -> cancellation.interruptIfOverdue(now));
    while (interrupted < INTERRUPTED) {
      cancellation.begins();
      cancellation.hostCallBegins(budgets);
      for (int call = 0; call < HOST_CALLS; call++) {
        budgets.add(part);
        cancellation.deadlineChanges();
        cancellation.hostCallBegins(budgets);
        Thread.onSpinWait();
        interrupted += cancellation.hostCallEnds() ? 1 : 0;
        budgets.remove(part);
        cancellation.deadlineChanges();
        assertThat(Thread.currentThread().isInterrupted()).as("the one around").isFalse();
      }
      assertThat(cancellation.hostCallEnds()).as("the one around").isFalse();
      cancellation.ends();
    }
    end(other);
  }

  /** Entries of many short host calls, while another thread does something without a pause. */
  private void entries(Budgets budgets, LongConsumer meanwhile) throws InterruptedException {
    Thread other = start(meanwhile);
    int interrupted = 0;
    while (interrupted < INTERRUPTED) {
      cancellation.begins();
      boolean seen = false;
      for (int call = 0; call < HOST_CALLS; call++) {
        cancellation.hostCallBegins(budgets);
        seen |= Thread.currentThread().isInterrupted();
        seen |= cancellation.hostCallEnds();
      }
      cancellation.ends();
      assertThat(Thread.currentThread().isInterrupted()).as("left behind").isFalse();
      interrupted += seen ? 1 : 0;
    }
    end(other);
  }

  private Thread start(LongConsumer action) {
    return Thread.ofPlatform().start(() -> {
      while (!over.get()) {
        action.accept(System.nanoTime());
      }
    });
  }

  private void end(Thread other) throws InterruptedException {
    over.set(true);
    other.join();
  }
}
