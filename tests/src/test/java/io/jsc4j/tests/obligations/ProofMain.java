package io.jsc4j.tests.obligations;

import io.jsc4j.internal.ffi.Obligation;

/** What a forked JVM runs: the scenario of one obligation. */
final class ProofMain {
  private ProofMain() {}

  /** Prints PASS, or FAIL with what happened instead. */
  public static void main(String[] arguments) {
    Proof proof = Proofs.of(Obligation.valueOf(arguments[0]));
    try {
      proof.scenario().run();
      System.out.println("PASS " + proof.obligation());
    } catch (Throwable t) {
      t.printStackTrace(System.out);
      System.out.println("FAIL: " + (t instanceof AssertionError
          ? t.getMessage()
          : t.toString().lines().findFirst().orElse("")));
      System.out.flush();
      // At once: what the failure left behind could crash while the JVM ends, and hide the message.
      Runtime.getRuntime().halt(1);
    }
  }
}
