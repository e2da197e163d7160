package io.jsc4j.tests.stress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM of its own for code that may end its process: the JDK and class path of this one, small, without core dumps, with its output and its crash
 * report in a folder under the build directory.
 */
public final class ForkedJvm {
  private static final List<String> FORWARDED = List.of("io.jsc4j.library", "io.jsc4j.cache", "jsc4j.stress.scale");

  private final String main;
  private final List<String> arguments;
  private final List<Path> first = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private ForkedJvm(String main, List<String> arguments) {
    this.main = main;
    this.arguments = arguments;
  }

  /** A JVM that will run a main class. */
  public static ForkedJvm of(Class<?> main, String... arguments) {
    return of(main.getName(), arguments);
  }

  /** The same by name, for a class that is not on the class path of this JVM. */
  public static ForkedJvm of(String main, String... arguments) {
    return new ForkedJvm(main, List.of(arguments));
  }

  /** Classes here replace those of the class path. */
  public ForkedJvm withClassesFirst(Path directory) {
    first.add(directory);
    return this;
  }

  /** Adds options of the JVM. */
  public ForkedJvm withOptions(List<String> more) {
    options.addAll(more);
    return this;
  }

  /** Adds environment variables, such as the engine's {@code JSC_*} options. */
  public ForkedJvm withEnvironment(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  /** A folder for one run's files, empty, under the build directory of this module. */
  public static Path folder(String area, String name) {
    Path classes = Path.of(ForkedJvm.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path folder = Path.of(classes.toString(), "..", "forked", area, name).normalize();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("can't make the folder " + folder, e);
    }
    return folder;
  }

  /** Runs it to its end, or kills it after the time-out. */
  public Result run(Path folder, Duration timeout) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command(folder)).directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    boolean ended;
    try {
      ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly();
    }
    int exitCode = process.waitFor();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    // Not UTF-8 only: a crash report quotes whatever was in memory.
    return new Result(exitCode, !ended, Files.readString(output, StandardCharsets.ISO_8859_1), elapsed);
  }

  private List<String> command(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash", "-Xshare:auto"));
    command.add("-XX:ErrorFile=" + folder.resolve("hs_err.log"));
    command.addAll(options);
    for (String name : FORWARDED) {
      String value = System.getProperty(name);
      if (value != null) {
        command.add("-D" + name + "=" + value);
      }
    }
    StringBuilder classPath = new StringBuilder();
    for (Path directory : first) {
      classPath.append(directory).append(java.io.File.pathSeparator);
    }
    command.addAll(List.of("-cp", classPath.append(System.getProperty("java.class.path")).toString(), main));
    command.addAll(arguments);
    return command;
  }

  /**
   * How it ended.
   *
   * @param exitCode 128 and the number of the signal, if one ended it
   * @param timedOut whether it had to be killed
   * @param output what it printed, both streams
   * @param elapsed how long it took
   */
  public record Result(int exitCode, boolean timedOut, String output, Duration elapsed) {
    private static final Pattern SIGNAL = Pattern.compile("^#\\s+(SIG[A-Z]+)\\b", Pattern.MULTILINE);
    private static final Pattern FRAME = Pattern.compile("^# Problematic frame:\\R# (.*)$", Pattern.MULTILINE);
    private static final Pattern FAILURE = Pattern.compile("^FAIL: (.*)$", Pattern.MULTILINE);
    private static final Map<Integer, String> SIGNALS =
        Map.of(132, "SIGILL", 133, "SIGTRAP", 134, "SIGABRT", 135, "SIGBUS", 136, "SIGFPE", 137, "SIGKILL", 139,
            "SIGSEGV");

    /** Whether it said PASS and ended with 0. */
    public boolean passed() {
      return !timedOut && exitCode == 0 && output.lines().anyMatch(line -> line.startsWith("PASS"));
    }

    /** How it ended, in one line. */
    public String describe() {
      if (timedOut) {
        return "hung: killed after " + elapsed.toSeconds() + " s";
      }
      if (passed()) {
        return "passed";
      }
      Matcher uncaught = Pattern.compile("nrecoverable uncaught exception").matcher(output);
      if (uncaught.find()) {
        return "the JVM ended: unrecoverable uncaught exception in an upcall (exit code " + exitCode + ")";
      }
      Matcher signal = SIGNAL.matcher(output);
      if (signal.find()) {
        Matcher frame = FRAME.matcher(output);
        return "crash: " + signal.group(1) + (frame.find()
            ? " in " + frame.group(1).strip().replaceAll("\\s+", " ")
            : "");
      }
      Matcher failure = FAILURE.matcher(output);
      if (failure.find()) {
        return failure.group(1);
      }
      return "ended with exit code " + exitCode + (SIGNALS.containsKey(exitCode)
          ? " (" + SIGNALS.get(exitCode) + ")"
          : "");
    }
  }
}
