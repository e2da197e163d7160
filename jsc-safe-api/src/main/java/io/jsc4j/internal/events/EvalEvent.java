package io.jsc4j.internal.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A script was evaluated, with the microtasks that ran when it ended. */
@Name("io.jsc4j.Eval")
@Label("JavaScript Evaluation")
@Description("A script was evaluated, with the microtasks that ran when it ended.")
@Category({"JavaScript", "jsc4j"})
@Threshold("1 ms")
final class EvalEvent extends Event implements Span {
  @Label("Context")
  @Nullable String context;

  @Label("URL")
  @Nullable String url;

  @Label("Length")
  @Description("Characters of source text")
  int length;

  @Override
  public void finish() {
    end();
    if (shouldCommit()) {
      commit();
    }
  }
}
