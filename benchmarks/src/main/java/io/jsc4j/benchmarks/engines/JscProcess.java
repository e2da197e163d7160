package io.jsc4j.benchmarks.engines;

import io.jsc4j.JsContext;
import io.jsc4j.JsRuntime;

/** A fresh JVM with jsc4j. The start is measured on its command, which the suite knows. */
public final class JscProcess {
  private JscProcess() {}

  /** Prints the memory of a context. */
  public static void main(String[] arguments) throws Exception {
    JsRuntime runtime = JsRuntime.open();
    ContextMemory.print(() -> {
      JsContext context = runtime.openContext();
      context.eval("40 + 2");
      return context;
    });
  }
}
