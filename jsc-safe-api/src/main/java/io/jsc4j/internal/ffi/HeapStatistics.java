package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.MemorySegment;

/** What the engine tells about its heap, and asking it to collect. */
public final class HeapStatistics {
  private HeapStatistics() {}

  /** Bytes in use by the heap of the context's runtime, as of the last collection plus what was allocated since. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.ARGUMENTS_ROOTED,
      Obligation.STRING_VALID,
      Obligation.EXCEPTION_READ})
  static long heapSize(ContextPointer context) {
    try (Entry entry = Entry.open(context); StringPointer name = StringPointer.of("heapSize")) {
      // SAFETY: the lock is held; the new object is rooted before anything else is allocated.
      MemorySegment statistics = JavaScriptCore.JSGetMemoryUsageStatistics(entry.context());
      entry.root(entry.requirePresent(statistics.address()));
      // SAFETY: the object is rooted and plain: reading the property runs no JavaScript.
      MemorySegment size = JavaScriptCore.JSObjectGetProperty(entry.context(), statistics, name.segment(), entry
          .exceptionSlot());
      return entry.result(size) instanceof NativeValue.Num(double bytes) ? (long) bytes : 0;
    }
  }

  /** Collects garbage now, completely. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.RESULT_PROTECTED})
  public static void collect(ContextPointer context) {
    try (Entry entry = Entry.open(context)) {
      if (NativeEngine.instance().has(Feature.SYNCHRONOUS_COLLECTION)) {
        // SAFETY: all that Java keeps is protected; finalizers that run call nothing.
        JavaScriptCore.JSSynchronousGarbageCollectForDebugging(entry.context());
      } else {
        // SAFETY: as above; a hint, carried out later.
        JavaScriptCore.JSGarbageCollect(entry.context());
      }
    }
  }
}
