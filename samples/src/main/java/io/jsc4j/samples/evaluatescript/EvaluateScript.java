package io.jsc4j.samples.evaluatescript;

import io.jsc4j.samples.evaluatescript.Mistake.Layer;
import java.io.IOException;

/**
 * Prints what the classic mistakes do on the raw bindings and on the safe API, as a table in Markdown. It is made by
 * running: each cell is what a JVM did that was started to make that mistake on that layer. The README has the same
 * table.
 *
 * <p>It runs on the class path: {@code samples/evaluate-script} starts it.
 */
public final class EvaluateScript {
  private EvaluateScript() {}

  /** Without arguments prints the table; with a mistake and a layer makes that mistake, as the forked JVMs do. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      new Trial(Mistake.valueOf(args[0]), Layer.valueOf(args[1])).makeHere();
    } else {
      System.out.print(table());
    }
  }

  /**
   * Makes every mistake on both layers, each in a JVM of its own.
   *
   * @return the table
   * @throws IOException if a JVM can't be started
   * @throws InterruptedException if the thread is interrupted
   */
  public static String table() throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder("""
        | mistake | raw bindings | safe API |
        |---|---|---|
        """);
    for (Mistake mistake : Mistake.values()) {
      table.append("| ")
          .append(mistake.title())
          .append(" | ")
          .append(new Trial(mistake, Layer.RAW).fork())
          .append(" | ")
          .append(new Trial(mistake, Layer.SAFE).fork())
          .append(" |\n");
    }
    return table.toString();
  }
}
