package io.jsc4j.benchmarks.suite;

/**
 * What was measured for one row and column.
 *
 * @param nanos the median of the rounds, for one operation
 * @param low the least of them
 * @param high the greatest of them
 * @param bytes what one operation allocates in the Java heap; NaN where that is not known
 */
record Figure(double nanos, double low, double high, double bytes) {
  /** Of the times of single rounds. */
  static Figure of(double[] rounds, double bytes) {
    double[] sorted = rounds.clone();
    java.util.Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(median, sorted[0], sorted[sorted.length - 1], bytes);
  }
}
