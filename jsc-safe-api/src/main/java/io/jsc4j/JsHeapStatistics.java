package io.jsc4j;

import io.jsc4j.internal.ffi.HeapStatistics;
import java.util.Map;
import java.util.Objects;

/**
 * What is in the heap of a runtime, as the engine counts it: {@link JsRuntime#heapStatistics()}. The objects of the library itself are among
 * them.
 *
 * @param heapSize bytes that were in use after the last collection; 0 before the first
 * @param heapCapacity bytes that the heap has taken from the operating system
 * @param extraMemorySize bytes outside the heap that its objects hold, as of the last collection: strings, buffers
 * @param objectCount how many objects there were after the last collection; 0 before the first
 * @param protectedObjectCount how many objects Java keeps alive
 * @param globalObjectCount how many global objects there are: one for each context, and the library's own
 * @param protectedGlobalObjectCount how many global objects are kept alive
 * @param objectTypeCounts how many cells (objects, strings, code and so on) there are of each type, by the engine's own names
 */
public record JsHeapStatistics(long heapSize, long heapCapacity, long extraMemorySize, long objectCount,
    long protectedObjectCount, long globalObjectCount, long protectedGlobalObjectCount,
    Map<String, Long> objectTypeCounts) {

  /** Copies the map. */
  public JsHeapStatistics {
    objectTypeCounts = Map.copyOf(Objects.requireNonNull(objectTypeCounts, "objectTypeCounts"));
  }

  static JsHeapStatistics of(HeapStatistics measured) {
    return new JsHeapStatistics(total(measured, "heapSize"), total(measured, "heapCapacity"),
        total(measured, "extraMemorySize"), total(measured, "objectCount"), total(measured, "protectedObjectCount"),
        total(measured, "globalObjectCount"), total(measured, "protectedGlobalObjectCount"), measured.objectTypes());
  }

  private static long total(HeapStatistics measured, String name) {
    return measured.totals().getOrDefault(name, 0L);
  }
}
