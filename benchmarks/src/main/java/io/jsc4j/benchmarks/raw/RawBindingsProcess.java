package io.jsc4j.benchmarks.raw;

import io.jsc4j.JsEngine;
import io.jsc4j.benchmarks.engines.ContextMemory;
import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A fresh JVM with the raw bindings. */
public final class RawBindingsProcess {
  private static final MemorySegment NULL = MemorySegment.NULL;

  private RawBindingsProcess() {}

  /** Prints the result of a script, or the memory of a context. */
  public static void main(String[] arguments) throws Exception {
    var _ = JsEngine.load();
    MemorySegment group = JavaScriptCore.JSContextGroupCreate();
    if (arguments[0].equals("contextMemory")) {
      ContextMemory.print(() -> evaluated(group, "40 + 2", 42));
    }
    evaluated(group, "6*7", 42);
    System.out.println(42);
  }

  private static MemorySegment evaluated(MemorySegment group, String source, double expected) {
    MemorySegment context = JavaScriptCore.JSGlobalContextCreateInGroup(group, NULL);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment string = JavaScriptCore.JSStringCreateWithUTF8CString(arena.allocateFrom(source));
      MemorySegment value = JavaScriptCore.JSEvaluateScript(context, string, NULL, NULL, 1, NULL);
      JavaScriptCore.JSStringRelease(string);
      double result = JavaScriptCore.JSValueToNumber(context, value, NULL);
      if (result != expected) {
        throw new AssertionError("it came to " + result);
      }
    }
    return context;
  }
}
