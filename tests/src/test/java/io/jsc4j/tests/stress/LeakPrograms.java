package io.jsc4j.tests.stress;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** What is done very often: memory, handles and file descriptors must not grow with it. */
final class LeakPrograms {
  /** Growth between the first and the last window that is noise: of allocators, of the JIT compilers, of the collectors' timing. */
  private static final int BOUND_MIB = 48;

  private LeakPrograms() {}

  /** 100,000 contexts of one runtime, each used. */
  static void contexts() {
    try (JsRuntime runtime = JsRuntime.open()) {
      bounded("contexts in one runtime", scaled(100_000), i -> {
        try (JsContext js = runtime.openContext()) {
          check(js.eval("[1, 2, 3].length").asInt() == 3, "wrong value");
        }
      });
    }
  }

  /** 3,000 runtimes, each used, with a host function. */
  static void runtimes() {
    bounded("runtimes", scaled(3_000), i -> {
      try (JsContext js = JsContext.open()) {
        js.global().set("f", js.function("f", call -> JsNumber.of(i)));
        check(js.eval("f()").asInt() == i, "wrong value");
      }
    });
  }

  /**
   * A million results in the root scope of one context, which Java drops. The JVM has room for all of their handles, and treats a weak reference
   * that it promotes as a strong one until it collects its old generation: the table of handles has to ask for that.
   */
  static void evaluations() {
    try (JsContext js = JsContext.open()) {
      long[] most = {0};
      bounded("evaluations that return an object into the root scope", scaled(1_000_000), i -> {
        js.eval("({ a: [1, 2, 3] })").asObject();
        if (i % 1000 == 0) {
          most[0] = Math.max(most[0], JsEngine.liveResources().handles());
        }
      });
      report("at most %,d live handles at a time", most[0]);
      check(most[0] < 300_000, "the handles that Java dropped were not released: " + most[0]);
    }
  }

  /** Texts of 20 KB to the engine and back, as a value and as a name. Not as a source: the engine keeps sources until it collects. */
  static void texts() {
    try (JsContext js = JsContext.open()) {
      JsFunction same = js.eval("text => text").asFunction();
      JsObject object = js.newObject();
      String padding = "\u20ac".repeat(10_000);
      bounded("texts of 20 KB in two places", scaled(10_000), i -> {
        String text = padding + i;
        check(same.call(JsString.of(text)).asString().length() == text.length(), "another text");
        check(!object.has(text), "a property from nowhere");
      });
    }
  }

  /** 500 threads that open a runtime and end: each leaves the engine a run loop, and that a file descriptor, unless it is given back. */
  static void threads() throws InterruptedException {
    int count = scaled(500);
    int warmUp = Math.max(1, count / 10);
    long before = 0;
    for (int i = 0; i < count; i++) {
      if (i == warmUp) {
        before = openFiles();
      }
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread thread = Thread.ofPlatform().start(() -> {
        try (JsContext js = JsContext.open()) {
          check(js.eval("6 * 7").asInt() == 42, "wrong value");
        } catch (Throwable t) {
          failure.set(t);
        }
      });
      thread.join();
      check(failure.get() == null, "on a thread: " + failure.get());
    }
    long after = openFiles();
    if (after < 0) {
      report("%,d threads; no /proc here to count file descriptors", count);
      return;
    }
    report("%,d threads; %d open files after the first %d, %d at the end", count, before, warmUp, after);
    check(after <= before + 5, "open files grew from " + before + " to " + after + " in " + (count - warmUp)
        + " threads");
  }

  /** Runs it a number of times; after a warm-up of a tenth, the peak of resident memory is taken in three windows. */
  static void bounded(String what, int count, IntConsumer body) {
    int warmUp = count / 10;
    int window = Math.max(1, (count - warmUp) / 3);
    int sample = Math.max(1, window / 200);
    long[] peaks = new long[3];
    for (int i = 0; i < count; i++) {
      body.accept(i);
      if (i >= warmUp && (i - warmUp) % sample == 0) {
        int index = Math.min(2, (i - warmUp) / window);
        peaks[index] = Math.max(peaks[index], residentMib());
      }
    }
    if (residentMib() < 0) {
      report("%,d %s; no /proc here to tell resident memory", count, what);
      return;
    }
    String figures = String.format(
        "%,d %s: resident memory peaked at %d, %d and %d MiB in three windows after warm-up; may grow by %d MiB", count,
        what, peaks[0], peaks[1], peaks[2], BOUND_MIB);
    report("%s", figures);
    check(peaks[2] - peaks[0] <= BOUND_MIB && peaks[1] - peaks[0] <= BOUND_MIB, figures);
  }

  /** Resident memory of this process, or -1 where the system does not tell it in this way. */
  private static long residentMib() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    try {
      List<String> lines = Files.readAllLines(status);
      for (String line : lines) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long openFiles() {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.exists(descriptors)) {
      return -1;
    }
    try (Stream<Path> files = Files.list(descriptors)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
