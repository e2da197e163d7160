package io.jsc4j.internal.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** Java asked for a garbage collection of a JavaScript heap. */
@Name("io.jsc4j.GarbageCollection")
@Label("JavaScript Garbage Collection")
@Description("Java asked for a garbage collection of a JavaScript heap.")
@Category({"JavaScript", "jsc4j"})
@Threshold("0 ms")
final class GarbageCollectionEvent extends Event implements Span {
  @Label("Runtime")
  @Nullable String runtime;

  @Override
  public void finish() {
    end();
    if (shouldCommit()) {
      commit();
    }
  }
}
