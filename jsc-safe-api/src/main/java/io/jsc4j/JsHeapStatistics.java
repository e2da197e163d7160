package io.jsc4j;

import io.jsc4j.internal.ffi.HeapStatistics;
import java.util.Map;

/**
 * What is in the heap of a runtime, as the engine counts it: {@link JsRuntime#heapStatistics()}. The objects of the library itself are among
 * them, and objects that are garbage but have not been collected.
 *
 * @param heapSize bytes in use, as of the last collection plus what was allocated since
 * @param heapCapacity bytes that the heap has taken from the operating system
 * @param extraMemorySize bytes outside the heap that its objects hold: strings, buffers
 * @param objectCount how many objects there are
 * @param protectedObjectCount how many of them Java keeps alive
 * @param globalObjectCount how many of them are global objects: one for each context, and the library's own
 * @param protectedGlobalObjectCount how many global objects are kept alive
 * @param objectTypeCounts how many objects there are of each type, by the engine's own names
 * @param protectedObjectTypeCounts how many objects of each type Java keeps alive
 */
public record JsHeapStatistics(long heapSize, long heapCapacity, long extraMemorySize, long objectCount,
    long protectedObjectCount, long globalObjectCount, long protectedGlobalObjectCount,
    Map<String, Long> objectTypeCounts, Map<String, Long> protectedObjectTypeCounts) {

  /** Copies the maps. */
  public JsHeapStatistics {
    objectTypeCounts = Map.copyOf(objectTypeCounts);
    protectedObjectTypeCounts = Map.copyOf(protectedObjectTypeCounts);
  }

  static JsHeapStatistics of(HeapStatistics measured) {
    return new JsHeapStatistics(total(measured, "heapSize"), total(measured, "heapCapacity"),
        total(measured, "extraMemorySize"), total(measured, "objectCount"), total(measured, "protectedObjectCount"),
        total(measured, "globalObjectCount"), total(measured, "protectedGlobalObjectCount"), measured.objectTypes(),
        measured.protectedTypes());
  }

  private static long total(HeapStatistics measured, String name) {
    return measured.totals().getOrDefault(name, 0L);
  }
}
