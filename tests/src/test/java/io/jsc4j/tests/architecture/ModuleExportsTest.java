package io.jsc4j.tests.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** R1 for modules: what each exports, to whom, and that nobody hands the bindings on. */
@Tag("architecture")
final class ModuleExportsTest {
  /** Each export of each module as {@code package} or {@code package to module, module}. */
  private static final Map<String, Set<String>> EXPORTS = Map.of(
      "io.jsc4j.bindings", Set.of("io.jsc4j.bindings to io.jsc4j",
          "io.jsc4j.bindings.bundle to io.jsc4j, io.jsc4j.engine"),
      "io.jsc4j.engine", Set.of(),
      "io.jsc4j", Set.of("io.jsc4j", "io.jsc4j.spi"));

  @Test
  void modulesExportOnlyWhatTheyShould() throws IOException {
    for (String folder : List.of("jsc-bindings", "native", "jsc-safe-api")) {
      try (InputStream in = Files.newInputStream(Project.classes(folder).resolve("module-info.class"))) {
        assertThat(problems(ModuleDescriptor.read(in))).isEmpty();
      }
    }
  }

  @Test
  void anotherExportIsNoticed() {
    ModuleDescriptor open = ModuleDescriptor.newModule("io.jsc4j.bindings")
        .exports("io.jsc4j.bindings")
        .exports("io.jsc4j.bindings.bundle", Set.of("io.jsc4j", "io.jsc4j.engine"))
        .build();
    assertThat(problems(open)).singleElement().asString().contains("[io.jsc4j.bindings, io.jsc4j.bindings.bundle to");
  }

  @Test
  void bindingsHandedOnAreNoticed() {
    ModuleDescriptor transitive = ModuleDescriptor.newModule("io.jsc4j")
        .exports("io.jsc4j")
        .exports("io.jsc4j.spi")
        .requires(Set.of(Requires.Modifier.TRANSITIVE), "io.jsc4j.bindings")
        .build();
    assertThat(problems(transitive)).containsExactly("io.jsc4j hands io.jsc4j.bindings on (requires transitive)");
  }

  private static List<String> problems(ModuleDescriptor module) {
    List<String> problems = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (ModuleDescriptor.Exports export : module.exports()) {
      found.add(export.source() + (export.isQualified()
          ? " to " + String.join(", ", new TreeSet<>(export.targets()))
          : ""));
    }
    if (!found.equals(EXPORTS.get(module.name()))) {
      problems.add(module.name() + " exports " + found + " instead of " + EXPORTS.get(module.name()));
    }
    for (Requires requires : module.requires()) {
      if (requires.name().equals("io.jsc4j.bindings") && requires.modifiers().contains(Requires.Modifier.TRANSITIVE)) {
        problems.add(module.name() + " hands io.jsc4j.bindings on (requires transitive)");
      }
    }
    return problems;
  }
}
