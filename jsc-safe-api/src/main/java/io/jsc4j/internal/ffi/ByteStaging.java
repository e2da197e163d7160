package io.jsc4j.internal.ffi;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The way by which bytes are copied between Java and any buffer: a buffer of the service realm, of which Java has the address. The engine copies
 * between that and the user's buffer, so that nobody needs the address of a buffer that can move or shrink, and a buffer whose address was never
 * asked for can still be transferred.
 */
final class ByteStaging {
  /** Small enough for a processor's cache, so that the second copy costs little. */
  private static final int SIZE = 128 * 1024;

  private final RuntimePointer runtime;
  private @Nullable CellPointer buffer;
  private @Nullable MemorySegment memory;

  ByteStaging(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** Fills the target. The caller holds the lock: a script that runs between two steps could come here too. */
  void read(ContextPointer context, CellPointer source, long offset, MemorySegment target) {
    MemorySegment staging = memory();
    for (long done = 0, count; done < target.byteSize(); done += count) {
      count = Math.min(SIZE, target.byteSize() - done);
      copy(context, source, offset + done, staged(), 0, count);
      MemorySegment.copy(staging, 0, target, done, count);
    }
  }

  /** Copies the whole source. The caller holds the lock. */
  void write(ContextPointer context, CellPointer target, long offset, MemorySegment source) {
    MemorySegment staging = memory();
    for (long done = 0, count; done < source.byteSize(); done += count) {
      count = Math.min(SIZE, source.byteSize() - done);
      MemorySegment.copy(source, done, staging, 0, count);
      copy(context, staged(), 0, target, offset + done, count);
    }
  }

  /** Copies between buffers; the engine checks the ranges. */
  void copy(ContextPointer context, CellPointer source, long from, CellPointer target, long to, long count) {
    ServiceRealm.call(context, ServiceScript.BYTES, "copy", source, new NativeValue.Num(from), target,
        new NativeValue.Num(to), new NativeValue.Num(count));
  }

  private CellPointer staged() {
    return java.util.Objects.requireNonNull(buffer, "buffer");
  }

  private MemorySegment memory() {
    MemorySegment present = memory;
    if (present == null) {
      CellPointer made = Buffers.create(runtime.service(), SIZE);
      try {
        present = Views.ofService(runtime, made);
      } catch (Throwable t) {
        Realm.discard(made);
        throw t;
      }
      buffer = made;
      memory = present;
    }
    return present;
  }

  /** Gives the buffer back; the runtime is about to be released. */
  void release() {
    Realm.discard(buffer);
    buffer = null;
    memory = null;
  }
}
