package io.jsc4j.tests.signals;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsLiveResources;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What uses signals, at once, in threads of their own: null checks that fault, stack overflows, traps of WebAssembly, time limits, thread dumps,
 * collections. Each counts what happened to it, and each time something had to happen.
 */
final class SignalsMain {
  /** A memory of one page; {@code o} reads beyond it, {@code u} is unreachable, {@code d} divides 1 by its argument. */
  private static final byte[] TRAPS = HexFormat.of()
      .parseHex("0061736d01000000" + "010d03" + "6000017f" + "600000" + "60017f017f" + "030403000102" + "0503010001"
          + "070d03" + "016f0000" + "01750001" + "01640002" + "0a1503" + "070041702802000b" + "0300000b"
          + "070041012000" + "6d0b");

  /** The bit of signal 10, with which the engine stops threads to look at their stacks. HotSpot does not use it. */
  private static final long SIGUSR1 = 1L << 9;

  private static final Map<String, Integer> COUNTS = new TreeMap<>();
  private static volatile boolean working = true;

  private SignalsMain() {}

  /** {@code ROUNDS}. */
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    long before = caughtSignals();
    JsEngine.load();
    List<Callable<Void>> workers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      workers.add(() -> traps(rounds));
      workers.add(() -> timeLimits(Math.max(1, rounds / 100)));
    }
    workers.add(() -> nullChecks(rounds * 100));
    workers.add(() -> stackOverflows(Math.max(1, rounds / 20)));
    workers.add(() -> recursion(Math.max(1, rounds / 20)));
    Thread storm = Thread.ofPlatform().start(SignalsMain::storm);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Void>> results = new ArrayList<>();
      for (Callable<Void> worker : workers) {
        results.add(threads.submit(worker));
      }
      for (Future<Void> result : results) {
        result.get();
      }
    }
    working = false;
    storm.join();
    long taken = caughtSignals() & ~before;
    check((taken & ~SIGUSR1) == 0, "the engine took signals: " + Long.toHexString(taken));
    check((before & ~caughtSignals()) == 0, "signals that nobody catches any more: " + Long.toHexString(before));
    check(JsEngine.liveResources().equals(new JsLiveResources(0, 0, 0, 0, 0, 0)), "left open: " + JsEngine
        .liveResources());
    System.out.println("RESULT " + COUNTS);
    System.out.println("PASS");
  }

  private static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }

  private static synchronized void count(String event, int times) {
    COUNTS.merge(event, times, Integer::sum);
  }

  /** A bit for each signal that this process has a handler for. */
  private static long caughtSignals() throws IOException {
    String line = Files.readAllLines(Path.of("/proc/self/status"))
        .stream()
        .filter(each -> each.startsWith("SigCgt:"))
        .findFirst()
        .orElseThrow();
    return Long.parseUnsignedLong(line.substring("SigCgt:".length()).strip(), 16);
  }

  private static @Nullable Void traps(int rounds) {
    try (JsContext js = JsContext.open()) {
      JsObject exports = js.instantiateWebAssembly(js.compileWebAssembly(TRAPS));
      js.global().set("wasm", exports);
      JsFunction round = js.eval(
          """
              () => {
                let n = 0;
                for (const f of [() => wasm.o(), () => wasm.u(), () => wasm.d(0)])
                  try { f() } catch (e) { if (e instanceof WebAssembly.RuntimeError) n++ }
                return n + wasm.d(1);
              }
              """)
          .asFunction();
      for (int i = 0; i < rounds; i++) {
        check(round.call().asInt() == 4, "a trap did not come");
      }
      count("WebAssembly traps", 3 * rounds);
    }
    return null;
  }

  private static @Nullable Void timeLimits(int rounds) {
    try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(20)))) {
      for (int i = 0; i < rounds; i++) {
        try {
          js.eval("let n = 0; for (;;) n++".replace("let ", "var "));
          check(false, "a loop ended by itself");
        } catch (JsTerminatedException e) {
          count("time limits", 1);
        }
      }
    }
    return null;
  }

  /** Compiled code does not compare with null: it reads, and the fault becomes the exception. */
  private static @Nullable Void nullChecks(int rounds) {
    Holder[] holders = {new Holder(1), new Holder(2), null};
    int caught = 0;
    for (int i = 0; i < 3 * rounds; i++) {
      try {
        check(read(holders[i % 3]) == i % 3 + 1, "another number");
      } catch (NullPointerException e) {
        caught++;
      }
    }
    check(caught == rounds, "NullPointerExceptions: " + caught);
    count("NullPointerExceptions", caught);
    return null;
  }

  /** Something to read from. */
  private static final class Holder {
    private final int number;

    Holder(int number) {
      this.number = number;
    }
  }

  @SuppressWarnings("NullAway") // That it may be null is the point.
  private static int read(@Nullable Holder holder) {
    return holder.number;
  }

  private static @Nullable Void stackOverflows(int rounds) {
    for (int i = 0; i < rounds; i++) {
      try {
        deep(i);
        check(false, "a stack without end");
      } catch (StackOverflowError e) {
        count("StackOverflowErrors", 1);
      }
    }
    return null;
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deep(int n) {
    return deep(n + 1) + 1;
  }

  /** Through JavaScript and Java in turn. */
  private static @Nullable Void recursion(int rounds) {
    try (JsContext js = JsContext.open()) {
      js.global().set("down", js.function("down", call -> {
        JsValue next = call.arg(0).asFunction().call(JsNumber.of(1));
        return next;
      }));
      for (int i = 0; i < rounds; i++) {
        try {
          js.eval("(function f() { return down(f) })()");
          check(false, "a stack without end");
        } catch (JsThrownException | StackOverflowError e) {
          count("stacks of JavaScript and Java used up", 1);
        }
      }
    }
    return null;
  }

  /** What makes the JVM stop or look at its threads. */
  private static void storm() {
    Path java = Path.of(System.getProperty("java.home"), "bin");
    String self = Long.toString(ProcessHandle.current().pid());
    for (int i = 0; working; i++) {
      System.gc();
      Thread.getAllStackTraces();
      if (i % 10 == 0) {
        run("kill", "-QUIT", self);
        count("thread dumps by signal", 1);
      }
      if (i % 40 == 5) {
        run(java.resolve("jcmd").toString(), self, "Thread.print");
        count("thread dumps by attaching", 1);
      }
    }
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectErrorStream(true)
          .start();
      check(process.waitFor() == 0, String.join(" ", command));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
