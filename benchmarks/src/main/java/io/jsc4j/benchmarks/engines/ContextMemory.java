package io.jsc4j.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** How much memory one more context takes: what the process grows by, and what lives in the Java heap, whose pages are all there from the start. */
public final class ContextMemory {
  private static final int CONTEXTS = 300;

  private ContextMemory() {}

  /** Prints the bytes that each of some contexts takes; as many have been opened before. */
  public static void print(Callable<?> open) throws Exception {
    List<Object> kept = new ArrayList<>();
    open(open, kept);
    long before = bytes();
    open(open, kept);
    long bytes = bytes() - before;
    System.out.println(bytes / CONTEXTS);
    if (kept.size() != 2 * CONTEXTS) {
      throw new AssertionError("contexts were lost");
    }
    // Whoever opened them is not asked to close them: the process ends.
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void open(Callable<?> open, List<Object> kept) throws Exception {
    for (int i = 0; i < CONTEXTS; i++) {
      kept.add(open.call());
    }
  }

  private static long bytes() throws IOException {
    System.gc();
    return resident() + Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status"))
        .stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
