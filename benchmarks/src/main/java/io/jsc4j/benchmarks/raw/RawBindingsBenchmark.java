package io.jsc4j.benchmarks.raw;

import io.jsc4j.JsEngine;
import io.jsc4j.benchmarks.engines.EngineBenchmark;
import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.openjdk.jmh.annotations.Benchmark;
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
    addOne = kept(ADD_ONE);
    echo = kept(ECHO);
    point = kept(POINT);
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
    try (Arena temporary = Arena.ofConfined()) {
      MemorySegment buffer = temporary.allocate(JavaScriptCore.JSStringGetMaximumUTF8CStringSize(out));
      long size = JavaScriptCore.JSStringGetUTF8CString(out, buffer, buffer.byteSize());
      return size == 0 ? "" : buffer.getString(0);
    } finally {
      JavaScriptCore.JSStringRelease(out);
      JavaScriptCore.JSStringRelease(in);
    }
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
}
