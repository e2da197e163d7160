package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.EngineBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.NativeJSON;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Rhino, whose values are objects of Java. It has no async functions. */
public class RhinoBenchmark extends EngineBenchmark {
  private Context context;
  private ScriptableObject scope;
  private Function addOne;
  private Function callHost;
  private Function useMember;
  private Function echo;
  private Function fail;
  private Function sum;
  private Function makeDoubles;
  private Function parse;
  private Scriptable point;
  private NativeArray objects;
  private Object tree;
  private Script script;

  /** Opens the context and prepares what the benchmarks call. */
  @Setup
  public void open() {
    context = Context.enter();
    context.setLanguageVersion(Context.VERSION_ES6);
    scope = context.initStandardObjects();
    addOne = (Function) evaluate(ADD_ONE);
    scope.put("host", scope, new BaseFunction() {
      @Override
      public Object call(Context caller, Scriptable from, Scriptable self, Object[] arguments) {
        return ((Number) arguments[0]).doubleValue() + 1;
      }
    });
    callHost = (Function) evaluate(CALL_HOST);
    scope.put("counter", scope, Context.javaToJS(new Counter(), scope));
    useMember = (Function) evaluate(USE_MEMBER);
    echo = (Function) evaluate(ECHO);
    fail = (Function) evaluate(FAIL);
    sum = (Function) evaluate(SUM);
    makeDoubles = (Function) evaluate(MAKE_DOUBLES);
    point = (Scriptable) evaluate(POINT);
    objects = (NativeArray) call((Function) evaluate(MAKE_OBJECTS));
    parse = (Function) evaluate("JSON.parse");
    tree = call(parse, JSON);
    script = context.compileString("40 + 2", "small.js", 1, null);
  }

  /** Closes what was opened. */
  @TearDown
  public void close() {
    context.close();
  }

  private Object evaluate(String source) {
    return context.evaluateString(scope, source, "benchmark.js", 1, null);
  }

  private Object call(Function function, Object... arguments) {
    return function.call(context, scope, scope, arguments);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Calls a function of JavaScript. */
  @Benchmark
  public double callDouble() {
    double argument = nextArgument();
    return require(argument + 1, number(call(addOne, argument)));
  }

  /** The same for each of many numbers. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double mapDoubles() {
    double last = 0;
    for (int i = 0; i < CALLS; i++) {
      last = number(call(addOne, NUMBERS[i]));
    }
    return require(CALLS + 0.5, last);
  }

  /** Calls a function of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostCall() {
    return require(CALLS, number(call(callHost, CALLS)));
  }

  /** Calls a method of an object of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostMember() {
    return require(CALLS * (CALLS - 1) / 2.0, number(call(useMember, CALLS)));
  }

  /** Reads a property. */
  @Benchmark
  public double getNumber() {
    return require(42.5, number(ScriptableObject.getProperty(point, "x")));
  }

  /** A text to JavaScript and back. */
  @Benchmark
  public String string1K() {
    return require(TEXT_1K, call(echo, TEXT_1K).toString());
  }

  /** A long one. */
  @Benchmark
  public String string1M() {
    return require(TEXT_1M, call(echo, TEXT_1M).toString());
  }

  /** A million doubles to JavaScript. */
  @Benchmark
  public double doublesIn() {
    return require(5e11, number(call(sum, Context.javaToJS(NUMBERS, scope))));
  }

  /** A million doubles that JavaScript makes. */
  @Benchmark
  public double[] doublesOut() {
    double[] all = (double[]) Context.jsToJava(call(makeDoubles), double[].class);
    require(DOUBLES - 0.5, all[DOUBLES - 1]);
    return all;
  }

  /** Ten thousand objects into collections. */
  @Benchmark
  public List<Map<String, Object>> objectsOut() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object element : objects) {
      Scriptable object = (Scriptable) element;
      Map<String, Object> map = new LinkedHashMap<>();
      for (Object key : object.getIds()) {
        map.put((String) key, ScriptableObject.getProperty(object, (String) key));
      }
      all.add(map);
    }
    require(OBJECTS, all.size());
    return all;
  }

  /** A scope, for one small script. */
  @Benchmark
  public double newContext() {
    ScriptableObject fresh = context.initStandardObjects();
    return require(42, number(context.evaluateString(fresh, "40 + 2", "small.js", 1, null)));
  }

  /** A script that has been compiled. */
  @Benchmark
  public double sameScript() {
    return require(42, number(script.exec(context, scope, scope)));
  }

  /** A script that has never been seen. */
  @Benchmark
  public double newScript() {
    double result = number(evaluate(newSource()));
    return require(newResult(), result);
  }

  /** A text in JSON, 100 objects, into JavaScript. */
  @Benchmark
  public boolean jsonIn() {
    return call(parse, JSON) instanceof NativeArray;
  }

  /** The same objects into a text. */
  @Benchmark
  public String jsonOut() {
    return require(JSON, NativeJSON.stringify(context, scope, tree, null, null).toString());
  }

  /** Catches what a script throws. */
  @Benchmark
  public String exceptionOut() {
    try {
      call(fail);
    } catch (RhinoException e) {
      return requireWrong(e);
    }
    throw nothingThrown();
  }
}
