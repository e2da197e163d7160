package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.ProgramBenchmark;
import java.io.IOException;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The programs on Rhino. */
public class RhinoPrograms extends ProgramBenchmark {
  private Context context;
  private ScriptableObject scope;
  private Function run;

  /** Loads the program. */
  @Setup
  public void open(BenchmarkParams parameters) throws IOException {
    context = Context.enter();
    context.setLanguageVersion(Context.VERSION_ES6);
    scope = context.initStandardObjects();
    scripts(parameters).forEach(script -> context.evaluateString(scope, script, "program.js", 1, null));
    run = (Function) ScriptableObject.getProperty(scope, "run");
  }

  @Override
  protected double run() {
    return ((Number) run.call(context, scope, scope, new Object[0])).doubleValue();
  }

  /** Closes the context. */
  @TearDown
  public void close() {
    context.close();
  }
}
