package io.jsc4j.benchmarks.suite;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long is measured.
 *
 * @param forks JVMs for each figure
 * @param rounds rounds in all of them; of C in one process
 * @param processes how many processes are started for a figure of whole processes; of their memory, which varies little, a third of them
 * @param warmUp iterations before the rounds
 * @param warmUpTime milliseconds of each
 * @param roundTime milliseconds of a round
 * @param warmUpOfC milliseconds before the rounds of C
 * @param roundOfC milliseconds of a round of C
 */
record Effort(int forks, int rounds, int processes, int warmUp, int warmUpTime, int roundTime, int warmUpOfC,
    int roundOfC) {
  /** What a figure needs that is to be believed. */
  static final Effort FULL = new Effort(2, 10, 10, 3, 500, 300, 300, 100);
  /** What shows the order of things. */
  static final Effort QUICK = new Effort(1, 3, 2, 2, 200, 100, 150, 50);
  /** The same with rounds enough for a median that noise does not move much. */
  static final Effort CHECK = new Effort(1, 5, 3, 3, 300, 150, 300, 100);

  /** The same for JMH. */
  void apply(ChainedOptionsBuilder options) {
    options.forks(forks)
        .warmupIterations(warmUp)
        .warmupTime(TimeValue.milliseconds(warmUpTime))
        .measurementIterations(rounds / forks)
        .measurementTime(TimeValue.milliseconds(roundTime));
  }
}
