package io.jsc4j.samples.evaluator;

import io.jsc4j.JsEngine;
import io.jsc4j.spi.JscLibraryException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** The program. */
public final class Main {
  private Main() {}

  /**
   * Evaluates what the arguments say and ends the process with the exit code.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    loadAhead(args);
    // The streams of System go through character sets and buffers that nobody here needs.
    int code = Evaluator.run(args, new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err), true);
    System.exit(code);
  }

  /** Loads the engine while the options are being read, which takes as long; not if they may choose another one. */
  private static void loadAhead(String[] args) {
    for (String arg : args) {
      if (arg.startsWith("--engine") || arg.equals("--help")) {
        return;
      }
    }
    Thread.ofPlatform().daemon().name("engine").start(() -> {
      try {
        JsEngine.load();
      } catch (JscLibraryException e) {
        // The evaluator will try again, and report it if it needs an engine at all.
      }
    });
  }
}
