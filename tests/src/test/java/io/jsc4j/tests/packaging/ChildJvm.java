package io.jsc4j.tests.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, run to its end. */
final class ChildJvm {
  private static final long LONGEST_SECONDS = 120;

  /** What a JVM that has ended left behind. */
  record Result(int exit, String out, String err) {}

  private final List<String> command = new ArrayList<>();

  private ChildJvm() {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Starting quickly matters more here than running fast.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
  }

  /** With everything on the class path. */
  static ChildJvm onClassPath(List<Path> path) {
    ChildJvm jvm = new ChildJvm();
    jvm.command.addAll(List.of("-cp", join(path)));
    return jvm;
  }

  /** With everything on the module path. */
  static ChildJvm onModulePath(List<Path> path) {
    ChildJvm jvm = new ChildJvm();
    jvm.command.addAll(List.of("-p", join(path)));
    return jvm;
  }

  private static String join(List<Path> path) {
    return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
  }

  /** Adds options, or the main class and its arguments. */
  ChildJvm with(String... more) {
    command.addAll(List.of(more));
    return this;
  }

  /** Runs it; its output goes to files, so that it never waits for us. */
  Result run(Path folder) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command).directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the JVM hangs: " + command + "\n" + Files.readString(err));
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
