package io.jsc4j.junit;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the tests below one unique id in a JVM of their own. */
final class CheckedJvm {
  private static final int MAX_TOLD_CHARACTERS = 4_000;
  /** Agents would claim ports and files of this JVM; what concerns modules does not fit a class path. */
  private static final List<String> LEFT_OUT = List.of("-agentlib", "-agentpath", "-javaagent", "-Xrun",
      "--module-path",
      "--upgrade-module-path", "--patch-module", "--add-modules", "--add-reads", "-Dcom.sun.management", "-XX:AOT",
      "--enable-native-access");

  private final JsChecked options;
  private final Class<?> testClass;

  CheckedJvm(JsChecked options, Class<?> testClass) {
    this.options = options;
    this.testClass = testClass;
  }

  /** Runs them to their end, or kills the JVM when it takes too long. */
  CheckedRun run(String id) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("jsc4j-checked");
      return run(id, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("can't run a JVM for the tests of " + testClass.getName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tests of " + testClass.getName() + " ran in their JVM", e);
    } finally {
      delete(folder);
    }
  }

  private CheckedRun run(String id, Path folder) throws IOException, InterruptedException {
    Path outcomes = Files.createFile(folder.resolve("outcomes"));
    Path output = folder.resolve("output");
    Path properties = folder.resolve("properties");
    writeProperties(properties);
    List<String> command = command(folder);
    command.addAll(List.of(CheckedJvmMain.class.getName(), id, properties.toString(), outcomes.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(engineOptions());
    Process process = builder.start();
    boolean ended;
    try {
      process.getOutputStream().close();
      ended = process.waitFor(options.timeoutSeconds(), TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
    int exitCode = process.waitFor();
    // A crash report quotes whatever was in memory, so not every byte is UTF-8.
    String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    System.out.print(printed);
    String how = ended
        ? "ended with exit code " + exitCode
        : "was killed after " + options.timeoutSeconds() + " seconds";
    return new CheckedRun(read(outcomes), "the JVM of the checked tests " + how + "; at the end it said:\n" + printed
        .substring(Math.max(0, printed.length() - MAX_TOLD_CHARACTERS)));
  }

  private static List<Outcome> read(Path file) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (true) {
        outcomes.add(Outcome.read(in));
      }
    } catch (EOFException e) {
      // The end, perhaps in the middle of one that a crash cut off.
      return outcomes;
    }
  }

  /** The engine reads its options from the environment; this way its stress options need not be open to every program. */
  private Map<String, String> engineOptions() {
    Map<String, String> environment = new LinkedHashMap<>();
    if (options.collectContinuously()) {
      environment.put("JSC_collectContinuously", "1");
    }
    if (options.scribbleFreeCells()) {
      environment.put("JSC_scribbleFreeCells", "1");
    }
    if (options.slowPathAllocationsBetweenCollections() > 0) {
      environment.put("JSC_slowPathAllocsBetweenGCs", String.valueOf(options.slowPathAllocationsBetweenCollections()));
      environment.put("JSC_sweepSynchronously", "1");
    }
    if (options.zombies()) {
      environment.put("JSC_useZombieMode", "1");
    }
    return environment;
  }

  private List<String> command(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (LEFT_OUT.stream().noneMatch(argument::startsWith)) {
        command.add(argument);
      }
    }
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:-CreateCoredumpOnCrash",
        // Not left behind: what it begins with is printed, too.
        "-XX:ErrorFile=" + folder.resolve("hs_err.log"), "-Dio.jsc4j.checked=true",
        "-D" + CheckedJvmMain.MARKER + "=true"));
    command.addAll(List.of(options.jvmOptions()));
    command.addAll(List.of("-cp", classPath()));
    return command;
  }

  private String classPath() {
    Set<String> path = new LinkedHashSet<>();
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String value = System.getProperty(property);
      if (value != null) {
        path.addAll(List.of(value.split(File.pathSeparator)));
      }
    }
    // A build tool may have patched the tests into a module.
    CodeSource source = testClass.getProtectionDomain().getCodeSource();
    if (source != null) {
      try {
        path.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException("the place that " + testClass.getName() + " came from is no file", e);
      }
    }
    path.remove("");
    return String.join(File.pathSeparator, path);
  }

  private static void writeProperties(Path file) throws IOException {
    Properties properties = new Properties();
    for (String name : System.getProperties().stringPropertyNames()) {
      // The mark of an engine whose options have been set in this process.
      if (!name.startsWith("io.jsc4j.configured.")) {
        properties.setProperty(name, System.getProperty(name));
      }
    }
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // A few files stay in the folder for temporary ones.
    }
  }
}
