package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.Project;
import io.jsc4j.tests.architecture.audit.CodeUnit.Call;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** R4: the ledger is complete and up to date, and an incomplete one is noticed. */
@Tag("architecture")
final class UnsafeLedgerTest {
  private static final Call JS_LOCK = new Call("io.jsc4j.bindings.JavaScriptCore", "JSLock", List.of("MemorySegment"),
      7);
  private static final Call CONSTANT = new Call("io.jsc4j.bindings.JavaScriptCore", "kJSTypeNull", List.of(), 7);
  private static final Call HANDLE = new Call("java.lang.invoke.MethodHandle", "invokeExact", List.of(), 7);

  @Test
  void everySiteIsEntered() {
    assertThat(UnsafeLedger.ofProject().siteProblems()).isEmpty();
  }

  @Test
  void everyObligationIsEnforcedOnceAndReliedOn() {
    assertThat(UnsafeLedger.ofProject().obligationProblems()).isEmpty();
  }

  @Test
  void thePageIsUpToDate() {
    GeneratedPage.check("unsafe-ledger.md", UnsafeLedger.ofProject().markdown());
  }

  @Test
  void aCallWithoutAnnotationIsNoticed() {
    List<CodeUnit> units = AuditedPackage.units(
        Project.files(Project.testClasses("tests").resolve(Project.FIXTURES + "/internal/ffi"),
            "UnannotatedCalls.class"));
    // A constant and a bridge are no sites; a lambda and a method reference are their method's.
    assertThat(new UnsafeLedger(units, List.of()).siteProblems()).filteredOn(problem -> problem.contains(
        "without @Unsafe"))
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).startsWith("UnannotatedCalls.direct() calls JSContextGroupCreate"),
            problem -> assertThat(problem).startsWith("UnannotatedCalls.inLambda() calls JSContextGroupCreate"),
            problem -> assertThat(problem).startsWith("UnannotatedCalls.byReference() calls JSContextGroupCreate"),
            problem -> assertThat(problem).startsWith(
                "UnannotatedCalls.restricted(MemorySegment) calls MemorySegment.reinterpret"));
  }

  @Test
  void aCallWithoutSafetyCommentIsNoticed() {
    assertThat(new UnsafeLedger(List.of(unit(Set.of(), null, JS_LOCK)), List.of()).siteProblems()).singleElement()
        .asString()
        .contains("JSLock")
        .contains("no '// SAFETY:' comment");
    assertThat(new UnsafeLedger(List.of(unit(Set.of(), null, HANDLE)), List.of()).siteProblems()).hasSize(1);
  }

  @Test
  void anAnnotationWithoutCallIsNoticed() {
    assertThat(new UnsafeLedger(List.of(unit(Set.of(), null, CONSTANT)), List.of()).siteProblems()).singleElement()
        .asString()
        .contains("makes no raw call");
  }

  @Test
  void obligationsEnforcedNeverOrTwiceOrReliedOnNowhereAreNoticed() {
    CodeUnit enforcer = unit(Set.of("LOCK_HELD"), "CONTEXT_OPEN", JS_LOCK);
    assertThat(new UnsafeLedger(List.of(enforcer, enforcer), List.of()).obligationProblems())
        .anySatisfy(problem -> assertThat(problem).startsWith("CONTEXT_OPEN is enforced by Sample.run and Sample.run"))
        .anySatisfy(problem -> assertThat(problem).startsWith("CONTEXT_OPEN is named by no @Unsafe"))
        .anySatisfy(problem -> assertThat(problem).startsWith("LOCK_HELD is enforced by no method"))
        .noneSatisfy(problem -> assertThat(problem).startsWith("LOCK_HELD is named"));
  }

  private static CodeUnit unit(Set<String> unsafe, @Nullable String enforces, Call call) {
    return new CodeUnit("io.jsc4j.internal.ffi.Sample", "run", List.of(), List.of(call), unsafe, enforces);
  }
}
