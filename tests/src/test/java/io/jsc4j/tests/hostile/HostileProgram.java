package io.jsc4j.tests.hostile;

import io.jsc4j.JsEngine;
import io.jsc4j.JsLiveResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The JVM in which hostile scripts run in one mode. Its arguments are the mode and a file of names; it prints
 * {@code BEGIN name}, then a {@code WRONG} line for each thing that went wrong, then {@code END name}. A thread of its
 * own ends it when a script takes too long.
 */
final class HostileProgram {
  /** Longer than the calls of any script take together on a busy machine. */
  private static final Duration DEADLINE = Duration.ofSeconds(Integer.getInteger("jsc4j.hostile.deadline", 30));
  /** What the watcher ends the JVM with. */
  static final int HUNG = 70;

  private static volatile long began = System.nanoTime();

  private HostileProgram() {}

  /** Runs them. */
  public static void main(String[] arguments) throws IOException {
    HostileMode mode = HostileMode.valueOf(arguments[0]);
    Map<String, HostileScript> scripts =
        HostileScript.all().stream().collect(Collectors.toMap(HostileScript::name, Function.identity()));
    List<String> names = Files.readAllLines(Path.of(arguments[1]));
    watch(Thread.currentThread());
    for (String name : names) {
      began = System.nanoTime();
      System.out.println("BEGIN " + name);
      for (String problem : run(mode, java.util.Objects.requireNonNull(scripts.get(name), name))) {
        System.out.println("WRONG " + name + ": " + problem.replaceAll("\\R", " "));
      }
      System.out.println("END " + name + " " + Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
    System.out.println("PASS");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static List<String> run(HostileMode mode, HostileScript script) {
    List<String> problems = mode.run(script);
    JsLiveResources left = JsEngine.liveResources();
    if (!left.equals(new JsLiveResources(0, 0, 0, 0, 0, 0))) {
      problems.add("left open: " + left);
    }
    return problems;
  }

  private static void watch(Thread worker) {
    Thread.ofPlatform().daemon().name("watcher").start(() -> {
      while (true) {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        if (System.nanoTime() - began > DEADLINE.toNanos()) {
          System.out.println("HUNG");
          for (StackTraceElement frame : worker.getStackTrace()) {
            System.out.println("  at " + frame);
          }
          System.out.flush();
          Runtime.getRuntime().halt(HUNG);
        }
      }
    });
  }
}
