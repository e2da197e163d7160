package io.jsc4j.tests.obligations;

import io.jsc4j.internal.ffi.AuditedScenarios;
import io.jsc4j.internal.ffi.Obligation;
import java.util.EnumMap;
import java.util.Map;

/** The proof of each obligation. */
final class Proofs {
  private static final Map<String, String> PLAIN = Map.of();
  /** What is freed is overwritten, so that using it shows. */
  private static final Map<String, String> SCRIBBLE = Map.of("JSC_scribbleFreeCells", "1");
  /** Collections run all the time, on their own thread. */
  private static final Map<String, String> COLLECT = Map.of("JSC_scribbleFreeCells", "1", "JSC_collectContinuously",
      "1");
  /** Every tenth allocation that leaves the fast path collects, at that very place. */
  private static final Map<String, String> ALLOCATE =
      Map.of("JSC_scribbleFreeCells", "1", "JSC_slowPathAllocsBetweenGCs", "10", "JSC_sweepSynchronously", "1");

  private static final Map<Obligation, Proof> ALL = new EnumMap<>(Obligation.class);

  static {
    add(Obligation.CONTEXT_OPEN, SCRIBBLE, CheckScenarios::contextOpen);
    add(Obligation.OWNER_THREAD, PLAIN, CheckScenarios::ownerThread);
    add(Obligation.LOCK_HELD, COLLECT, AuditedScenarios::lockHeld);
    add(Obligation.RESULT_PROTECTED, COLLECT, MemoryScenarios::resultProtected);
    add(Obligation.ARGUMENTS_ROOTED, ALLOCATE, MemoryScenarios::argumentsRooted);
    add(Obligation.CALLBACK_RESULT_PARKED, COLLECT, AuditedScenarios::callbackResultParked);
    add(Obligation.EXCEPTION_READ, PLAIN, CheckScenarios::exceptionRead);
    add(Obligation.RESULT_PRESENT, PLAIN, AuditedScenarios::resultPresent);
    add(Obligation.VALUE_ALIVE, SCRIBBLE, CheckScenarios::valueAlive);
    add(Obligation.SAME_RUNTIME, SCRIBBLE, CheckScenarios::sameRuntime);
    add(Obligation.IS_OBJECT, PLAIN, AuditedScenarios::isObject);
    add(Obligation.SCRIPT_OF_RUNTIME, PLAIN, AuditedScenarios::scriptOfRuntime);
    add(Obligation.STRING_VALID, PLAIN, MemoryScenarios::stringValid);
    add(Obligation.NAN_CANONICAL, PLAIN, MemoryScenarios::nanCanonical);
    add(Obligation.CALLBACK_CONTAINED, PLAIN, AuditedScenarios::callbackContained);
    add(Obligation.CALLBACK_CONTEXT_OPEN, PLAIN, CallbackScenarios::callbackContextOpen);
    add(Obligation.NOT_ENTERED, SCRIBBLE, CallbackScenarios::notEntered);
    add(Obligation.CLEANUP_ORDERED, SCRIBBLE, CallbackScenarios::cleanupOrdered);
    add(Obligation.OPTIONS_BEFORE_VM, PLAIN, AuditedScenarios::optionsBeforeVm);
    add(Obligation.WATCHDOG_REARMED, PLAIN, CallbackScenarios::watchdogRearmed);
    add(Obligation.TERMINATION_SWEPT, PLAIN, CallbackScenarios::terminationSwept);
    add(Obligation.MEMORY_FIXED, PLAIN, ViewScenarios::memoryFixed);
    add(Obligation.VIEW_PROTECTED, SCRIBBLE, ViewScenarios::viewProtected);
    add(Obligation.VIEWS_ENDED, SCRIBBLE, ViewScenarios::viewsEnded);
  }

  private Proofs() {}

  private static void add(Obligation obligation, Map<String, String> environment, Proof.Scenario scenario) {
    ALL.put(obligation, new Proof(obligation, scenario, environment));
  }

  static Proof of(Obligation obligation) {
    Proof proof = ALL.get(obligation);
    if (proof == null) {
      throw new IllegalStateException("the obligation " + obligation + " has no proof: add a scenario here");
    }
    return proof;
  }
}
