package io.jsc4j.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A rule with the classes that it governs and classes that break it.
 *
 * @param scope what it governs
 * @param rule the rule; its description says what, its reason why
 * @param violators what it must reject
 */
record RuleCase(Scope scope, ArchRule rule, List<Class<?>> violators) {

  /** Which modules a rule governs. */
  enum Scope {
    /** What users get. */
    SHIPPED,
    /** What is written on top of it: samples, benchmarks, tests and the extension for tests. */
    USERS,
    /** All of it. */
    EVERYTHING;

    private static final Map<Scope, JavaClasses> IMPORTED = new EnumMap<>(Scope.class);

    /** The classes, read once: the rules share them. */
    synchronized JavaClasses classes() {
      return IMPORTED.computeIfAbsent(this, scope -> importer().importPaths(scope.folders().toList()));
    }

    private Stream<Path> folders() {
      Stream<Path> shipped = Stream.of("jsc-bindings", "native", "jsc-safe-api").map(Project::classes);
      // A module without a class (yet) has no such folder.
      Stream<Path> users = Stream.of(Project.root().resolve("junit/target/classes"), Project.root()
          .resolve("samples/target/classes"), Project.testClasses("samples"),
          Project.root().resolve("benchmarks/target/classes"), Project.testClasses("tests")).filter(Files::isDirectory);
      return switch (this) {
        case SHIPPED -> shipped;
        case USERS -> users;
        case EVERYTHING -> Stream.concat(shipped, users);
      };
    }

    private static ClassFileImporter importer() {
      return new ClassFileImporter().withImportOption(location -> !location.contains(Project.FIXTURES));
    }
  }

  static RuleCase of(Scope scope, ArchRule rule, Class<?>... violators) {
    return new RuleCase(scope, rule, List.of(violators));
  }

  JavaClasses violatorClasses() {
    return new ClassFileImporter().importClasses(violators.toArray(Class<?>[]::new));
  }

  @Override
  public String toString() {
    return rule.getDescription();
  }
}
