package io.jsc4j.benchmarks.engines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the engines' benchmarks share: how they are measured, and what runs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = {"-Xmx2g", "-Dpolyglot.engine.WarnInterpreterOnly=false"})
public abstract class EngineBenchmark {
  /** How often a script calls Java in one call of {@code hostCall}, and so on. */
  protected static final int CALLS = 1000;
  /** How many doubles cross in one array. */
  protected static final int DOUBLES = 1_000_000;
  /** How many objects cross in one array. */
  protected static final int OBJECTS = 10_000;

  // No arrow functions or template strings: Nashorn knows few of them.
  protected static final String ADD_ONE = "(function (x) { return x + 1; })";
  protected static final String CALL_HOST =
      "(function (n) { var x = 0; for (var i = 0; i < n; i++) x = host(x); return x; })";
  protected static final String USE_MEMBER =
      "(function (n) { var sum = 0; for (var i = 0; i < n; i++) sum += counter.next(i); return sum; })";
  protected static final String POINT = "({ x: 42.5 })";
  protected static final String ECHO = "(function (text) { return text; })";
  protected static final String SUM =
      "(function (numbers) { var sum = 0; for (var i = 0; i < numbers.length; i++) sum += numbers[i]; return sum; })";
  protected static final String MAKE_DOUBLES =
      "(function () { var all = []; for (var i = 0; i < 1000000; i++) all.push(i + 0.5); return all; })";
  protected static final String MAKE_OBJECTS =
      """
          (function () {
            var all = [];
            for (var i = 0; i < 10000; i++) all.push({ id: i, name: 'name ' + i, price: i + 0.5, active: i % 2 === 0, group: 'g' + i % 7 });
            return all;
          })""";
  protected static final String AWAIT = """
      (function (n) {
        globalThis.ran = 0;
        (async function () { for (; ran < n; ran++) await 0; })();
      })""";
  protected static final String FAIL = "(function () { throw new Error('wrong'); })";
  protected static final String JSON = json();
  protected static final String TEXT_1K = text(1 << 10);
  protected static final String TEXT_1M = text(1 << 20);
  protected static final double[] NUMBERS = numbers();

  private long scripts;
  private double argument;

  private static String json() {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < 100; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":%d,\"name\":\"name %d\",\"price\":%d.5,\"tags\":[\"a\",\"b\"],\"active\":true}".formatted(i,
              i, i));
    }
    return json.append("]").toString();
  }

  private static String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + i % 26));
    }
    return text.toString();
  }

  private static double[] numbers() {
    double[] numbers = new double[DOUBLES];
    for (int i = 0; i < DOUBLES; i++) {
      numbers[i] = i + 0.5;
    }
    return numbers;
  }

  /** A script that nobody has seen. */
  protected final String newSource() {
    return "40 + " + ++scripts;
  }

  /** What {@link #newSource} comes to. */
  protected final double newResult() {
    return 40 + scripts;
  }

  /** A number that is never the same. */
  protected final double nextArgument() {
    argument += 0.5;
    return argument;
  }

  /** Checks the sum of {@link #NUMBERS} after {@link #nextArgument} has replaced the first. */
  protected final double requireSum(double result) {
    return require(5e11 - NUMBERS[0] + argument, result);
  }

  /** Checks a result, in each call: a wrong one is worth no time. */
  protected static double require(double expected, double result) {
    if (result != expected) {
      throw new AssertionError("it came to " + result + " instead of " + expected);
    }
    return result;
  }

  /** The same for texts, whose lengths tell enough. */
  protected static String require(String expected, String result) {
    if (result.length() != expected.length()) {
      throw new AssertionError("it came to " + result.length() + " characters instead of " + expected.length());
    }
    return result;
  }

  /** The message of what {@link #FAIL} threw. */
  protected static String requireWrong(Exception caught) {
    return requireWrong(String.valueOf(caught.getMessage()));
  }

  /** Checks that message, which most put something before or behind. */
  protected static String requireWrong(String message) {
    if (!message.contains("wrong")) {
      throw new AssertionError("the message is '" + message + "'");
    }
    return message;
  }

  /** What a call of {@link #FAIL} comes to that throws nothing. */
  protected static AssertionError nothingThrown() {
    return new AssertionError("nothing was thrown");
  }

  /** The host class that scripts use in {@code hostMember}. */
  public static final class Counter {
    private double total;

    /** Adds to the total. */
    public double next(double by) {
      total += by;
      return by;
    }

    /** What has been added. */
    public double total() {
      return total;
    }
  }

  /** In Java what {@link #MAKE_OBJECTS} makes in JavaScript. */
  protected static List<Map<String, Object>> makeMaps() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", i);
      map.put("name", "name " + i);
      map.put("price", i + 0.5);
      map.put("active", i % 2 == 0);
      map.put("group", "g" + i % 7);
      all.add(map);
    }
    return all;
  }

  /** What {@code recordsOut} makes of each object. */
  public record Item(int id, String name, double price, boolean active, String group) {}
}
