package io.jsc4j.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jsc4j.tests.architecture.RuleCase.Scope;
import io.jsc4j.tests.architecture.fixtures.OpenForInheritance;
import io.jsc4j.tests.architecture.fixtures.PrintsToTheConsole;
import io.jsc4j.tests.architecture.fixtures.ShowsInternals;
import io.jsc4j.tests.architecture.fixtures.unmarked.InUnmarkedPackage;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** R5 and R6: what the exported packages look like from outside; and what a library does not do. */
final class ApiRules {
  private static final DescribedPredicate<JavaClass> EXPORTED =
      resideOutsideOfPackages("..internal..", "io.jsc4j.bindings..", "io.jsc4j.engine").as(
          "are in an exported package");

  private static final ArchRule NO_INTERNALS_IN_SIGNATURES = classes().that(EXPORTED)
      .and()
      .arePublic()
      .should(new MentionOnlyExportedTypes())
      .as("R5: exported signatures mention no internal type and none of the bindings")
      .because("a user could neither name nor import it, and it would be promised for ever");

  private static final ArchRule CLOSED_TYPES = classes().that()
      .arePublic()
      .and()
      .resideOutsideOfPackage("io.jsc4j.bindings")
      .should(new AllowNoForeignSubclasses())
      .as("R6: public types are final, sealed, records, enums or interfaces")
      .because("the soundness of a class can't rest on what somebody's subclass overrides");

  private static final ArchRule NULL_MARKED = classes().that()
      .resideOutsideOfPackages("io.jsc4j.bindings", "..jmh_generated")
      .should(new BeInANullMarkedPackage())
      .as("R6: every package is @NullMarked")
      .because("NullAway checks only what is marked, and a signature without the mark tells a user nothing about null");

  private static final ArchRule QUIET = noClasses().that()
      .resideOutsideOfPackage("io.jsc4j.bindings")
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .dependOnClassesThat()
      .haveFullyQualifiedName("java.lang.IO")
      .orShould()
      .callMethod(Throwable.class, "printStackTrace")
      .orShould()
      .callMethod(Throwable.class, "printStackTrace", PrintStream.class)
      .as("the library prints nothing")
      .because("standard output belongs to the application; the library's few lines go through SLF4J");

  private ApiRules() {}

  static List<RuleCase> all() {
    return List.of(RuleCase.of(Scope.SHIPPED, NO_INTERNALS_IN_SIGNATURES, ShowsInternals.class),
        RuleCase.of(Scope.SHIPPED, CLOSED_TYPES, OpenForInheritance.class),
        RuleCase.of(Scope.EVERYTHING, NULL_MARKED, InUnmarkedPackage.class),
        RuleCase.of(Scope.SHIPPED, QUIET, PrintsToTheConsole.class));
  }

  private static final class MentionOnlyExportedTypes extends ArchCondition<JavaClass> {
    MentionOnlyExportedTypes() {
      super("mention only exported types");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
      report(javaClass, javaClass.getName(), headTypes(javaClass), events);
      // Inherited ones too: a public method of a package-private superclass is part of the subclass's face.
      for (JavaMember member : javaClass.getAllMembers()) {
        if (member.getOwner().getPackageName().startsWith("io.jsc4j") && isVisible(member)) {
          Stream<JavaClass> thrown = member instanceof JavaCodeUnit unit
              ? unit.getExceptionTypes().stream()
              : Stream.of();
          report(javaClass, member.getFullName(), Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown),
              events);
        }
      }
    }

    private static Stream<JavaClass> headTypes(JavaClass javaClass) {
      List<JavaClass> types = new ArrayList<>();
      javaClass.getSuperclass().ifPresent(type -> types.addAll(type.getAllInvolvedRawTypes()));
      javaClass.getInterfaces().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
      javaClass.getTypeParameters().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
      return types.stream();
    }

    private static boolean isVisible(JavaMember member) {
      return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
    }

    private static void report(JavaClass javaClass, String where, Stream<JavaClass> mentioned, ConditionEvents events) {
      mentioned.map(JavaClass::getBaseComponentType)
          .filter(type -> type.getPackageName().startsWith("io.jsc4j") && !EXPORTED.test(type))
          .forEach(type -> events.add(SimpleConditionEvent.violated(javaClass, where + " mentions " + type.getName())));
    }
  }

  private static final class AllowNoForeignSubclasses extends ArchCondition<JavaClass> {
    AllowNoForeignSubclasses() {
      super("be final, sealed, records, enums or interfaces");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
      // An enum whose constants have bodies is sealed. ArchUnit does not read the permitted subclasses, reflection does.
      boolean closed = javaClass.isInterface() || javaClass.getModifiers().contains(FINAL) || javaClass.reflect()
          .isSealed();
      events.add(new SimpleConditionEvent(javaClass, closed, javaClass.getName() + " can be extended by anybody"));
    }
  }

  private static final class BeInANullMarkedPackage extends ArchCondition<JavaClass> {
    private final Set<String> reported = new HashSet<>();

    BeInANullMarkedPackage() {
      super("be in a @NullMarked package");
    }

    @Override
    public void init(Collection<JavaClass> classes) {
      reported.clear();
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
      boolean marked = javaClass.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
      // Once for each package, not for each class.
      if (!marked && reported.add(javaClass.getPackageName())) {
        events.add(SimpleConditionEvent.violated(javaClass, javaClass.getPackageName()
            + " has no package-info.java with @NullMarked (and contains " + javaClass.getName() + ")"));
      }
    }
  }
}
