package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.ContextMemory;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;

/** A fresh JVM with Rhino. */
public final class RhinoProcess {
  private RhinoProcess() {}

  /** Prints the result of a script, or the memory of a scope. */
  public static void main(String[] arguments) throws Exception {
    try (Context context = Context.enter()) {
      if (arguments[0].equals("contextMemory")) {
        ContextMemory.print(() -> {
          ScriptableObject scope = context.initStandardObjects();
          context.evaluateString(scope, "40 + 2", "small.js", 1, null);
          return scope;
        });
      }
      System.out.println(context.evaluateString(context.initStandardObjects(), "6*7", "script.js", 1, null));
    }
  }
}
