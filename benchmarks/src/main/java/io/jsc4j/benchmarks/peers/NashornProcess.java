package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.ContextMemory;
import javax.script.Bindings;
import javax.script.ScriptEngine;
import org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory;

/** A fresh JVM with Nashorn. */
public final class NashornProcess {
  private NashornProcess() {}

  /** Prints the result of a script, or the memory of a global object. */
  public static void main(String[] arguments) throws Exception {
    ScriptEngine engine = new NashornScriptEngineFactory().getScriptEngine("--language=es6");
    if (arguments[0].equals("contextMemory")) {
      ContextMemory.print(() -> {
        Bindings bindings = engine.createBindings();
        engine.eval("40 + 2", bindings);
        return bindings;
      });
    }
    System.out.println(engine.eval("6*7"));
  }
}
