package io.jsc4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The program of {@code benchmarks/run} and {@code benchmarks/check}. Arguments: {@code full}, {@code quick} or {@code check}, the folder of the
 * module, and the rows; all if there are none.
 */
public final class Suite {
  private static final String OWN = "io.jsc4j.benchmarks.engines.";
  private static final String PEERS = "io.jsc4j.benchmarks.peers.";
  private static final int ROUNDS = 10;
  private static final int QUICK_ROUNDS = 4;

  private final boolean quick;
  private final boolean check;
  private final Path module;
  private final List<Row> rows;

  private Suite(String mode, Path module, List<String> names) {
    this.check = mode.equals("check");
    this.quick = check || mode.equals("quick");
    this.module = module;
    this.rows = names.isEmpty()
        ? List.of(Row.values())
        : names.stream()
            .map(name -> Row.of(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no row '" + name + "'; the rows are "
                    + Arrays.stream(Row.values()).map(Row::id).toList())))
            .toList();
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
    try {
      System.exit(new Suite(arguments[0], Path.of(arguments[1]), names).run());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private int run() throws IOException, InterruptedException, RunnerException {
    Results results = new Results();
    Optional<Path> program = CProgram.compile(module.resolve("src/main/c/obvious.c"), module.resolve("target/c"));
    List<String> types = types();
    List<Row> chosen = check ? Bounds.read(module).rows() : rows;
    Progress progress = new Progress(chosen.stream()
        .mapToInt(row -> row == Row.START_UP
            ? 1
            : (program.isPresent() ? 1 : 0) + (int) types.stream().filter(type -> has(type, row)).count())
        .sum());
    for (Row row : chosen) {
      if (row == Row.START_UP) {
        new StartUp(module.resolve(".."), types).run(quick ? QUICK_ROUNDS : ROUNDS, results);
        progress.done(row.id());
        continue;
      }
      if (program.isPresent()) {
        CProgram.run(program.get(), row, quick ? QUICK_ROUNDS : ROUNDS, results);
        progress.done("C." + row.id());
      }
      List<String> those = types.stream().filter(type -> has(type, row)).toList();
      for (RunResult result : measure(those, row, progress)) {
        add(result, results);
      }
    }
    if (check) {
      return Bounds.read(module).check(results, program.isPresent()) ? 0 : 1;
    }
    Path folder = module.resolve(quick || rows.size() < Row.values().length
        ? "target/performance"
        : "../docs/performance").normalize();
    new Report(results, quick).write(folder);
    System.out.println("Written to " + folder.toAbsolutePath() + ": README.md, results.json, ratios.svg, ratios.png");
    return 0;
  }

  private List<String> types() {
    List<String> types = new ArrayList<>(List.of(OWN + "JscBenchmark"));
    if (!check) {
      types.add("io.jsc4j.benchmarks.raw.RawBindingsBenchmark");
      List.of("JavetBenchmark", "GraalJsBenchmark", "RhinoBenchmark", "NashornBenchmark")
          .forEach(type -> types.add(PEERS + type));
    }
    return types.stream().filter(Suite::exists).toList();
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, Suite.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      System.err.println(type + " has not been compiled: its column stays empty.");
      return false;
    }
  }

  private static boolean has(String type, Row row) {
    try {
      return Arrays.stream(Class.forName(type, false, Suite.class.getClassLoader()).getMethods())
          .anyMatch(method -> method.getName().equals(row.id()));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private Collection<RunResult> measure(List<String> types, Row row, Progress progress) throws RunnerException {
    if (types.isEmpty()) {
      return List.of();
    }
    ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(check).addProfiler(GCProfiler.class);
    types.forEach(type -> options.include("^" + type.replace(".", "\\.") + "\\." + row.id() + "$"));
    if (quick) {
      options.forks(1)
          .warmupIterations(3)
          .warmupTime(TimeValue.milliseconds(300))
          .measurementIterations(QUICK_ROUNDS)
          .measurementTime(TimeValue.milliseconds(200));
    }
    return new Runner(options.build(), progress).run();
  }

  private static void add(RunResult result, Results results) {
    String name = result.getParams().getBenchmark();
    String type = name.substring(0, name.lastIndexOf('.'));
    Row row = Row.of(name.substring(name.lastIndexOf('.') + 1)).orElseThrow();
    Column column = Column.ofType(type.substring(type.lastIndexOf('.') + 1)).orElseThrow();
    double[] rounds = result.getBenchmarkResults()
        .stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
        .toArray();
    double bytes = Double.NaN;
    for (String secondary : result.getSecondaryResults().keySet()) {
      if (secondary.endsWith("gc.alloc.rate.norm")) {
        bytes = result.getSecondaryResults().get(secondary).getScore();
      }
    }
    results.put(row, column, Figure.of(rounds, bytes));
  }
}
