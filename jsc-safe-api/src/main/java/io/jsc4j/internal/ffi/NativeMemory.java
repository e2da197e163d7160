package io.jsc4j.internal.ffi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Memory of the engine by its address, for hot paths in which a segment of its own for each address would be an object for each. Every call of a method
 * of this class is as raw as one of the engine's functions, and counts as such in the ledger.
 */
final class NativeMemory {
  private static final MemorySegment ALL = all();

  private NativeMemory() {}

  @Unsafe({})
  private static MemorySegment all() {
    // SAFETY: whoever calls the methods below says why that address may be used.
    @SuppressWarnings("restricted")
    MemorySegment all = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    return all;
  }

  static byte getByte(long address) {
    return ALL.get(ValueLayout.JAVA_BYTE, address);
  }

  static long getLong(long address) {
    return ALL.get(ValueLayout.JAVA_LONG, address);
  }

  static void setLong(long address, long value) {
    ALL.set(ValueLayout.JAVA_LONG, address, value);
  }
}
