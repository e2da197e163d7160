package io.jsc4j.samples.evaluator;

import java.time.Duration;

/**
 * Ends the process when the engine does not end the script: it looks at its time limit only while one piece of JavaScript runs for some
 * milliseconds, so a loop of short promise reactions, or one in WebAssembly, runs past it.
 */
final class LastResort {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private LastResort() {}

  /** Gives the engine its time and a little more, then ends the process with the exit code of a time-out. */
  static void endProcessAfter(Duration timeout, TextOutput err) {
    Thread.ofPlatform().daemon().name("last resort").start(() -> {
      try {
        Thread.sleep(timeout.plus(GRACE));
        err.write("jsc: the script did not end after " + Quantities.describe(timeout)
            + ", the limit that --timeout sets; ended the process\n");
        Runtime.getRuntime().halt(ExitCodes.TIMEOUT);
      } catch (InterruptedException e) {
        // Nobody interrupts it; if somebody does, the process is ending.
        Thread.currentThread().interrupt();
      }
    });
  }
}
