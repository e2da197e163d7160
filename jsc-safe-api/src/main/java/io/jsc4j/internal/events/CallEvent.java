package io.jsc4j.internal.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** Java called a JavaScript function. */
@Name("io.jsc4j.Call")
@Label("JavaScript Call")
@Description("Java called a JavaScript function.")
@Category({"JavaScript", "jsc4j"})
@Threshold("1 ms")
final class CallEvent extends Event implements Span {
  @Label("Context")
  @Nullable String context;

  @Label("Arguments")
  @Description("How many arguments were passed")
  int arguments;

  @Override
  public void finish() {
    end();
    if (shouldCommit()) {
      commit();
    }
  }
}
