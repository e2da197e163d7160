package io.jsc4j.benchmarks.engines;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The programs on one engine: each method is the work of the program of that name. */
public abstract class ProgramBenchmark extends EngineBenchmark {
  /** The scripts of the program that the benchmark is called after, to evaluate in a fresh context. */
  protected static List<String> scripts(BenchmarkParams parameters) throws IOException {
    String name = parameters.getBenchmark();
    return Programs.scripts(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Calls the function {@code run} that they define. */
  protected abstract double run() throws Exception;

  /** A parser of JavaScript. */
  @Benchmark
  public double esprima() throws Exception {
    return require(1, run());
  }

  /** A parser of JavaScript in more modern JavaScript. */
  @Benchmark
  public double acorn() throws Exception {
    return require(1, run());
  }

  /** Markdown. */
  @Benchmark
  public double marked() throws Exception {
    return require(1, run());
  }

  /** Templates. */
  @Benchmark
  public double handlebars() throws Exception {
    return require(1, run());
  }

  /** Collections. */
  @Benchmark
  public double lodash() throws Exception {
    return require(1, run());
  }

  /** Compression. */
  @Benchmark
  public double pako() throws Exception {
    return require(1, run());
  }

  /** YAML. */
  @Benchmark
  public double jsYaml() throws Exception {
    return require(1, run());
  }

  /** Numbers of many digits. */
  @Benchmark
  public double decimal() throws Exception {
    return require(1, run());
  }

  /** Cryptography. */
  @Benchmark
  public double cryptoJs() throws Exception {
    return require(1, run());
  }
}
