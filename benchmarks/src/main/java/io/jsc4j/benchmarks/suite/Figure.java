package io.jsc4j.benchmarks.suite;

/**
 * What was measured for one row and column.
 *
 * @param value the median of the rounds, for one operation: nanoseconds, or bytes if the row is of that kind
 * @param low the least of them
 * @param high the greatest of them
 * @param bytes what one operation allocates in the Java heap; NaN where that is not known
 */
record Figure(double value, double low, double high, double bytes) {
  /** Of single rounds. */
  static Figure of(double[] rounds, double bytes) {
    double[] sorted = rounds.clone();
    java.util.Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(median, sorted[0], sorted[sorted.length - 1], bytes);
  }
}
