package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.EngineBenchmark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** GraalJS on the JDK that runs, without options: on one without its compiler it interprets. */
public class GraalJsBenchmark extends EngineBenchmark {
  private static final HostAccess ACCESS = HostAccess.newBuilder(HostAccess.ALL)
      .targetTypeMapping(Value.class, Item.class, Value::hasMembers, GraalJsBenchmark::item)
      .build();

  private Engine engine;
  private Context context;
  private Value addOne;
  private Value callHost;
  private Value useMember;
  private Value echo;
  private Value sum;
  private Value makeDoubles;
  private Value fail;
  private Value await;
  private ByteBuffer shared;
  private Value sharedArray;
  private Value point;
  private Value objects;
  private Value parse;
  private Value stringify;
  private Value tree;
  private Source script;

  /** Opens the context and prepares what the benchmarks call. */
  @Setup
  public void open() {
    engine = Engine.create("js");
    context = contextOf(engine);
    addOne = context.eval("js", ADD_ONE);
    context.getBindings("js").putMember("host", (ProxyExecutable) arguments -> arguments[0].asDouble() + 1);
    callHost = context.eval("js", CALL_HOST);
    context.getBindings("js").putMember("counter", new Counter());
    useMember = context.eval("js", USE_MEMBER);
    echo = context.eval("js", ECHO);
    sum = context.eval("js", SUM);
    makeDoubles = context.eval("js", MAKE_DOUBLES);
    fail = context.eval("js", FAIL);
    await = context.eval("js", AWAIT);
    shared = ByteBuffer.allocateDirect(DOUBLES * Double.BYTES).order(ByteOrder.nativeOrder());
    shared.asDoubleBuffer().put(NUMBERS);
    sharedArray = context.eval("js", "(function (buffer) { return new Float64Array(new ArrayBuffer(buffer)); })")
        .execute(shared);
    point = context.eval("js", POINT);
    objects = context.eval("js", MAKE_OBJECTS).execute();
    parse = context.eval("js", "JSON.parse");
    stringify = context.eval("js", "JSON.stringify");
    tree = parse.execute(JSON);
    script = Source.create("js", "40 + 2");
  }

  /** All of an engine must have the same access to the host. */
  private static Context contextOf(Engine engine) {
    return Context.newBuilder("js").engine(engine).allowHostAccess(ACCESS).build();
  }

  private static Item item(Value value) {
    return new Item(value.getMember("id").asInt(), value.getMember("name").asString(), value.getMember("price")
        .asDouble(),
        value.getMember("active").asBoolean(), value.getMember("group").asString());
  }

  /** Closes what was opened. */
  @TearDown
  public void close() {
    context.close();
    engine.close();
  }

  /** Calls a function of JavaScript. */
  @Benchmark
  public double callDouble() {
    double argument = nextArgument();
    return require(argument + 1, addOne.execute(argument).asDouble());
  }

  /** The same for each of many numbers. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double mapDoubles() {
    double last = 0;
    for (int i = 0; i < CALLS; i++) {
      last = addOne.execute(NUMBERS[i]).asDouble();
    }
    return require(CALLS + 0.5, last);
  }

  /** Calls a function of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostCall() {
    return require(CALLS, callHost.execute(CALLS).asDouble());
  }

  /** Calls a method of an object of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostMember() {
    return require(CALLS * (CALLS - 1) / 2.0, useMember.execute(CALLS).asDouble());
  }

  /** Reads a property. */
  @Benchmark
  public double getNumber() {
    return require(42.5, point.getMember("x").asDouble());
  }

  /** A text to JavaScript and back. */
  @Benchmark
  public String string1K() {
    return require(TEXT_1K, echo.execute(TEXT_1K).asString());
  }

  /** A long one. */
  @Benchmark
  public String string1M() {
    return require(TEXT_1M, echo.execute(TEXT_1M).asString());
  }

  /** A million doubles to JavaScript. */
  @Benchmark
  public double doublesIn() {
    return require(5e11, sum.execute(NUMBERS).asDouble());
  }

  /** A million doubles in memory that both share. */
  @Benchmark
  public double sharedIn() {
    shared.putDouble(0, nextArgument());
    return requireSum(sum.execute(sharedArray).asDouble());
  }

  /** A million doubles that JavaScript makes. */
  @Benchmark
  public double[] doublesOut() {
    double[] all = makeDoubles.execute().as(double[].class);
    require(DOUBLES - 0.5, all[DOUBLES - 1]);
    return all;
  }

  /** Ten thousand objects into collections; {@code as} would give views that read when they are asked. */
  @Benchmark
  public List<Map<String, Object>> objectsOut() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (long i = 0; i < objects.getArraySize(); i++) {
      Value object = objects.getArrayElement(i);
      Map<String, Object> map = new LinkedHashMap<>();
      for (String key : object.getMemberKeys()) {
        map.put(key, object.getMember(key).as(Object.class));
      }
      all.add(map);
    }
    require(OBJECTS, all.size());
    return all;
  }

  /** The same into records, by the mapping that the host has been given. */
  @Benchmark
  public List<Item> recordsOut() {
    List<Item> all = new ArrayList<>();
    for (long i = 0; i < objects.getArraySize(); i++) {
      all.add(objects.getArrayElement(i).as(Item.class));
    }
    require(OBJECTS - 0.5, all.getLast().price());
    return all;
  }

  /** A context, for one small script. */
  @Benchmark
  public double newContext() {
    try (Context fresh = contextOf(engine)) {
      return require(42, fresh.eval("js", "40 + 2").asDouble());
    }
  }

  /** A script that has been parsed. */
  @Benchmark
  public double sameScript() {
    return require(42, context.eval(script).asDouble());
  }

  /** A script that has never been seen. */
  @Benchmark
  public double newScript() {
    double result = context.eval("js", newSource()).asDouble();
    return require(newResult(), result);
  }

  /** A text in JSON, 100 objects, into JavaScript. */
  @Benchmark
  public boolean jsonIn() {
    return parse.execute(JSON).hasArrayElements();
  }

  /** The same objects into a text. */
  @Benchmark
  public String jsonOut() {
    return require(JSON, stringify.execute(tree).asString());
  }

  /** Catches what a script throws. */
  @Benchmark
  public String exceptionOut() {
    try {
      fail.executeVoid();
    } catch (PolyglotException e) {
      return requireWrong(e);
    }
    throw nothingThrown();
  }

  /** Promises that settle in turn. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double promises() {
    await.executeVoid(CALLS);
    return require(CALLS, context.getBindings("js").getMember("ran").asDouble());
  }
}
