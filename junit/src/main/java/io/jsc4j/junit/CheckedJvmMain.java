package io.jsc4j.junit;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the JVM of {@link JsChecked} runs: the tests below one unique id. It tells of each as it ends, since a crash may end all. */
final class CheckedJvmMain {
  /** Set in that JVM only. */
  static final String MARKER = "io.jsc4j.junit.running";

  private CheckedJvmMain() {}

  /** Whether this is that JVM. */
  static boolean isRunning() {
    return Boolean.getBoolean(MARKER);
  }

  /**
   * Runs the tests.
   *
   * @param arguments the unique id, the file of system properties, and the file to write outcomes to
   */
  public static void main(String[] arguments) throws IOException {
    Properties inherited = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[1]))) {
      inherited.load(reader);
    }
    inherited.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2]))))) {
      LauncherFactory.create()
          .execute(LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectUniqueId(arguments[0]))
              .filters(EngineFilter.includeEngines("junit-jupiter"))
              .build(), new Teller(out));
      Outcome.write(out, "", "", false, Outcome.State.END, null);
    }
    // Threads that a test left behind don't keep it.
    System.exit(0);
  }

  private record Teller(DataOutputStream out) implements TestExecutionListener {
    @Override
    public void executionStarted(TestIdentifier test) {
      tell(test, Outcome.State.STARTED, null);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      tell(test, Outcome.State.SKIPPED, new IllegalStateException(reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      tell(test, Outcome.State.valueOf(result.getStatus().name()), result.getThrowable().orElse(null));
    }

    private void tell(TestIdentifier test, Outcome.State state, @Nullable Throwable thrown) {
      synchronized (out) {
        try {
          Outcome.write(out, test.getUniqueId(), test.getDisplayName(), test.isTest(), state, thrown);
          out.flush();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
