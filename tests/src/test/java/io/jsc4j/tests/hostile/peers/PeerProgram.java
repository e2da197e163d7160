package io.jsc4j.tests.hostile.peers;

import io.jsc4j.tests.hostile.HostileScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JVM in which one engine runs hostile scripts. Its arguments are the engine and a file of the scripts' names; it prints
 * {@code BEGIN name}, and {@code END outcome name: detail} when the JVM has outlived it. A thread of its own ends it when a
 * call does not end, or when the process takes too much memory.
 */
final class PeerProgram {
  /** After a call should have been ended it may take so much longer; then it hangs. */
  private static final Duration SLACK = Duration.ofSeconds(10);
  /** A process this large would not be let live on a small machine. */
  private static final long MOST_MEMORY = 2L << 30;
  private static final long PAGE = 4096;
  /** What the watcher ends the JVM with. */
  static final int HUNG = 70;
  static final int TOO_LARGE = 71;
  /** A use of a result may be ended by a limit so many times; the others are then left out. */
  private static final int MOST_TERMINATIONS = 2;
  /** A busy machine may spend the whole limit elsewhere, and jobs that are still due may use it up. */
  private static final int TRIES = 5;

  private static volatile long began = System.nanoTime();
  private static volatile String step = "start";

  private PeerProgram() {}

  /** Runs them. */
  public static void main(String[] arguments) throws Exception {
    Peer peer = PeerName.valueOf(arguments[0]).load();
    Map<String, HostileScript> scripts =
        HostileScript.all().stream().collect(Collectors.toMap(HostileScript::name, Function.identity()));
    watch();
    warmUp(peer);
    System.out.println("VERSION " + peer.version());
    for (String name : Files.readAllLines(Path.of(arguments[1]))) {
      HostileScript script = Objects.requireNonNull(scripts.get(name), name);
      System.out.println("BEGIN " + name);
      System.out.println("END " + (peer.lacks(script.source())
          ? new Verdict(PeerOutcome.LEFT_OUT, "")
          : run(peer, script)).line(name));
    }
    System.out.println("PASS");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** What came of a script. */
  record Verdict(PeerOutcome outcome, String detail) {
    String line(String name) {
      return outcome + " " + name + ": " + detail.replaceAll("\\R", " ");
    }
  }

  private static void warmUp(Peer peer) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      try (PeerContext context = peer.open()) {
        for (Callable<?> use : context.uses(context.eval("({ a: [1, 'x'], f() { return 1; } })", "warm")).values()) {
          use.call();
        }
        for (Callable<?> question : context.questions().values()) {
          question.call();
        }
      }
    }
  }

  private static Verdict run(Peer peer, HostileScript script) {
    String last = "opening";
    try (PeerContext context = peer.open()) {
      Run run = new Run(context);
      Object result = run.call("evaluation", () -> context.eval(script.source(), script.name() + ".js"));
      run.call("jobs", () -> {
        context.runJobs();
        return context;
      });
      if (result != null) {
        run.uses(result);
      }
      String wrong = run.wrongAnswers();
      last = "closing";
      step("close");
      return wrong.isEmpty()
          ? new Verdict(run.outcome, run.detail)
          : new Verdict(PeerOutcome.UNUSABLE, wrong);
    } catch (Exception | Error e) {
      return new Verdict(PeerOutcome.UNUSABLE, last + " threw " + e);
    }
  }

  private static void step(String name) {
    began = System.nanoTime();
    step = name;
  }

  /** One script in its context. */
  private static final class Run {
    private final PeerContext context;
    private PeerOutcome outcome = PeerOutcome.COMPLETED;
    private String detail = "";
    private int terminations;

    Run(PeerContext context) {
      this.context = context;
    }

    /** Makes one call under the limits. Null if it threw. */
    @Nullable Object call(String name, Callable<?> action) {
      step(name);
      try {
        return context.limited(action);
      } catch (Exception | Error e) {
        if (context.isLimit(e)) {
          terminations++;
          outcome = PeerOutcome.ENDED;
        } else if (outcome == PeerOutcome.COMPLETED && name.equals("evaluation")) {
          outcome = PeerOutcome.THREW;
        }
        if (detail.isEmpty()) {
          detail = name + " threw " + first(String.valueOf(e));
        }
        return null;
      }
    }

    void uses(Object result) {
      int before = terminations;
      @Nullable Object uses = call("looking at the result", () -> context.uses(result));
      if (uses instanceof Map<?, ?> map) {
        map.forEach((name, use) -> {
          if (terminations - before < MOST_TERMINATIONS) {
            call(name.toString(), (Callable<?>) use);
          }
        });
      }
    }

    String wrongAnswers() {
      Map<String, List<String>> wrong = new LinkedHashMap<>();
      context.questions().forEach((name, question) -> {
        String answer = "";
        for (int left = TRIES; left > 0; left--) {
          step("question " + name);
          try {
            answer = String.valueOf(context.limited(question));
            break;
          } catch (Exception | Error e) {
            answer = first(String.valueOf(e));
          }
        }
        if (!answer.equals("42")) {
          wrong.computeIfAbsent(answer, none -> new ArrayList<>()).add(name);
        }
      });
      return wrong.entrySet()
          .stream()
          .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
          .collect(Collectors.joining("; "));
    }

    private static String first(String text) {
      return text.substring(0, Math.min(text.length(), 200));
    }
  }

  private static void watch() {
    Path memory = Path.of("/proc/self/statm");
    Thread.ofPlatform().daemon().name("watcher").start(() -> {
      while (true) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        if (System.nanoTime() - began > Peer.TIME.plus(SLACK).toNanos()) {
          end(HUNG, "HUNG in " + step);
        }
        try {
          if (residentPages(Files.readString(memory)) * PAGE > MOST_MEMORY) {
            end(TOO_LARGE, "TOO LARGE in " + step);
          }
        } catch (IOException e) {
          end(1, "no " + memory);
        } catch (OutOfMemoryError e) {
          // A script has Java's heap; the time still runs.
        }
      }
    });
  }

  /** The second number. */
  private static long residentPages(String statm) {
    int from = statm.indexOf(' ') + 1;
    return Long.parseLong(statm, from, statm.indexOf(' ', from), 10);
  }

  private static void end(int code, String why) {
    System.out.println(why);
    System.out.flush();
    Runtime.getRuntime().halt(code);
  }
}
