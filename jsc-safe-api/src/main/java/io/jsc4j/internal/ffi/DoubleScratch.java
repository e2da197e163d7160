package io.jsc4j.internal.ffi;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Memory that Java and the loops of {@link ServiceScript#DOUBLES} both have: Float64Arrays of the service realm, which no script ever sees, so nothing
 * detaches or resizes them.
 *
 * <p>One is kept for the next use. Who takes it has it alone until it is given back: a script that runs meanwhile can come here again, and gets another.
 */
final class DoubleScratch {
  /** A megabyte; what is larger is made for one use. */
  private static final int KEPT = 128 * 1024;
  private static final int LEAST = 1024;

  private final RuntimePointer runtime;
  private @Nullable Memory idle;

  DoubleScratch(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** A Float64Array and its bytes, which are good until it is given back. */
  record Memory(CellPointer array, CellPointer buffer, MemorySegment bytes, long length) {
    private void discard() {
      Realm.discard(array);
      Realm.discard(buffer);
    }
  }

  /**
   * Room for that many numbers at least, with any content.
   *
   * @throws ScriptThrew if there is not so much memory
   */
  Memory take(long length) {
    Memory present = idle;
    if (present != null && present.length() >= length) {
      idle = null;
      return present;
    }
    // Powers of two, so that a slowly growing need does not make one for each call.
    long rounded = length > KEPT ? length : Math.max(LEAST, Long.highestOneBit(Math.max(1, length - 1)) << 1);
    CellPointer array = Buffers.createTypedArray(runtime.service(), ElementType.FLOAT64, rounded);
    CellPointer buffer = null;
    try {
      buffer = Buffers.bufferOf(runtime.service(), array);
      return new Memory(array, buffer, Views.ofService(runtime, buffer), rounded);
    } catch (Throwable t) {
      Realm.discard(array);
      Realm.discard(buffer);
      throw t;
    }
  }

  /** Ends a use, however that went. */
  void giveBack(Memory memory) {
    Memory present = idle;
    if (memory.length() > KEPT || (present != null && present.length() >= memory.length())) {
      memory.discard();
      return;
    }
    idle = memory;
    if (present != null) {
      present.discard();
    }
  }

  /** Gives the memory back; the runtime is about to be released. */
  void release() {
    if (idle != null) {
      idle.discard();
      idle = null;
    }
  }
}
