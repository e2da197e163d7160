package io.jsc4j.tests.evaluator;

import io.jsc4j.samples.evaluator.Evaluator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One run of the evaluator in this JVM, and what came of it. */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    return withInput(new byte[0], args);
  }

  static Run withInput(String in, String... args) {
    return withInput(in.getBytes(StandardCharsets.UTF_8), args);
  }

  static Run withInput(byte[] in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Evaluator.run(args, new ByteArrayInputStream(in), out, err);
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What -p prints for an expression that is expected to have a value. */
  static String print(String code) {
    Run run = of("-p", code);
    if (run.code != 0) {
      throw new AssertionError("exit code " + run.code + " for " + code + "\n" + run.err);
    }
    return run.out;
  }
}
