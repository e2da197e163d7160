package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the engine tells about its heap, and asking it to collect.
 *
 * @param totals bytes and numbers of objects, by the engine's names
 * @param objectTypes numbers of objects, by the engine's names of their types
 */
public record HeapStatistics(Map<String, Long> totals, Map<String, Long> objectTypes) {
  /** In the place of a size while a script's exception is on its way. */
  static final long UNKNOWN = -1;

  /** Walks the heap of the runtime. */
  public static HeapStatistics of(RuntimePointer runtime) {
    NativeEngine.instance().require(Feature.MEMORY_STATISTICS);
    // The object belongs to the service context, whose prototypes no script of a user can change.
    ContextPointer service = runtime.service();
    CellPointer statistics = measure(service);
    // The limits are for scripts of users.
    runtime.watchdog().suspend();
    try {
      return new HeapStatistics(numbers(service, statistics), numbersIn(service, statistics, "objectTypeCounts"));
    } finally {
      runtime.watchdog().resume();
      Realm.discard(statistics);
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.RESULT_PRESENT,
      Obligation.RESULT_PROTECTED})
  private static CellPointer measure(ContextPointer context) {
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the lock is held; the new object is protected before anything else is allocated.
      MemorySegment statistics = JavaScriptCore.JSGetMemoryUsageStatistics(entry.context());
      return entry.objectResult(statistics, CellKind.OBJECT);
    }
  }

  private static Map<String, Long> numbersIn(ContextPointer context, CellPointer statistics, String property) {
    if (!(Objects.get(context, statistics, property) instanceof CellPointer counts)) {
      return Map.of();
    }
    try {
      return numbers(context, counts);
    } finally {
      Realm.discard(counts);
    }
  }

  private static Map<String, Long> numbers(ContextPointer context, CellPointer object) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (NativeValue key : Realm.keys(context, object)) {
      if (key instanceof NativeValue.Text(String name)) {
        NativeValue value = Objects.get(context, object, name);
        if (value instanceof NativeValue.Num(double number)) {
          numbers.put(name, (long) number);
        } else {
          Realm.discard(value);
        }
      }
    }
    return numbers;
  }

  /** Bytes in use by the heap of the context's runtime as of the last collection: what has been allocated since is not among them. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.ARGUMENTS_ROOTED,
      Obligation.STRING_VALID,
      Obligation.EXCEPTION_READ})
  public static long heapSize(ContextPointer context) {
    if (Backtrace.isExceptionPending(context)) {
      return UNKNOWN;
    }
    try (Entry entry = Entry.open(context);
        StringPointer name = StringPointer.of("heapSize")) {
      // SAFETY: the lock is held; the new object is rooted before anything else is allocated.
      MemorySegment statistics = JavaScriptCore.JSGetMemoryUsageStatistics(entry.context());
      entry.root(entry.requirePresent(statistics.address()));
      // SAFETY: the object is rooted and plain: reading the property runs no JavaScript.
      MemorySegment size = UniformCalls.JSObjectGetProperty(entry.context(), statistics, name.segment(), entry
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
