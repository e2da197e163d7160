package io.jsc4j.tests.fuzz;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Runs random programs in this JVM, one after the other, and says which: one that ends the JVM is the last that it named. */
final class FuzzMain {
  private static final long DEADLINE = 60_000_000_000L;

  private static volatile long started;
  private static volatile long current;

  private FuzzMain() {}

  /**
   * {@code run FIRST SECONDS} runs programs from one seed on; {@code seeds SEED...} runs these; {@code steps SEED STEP...} one program without the
   * steps that are not named, with a trace.
   */
  public static void main(String[] arguments) {
    Thread watchdog = new Thread(FuzzMain::watch, "watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    long[] numbers = Arrays.stream(arguments).skip(1).mapToLong(Long::parseLong).toArray();
    Tally tally = new Tally(arguments[0].equals("steps"));
    int failures = 0;
    int programs = 0;
    switch (arguments[0]) {
      case "run" -> {
        long end = System.nanoTime() + numbers[1] * 1_000_000_000L;
        for (long seed = numbers[0]; System.nanoTime() < end; seed++) {
          failures += program(seed, tally, _ -> true);
          programs++;
        }
      }
      case "seeds" -> {
        for (long seed : numbers) {
          failures += program(seed, tally, _ -> true);
          programs++;
        }
      }
      case "steps" -> {
        BitSet steps = new BitSet();
        Arrays.stream(numbers).skip(1).forEach(step -> steps.set((int) step));
        failures += program(numbers[0], tally, numbers.length == 1 ? (IntPredicate) _ -> true : steps::get);
        programs++;
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    if (Boolean.getBoolean("jsc4j.fuzz.tally")) {
      tally.print();
    }
    System.out.printf("RESULT %,d programs, %,d calls of %d methods of %d%n", programs, tally.size(), tally.methods(),
        Operations.known());
    System.out.println(failures == 0 ? "PASS" : "FAIL: " + failures + " programs");
    System.out.flush();
    Runtime.getRuntime().halt(failures == 0 ? 0 : 1);
  }

  private static int program(long seed, Tally tally, IntPredicate steps) {
    System.out.println("SEED " + seed);
    System.out.flush();
    current = seed;
    started = System.nanoTime();
    try {
      new FuzzProgram(seed, tally).run(steps);
      return 0;
    } catch (Throwable t) {
      System.out.println("FAILED " + seed + " " + t);
      t.printStackTrace(System.out);
      return 1;
    } finally {
      started = 0;
    }
  }

  private static void watch() {
    while (true) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        return;
      }
      long since = started;
      if (since != 0 && System.nanoTime() - since > DEADLINE) {
        System.out.println("HUNG " + current);
        Thread.getAllStackTraces()
            .forEach((thread, trace) -> System.out.println(thread + "\n  " + String.join("\n  ", Arrays
                .stream(trace)
                .map(StackTraceElement::toString)
                .toList())));
        System.out.flush();
        Runtime.getRuntime().halt(3);
      }
    }
  }
}
