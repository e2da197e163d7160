package io.jsc4j.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.jsc4j.tests.architecture.RuleCase.Scope;
import io.jsc4j.tests.architecture.fixtures.CallsBindings;
import io.jsc4j.tests.architecture.fixtures.ReachesPastTheAuditedPackage;
import io.jsc4j.tests.architecture.fixtures.cycle.first.Hen;
import io.jsc4j.tests.architecture.fixtures.cycle.second.Egg;
import io.jsc4j.tests.architecture.fixtures.internal.convert.ConversionOfTheApi;
import io.jsc4j.tests.architecture.fixtures.internal.events.EventsOfTheApi;
import io.jsc4j.tests.architecture.fixtures.internal.ffi.AuditedButCurious;
import io.jsc4j.tests.architecture.fixtures.internal.lifetime.LifetimeOfTheApi;
import io.jsc4j.tests.architecture.fixtures.internal.load.LoadsByItself;
import io.jsc4j.tests.architecture.fixtures.internal.process.ProcessOfTheApi;
import io.jsc4j.tests.architecture.fixtures.internal.work.WorkOfTheApi;
import io.jsc4j.tests.architecture.fixtures.spi.KnowsItsCaller;
import java.util.List;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** R1 and R5: who may depend on whom. */
final class LayerRules {
  private static final ArchRule BINDINGS_ONLY_IN_FFI = noClasses()
      .that(resideOutsideOfPackages("io.jsc4j.internal.ffi", "io.jsc4j.bindings", "io.jsc4j.samples.evaluatescript",
          "io.jsc4j.benchmarks.raw"))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.jsc4j.bindings")
      .as("R1: only the audited package uses the raw bindings")
      .because(
          "a wrong argument there corrupts memory, so all such calls must be where the audit reads; the raw half of the"
              + " EvaluateScript sample exists to show just that, and a benchmark to measure it");

  private static final ArchRule FFI_ARROWS = layer("..internal.ffi", "io.jsc4j.internal.checked",
      "io.jsc4j.internal.load", "io.jsc4j.bindings");
  private static final ArchRule LIFETIME_ARROWS = layer("..internal.lifetime", "io.jsc4j.internal.ffi",
      "io.jsc4j.internal.checked", "io.jsc4j.internal.events");
  private static final ArchRule CONVERT_ARROWS = layer("..internal.convert", "io.jsc4j.internal.ffi");
  private static final ArchRule LOAD_ARROWS = layer("..internal.load", "io.jsc4j.spi", "io.jsc4j.bindings.bundle");
  private static final ArchRule SPI_ARROWS = layer("..spi");
  private static final ArchRule PROCESS_ARROWS = layer("..internal.process", "io.jsc4j.spi",
      "io.jsc4j.bindings.bundle");
  private static final ArchRule EVENTS_ARROWS = layer("..internal.events");
  private static final ArchRule WORK_ARROWS = layer("..internal.work");

  private static final ArchRule API_ARROWS = noClasses()
      .that(resideOutsideOfPackages("..internal..", "..bindings..", "..spi", "..engine"))
      .should()
      .dependOnClassesThat(resideInAnyPackage("io.jsc4j.internal.load", "io.jsc4j.bindings..", "io.jsc4j.engine"))
      .as("R5: the public package asks the audited package and the lifetime layer, and nothing below them")
      .because("where the engine comes from is settled before the public layer sees it");

  private static final ArchRule NO_CYCLES = slices().assignedFrom(new ByPackage())
      .should()
      .beFreeOfCycles()
      .as("R5: no cycles between packages")
      .because("a package that can't be read without the ones that use it can't be audited on its own");

  private LayerRules() {}

  static List<RuleCase> all() {
    return List.of(RuleCase.of(Scope.EVERYTHING, BINDINGS_ONLY_IN_FFI, CallsBindings.class),
        RuleCase.of(Scope.SHIPPED, FFI_ARROWS, AuditedButCurious.class),
        RuleCase.of(Scope.SHIPPED, LIFETIME_ARROWS, LifetimeOfTheApi.class),
        RuleCase.of(Scope.SHIPPED, CONVERT_ARROWS, ConversionOfTheApi.class),
        RuleCase.of(Scope.SHIPPED, LOAD_ARROWS, LoadsByItself.class),
        RuleCase.of(Scope.SHIPPED, SPI_ARROWS, KnowsItsCaller.class),
        RuleCase.of(Scope.SHIPPED, PROCESS_ARROWS, ProcessOfTheApi.class),
        RuleCase.of(Scope.SHIPPED, EVENTS_ARROWS, EventsOfTheApi.class),
        RuleCase.of(Scope.SHIPPED, WORK_ARROWS, WorkOfTheApi.class),
        RuleCase.of(Scope.SHIPPED, API_ARROWS, ReachesPastTheAuditedPackage.class),
        RuleCase.of(Scope.SHIPPED, NO_CYCLES, Hen.class, Egg.class));
  }

  private static ArchRule layer(String layer, String... below) {
    return noClasses().that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.jsc4j..").and(resideOutsideOfPackages(layer)).and(resideOutsideOfPackages(below)))
        .as("R5: of jsc4j, " + layer + " uses " + (below.length == 0 ? "nothing" : String.join(" and ", below)))
        .because("arrows run one way; callbacks go through an interface of the lower layer");
  }

  private static final class ByPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      String name = javaClass.getPackageName();
      return name.startsWith("io.jsc4j") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
