package io.jsc4j.tests.soak;

import io.jsc4j.JsEngine;
import io.jsc4j.JsLiveResources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Does the same work over and over for a given time, and writes every five seconds what it holds. */
final class SoakMain {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private SoakMain() {}

  /** {@code DURATION FILE}. */
  public static void main(String[] arguments) throws IOException {
    long duration = Duration.parse(arguments[0]).toNanos();
    long start = System.nanoTime();
    int rounds = 0;
    try (SoakWork work = new SoakWork(); PrintWriter table = new PrintWriter(arguments[1], StandardCharsets.UTF_8)) {
      table.println(Sample.HEADER);
      long next = 0;
      while (System.nanoTime() - start < duration) {
        work.round(rounds++);
        long now = System.nanoTime() - start;
        if (now >= next) {
          table.println(sample(work, now, rounds).line());
          table.flush();
          next += INTERVAL.toNanos();
        }
      }
    }
    JsLiveResources left = JsEngine.liveResources();
    System.out.printf("RESULT %,d rounds in %s, on %s%n", rounds, Duration.ofSeconds((System.nanoTime() - start)
        / 1_000_000_000),
        JsEngine.load().version());
    System.out.println(left.equals(new JsLiveResources(0, 0, 0, 0, 0, 0)) ? "PASS" : "FAIL: left open: " + left);
  }

  private static Sample sample(SoakWork work, long now, int rounds) throws IOException {
    Runtime java = Runtime.getRuntime();
    JsLiveResources live = JsEngine.liveResources();
    return new Sample(now / 1e9, rounds, residentMib(), (java.totalMemory() - java.freeMemory()) / 1048576.0, work
        .runtime()
        .heapStatistics()
        .heapSize() / 1048576.0, live.handles(), live.contexts(), count("/proc/self/fd"), count("/proc/self/task"));
  }

  private static double residentMib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }

  private static long count(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.count();
    }
  }
}
