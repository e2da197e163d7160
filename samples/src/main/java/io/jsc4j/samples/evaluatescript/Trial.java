package io.jsc4j.samples.evaluatescript;

import io.jsc4j.JsEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mistake on one layer, made in a JVM of its own that may crash.
 *
 * @param mistake what to do wrong
 * @param layer where
 */
record Trial(Mistake mistake, Mistake.Layer layer) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  /** How the forked JVM says what came of it, in a line of its own. */
  private static final String MARK = "evaluateScript: ";
  private static final List<String> FORWARDED = List.of("io.jsc4j.library", "io.jsc4j.cache");
  /**
   * HotSpot reports the signal and then aborts, so the exit code tells nothing; where it is not asked the exit code is
   * all there is.
   */
  private static final Pattern REPORTED_SIGNAL = Pattern.compile("^#\\s+(SIG[A-Z]+)\\b", Pattern.MULTILINE);
  private static final Map<Integer, String> SIGNALS =
      Map.of(132, "SIGILL", 133, "SIGTRAP", 134, "SIGABRT", 135, "SIGBUS", 139, "SIGSEGV");

  /** Makes the mistake here and prints what came of it. */
  void makeHere() {
    // For the raw half too: finds the library, and sets the options without which that would take HotSpot's signals.
    JsEngine.load();
    String outcome;
    try {
      String value = mistake.make(layer);
      outcome = (value.equals(Mistake.RIGHT) ? "the right value: " : "wrong value: ") + "`" + value + "`";
    } catch (RefusedException e) {
      outcome = "refused by the compiler: " + e.getMessage();
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      // A thread's number depends on how many the JVM has started before.
      outcome = "`" + e.getClass().getSimpleName() + "`: " + message.replaceAll("Thread\\[#\\d+,", "Thread[");
    }
    System.out.println(MARK + outcome);
  }

  /** Makes the mistake in another JVM and tells what came of it. */
  String fork() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("evaluate-script");
    try {
      Path output = folder.resolve("output");
      ProcessBuilder builder = new ProcessBuilder(command(folder)).redirectErrorStream(true)
          .redirectOutput(output.toFile());
      // The engine's own options would change what a mistake does.
      builder.environment().keySet().removeIf(name -> name.startsWith("JSC_"));
      Process process = builder.start();
      boolean ended;
      try {
        process.getOutputStream().close();
        ended = process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        process.destroyForcibly();
      }
      int exitCode = process.waitFor();
      // A crash report quotes whatever was in memory.
      return ended ? describe(exitCode, Files.readString(output, StandardCharsets.ISO_8859_1)) : "hangs";
    } finally {
      Folders.delete(folder);
    }
  }

  private List<String> command(Path folder) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + folder.resolve("crash"), "-Duser.language=en"));
    for (String name : FORWARDED) {
      String value = System.getProperty(name);
      if (value != null) {
        command.add("-D" + name + "=" + value);
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), EvaluateScript.class.getName(), mistake.name(),
        layer.name()));
    return command;
  }

  private static String describe(int exitCode, String output) {
    // First, because nothing is printed after a crash.
    for (String line : output.lines().toList()) {
      if (line.startsWith(MARK) && exitCode == 0) {
        return line.substring(MARK.length());
      }
    }
    Matcher reported = REPORTED_SIGNAL.matcher(output);
    String signal = reported.find() ? reported.group(1) : SIGNALS.get(exitCode);
    if (signal == null) {
      throw new IllegalStateException("the forked JVM ended with exit code " + exitCode + " and said:\n" + output);
    }
    return "the JVM crashes: " + signal;
  }
}
