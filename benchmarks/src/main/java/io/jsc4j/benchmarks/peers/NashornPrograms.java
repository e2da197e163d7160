package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.ProgramBenchmark;
import java.io.IOException;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory;
import org.openjdk.nashorn.api.scripting.ScriptObjectMirror;

/** The programs on Nashorn. */
public class NashornPrograms extends ProgramBenchmark {
  private ScriptObjectMirror run;

  /** Loads the program. */
  @Setup
  public void open(BenchmarkParams parameters) throws IOException, ScriptException {
    ScriptEngine engine = new NashornScriptEngineFactory().getScriptEngine("--language=es6");
    for (String script : scripts(parameters)) {
      engine.eval(script);
    }
    run = (ScriptObjectMirror) engine.eval("run");
  }

  @Override
  protected double run() {
    return ((Number) run.call(null)).doubleValue();
  }
}
