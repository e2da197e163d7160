package io.jsc4j.tests.obligations;

import io.jsc4j.tests.stress.ForkedJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Shows what each obligation is worth: a table of what happens with the code that enforces it, and without. */
public final class Obligations {
  /** How many JVMs run at a time. */
  static final int PARALLEL = 2;

  /** Both runs of a proof. */
  record Outcome(Enforcement enforcement, ForkedJvm.Result with, ForkedJvm.Result without) {
    static Outcome of(Enforcement enforcement) throws IOException, InterruptedException {
      Proof proof = Proofs.of(enforcement.obligation());
      return new Outcome(enforcement, proof.runWith(), proof.runWithout(enforcement));
    }
  }

  private Obligations() {}

  /**
   * Runs the proofs and prints the table.
   *
   * @param names the obligations to prove; all, if there are none
   */
  public static void main(String[] names) throws Exception {
    List<Future<Outcome>> outcomes = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(PARALLEL)) {
      for (Enforcement enforcement : Enforcement.findAll()) {
        if (names.length == 0 || List.of(names).contains(enforcement.obligation().name())) {
          outcomes.add(pool.submit(() -> Outcome.of(enforcement)));
        }
      }
      System.out.println("| obligation | enforced by | with it | without it |");
      System.out.println("|---|---|---|---|");
      for (Future<Outcome> future : outcomes) {
        Outcome outcome = future.get();
        System.out.printf("| %s: %s | `%s` | %s | %s |%n", outcome.enforcement.obligation(),
            outcome.enforcement.obligation().statement(), outcome.enforcement.where(), outcome.with.describe(),
            outcome.without.describe());
      }
    }
  }
}
