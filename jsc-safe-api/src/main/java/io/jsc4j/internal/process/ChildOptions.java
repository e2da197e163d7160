package io.jsc4j.internal.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a child process is started.
 *
 * @param mainClass what it runs
 * @param name what its watching thread is called after
 * @param maxMemory its resident memory in bytes that is too much, or 0
 * @param startTime how long it may take until it connects
 */
public record ChildOptions(String mainClass, String name, long maxMemory, Duration startTime) {
  private static final long DEFAULT_HEAP = 512L << 20;
  private static final long MIN_HEAP = 16L << 20;
  /** System properties that choose the engine. */
  private static final List<String> INHERITED = List.of("io.jsc4j.library", "io.jsc4j.cache", "io.jsc4j.checked",
      "java.io.tmpdir");

  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Small and quick to start: its Java does little.
    command.addAll(List.of("-XX:+UseSerialGC", "-Xms4m", "-Xmx" + javaHeap(), "-XX:TieredStopAtLevel=1",
        "-Xshare:auto"));
    // What is left of it when it ends: nothing, and nobody may look into it.
    command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "-XX:-UsePerfData",
        "-XX:+DisableAttachMechanism", "-XX:+ExitOnOutOfMemoryError"));
    for (String property : INHERITED) {
      String value = System.getProperty(property);
      if (value != null) {
        command.add("-D" + property + "=" + value(property, value));
      }
    }
    // No logging is on its class path, which is as it should be.
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.addAll(ChildPath.options(mainClass));
    return command;
  }

  /** A path from here, since the child works in another folder. */
  private static String value(String property, String value) {
    boolean path = property.equals("io.jsc4j.library") ? value.contains("/") : !property.equals("io.jsc4j.checked");
    return path && !value.isEmpty() ? Path.of(value).toAbsolutePath().toString() : value;
  }

  private long javaHeap() {
    return maxMemory == 0 ? DEFAULT_HEAP : Math.clamp(maxMemory / 2, MIN_HEAP, DEFAULT_HEAP);
  }

  /** Of this process's environment only what the engine and the JVM need: not what it may know of secrets, nor options for other JVMs. */
  static void keepOnlyHarmless(Map<String, String> environment) {
    environment.keySet().removeIf(name -> !isHarmless(name));
  }

  private static boolean isHarmless(@Nullable String name) {
    return name != null && (name.equals("HOME") || name.equals("XDG_CACHE_HOME") || name.equals("LD_LIBRARY_PATH")
        || name
            .equals("TZ") || name.equals("LANG") || name.startsWith("LC_") || name.startsWith("JSC_"));
  }
}
