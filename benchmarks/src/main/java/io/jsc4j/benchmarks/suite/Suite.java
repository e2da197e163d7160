package io.jsc4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The program of {@code benchmarks/run} and {@code benchmarks/check}. Arguments: {@code full}, {@code quick} or {@code check}, the folder of the
 * module, and the rows; if there are none, all, or for {@code quick} most.
 */
public final class Suite {
  private static final int ATTEMPTS = 3;

  private final boolean check;
  /** Whether only so much is measured as five minutes are enough for. */
  private final boolean brief;
  private final Effort effort;
  private final Path module;
  private final List<Row> rows;

  private Suite(String mode, Path module, List<String> names) {
    this.check = mode.equals("check");
    this.effort = check ? Effort.CHECK : mode.equals("quick") ? Effort.QUICK : Effort.FULL;
    this.module = module;
    this.brief = mode.equals("quick") && names.isEmpty();
    this.rows = names.isEmpty()
        ? Arrays.stream(Row.values()).filter(row -> !brief || row.isQuick()).toList()
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
    Optional<Path> program = CProgram.compile(module.resolve("src/main/c"), module.resolve("target/c"));
    if (check) {
      return check(program);
    }
    Results results = new Results();
    measure(rows, program, results);
    boolean all = effort.equals(Effort.FULL) && rows.size() == Row.values().length;
    Path folder = module.resolve(all ? "../docs/performance" : "target/performance").normalize();
    new Report(results, effort.equals(Effort.QUICK)).write(folder);
    System.out.println("Written to " + folder.toAbsolutePath()
        + ": README.md, results.json, and charts in SVG and PNG");
    return 0;
  }

  /** Where a row fails it is measured again: what was noise passes then, and what has become slower stays so. */
  private int check(Optional<Path> program) throws IOException, InterruptedException, RunnerException {
    Bounds bounds = Bounds.read(module);
    List<Row> left = bounds.rows();
    for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
      Results results = new Results();
      measure(left, program, results);
      left = bounds.failing(left, results, program.isPresent());
    }
    return left.isEmpty() ? 0 : 1;
  }

  private void measure(List<Row> chosen, Optional<Path> program, Results results) throws IOException,
      InterruptedException, RunnerException {
    Processes processes = new Processes(program, effort, results);
    Progress progress = new Progress(chosen.stream().mapToInt(row -> count(row, program)).sum());
    for (Row row : chosen) {
      switch (row.kind()) {
        case PROCESS -> {
          processes.startUp(module.resolve(".."));
          progress.done(row.id());
        }
        case MEMORY -> {
          processes.contextMemory();
          progress.done(row.id());
        }
        case OPERATION, POOL, PROGRAM -> {
          if (hasC(row, program)) {
            runC(program.orElseThrow(), row, results);
            progress.done("C." + row.id());
          }
          measure(row, progress, results);
        }
      }
    }
  }

  private void runC(Path program, Row row, Results results) throws IOException, InterruptedException {
    if (row.kind() == Row.Kind.PROGRAM) {
      CProgram.runProgram(program, row, effort, results);
    } else {
      CProgram.run(program, row, effort, results);
    }
  }

  /** How many lines of progress there will be. */
  private int count(Row row, Optional<Path> program) {
    return switch (row.kind()) {
      case PROCESS, MEMORY -> 1;
      case OPERATION, POOL, PROGRAM -> (hasC(row, program) ? 1 : 0) + types(row).size();
    };
  }

  private static boolean hasC(Row row, Optional<Path> program) {
    return program.isPresent() && row.kind() != Row.Kind.POOL;
  }

  private List<Class<?>> types(Row row) {
    return Arrays.stream(Column.values())
        .filter(column -> !check || column == Column.JSC4J)
        .filter(column -> !brief || row.kind() != Row.Kind.PROGRAM || !column.isSlow())
        .flatMap(column -> column.benchmark(row).stream())
        .toList();
  }

  private void measure(Row row, Progress progress, Results results) throws RunnerException {
    List<Class<?>> types = types(row);
    if (!types.isEmpty()) {
      ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(check).addProfiler(GCProfiler.class);
      types.forEach(type -> options.include("^" + type.getName().replace(".", "\\.") + "\\." + row.id() + "$"));
      effort.apply(options);
      for (RunResult result : new Runner(options.build(), progress).run()) {
        add(result, results);
      }
    }
  }

  private static void add(RunResult result, Results results) {
    String name = result.getParams().getBenchmark();
    Row row = Row.of(name.substring(name.lastIndexOf('.') + 1)).orElseThrow();
    Column column = Column.ofType(name);
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
