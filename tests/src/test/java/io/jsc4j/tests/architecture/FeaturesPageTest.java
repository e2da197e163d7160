package io.jsc4j.tests.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/features.md} names a test for each feature, and each that it names exists. */
@Tag("architecture")
final class FeaturesPageTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Project.root().resolve("tests/src/test/java"))) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void eachFeatureHasATestThatExists() throws IOException {
    List<String> rows = Project.read(Project.root().resolve("docs/features.md"))
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| feature"))
        .toList();

    assertThat(rows).hasSizeGreaterThan(50).allMatch(row -> TEST.matcher(row).find());
    Set<String> named = new TreeSet<>();
    rows.forEach(row -> TEST.matcher(row).results().forEach(match -> named.add(match.group(1))));
    assertThat(tests()).containsAll(named);
  }
}
