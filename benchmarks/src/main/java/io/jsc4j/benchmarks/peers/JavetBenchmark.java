package io.jsc4j.benchmarks.peers;

import com.caoccao.javet.enums.V8ValueReferenceType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.interop.converters.JavetObjectConverter;
import com.caoccao.javet.interop.converters.JavetProxyConverter;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8Script;
import com.caoccao.javet.values.reference.V8ValueArray;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import com.caoccao.javet.values.reference.V8ValueTypedArray;
import io.jsc4j.benchmarks.engines.EngineBenchmark;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Javet with V8. */
public class JavetBenchmark extends EngineBenchmark {
  /** It would warn of handles that are left to {@link #close}. */
  private static final Logger LOGGER = Logger.getLogger("com.caoccao.javet");

  private V8Runtime v8;
  private V8ValueFunction addOne;
  private V8ValueFunction callHost;
  private V8ValueFunction useMember;
  private V8ValueFunction echo;
  private V8ValueFunction sum;
  private V8ValueFunction makeDoubles;
  private V8ValueFunction fail;
  private V8ValueFunction await;
  private V8ValueTypedArray sharedArray;
  private V8ValueArrayBuffer sharedBuffer;
  private ByteBuffer shared;
  private V8ValueObject point;
  private V8Value objects;
  private final List<Map<String, Object>> maps = makeMaps();
  private V8Value tree;
  private V8ValueFunction parse;
  private V8ValueFunction stringify;
  private V8Script script;

  /** Opens the runtime and prepares what the benchmarks call. */
  @Setup
  public void open() throws JavetException {
    LOGGER.setLevel(Level.SEVERE);
    v8 = V8Host.getV8Instance().createV8Runtime();
    v8.setConverter(new JavetProxyConverter());
    addOne = v8.getExecutor(ADD_ONE).execute();
    IJavetDirectCallable.NoThisAndResult<Exception> host = arguments -> v8.createV8ValueDouble(arguments[0].asDouble()
        + 1);
    v8.getGlobalObject()
        .bindFunction(
            new JavetCallbackContext("host", JavetCallbackType.DirectCallNoThisAndResult, host));
    callHost = v8.getExecutor(CALL_HOST).execute();
    v8.getGlobalObject().set("counter", new Counter());
    useMember = v8.getExecutor(USE_MEMBER).execute();
    echo = v8.getExecutor(ECHO).execute();
    sum = v8.getExecutor(SUM).execute();
    makeDoubles = v8.getExecutor(MAKE_DOUBLES).execute();
    fail = v8.getExecutor(FAIL).execute();
    await = v8.getExecutor(AWAIT).execute();
    sharedArray = v8.createV8ValueTypedArray(V8ValueReferenceType.Float64Array, DOUBLES);
    sharedArray.fromDoubles(NUMBERS);
    sharedBuffer = sharedArray.getBuffer();
    shared = sharedBuffer.getByteBuffer().order(ByteOrder.nativeOrder());
    point = v8.getExecutor(POINT).execute();
    objects = v8.getExecutor(MAKE_OBJECTS + "()").execute();
    parse = v8.getExecutor("JSON.parse").execute();
    stringify = v8.getExecutor("JSON.stringify").execute();
    tree = parse.call(null, JSON);
    script = v8.getExecutor("40 + 2").compileV8Script();
  }

  /** Closes what was opened. */
  @TearDown
  public void close() throws JavetException {
    v8.close(true);
  }

  /** Calls a function of JavaScript. */
  @Benchmark
  public double callDouble() throws JavetException {
    double argument = nextArgument();
    return require(argument + 1, addOne.callDouble(null, argument));
  }

  /** The same for each of many numbers. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double mapDoubles() throws JavetException {
    double last = 0;
    for (int i = 0; i < CALLS; i++) {
      last = addOne.callDouble(null, NUMBERS[i]);
    }
    return require(CALLS + 0.5, last);
  }

  /** Calls a function of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostCall() throws JavetException {
    return require(CALLS, callHost.callDouble(null, CALLS));
  }

  /** Calls a method of an object of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostMember() throws JavetException {
    return require(CALLS * (CALLS - 1) / 2.0, useMember.callDouble(null, CALLS));
  }

  /** Reads a property. */
  @Benchmark
  public double getNumber() throws JavetException {
    return require(42.5, point.getDouble("x"));
  }

  /** A text to JavaScript and back. */
  @Benchmark
  public String string1K() throws JavetException {
    return require(TEXT_1K, echo.callString(null, TEXT_1K));
  }

  /** A long one. */
  @Benchmark
  public String string1M() throws JavetException {
    return require(TEXT_1M, echo.callString(null, TEXT_1M));
  }

  /** A million doubles to JavaScript. */
  @Benchmark
  public double doublesIn() throws JavetException {
    try (V8ValueTypedArray array = v8.createV8ValueTypedArray(V8ValueReferenceType.Float64Array, DOUBLES)) {
      array.fromDoubles(NUMBERS);
      return require(5e11, sum.callDouble(null, array));
    }
  }

  /** A million doubles in memory that both share. */
  @Benchmark
  public double sharedIn() throws JavetException {
    shared.putDouble(0, nextArgument());
    return requireSum(sum.callDouble(null, sharedArray));
  }

  /** A million doubles that JavaScript makes. */
  @Benchmark
  public List<Object> doublesOut() throws JavetException {
    List<Object> all = makeDoubles.callObject(null);
    require(DOUBLES - 0.5, ((Number) all.get(DOUBLES - 1)).doubleValue());
    return all;
  }

  /** Ten thousand objects into collections. */
  @Benchmark
  public List<Object> objectsOut() throws JavetException {
    List<Object> all = v8.toObject(objects);
    require(OBJECTS, all.size());
    return all;
  }

  /** Ten thousand maps into objects. */
  @Benchmark
  public int objectsIn() throws JavetException {
    try (V8ValueArray all = new JavetObjectConverter().toV8Value(v8, maps)) {
      require(OBJECTS, all.getLength());
      return all.getLength();
    }
  }

  /** A context, for one small script: each has a runtime of its own. */
  @Benchmark
  public double newContext() throws JavetException {
    try (V8Runtime fresh = V8Host.getV8Instance().createV8Runtime()) {
      return require(42, fresh.getExecutor("40 + 2").executeDouble());
    }
  }

  /** A script that has been compiled. */
  @Benchmark
  public double sameScript() throws JavetException {
    return require(42, script.executeDouble());
  }

  /** A script that has never been seen. */
  @Benchmark
  public double newScript() throws JavetException {
    double result = v8.getExecutor(newSource()).executeDouble();
    return require(newResult(), result);
  }

  /** A text in JSON, 100 objects, into JavaScript. */
  @Benchmark
  public boolean jsonIn() throws JavetException {
    try (V8Value value = parse.call(null, JSON)) {
      return !value.isUndefined();
    }
  }

  /** The same objects into a text. */
  @Benchmark
  public String jsonOut() throws JavetException {
    return require(JSON, stringify.callString(null, tree));
  }

  /** Catches what a script throws. */
  @Benchmark
  public String exceptionOut() throws JavetException {
    try {
      fail.callVoid(null);
    } catch (JavetExecutionException e) {
      return requireWrong(e);
    }
    throw nothingThrown();
  }

  /** Promises that settle in turn. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double promises() throws JavetException {
    await.callVoid(null, CALLS);
    v8.await();
    return require(CALLS, v8.getGlobalObject().getDouble("ran"));
  }
}
