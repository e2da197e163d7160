package io.jsc4j.benchmarks.raw;

import io.jsc4j.JsEngine;
import io.jsc4j.benchmarks.engines.EngineBenchmark;
import io.jsc4j.bindings.JSObjectCallAsFunctionCallback;
import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The raw bindings, called as the C program calls the functions: what the safe API costs or saves. */
public class RawBindingsBenchmark extends EngineBenchmark {
  private static final MemorySegment NULL = MemorySegment.NULL;

  private Arena arena;
  private MemorySegment group;
  private MemorySegment context;
  private MemorySegment addOne;
  private MemorySegment echo;
  private MemorySegment fail;
  private MemorySegment message;
  private MemorySegment callHost;
  private MemorySegment sum;
  private MemorySegment makeDoubles;
  private MemorySegment tree;
  private MemorySegment sharedArray;
  private MemorySegment shared;
  private MemorySegment values;
  private MemorySegment point;
  private MemorySegment name;
  private MemorySegment small;
  private MemorySegment arguments;
  private MemorySegment exception;

  /** Opens the context and prepares what the benchmarks call. */
  @Setup
  public void open() {
    var _ = JsEngine.load();
    arena = Arena.ofAuto();
    group = JavaScriptCore.JSContextGroupCreate();
    context = JavaScriptCore.JSGlobalContextCreateInGroup(group, NULL);
    arguments = arena.allocate(ValueLayout.ADDRESS);
    exception = arena.allocate(ValueLayout.ADDRESS);
    name = string("x");
    small = string("40 + 2");
    message = string("message");
    addOne = kept(ADD_ONE);
    echo = kept(ECHO);
    fail = kept(FAIL);
    point = kept(POINT);
    MemorySegment hostName = string("host");
    MemorySegment host = JavaScriptCore.JSObjectMakeFunctionWithCallback(context, hostName,
        JSObjectCallAsFunctionCallback.allocate(RawBindingsBenchmark::host, arena));
    JavaScriptCore.JSObjectSetProperty(context, JavaScriptCore.JSContextGetGlobalObject(context), hostName, host, 0,
        exception);
    callHost = kept(CALL_HOST);
    sum = kept(SUM);
    makeDoubles = kept(MAKE_DOUBLES);
    values = arena.allocate(ValueLayout.ADDRESS, DOUBLES);
    tree = JavaScriptCore.JSValueMakeFromJSONString(context, string(JSON));
    JavaScriptCore.JSValueProtect(context, tree);
    shared = arena.allocate(ValueLayout.JAVA_DOUBLE, DOUBLES);
    MemorySegment.copy(NUMBERS, 0, shared, ValueLayout.JAVA_DOUBLE, 0, DOUBLES);
    sharedArray = JavaScriptCore.JSObjectMakeTypedArrayWithBytesNoCopy(context,
        JavaScriptCore.kJSTypedArrayTypeFloat64Array(), shared, shared.byteSize(), NULL, NULL, exception);
    JavaScriptCore.JSValueProtect(context, sharedArray);
  }

  /** Releases what was made. */
  @TearDown
  public void close() {
    JavaScriptCore.JSGlobalContextRelease(context);
    JavaScriptCore.JSContextGroupRelease(group);
  }

  private static MemorySegment string(String text) {
    try (Arena temporary = Arena.ofConfined()) {
      return JavaScriptCore.JSStringCreateWithUTF8CString(temporary.allocateFrom(text));
    }
  }

  private MemorySegment kept(String source) {
    MemorySegment value = JavaScriptCore.JSEvaluateScript(context, string(source), NULL, NULL, 1, exception);
    JavaScriptCore.JSValueProtect(context, value);
    return value;
  }

  private double number(MemorySegment value) {
    return JavaScriptCore.JSValueToNumber(context, value, exception);
  }

  /** Makes and reads a number. */
  @Benchmark
  public double number() {
    return number(JavaScriptCore.JSValueMakeNumber(context, nextArgument()));
  }

  /** Calls a function of JavaScript. */
  @Benchmark
  public double callDouble() {
    double argument = nextArgument();
    arguments.set(ValueLayout.ADDRESS, 0, JavaScriptCore.JSValueMakeNumber(context, argument));
    return require(argument + 1,
        number(JavaScriptCore.JSObjectCallAsFunction(context, addOne, NULL, 1, arguments, exception)));
  }

  /** The same for each of many numbers: as many calls. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double mapDoubles() {
    double last = 0;
    for (int i = 0; i < CALLS; i++) {
      arguments.set(ValueLayout.ADDRESS, 0, JavaScriptCore.JSValueMakeNumber(context, NUMBERS[i]));
      last = number(JavaScriptCore.JSObjectCallAsFunction(context, addOne, NULL, 1, arguments, exception));
    }
    return require(CALLS + 0.5, last);
  }

  /** Calls a function of Java from JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double hostCall() {
    arguments.set(ValueLayout.ADDRESS, 0, JavaScriptCore.JSValueMakeNumber(context, CALLS));
    return require(CALLS,
        number(JavaScriptCore.JSObjectCallAsFunction(context, callHost, NULL, 1, arguments, exception)));
  }

  private static MemorySegment host(MemorySegment inside, MemorySegment function, MemorySegment self, long count,
      MemorySegment given, MemorySegment thrown) {
    MemorySegment first = given.get(ValueLayout.ADDRESS, 0);
    return JavaScriptCore.JSValueMakeNumber(inside, JavaScriptCore.JSValueToNumber(inside, first, thrown) + 1);
  }

  /** Reads a property. */
  @Benchmark
  public double getNumber() {
    return require(42.5, number(JavaScriptCore.JSObjectGetProperty(context, point, name, exception)));
  }

  /** A text to JavaScript and back. */
  @Benchmark
  public String string1K() {
    return require(TEXT_1K, throughAndBack(TEXT_1K));
  }

  /** A long one. */
  @Benchmark
  public String string1M() {
    return require(TEXT_1M, throughAndBack(TEXT_1M));
  }

  private String throughAndBack(String text) {
    MemorySegment in = string(text);
    arguments.set(ValueLayout.ADDRESS, 0, JavaScriptCore.JSValueMakeString(context, in));
    MemorySegment result = JavaScriptCore.JSObjectCallAsFunction(context, echo, NULL, 1, arguments, exception);
    MemorySegment out = JavaScriptCore.JSValueToStringCopy(context, result, exception);
    JavaScriptCore.JSStringRelease(in);
    return text(out);
  }

  private static String text(MemorySegment string) {
    try (Arena temporary = Arena.ofConfined()) {
      MemorySegment buffer = temporary.allocate(JavaScriptCore.JSStringGetMaximumUTF8CStringSize(string));
      long size = JavaScriptCore.JSStringGetUTF8CString(string, buffer, buffer.byteSize());
      return size == 0 ? "" : buffer.getString(0);
    } finally {
      JavaScriptCore.JSStringRelease(string);
    }
  }

  /** A million doubles to JavaScript, in an ordinary array. */
  @Benchmark
  public double doublesIn() {
    for (int i = 0; i < DOUBLES; i++) {
      values.setAtIndex(ValueLayout.ADDRESS, i, JavaScriptCore.JSValueMakeNumber(context, NUMBERS[i]));
    }
    return require(5e11, summed(JavaScriptCore.JSObjectMakeArray(context, DOUBLES, values, exception)));
  }

  /** A million doubles in memory that both share. */
  @Benchmark
  public double sharedIn() {
    shared.setAtIndex(ValueLayout.JAVA_DOUBLE, 0, nextArgument());
    return requireSum(summed(sharedArray));
  }

  private double summed(MemorySegment array) {
    arguments.set(ValueLayout.ADDRESS, 0, array);
    return number(JavaScriptCore.JSObjectCallAsFunction(context, sum, NULL, 1, arguments, exception));
  }

  /** A million doubles that JavaScript makes, one by one. */
  @Benchmark
  public double[] doublesOut() {
    MemorySegment array = JavaScriptCore.JSObjectCallAsFunction(context, makeDoubles, NULL, 0, NULL, exception);
    JavaScriptCore.JSValueProtect(context, array);
    double[] all = new double[DOUBLES];
    for (int i = 0; i < DOUBLES; i++) {
      all[i] = number(JavaScriptCore.JSObjectGetPropertyAtIndex(context, array, i, exception));
    }
    JavaScriptCore.JSValueUnprotect(context, array);
    require(DOUBLES - 0.5, all[DOUBLES - 1]);
    return all;
  }

  /** A text in JSON, 100 objects, into JavaScript. */
  @Benchmark
  public boolean jsonIn() {
    MemorySegment in = string(JSON);
    boolean made = !JavaScriptCore.JSValueMakeFromJSONString(context, in).equals(NULL);
    JavaScriptCore.JSStringRelease(in);
    return made;
  }

  /** The same objects into a text. */
  @Benchmark
  public String jsonOut() {
    return require(JSON, text(JavaScriptCore.JSValueCreateJSONString(context, tree, 0, exception)));
  }

  /** A context, for one small script. */
  @Benchmark
  public double newContext() {
    MemorySegment fresh = JavaScriptCore.JSGlobalContextCreateInGroup(group, NULL);
    MemorySegment value = JavaScriptCore.JSEvaluateScript(fresh, small, NULL, NULL, 1, exception);
    double result = JavaScriptCore.JSValueToNumber(fresh, value, exception);
    JavaScriptCore.JSGlobalContextRelease(fresh);
    return require(42, result);
  }

  /** A script that the engine has cached. */
  @Benchmark
  public double sameScript() {
    return require(42, number(JavaScriptCore.JSEvaluateScript(context, small, NULL, NULL, 1, exception)));
  }

  /** A script that has never been seen. */
  @Benchmark
  public double newScript() {
    MemorySegment source = string(newSource());
    double result = number(JavaScriptCore.JSEvaluateScript(context, source, NULL, NULL, 1, exception));
    JavaScriptCore.JSStringRelease(source);
    return require(newResult(), result);
  }

  /** Catches what a script throws. */
  @Benchmark
  public String exceptionOut() {
    exception.set(ValueLayout.ADDRESS, 0, NULL);
    JavaScriptCore.JSObjectCallAsFunction(context, fail, NULL, 0, NULL, exception);
    MemorySegment thrown = exception.get(ValueLayout.ADDRESS, 0);
    MemorySegment value = JavaScriptCore.JSObjectGetProperty(context, thrown, message, exception);
    return requireWrong(text(JavaScriptCore.JSValueToStringCopy(context, value, exception)));
  }
}
