package io.jsc4j.benchmarks.suite;

import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** A line on the error stream for each benchmark, in place of JMH's pages; what failed is shown, without the rest of a long message. */
final class Progress implements OutputFormat {
  private final int of;
  private final long began = System.nanoTime();
  private int done;

  Progress(int of) {
    this.of = of;
  }

  /** Another one is done. */
  void done(String what) {
    done++;
    System.err.printf("[%d of %d, %d s] %s%n", done, of, (System.nanoTime() - began) / 1_000_000_000, what);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams parameters, int iteration) {
    // Too much to tell.
  }

  @Override
  public void iterationResult(BenchmarkParams benchmark, IterationParams parameters, int iteration,
      IterationResult data) {
    // Too much to tell.
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    // Told when it has ended.
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    if (result != null) {
      String name = result.getParams().getBenchmark();
      String type = name.substring(0, name.lastIndexOf('.'));
      done(type.substring(type.lastIndexOf('.') + 1) + name.substring(name.lastIndexOf('.')));
    }
  }

  @Override
  public void startRun() {
    // Nothing to tell.
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    // Nothing to tell.
  }

  @Override
  public void print(String text) {
    // JMH's own report.
  }

  @Override
  public void println(String text) {
    if (text.contains("<failure>") || text.contains("Exception") || text.contains("Error")) {
      text.lines().limit(12).forEach(line -> System.err.println(line.substring(0, Math.min(160, line.length()))));
    }
  }

  @Override
  public void flush() {
    System.err.flush();
  }

  @Override
  public void close() {
    // The error stream stays open.
  }

  @Override
  public void verbosePrintln(String text) {
    // Only on request.
  }

  @Override
  public void write(int text) {
    // The output of the forks.
  }

  @Override
  public void write(byte[] text) {
    // The output of the forks.
  }
}
