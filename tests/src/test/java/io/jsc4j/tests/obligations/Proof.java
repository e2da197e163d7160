package io.jsc4j.tests.obligations;

import io.jsc4j.internal.ffi.Obligation;
import io.jsc4j.tests.stress.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proof of one obligation: a scenario that passes with the code that enforces it, and fails (crashes, hangs, goes on where it should be
 * refused) when that code is taken out.
 *
 * @param obligation what is proved
 * @param scenario what is run
 * @param environment options of the engine that make a mistake show soon
 */
record Proof(Obligation obligation, Scenario scenario, Map<String, String> environment) {
  /** Long enough for a busy machine; a scenario takes a second or two. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** A small program: returns if all is well, throws or never comes back if not. */
  @FunctionalInterface
  interface Scenario {
    void run() throws Exception;
  }

  /** The scenario with the library as it is. */
  ForkedJvm.Result runWith() throws IOException, InterruptedException {
    return jvm().run(ForkedJvm.folder("obligations", obligation + "-with"), TIMEOUT);
  }

  /** The scenario with the body of the enforcing method taken out. */
  ForkedJvm.Result runWithout(Enforcement enforcement) throws IOException, InterruptedException {
    return runWithout(enforcement, "without", List.of());
  }

  /** The same in checked mode; with the library as it is, if there is no enforcing method. */
  ForkedJvm.Result runChecked(@Nullable Enforcement enforcement) throws IOException, InterruptedException {
    List<String> checked = List.of("-Dio.jsc4j.checked=true");
    return enforcement == null
        ? jvm().withOptions(checked).run(ForkedJvm.folder("obligations", obligation + "-checked"), TIMEOUT)
        : runWithout(enforcement, "checked-without", checked);
  }

  private ForkedJvm.Result runWithout(Enforcement enforcement, String name, List<String> options) throws IOException,
      InterruptedException {
    Path folder = ForkedJvm.folder("obligations", obligation + "-" + name);
    Path classes = folder.resolve("classes");
    deleteAll(classes);
    enforcement.writeWithout(classes);
    return jvm().withOptions(options).withClassesFirst(classes).run(folder, TIMEOUT);
  }

  private ForkedJvm jvm() {
    return ForkedJvm.of(ProofMain.class, obligation.name())
        .withEnvironment(environment)
        .withOptions(List.of("-XX:TieredStopAtLevel=1"));
  }

  /** So that a class which an earlier version of the library mutated does not stay. */
  private static void deleteAll(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
