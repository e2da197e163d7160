package io.jsc4j.internal.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** JavaScript called a function that Java made. */
@Name("io.jsc4j.HostCall")
@Label("Host Function Call")
@Description("JavaScript called a function that Java made.")
@Category({"JavaScript", "jsc4j"})
@Threshold("1 ms")
final class HostCallEvent extends Event implements Span {
  @Label("Context")
  @Nullable String context;

  @Label("Function")
  @Nullable String function;

  @Override
  public void finish() {
    end();
    if (shouldCommit()) {
      commit();
    }
  }
}
