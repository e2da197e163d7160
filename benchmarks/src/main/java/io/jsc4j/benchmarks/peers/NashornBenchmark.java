package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.EngineBenchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.nashorn.api.scripting.NashornException;
import org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory;
import org.openjdk.nashorn.api.scripting.ScriptObjectMirror;

/** Nashorn, whose values are objects of Java. It has no promises. */
public class NashornBenchmark extends EngineBenchmark {
  private ScriptEngine engine;
  private ScriptObjectMirror addOne;
  private ScriptObjectMirror callHost;
  private ScriptObjectMirror useMember;
  private ScriptObjectMirror echo;
  private ScriptObjectMirror fail;
  private ScriptObjectMirror sum;
  private ScriptObjectMirror makeDoubles;
  private ScriptObjectMirror point;
  private ScriptObjectMirror objects;
  private ScriptObjectMirror parse;
  private ScriptObjectMirror stringify;
  private Object tree;
  private CompiledScript script;

  /** Makes the engine and prepares what the benchmarks call. */
  @Setup
  public void open() throws ScriptException {
    engine = newEngine();
    addOne = function(ADD_ONE);
    DoubleUnaryOperator host = x -> x + 1;
    engine.put("host", host);
    callHost = function(CALL_HOST);
    engine.put("counter", new Counter());
    useMember = function(USE_MEMBER);
    echo = function(ECHO);
    fail = function(FAIL);
    sum = function(SUM);
    makeDoubles = function(MAKE_DOUBLES);
    point = function(POINT);
    objects = (ScriptObjectMirror) function(MAKE_OBJECTS).call(null);
    parse = function("JSON.parse");
    stringify = function("JSON.stringify");
    tree = parse.call(null, JSON);
    script = ((Compilable) engine).compile("40 + 2");
  }

  private static ScriptEngine newEngine() {
    return new NashornScriptEngineFactory().getScriptEngine("--language=es6");
  }

  private ScriptObjectMirror function(String source) throws ScriptException {
    return (ScriptObjectMirror) engine.eval(source);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Calls a function of JavaScript. */
  @Benchmark
  public double callDouble() {
    double argument = nextArgument();
    return require(argument + 1, number(addOne.call(null, argument)));
  }

  /** The same for each of many numbers. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double mapDoubles() {
    double last = 0;
    for (int i = 0; i < CALLS; i++) {
      last = number(addOne.call(null, NUMBERS[i]));
    }
    return require(CALLS + 0.5, last);
  }

  /** Calls a function of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostCall() {
    return require(CALLS, number(callHost.call(null, CALLS)));
  }

  /** Calls a method of an object of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostMember() {
    return require(CALLS * (CALLS - 1) / 2.0, number(useMember.call(null, CALLS)));
  }

  /** Reads a property. */
  @Benchmark
  public double getNumber() {
    return require(42.5, number(point.getMember("x")));
  }

  /** A text to JavaScript and back. */
  @Benchmark
  public String string1K() {
    return require(TEXT_1K, echo.call(null, TEXT_1K).toString());
  }

  /** A long one. */
  @Benchmark
  public String string1M() {
    return require(TEXT_1M, echo.call(null, TEXT_1M).toString());
  }

  /** A million doubles to JavaScript. */
  @Benchmark
  public double doublesIn() {
    return require(5e11, number(sum.call(null, (Object) NUMBERS)));
  }

  /** A million doubles that JavaScript makes. */
  @Benchmark
  public double[] doublesOut() {
    double[] all = ((ScriptObjectMirror) makeDoubles.call(null)).to(double[].class);
    require(DOUBLES - 0.5, all[DOUBLES - 1]);
    return all;
  }

  /** Ten thousand objects into collections. */
  @Benchmark
  public List<Map<String, Object>> objectsOut() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object element : objects.values()) {
      all.add(new LinkedHashMap<>((ScriptObjectMirror) element));
    }
    require(OBJECTS, all.size());
    return all;
  }

  /** A global object, for one small script. */
  @Benchmark
  public double newContext() throws ScriptException {
    return require(42, number(engine.eval("40 + 2", engine.createBindings())));
  }

  /** A script that has been compiled. */
  @Benchmark
  public double sameScript() throws ScriptException {
    return require(42, number(script.eval()));
  }

  /** A script that has never been seen. */
  @Benchmark
  public double newScript() throws ScriptException {
    double result = number(engine.eval(newSource()));
    return require(newResult(), result);
  }

  /** A text in JSON, 100 objects, into JavaScript. */
  @Benchmark
  public boolean jsonIn() {
    return ((ScriptObjectMirror) parse.call(null, JSON)).isArray();
  }

  /** The same objects into a text. */
  @Benchmark
  public String jsonOut() {
    return require(JSON, stringify.call(null, tree).toString());
  }

  /** Catches what a script throws. */
  @Benchmark
  public String exceptionOut() {
    try {
      fail.call(null);
    } catch (NashornException e) {
      return requireWrong(e);
    }
    throw nothingThrown();
  }
}
