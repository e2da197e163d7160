package io.jsc4j.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jsc4j.tests.architecture.RuleCase.Scope;
import io.jsc4j.tests.architecture.fixtures.CallsCriticallyAnywhere;
import io.jsc4j.tests.architecture.fixtures.InvokesMethodHandles;
import io.jsc4j.tests.architecture.fixtures.MakesSegments;
import io.jsc4j.tests.architecture.fixtures.OpensLibraries;
import io.jsc4j.tests.architecture.fixtures.UsesLayouts;
import io.jsc4j.tests.architecture.fixtures.UsesLinker;
import io.jsc4j.tests.architecture.fixtures.internal.lifetime.LifetimeWithMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Set;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** R2 and R3: what of {@code java.lang.foreign} is used where. */
final class NativeAccessRules {
  private static final DescribedPredicate<JavaClass> UNAUDITED = resideOutsideOfPackages("io.jsc4j.internal.ffi",
      "io.jsc4j.bindings")
      .as("are neither in the audited package nor generated");

  private static final ArchRule FOREIGN_TYPES = noClasses()
      .that(resideOutsideOfPackages("io.jsc4j.internal.ffi", "io.jsc4j.internal.load", "io.jsc4j.bindings"))
      .should()
      .dependOnClassesThat(resideInAPackage("java.lang.foreign")
          .and(not(belongToAnyOf(Arena.class, SegmentAllocator.class, MemorySegment.class))))
      .as("R2: beside ffi and load, of java.lang.foreign only the types that a user meets")
      .because("layouts, linkers and symbols belong to the audited package and the loader");

  private static final ArchRule NO_MEMORY_IN_LIFETIME = noClasses().that()
      .resideInAPackage("..internal.lifetime")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("java.lang.foreign")
      .as("R2: the lifetime layer knows nothing of native memory")
      .because("it decides what is given back and when; the audited package carries it out");

  private static final ArchRule METHOD_HANDLES = noClasses().that(UNAUDITED)
      .should()
      .accessTargetWhere(target("MethodHandle.invoke*",
          target -> target.getOwner().isEquivalentTo(MethodHandle.class) && target.getName().startsWith("invoke")))
      .as("R3: method handles are invoked only in the audited package")
      .because("a downcall is an invoked method handle, and javac's restricted lint does not see it");

  private static final ArchRule LINKER = noClasses().that(UNAUDITED)
      .should()
      .dependOnClassesThat(belongToAnyOf(Linker.class))
      .as("R3: downcalls and upcalls are linked only in the audited package")
      .because("a wrong descriptor or a callback that throws ends the JVM");

  private static final ArchRule SEGMENTS = noClasses().that(UNAUDITED)
      .should()
      .accessTargetWhere(target("MemorySegment.ofAddress or reinterpret",
          target -> target.getOwner().isEquivalentTo(MemorySegment.class) && Set.of("ofAddress", "reinterpret")
              .contains(target.getName())))
      .as("R3: addresses become segments only in the audited package")
      .because("a segment made from an address is as good as a pointer");

  private static final ArchRule LIBRARIES = noClasses()
      .that(UNAUDITED.and(not(describe("open the engine", c -> c.getName()
          .equals("io.jsc4j.internal.load.LibraryOpener")))))
      .should()
      .accessTargetWhere(target("a method that opens a native library",
          target -> Set.of("libraryLookup", "loadLibrary").contains(target.getName())
              || (target.getName().equals("load") && target.getOwner().isEquivalentTo(System.class))
              || (target.getName().equals("load") && target.getOwner().isEquivalentTo(Runtime.class))))
      .as("R3: one class opens native libraries")
      .because("opening a library runs its code; LibraryOpener does it after its checks, and says why it may");

  private static final ArchRule CRITICAL = classes().should(new CriticalOnlyForStrings())
      .as("R3: Linker.Option.critical is used in StringPointer alone, and only on JSString* functions")
      .because("a critical call must be short and can't call back: any call that takes a context may run JavaScript");

  private NativeAccessRules() {}

  static List<RuleCase> all() {
    return List.of(RuleCase.of(Scope.SHIPPED, FOREIGN_TYPES, UsesLayouts.class),
        RuleCase.of(Scope.SHIPPED, NO_MEMORY_IN_LIFETIME, LifetimeWithMemory.class),
        RuleCase.of(Scope.SHIPPED, METHOD_HANDLES, InvokesMethodHandles.class),
        RuleCase.of(Scope.SHIPPED, LINKER, UsesLinker.class),
        RuleCase.of(Scope.SHIPPED, SEGMENTS, MakesSegments.class),
        RuleCase.of(Scope.SHIPPED, LIBRARIES, OpensLibraries.class),
        RuleCase.of(Scope.SHIPPED, CRITICAL, CallsCriticallyAnywhere.class));
  }

  private static DescribedPredicate<JavaAccess<?>> target(String description,
      java.util.function.Predicate<AccessTarget> predicate) {
    return describe(description, access -> predicate.test(access.getTarget()));
  }

  private static final class CriticalOnlyForStrings extends ArchCondition<JavaClass> {
    CriticalOnlyForStrings() {
      super("use critical only on JSString* functions, in StringPointer");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
      for (JavaCodeUnit unit : javaClass.getCodeUnits()) {
        boolean critical = unit.getAccessesFromSelf()
            .stream()
            .map(JavaAccess::getTarget)
            .anyMatch(target -> target.getOwner().isEquivalentTo(Linker.Option.class) && target.getName()
                .equals("critical"));
        if (critical) {
          boolean inPlace = javaClass.getName().matches("io\\.jsc4j\\.internal\\.ffi\\.StringPointer(\\$.*)?");
          boolean onStrings = unit.getAccessesFromSelf()
              .stream()
              .map(JavaAccess::getTarget)
              .filter(target -> target.getOwner().getPackageName().equals("io.jsc4j.bindings"))
              .allMatch(target -> target.getName().startsWith("JSString"));
          events.add(new SimpleConditionEvent(unit, inPlace && onStrings, unit.getFullName()
              + " makes a critical downcall"));
        }
      }
    }
  }
}
