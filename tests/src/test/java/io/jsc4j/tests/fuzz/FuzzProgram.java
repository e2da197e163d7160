package io.jsc4j.tests.fuzz;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsLimits;
import io.jsc4j.JsLiveResources;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A random program on the public API: a seed says what it does. Each step draws from a generator of its own, so that a program still means
 * something when some of its steps are left out.
 */
final class FuzzProgram {
  /** How many steps one has. */
  static final int STEPS = 150;

  private static final int MOST_OPERATIONS = 600;
  private static final int DEEPEST = 3;

  private final long seed;
  private final Tally tally;
  private final Pool pool = new Pool();
  private final Arguments arguments = new Arguments(this);
  private final Operations operations = new Operations(this);
  private Random random = new Random();
  private int step = -1;
  private int depth;
  private int budget = MOST_OPERATIONS;
  private boolean ending;
  private final Thread owner = Thread.currentThread();
  private volatile Thread here = Thread.currentThread();
  private @Nullable AssertionError failure;

  FuzzProgram(long seed, Tally tally) {
    this.seed = seed;
    this.tally = tally;
  }

  Pool pool() {
    return pool;
  }

  Arguments arguments() {
    return arguments;
  }

  Random random() {
    return random;
  }

  Tally tally() {
    return tally;
  }

  int depth() {
    return depth;
  }

  /** Whether runtimes and contexts may be opened. */
  boolean opens() {
    return !ending && here.equals(owner);
  }

  /** Whether this is the thread on which the program is now. */
  boolean isHere() {
    return Thread.currentThread().equals(here);
  }

  /** Whether a limit ends what does not end by itself in that runtime. */
  boolean isLimited(int home) {
    JsRuntime runtime = pool.runtime(home);
    return runtime != null && runtime.limits().time().isPresent();
  }

  /** Runs the steps with these numbers, closes everything, and fails if something happened that must not. */
  void run(IntPredicate steps) {
    JsLiveResources before = JsEngine.liveResources();
    try {
      runSteps(steps);
    } finally {
      random = new Random(seed);
      closeAll();
    }
    JsLiveResources after = JsEngine.liveResources();
    check(after.equals(before), "left open: " + after + " after " + before);
    if (failure != null) {
      throw failure;
    }
  }

  private void runSteps(IntPredicate steps) {
    JsRuntime first = JsRuntime.open(JsLimits.none().withTime(Duration.ofMillis(200)));
    pool.add(first, pool.home(first), random);
    JsContext witness = first.openContext();
    JsObject known = witness.eval("globalThis.known = { a: [1, 'x', { b: 2n ** 70n }], s: 'y'.repeat(100) }")
        .asObject();
    pool.add(first.openContext(), 0, random);
    random = new Random(seed);
    operations.furnish();
    for (step = 0; step < STEPS; step++) {
      if (steps.test(step)) {
        random = new Random(seed * 1_000_003 + step * 7919L);
        perform();
      }
    }
    tally.trace(0, "ending");
    if (!first.isClosed()) {
      checkWitness(witness, known);
    }
    checkUsable();
  }

  private void checkWitness(JsContext witness, JsObject known) {
    settle(() -> {
      check(witness.eval("known").isSame(known), "another object");
      check(witness.eval("known.a[2].b === 2n ** 70n && known.a[1] === 'x' && known.s === 'y'.repeat(100)").asBoolean(),
          "another object in a context that nobody touched");
    });
  }

  private void checkUsable() {
    for (AutoCloseable each : List.copyOf(pool.closeables())) {
      if (each instanceof JsContext context && !context.isClosed()) {
        settle(() -> check(context.eval("6 * 7").asInt() == 42, "a context that calculates wrongly"));
      }
    }
  }

  /** What earlier calls left behind (the failure of a rejection handler) comes out of a later one. */
  private void settle(Runnable action) {
    RuntimeException last = null;
    for (int i = 0; i < 5; i++) {
      try {
        action.run();
        return;
      } catch (IllegalStateException e) {
        last = e;
        if (e.getMessage() != null && e.getMessage().contains("closed")) {
          return; // By a callback.
        }
      } catch (RuntimeException e) {
        last = e;
      } catch (Error e) {
        complain(e);
      }
    }
    failure("not usable afterwards", last);
  }

  private void closeAll() {
    ending = true;
    budget = 40;
    for (int round = 0; round < 3; round++) {
      List<AutoCloseable> all = new ArrayList<>(pool.closeables());
      Collections.shuffle(all, random);
      for (AutoCloseable each : all) {
        if (!(each instanceof JsRuntime)) {
          operations.attempt("close " + each.getClass().getSimpleName(), () -> {
            Operations.close(each);
            return null;
          }, Pool.NOWHERE);
        }
      }
      for (JsRuntime runtime : List.copyOf(pool.runtimes())) {
        operations.attempt("close the runtime", () -> {
          runtime.close();
          return null;
        }, Pool.NOWHERE);
      }
    }
    for (JsRuntime runtime : List.copyOf(pool.runtimes())) {
      check(runtime.isClosed(), "a runtime can't be closed");
    }
    pool.forgetAll();
  }

  /** One operation; gives what it throws. */
  @Nullable Throwable perform() {
    if (budget <= 0) {
      return null;
    }
    budget--;
    depth++;
    try {
      return operations.one();
    } finally {
      depth--;
    }
  }

  /** A callback has been called: the program goes on inside it. */
  void called(Object @Nullable [] given, int home) throws Throwable {
    if (given != null) {
      for (Object each : given) {
        operations.keep(each, home);
      }
    }
    for (int i = random.nextInt(3); i > 0 && depth <= DEEPEST; i--) {
      Throwable thrown = perform();
      if (thrown != null && random.nextInt(3) == 0) {
        throw thrown;
      }
    }
  }

  /** Does it on another thread, and waits for that. */
  void elsewhere(boolean virtual, Runnable action) {
    Thread thread = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).unstarted(action);
    Thread caller = here;
    here = thread;
    try {
      thread.start();
      boolean interrupted = false;
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    } finally {
      here = caller;
    }
  }

  /** What came out of a call. */
  void complain(Throwable thrown) {
    String complaint = Oracle.complaint(thrown);
    if (complaint != null) {
      failure(complaint, thrown);
    }
  }

  private void check(boolean condition, String otherwise) {
    if (!condition) {
      failure(otherwise, null);
    }
  }

  private void failure(String what, @Nullable Throwable cause) {
    if (failure == null) {
      failure = new AssertionError("step " + step + ": " + what + (cause == null ? "" : ": " + cause), cause);
    }
  }
}
