package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.ContextMemory;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/** A fresh JVM with GraalJS; its contexts share an engine. */
public final class GraalJsProcess {
  private GraalJsProcess() {}

  /** Prints the result of a script, or the memory of a context. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("contextMemory")) {
      Engine engine = Engine.create("js");
      ContextMemory.print(() -> {
        Context context = Context.newBuilder("js").engine(engine).build();
        context.eval("js", "40 + 2");
        return context;
      });
    }
    try (Context context = Context.create("js")) {
      System.out.println(context.eval("js", "6*7").asInt());
    }
  }
}
