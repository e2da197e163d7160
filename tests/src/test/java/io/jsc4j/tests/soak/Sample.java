package io.jsc4j.tests.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a process holds at a moment.
 *
 * @param seconds since its start
 * @param rounds of work done
 * @param resident memory of the whole process, in MiB
 * @param javaHeap used, in MiB
 * @param scriptHeap of the runtime that lives all the time, in MiB
 * @param handles live ones
 * @param contexts open ones
 * @param files open ones
 * @param threads alive
 */
record Sample(double seconds, long rounds, double resident, double javaHeap, double scriptHeap, long handles,
    long contexts,
    long files, long threads) {
  static final String HEADER =
      "seconds,rounds,resident_mib,java_heap_mib,script_heap_mib,handles,contexts,open_files,threads";

  /** A line of the table. */
  String line() {
    return String.format(Locale.ROOT, "%.1f,%d,%.1f,%.1f,%.1f,%d,%d,%d,%d", seconds, rounds, resident, javaHeap,
        scriptHeap, handles,
        contexts, files, threads);
  }

  /** Reads the table. */
  static List<Sample> read(Path table) throws IOException {
    return Files.readAllLines(table).stream().skip(1).map(Sample::parse).toList();
  }

  private static Sample parse(String line) {
    double[] numbers = java.util.Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    return new Sample(numbers[0], (long) numbers[1], numbers[2], numbers[3], numbers[4], (long) numbers[5],
        (long) numbers[6],
        (long) numbers[7], (long) numbers[8]);
  }

  /** What this share of the samples of one third (counted from 0) stays below. */
  static double quantile(List<Sample> samples, int third, double share, ToDoubleFunction<Sample> what) {
    int size = samples.size() / 3;
    double[] sorted = samples.subList(third * size, (third + 1) * size).stream().mapToDouble(what).sorted().toArray();
    return sorted[(int) (sorted.length * share)];
  }

  /** The median of something in one third of the samples, counted from 0. */
  static double median(List<Sample> samples, int third, ToDoubleFunction<Sample> what) {
    return quantile(samples, third, 0.5, what);
  }
}
