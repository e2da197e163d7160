package io.jsc4j.benchmarks.engines;

import io.jsc4j.HostClass;
import io.jsc4j.HostFunction;
import io.jsc4j.JsArray;
import io.jsc4j.JsContext;
import io.jsc4j.JsConversion;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsScript;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** jsc4j. */
public class JscBenchmark extends EngineBenchmark {
  private static final JsType<List<Map<String, Object>>> MAPS = new JsType<>() {};
  private static final JsType<List<Item>> ITEMS = new JsType<>() {};

  private JsRuntime runtime;
  private JsContext js;
  private JsFunction addOne;
  private JsFunction callHost;
  private JsFunction useMember;
  private JsFunction echo;
  private JsFunction sum;
  private JsFunction makeDoubles;
  private JsFunction fail;
  private JsFunction await;
  private JsTypedArray sharedArray;
  private MemorySegment shared;
  private JsObject point;
  private JsValue objects;
  private final List<Map<String, Object>> maps = makeMaps();
  private JsValue tree;
  private JsScript script;
  private final double[] results = new double[DOUBLES];

  /** Opens the context and prepares what the benchmarks call. */
  @Setup
  public void open() {
    runtime = JsRuntime.open();
    js = runtime.openContext();
    js.setConversion(JsConversion.defaults().withReferences(JsConversion.References.COPY));
    addOne = js.eval(ADD_ONE).asFunction();
    js.global().set("host", js.function("host", HostFunction.ofDouble(x -> x + 1)));
    callHost = js.eval(CALL_HOST).asFunction();
    HostClass<Counter> counter = HostClass.builder("Counter", Counter.class)
        .method("next", 1, (self, call) -> JsNumber.of(self.next(call.arg(0).asDouble())))
        .build();
    js.define(counter);
    js.global().set("counter", js.toJsObject(counter, new Counter()));
    useMember = js.eval(USE_MEMBER).asFunction();
    echo = js.eval(ECHO).asFunction();
    sum = js.eval(SUM).asFunction();
    makeDoubles = js.eval(MAKE_DOUBLES).asFunction();
    fail = js.eval(FAIL).asFunction();
    await = js.eval(AWAIT).asFunction();
    sharedArray = js.newTypedArray(NUMBERS);
    shared = sharedArray.asSegment(js.openScope());
    point = js.eval(POINT).asObject();
    objects = js.eval(MAKE_OBJECTS).asFunction().call();
    tree = js.parseJson(JSON);
    script = runtime.compile("40 + 2");
  }

  /** Closes what was opened. */
  @TearDown
  public void close() {
    runtime.close();
  }

  /** Makes and reads numbers, in a loop as C does: to add to a field, as {@link #nextArgument} does, takes some four times as long as both. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double number() {
    double sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += JsNumber.of(NUMBERS[i]).asDouble();
    }
    return sum;
  }

  /** Calls a function of JavaScript. */
  @Benchmark
  public double callDouble() {
    double argument = nextArgument();
    return require(argument + 1, addOne.callDouble(argument));
  }

  /** The same for each of many numbers. */
  @Benchmark
  @OperationsPerInvocation(DOUBLES)
  public double mapDoubles() {
    addOne.mapDoubles(NUMBERS, results);
    return require(DOUBLES + 0.5, results[DOUBLES - 1]);
  }

  /** Calls a function of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostCall() {
    return require(CALLS, callHost.callDouble(CALLS));
  }

  /** Calls a method of an object of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostMember() {
    return require(CALLS * (CALLS - 1) / 2.0, useMember.callDouble(CALLS));
  }

  /** Reads a property. */
  @Benchmark
  public double getNumber() {
    return require(42.5, point.getDouble("x"));
  }

  /** A text to JavaScript and back. */
  @Benchmark
  public String string1K() {
    return require(TEXT_1K, echo.callString(TEXT_1K));
  }

  /** A long one. */
  @Benchmark
  public String string1M() {
    return require(TEXT_1M, echo.callString(TEXT_1M));
  }

  /** A million doubles to JavaScript. */
  @Benchmark
  public double doublesIn() {
    try (JsScope _ = js.openScope()) {
      return require(5e11, sum.call(js.newTypedArray(NUMBERS)).asDouble());
    }
  }

  /** A million doubles in memory that both share. */
  @Benchmark
  public double sharedIn() {
    shared.setAtIndex(ValueLayout.JAVA_DOUBLE, 0, nextArgument());
    return requireSum(sum.call(sharedArray).asDouble());
  }

  /** A million doubles that JavaScript makes. */
  @Benchmark
  public double[] doublesOut() {
    try (JsScope _ = js.openScope()) {
      double[] all = Objects.requireNonNull(js.toJava(makeDoubles.call(), double[].class));
      require(DOUBLES - 0.5, all[DOUBLES - 1]);
      return all;
    }
  }

  /** Ten thousand objects into collections. */
  @Benchmark
  public List<Map<String, Object>> objectsOut() {
    List<Map<String, Object>> all = Objects.requireNonNull(js.toJava(objects, MAPS));
    require(OBJECTS, all.size());
    return all;
  }

  /** The same into records. */
  @Benchmark
  public List<Item> recordsOut() {
    List<Item> all = Objects.requireNonNull(js.toJava(objects, ITEMS));
    require(OBJECTS - 0.5, all.getLast().price());
    return all;
  }

  /** Ten thousand maps into objects. */
  @Benchmark
  public JsValue objectsIn() {
    try (JsScope _ = js.openScope()) {
      JsValue all = js.toJs(maps);
      require(OBJECTS, (double) all.asArray().length());
      return all;
    }
  }

  /** A context, for one small script. */
  @Benchmark
  public double newContext() {
    try (JsContext fresh = runtime.openContext()) {
      return require(42, fresh.eval("40 + 2").asDouble());
    }
  }

  /** A script that has been compiled. */
  @Benchmark
  public double sameScript() {
    return require(42, js.eval(script).asDouble());
  }

  /** A script that has never been seen. */
  @Benchmark
  public double newScript() {
    double result = js.eval(newSource()).asDouble();
    return require(newResult(), result);
  }

  /** A text in JSON, 100 objects, into JavaScript. */
  @Benchmark
  public boolean jsonIn() {
    try (JsScope _ = js.openScope()) {
      return js.parseJson(JSON) instanceof JsArray;
    }
  }

  /** The same objects into a text. */
  @Benchmark
  public String jsonOut() {
    return require(JSON, js.toJson(tree).orElseThrow());
  }

  /** Catches what a script throws. */
  @Benchmark
  public String exceptionOut() {
    try {
      fail.call();
    } catch (JsThrownException e) {
      return requireWrong(e);
    }
    throw nothingThrown();
  }

  /** Promises that settle in turn. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double promises() {
    await.call(JsNumber.of(CALLS));
    return require(CALLS, js.global().getDouble("ran"));
  }
}
