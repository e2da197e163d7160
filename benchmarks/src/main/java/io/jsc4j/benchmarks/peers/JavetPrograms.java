package io.jsc4j.benchmarks.peers;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import com.caoccao.javet.values.reference.V8ValueFunction;
import io.jsc4j.benchmarks.engines.ProgramBenchmark;
import java.io.IOException;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The programs on V8. */
public class JavetPrograms extends ProgramBenchmark {
  private V8Runtime v8;
  private V8ValueFunction run;

  /** Loads the program. */
  @Setup
  public void open(BenchmarkParams parameters) throws IOException, JavetException {
    // Javet makes all scripts strict, which not all published ones bear.
    V8RuntimeOptions.V8_FLAGS.setUseStrict(false);
    v8 = V8Host.getV8Instance().createV8Runtime();
    for (String script : scripts(parameters)) {
      v8.getExecutor(script).executeVoid();
    }
    run = v8.getExecutor("run").execute();
  }

  @Override
  protected double run() throws JavetException {
    return run.callInteger(null);
  }

  /** Closes the runtime. */
  @TearDown
  public void close() throws JavetException {
    run.close();
    v8.close();
  }
}
