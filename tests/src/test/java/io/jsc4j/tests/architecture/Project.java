package io.jsc4j.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build keeps what the rules look at. */
public final class Project {
  /** Code that breaks rules on purpose, as a path below a folder of classes or sources. */
  public static final String FIXTURES = "io/jsc4j/tests/architecture/fixtures";

  private Project() {}

  /** The folder of the parent POM. */
  public static Path root() {
    return Path.of(System.getProperty("jsc4j.root", "..")).toAbsolutePath().normalize();
  }

  /**
   * The compiled classes of a module that the rules can't do without.
   *
   * @throws IllegalStateException if the module has not been compiled
   */
  public static Path classes(String module) {
    Path classes = root().resolve(module).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(classes
          + " is missing: build the modules that the tests are about too (mvn -pl tests -am ...)");
    }
    return classes;
  }

  /** The compiled tests of a module; an empty folder's worth if it has none. */
  public static Path testClasses(String module) {
    return root().resolve(module).resolve("target/test-classes");
  }

  /** Every file below a folder whose name ends so, in order of path; none if the folder is missing. */
  public static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
