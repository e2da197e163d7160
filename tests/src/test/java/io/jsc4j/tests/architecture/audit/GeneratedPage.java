package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A page in {@code docs} that the tests write when they are asked to, and compare otherwise. */
final class GeneratedPage {
  private GeneratedPage() {}

  /** Compares the page with what it should be; with {@code -Djsc4j.regenerate=true} writes it first. */
  static void check(String name, String expected) {
    Path page = Project.root().resolve("docs").resolve(name);
    if (Boolean.getBoolean("jsc4j.regenerate")) {
      try {
        Files.createDirectories(page.getParent());
        Files.writeString(page, expected);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(page).as("docs/regenerate.sh makes it; read the difference before you commit it").exists();
    assertThat(Project.read(page)).as(
        "docs/%s is out of date: run docs/regenerate.sh, and read the difference before you commit it", name)
        .isEqualTo(expected);
  }
}
