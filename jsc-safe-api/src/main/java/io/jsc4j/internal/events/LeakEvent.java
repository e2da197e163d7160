package io.jsc4j.internal.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Something that has to be closed became unreachable without that. */
@Name("io.jsc4j.Leak")
@Label("JavaScript Resource Leak")
@Description("Something that has to be closed became unreachable without that.")
@Category({"JavaScript", "jsc4j"})
@StackTrace(false)
final class LeakEvent extends Event {
  @Label("Kind")
  @Nullable String kind;

  @Label("Opened At")
  @Description("The stack that opened it, with -Dio.jsc4j.leaks=paranoid")
  @Nullable String openedAt;
}
