package io.jsc4j.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jsc4j.tests.architecture.RuleCase.Scope;
import io.jsc4j.tests.architecture.fixtures.ClosedUntested;
import io.jsc4j.tests.architecture.fixtures.UsesInternals;
import java.util.List;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** R8 and R9: how samples, benchmarks and tests use the library, and what they must prove of it. */
final class UsageRules {
  private static final ArchRule EXPORTED_PACKAGES_ONLY = noClasses()
      .that(resideOutsideOfPackages("io.jsc4j.internal.ffi", "io.jsc4j.tests.obligations",
          "io.jsc4j.tests.architecture",
          "io.jsc4j.tests.architecture.audit",
          "io.jsc4j.samples.evaluatescript", "io.jsc4j.benchmarks.raw"))
      .should()
      .dependOnClassesThat(resideInAnyPackage("io.jsc4j.internal..", "io.jsc4j.bindings..", "io.jsc4j.engine"))
      .as("R8: samples, benchmarks and tests of behaviour use exported packages only")
      .because(
          "they show what a user can do and prove what a user gets. Not meant: these rules, which look inside; tests of the audited"
              + " package, in its own package, and the proofs of its obligations; the EvaluateScript sample, half of which is written on the raw bindings, and a benchmark of those");

  private static final ArchRule ABUSED = classes()
      .that()
      .arePublic()
      .and()
      .areAssignableTo(AutoCloseable.class)
      .and()
      .resideOutsideOfPackages("..internal..", "io.jsc4j.bindings..", "io.jsc4j.engine")
      .should(new HaveAnAbuseTest())
      .as("R9: every public AutoCloseable has an abuse test")
      .because(
          "used after close, from another thread, closed twice, closed inside a callback: each must be refused, never crash");

  private UsageRules() {}

  static List<RuleCase> all() {
    return List.of(RuleCase.of(Scope.USERS, EXPORTED_PACKAGES_ONLY, UsesInternals.class),
        RuleCase.of(Scope.SHIPPED, ABUSED, ClosedUntested.class));
  }

  private static final class HaveAnAbuseTest extends ArchCondition<JavaClass> {
    HaveAnAbuseTest() {
      super("have an abuse test");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
      String test = javaClass.getSimpleName() + "AbuseTest";
      boolean present = !Project.files(Project.testClasses("tests"), test + ".class").isEmpty();
      events.add(new SimpleConditionEvent(javaClass, present, javaClass.getName() + ": there is no class " + test
          + " in tests"));
    }
  }
}
