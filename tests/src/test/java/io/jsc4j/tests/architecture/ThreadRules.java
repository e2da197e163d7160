package io.jsc4j.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jsc4j.tests.architecture.RuleCase.Scope;
import io.jsc4j.tests.architecture.fixtures.CleansUpOnAnotherThread;
import io.jsc4j.tests.architecture.fixtures.FinalizesWithCalls;
import io.jsc4j.tests.architecture.fixtures.HasFinalizer;
import io.jsc4j.tests.architecture.fixtures.StartsThreads;
import io.jsc4j.tests.architecture.fixtures.UsesSharedArena;
import java.lang.foreign.Arena;
import java.lang.ref.Cleaner;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** R7: no thread but the owner's calls the engine. */
final class ThreadRules {
  private static final String BECAUSE =
      "a collector's or cleaner's thread that calls the engine blocks on its lock or frees what is in use:"
          + " phantom references only enqueue, and the owner thread drains the queue when it next enters";

  private static final ArchRule OTHER_THREADS = noClasses().that(describe("run code on other threads",
      ThreadRules::runsOnOtherThreads))
      .should()
      .transitivelyDependOnClassesThat()
      .resideInAnyPackage("io.jsc4j.internal.ffi", "io.jsc4j.bindings")
      .as("R7: what runs on another thread can't reach the engine")
      .because(BECAUSE);

  private static final ArchRule THREADS = noClasses().that()
      .doNotHaveFullyQualifiedName("io.jsc4j.internal.work.WorkerThread")
      .and()
      .doNotHaveFullyQualifiedName("io.jsc4j.internal.process.ChildProcess")
      .and()
      .doNotHaveFullyQualifiedName("io.jsc4j.internal.process.FrameChannel")
      .and()
      .doNotHaveFullyQualifiedName("io.jsc4j.internal.ffi.HostCallTimer$Starter")
      .should()
      .accessTargetWhere(target("a method that starts a thread", ThreadRules::startsThread))
      .as("R7: the library starts no threads but those of workers and of their processes, and the one that interrupts host functions")
      .because("a runtime belongs to the thread that opened it, and whoever uses the library decides about threads");

  private static final ArchRule ARENAS = noClasses().that()
      .resideOutsideOfPackage("io.jsc4j.bindings")
      .should()
      .accessTargetWhere(target("Arena.ofAuto or ofShared",
          target -> target.getOwner().isEquivalentTo(Arena.class) && Set.of("ofAuto", "ofShared")
              .contains(target.getName())))
      .as("R7: arenas are confined, or live for ever")
      .because(
          "an automatic arena cleans up on the cleaner's thread and a shared one on whichever thread closes it; the one that"
              + " jextract makes is for a library lookup of its own, which is not used");

  private static final ArchRule FINALIZERS = methods().that()
      .haveName("finalize")
      .and()
      .haveRawParameterTypes(new Class<?>[0])
      .should(new ArchCondition<JavaMethod>("not exist") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is a finalizer"));
        }
      })
      .allowEmptyShould(true)
      .as("R7: no class has a finalizer")
      .because(BECAUSE);

  private static final ArchRule ENGINE_FINALIZERS = methods().that()
      .haveNameStartingWith("finalizeHolder")
      .should(new ReachOnlyPrivateData())
      .as("R7: the engine's finalizer callback reads the object's private data and calls nothing else of the engine")
      .because("it may run on any thread, in the middle of a collection");

  private ThreadRules() {}

  static List<RuleCase> all() {
    return List.of(RuleCase.of(Scope.SHIPPED, OTHER_THREADS, CleansUpOnAnotherThread.class),
        RuleCase.of(Scope.SHIPPED, THREADS, StartsThreads.class),
        RuleCase.of(Scope.SHIPPED, ARENAS, UsesSharedArena.class),
        RuleCase.of(Scope.SHIPPED, FINALIZERS, HasFinalizer.class),
        RuleCase.of(Scope.SHIPPED, ENGINE_FINALIZERS, FinalizesWithCalls.class));
  }

  private static DescribedPredicate<JavaAccess<?>> target(String description,
      java.util.function.Predicate<AccessTarget> predicate) {
    return describe(description, access -> predicate.test(access.getTarget()));
  }

  private static boolean runsOnOtherThreads(JavaClass javaClass) {
    return javaClass.getAccessesFromSelf()
        .stream()
        .map(JavaAccess::getTarget)
        .anyMatch(target -> target.getOwner().isEquivalentTo(Cleaner.class)
            || (target.getOwner().isEquivalentTo(ReferenceQueue.class) && target.getName().equals("remove"))
            || (target.getOwner().isEquivalentTo(Runtime.class) && target.getName().equals("addShutdownHook")));
  }

  private static boolean startsThread(AccessTarget target) {
    String owner = target.getOwner().getName();
    return (owner.startsWith("java.lang.Thread") && Set.of("start", "startVirtualThread").contains(target.getName()))
        || owner.equals("java.util.concurrent.Executors")
        || owner.equals("java.util.concurrent.ForkJoinPool")
        || (owner.equals("java.util.concurrent.CompletableFuture") && target.getName().endsWith("Async"))
        || owner.equals("java.util.Timer");
  }

  private static final class ReachOnlyPrivateData extends ArchCondition<JavaMethod> {
    ReachOnlyPrivateData() {
      super("reach no function but JSObjectGetPrivate");
    }

    @Override
    public void check(JavaMethod start, ConditionEvents events) {
      Set<JavaCodeUnit> seen = new HashSet<>(Set.of(start));
      Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
      while (!open.isEmpty()) {
        for (JavaAccess<?> access : open.remove().getAccessesFromSelf()) {
          AccessTarget target = access.getTarget();
          if (target.getOwner().getPackageName().equals("io.jsc4j.bindings")) {
            events.add(new SimpleConditionEvent(start, target.getName().equals("JSObjectGetPrivate"),
                start.getFullName() + " reaches " + target.getFullName()));
          } else if (target instanceof AccessTarget.CodeUnitCallTarget call) {
            call.resolveMember()
                .filter(unit -> unit.getOwner().getPackageName().startsWith("io.jsc4j"))
                .filter(seen::add)
                .ifPresent(open::add);
          }
        }
      }
    }
  }
}
