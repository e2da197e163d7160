package io.jsc4j.benchmarks.peers;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import io.jsc4j.benchmarks.engines.ContextMemory;

/** A fresh JVM with Javet, where each context has a runtime of its own. */
public final class JavetProcess {
  private JavetProcess() {}

  /** Prints the result of a script, or the memory of a context. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("contextMemory")) {
      ContextMemory.print(() -> {
        V8Runtime v8 = V8Host.getV8Instance().createV8Runtime();
        v8.getExecutor("40 + 2").executeInteger();
        return v8;
      });
    }
    startUp();
  }

  private static void startUp() throws JavetException {
    try (V8Runtime v8 = V8Host.getV8Instance().createV8Runtime()) {
      System.out.println(v8.getExecutor("6*7").executeInteger());
    }
  }
}
