package io.jsc4j.tests.evaluator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The shell script {@code jsc} in a checkout of scripts: a Maven that pretends to build and JDKs that tell what they are given. */
@Tag("packaging")
final class LauncherTest {
  @TempDir
  Path folder;
  private Path checkout = Path.of("");
  private Path tools = Path.of("");
  private Path jdk = Path.of("");

  @BeforeEach
  void makeCheckout() throws IOException {
    folder = folder.toRealPath();
    checkout = Files.createDirectory(folder.resolve("check out"));
    for (String source : List.of("jsc-bindings/src", "native/src", "native/bundle", "jsc-safe-api/src/main",
        "samples/src/main")) {
      Files.createDirectories(checkout.resolve(source));
    }
    for (String pom : List.of("pom.xml", "jsc-bindings/pom.xml", "native/pom.xml", "jsc-safe-api/pom.xml",
        "samples/pom.xml")) {
      Files.writeString(checkout.resolve(pom), "<project/>");
    }
    Files.copy(Path.of(System.getProperty("jsc4j.root"), "jsc"), checkout.resolve("jsc"));
    tools = Files.createDirectory(folder.resolve("tools"));
    script(tools.resolve("mvn"), "echo \"mvn $*\" >> '" + folder
        + "/maven.txt'\n[ -z \"${MVN_FAILS:-}\" ] || { echo BROKEN; exit 1; }\n"
        + "mkdir -p samples/target/lib\ntouch samples/target/jsc-samples-1.jar samples/target/jsc-samples-1-sources.jar samples/target/lib/a.jar");
    jdk = jdk("jdk-25", "25.0.1");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_RUNTIME_VERSION=\"" + version
        + "+8\"\nJAVA_VERSION=\"" + version
        + "\"\n");
    script(home.resolve("bin/java"), "for a; do case $a in -XX:AOTCacheOutput=*) : > \"${a#*=}\" ;; esac; done\necho '"
        + name
        + "'; for a; do echo \"<$a>\"; done; exit 7");
    return home;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run start(Path launcher, Path workingDirectory, Map<String, String> environment, String... args)
      throws IOException {
    Path err = folder.resolve("err.txt");
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile())
        .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Run(process.waitFor(), out, Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Run start(String... args) throws IOException {
    return start(checkout.resolve("jsc"), checkout, Map.of("JAVA_HOME", jdk.toString()), args);
  }

  private long builds() throws IOException {
    Path log = folder.resolve("maven.txt");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  @Test
  void buildsOnceAndThenOnlyStarts() throws IOException {
    Run first = start("-p", "6*7");
    assertThat(first.err()).isEqualTo("jsc: building (once; some minutes the first time) ...\n");
    assertThat(builds()).isOne();
    Run second = start("-p", "a b", "", "*");
    assertThat(second.err()).isEmpty();
    assertThat(second.code()).isEqualTo(7);
    assertThat(second.out()).startsWith("jdk-25\n")
        .contains("<-p>\n<" + checkout + "/samples/target/jsc-samples-1.jar:" + checkout
            + "/samples/target/lib/a.jar>\n<-m>\n<io.jsc4j.samples/io.jsc4j.samples.evaluator.Main>\n<-p>\n<a b>\n<>\n<*>\n");
    assertThat(second.out()).contains("<--enable-native-access=io.jsc4j,io.jsc4j.bindings>");
    assertThat(builds()).isOne();
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException {
    start();
    Path source = Files.writeString(checkout.resolve("samples/src/main/A.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    start();
    assertThat(builds()).isEqualTo(2);
    Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
    start();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildSaysWhy() throws IOException {
    Run run = start(checkout.resolve("jsc"), checkout, Map.of("JAVA_HOME", jdk.toString(), "MVN_FAILS", "1"), "-p",
        "1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("BROKEN", "jsc: the build failed", "samples/target/jsc-build.log");
    assertThat(start("-p", "1").code()).isEqualTo(7);
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void worksFromAnywhereAndThroughLinks() throws IOException {
    start();
    Path link = Files.createSymbolicLink(tools.resolve("jsc-link"), checkout.resolve("jsc"));
    Path relative = Files.createSymbolicLink(folder.resolve("second link"), Path.of("tools/jsc-link"));
    Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString());
    for (Path launcher : List.of(link, relative, Path.of("../tools/jsc-link"), Path.of("./jsc"))) {
      Run run = start(launcher, checkout, environment, "-p", "1");
      assertThat(run.code()).as("%s: %s", launcher, run.err()).isEqualTo(7);
    }
    Run fromPath = start(Path.of("/bin/sh"), folder, environment, "-c", "jsc-link -p 1");
    assertThat(fromPath.code()).as(fromPath.err()).isEqualTo(7);
    assertThat(builds()).isOne();
  }

  @Test
  void findsAJdkThatIsNewEnough() throws IOException {
    Path old = jdk("jdk-17", "17.0.15");
    Path newer = jdk("jdk-26", "26");
    Files.createSymbolicLink(tools.resolve("java"), newer.resolve("bin/java"));
    assertThat(start(checkout.resolve("jsc"), checkout, Map.of("JAVA_HOME", old.toString()), "x").out()).startsWith(
        "jdk-26\n");
    assertThat(start(checkout.resolve("jsc"), checkout, Map.of(), "x").out()).startsWith("jdk-26\n");
    assertThat(start("x").out()).startsWith("jdk-25\n");
    Path early = jdk("jdk-early", "25-ea");
    assertThat(start(checkout.resolve("jsc"), checkout, Map.of("JAVA_HOME", early.toString()), "x").out()).startsWith(
        "jdk-early\n");
  }

  @Test
  void aCacheThatTheJvmRefusesIsNotUsed() throws IOException {
    // This JDK ends every start with 7, which is no way to accept a cache.
    assertThat(start("-p", "1").out()).doesNotContain("<-XX:AOTCache=");
    script(jdk.resolve("bin/java"),
        "for a; do case $a in -XX:AOTCacheOutput=*) : > \"${a#*=}\" ;; esac; done\nfor a; do echo \"<$a>\"; done");
    Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"25.0.2+1\"\nJAVA_VERSION=\"25.0.2\"\n");
    assertThat(start("-p", "1").out()).contains("<-XX:AOTCache=" + checkout + "/samples/target/jsc.aot>");
    assertThat(builds()).isOne();
  }

  /** Anyone who runs Maven makes the jars anew, and the JVM refuses a cache of other jars with three lines of errors. */
  @Test
  void theCacheIsMadeAgainForJarsThatAreNewer() throws IOException {
    Path log = folder.resolve("java.txt");
    script(jdk.resolve("bin/java"), "for a; do case $a in -XX:AOTCacheOutput=*) : > \"${a#*=}\"; echo made >> '" + log
        + "' ;; esac; done");
    start("-p", "1");
    start("-p", "1");
    assertThat(log).hasContent("made");
    int made = 1;
    for (String jar : List.of("samples/target/lib/a.jar", "samples/target/jsc-samples-1.jar")) {
      Files.setLastModifiedTime(checkout.resolve(jar), FileTime.from(Instant.now().plusSeconds(60)));
      start("-p", "1");
      Files.setLastModifiedTime(checkout.resolve(jar), FileTime.from(Instant.EPOCH));
      start("-p", "1");
      assertThat(Files.readAllLines(log)).hasSize(++made);
    }
    assertThat(builds()).isOne();
  }
}
