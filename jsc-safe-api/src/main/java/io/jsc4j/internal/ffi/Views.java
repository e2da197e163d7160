package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Java's views of memory that belongs to the engine.
 *
 * <p>A buffer whose address was asked for is pinned: from then on the engine neither detaches nor frees its memory while the buffer lives. A view
 * keeps the buffer alive by a protection of its own, which the clean-up of the view's arena gives back: it runs when the JVM has ruled out every
 * access. Memory that moves or shrinks in spite of that (resizable buffers, WebAssembly) is not shared.
 */
public final class Views {
  private static final String COPY_INSTEAD = "; copy its bytes with copyTo, copyFrom or toByteArray";

  /** Whether the engine refuses the address of WebAssembly memory; null before it has been tried. */
  private static volatile @Nullable Boolean webAssemblyRefused;

  private Views() {}

  /** The protection of one view. */
  private static final class Hold {
    private final RuntimePointer runtime;
    private final long cell;
    private boolean ended;

    Hold(RuntimePointer runtime, long cell) {
      this.runtime = runtime;
      this.cell = cell;
    }

    void end() {
      if (!ended) {
        ended = true;
        runtime.viewEnded(cell);
      }
    }
  }

  /**
   * The bytes of an owner (see {@link Buffers}), accessible as long as the arena is open, from the arena's thread. Several views of one arena may
   * end in any order.
   *
   * @param arena a confined arena of the owner thread
   * @throws UnsupportedOperationException if the memory can move or shrink
   * @throws IllegalStateException if the buffer is detached, or the arena is closed
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME, Obligation.MEMORY_FIXED, Obligation.VIEW_PROTECTED})
  public static MemorySegment open(ContextPointer context, CellPointer owner, Arena arena) {
    NativeEngine.instance().require(Feature.TYPED_ARRAYS);
    RuntimePointer runtime = context.runtime();
    runtime.requireOwner();
    // The lock is held over all steps: no script runs between them.
    try (Entry entry = Entry.open(context)) {
      CellPointer buffer = Buffers.attachedBuffer(context, owner);
      try {
        requireFixed(context, buffer);
        long length = Buffers.byteLength(context, owner);
        long start = Buffers.requireRange(context, owner, 0, length);
        long address = pin(context, buffer);
        java.util.Objects.checkFromIndexSize(start, length, Buffers.byteLength(context, buffer));
        long cell = buffer.objectAddress(runtime);
        Hold hold = new Hold(runtime, cell);
        protect(entry, cell);
        runtime.viewOpened();
        try {
          // SAFETY: the range was checked against the length of the buffer after it was pinned. The memory neither moves nor shrinks (it is no
          // resizable one, and pinned) and lives as long as the buffer, whose protection ends in the clean-up, after every access. An arena
          // that is closed refuses.
          @SuppressWarnings("restricted")
          MemorySegment view = MemorySegment.ofAddress(address + start)
              .reinterpret(length, arena, ignored -> hold.end());
          return view;
        } catch (Throwable t) {
          hold.end();
          throw t;
        }
      } finally {
        Buffers.discardUnless(owner, buffer);
      }
    }
  }

  /** The bytes of a buffer of the service realm that no script ever sees; good until the runtime is released or the buffer is discarded. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD})
  static MemorySegment ofService(RuntimePointer runtime, CellPointer buffer) {
    long address = pin(runtime.service(), buffer);
    long length = Buffers.byteLength(runtime.service(), buffer);
    // SAFETY: the buffer was made by the caller with a fixed length, and nobody else has it; the caller keeps it while it uses the segment.
    @SuppressWarnings("restricted")
    MemorySegment bytes = MemorySegment.ofAddress(address).reinterpret(length);
    return bytes;
  }

  /**
   * Pins the memory of a buffer, for good.
   *
   * @return its address
   * @throws UnsupportedOperationException if it belongs to a WebAssembly.Memory
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE, Obligation.SAME_RUNTIME, Obligation.EXCEPTION_READ, Obligation.RESULT_PRESENT})
  private static long pin(ContextPointer context, CellPointer buffer) {
    MemorySegment target = MemorySegment.ofAddress(buffer.objectAddress(context.runtime()));
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle; the engine looks whether it is a buffer.
      long address = JavaScriptCore.JSObjectGetArrayBufferBytesPtr(entry.context(), target, entry.exceptionSlot())
          .address();
      entry.throwIfThrown();
      return entry.requirePresent(address);
    } catch (ScriptThrew e) {
      // The one thing that this function throws.
      Realm.discard(e.thrown());
      throw new UnsupportedOperationException("the memory of a WebAssembly.Memory moves when it grows" + COPY_INSTEAD);
    }
  }

  /** A pinned buffer that can be resized still gives memory back to the system, and an access then ends the process. */
  @Enforces(Obligation.MEMORY_FIXED)
  private static void requireFixed(ContextPointer context, CellPointer buffer) {
    if (Buffers.ask(context, buffer, Buffers.Question.IS_RESIZABLE)) {
      throw new UnsupportedOperationException("the memory of a resizable buffer shrinks when it is resized"
          + COPY_INSTEAD);
    }
    if (!refusesWebAssembly(context)) {
      throw new UnsupportedOperationException(
          "this JavaScript engine gives out the address of WebAssembly memory, so it can't be told from other memory"
              + COPY_INSTEAD);
    }
  }

  /** Nothing else tells WebAssembly memory from a buffer, so an engine that would not refuse it is found out before the first view. */
  private static boolean refusesWebAssembly(ContextPointer context) {
    Boolean known = webAssemblyRefused;
    if (known == null) {
      known = isRefused(context, false) && isRefused(context, true);
      webAssemblyRefused = known;
    }
    return known;
  }

  private static boolean isRefused(ContextPointer context, boolean shared) {
    NativeValue memory = ServiceRealm.call(context, ServiceScript.BYTES, "webAssemblyBuffer", new NativeValue.Bool(
        shared));
    if (!(memory instanceof CellPointer buffer)) {
      return true;
    }
    try {
      pin(context, buffer);
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    } finally {
      Realm.discard(buffer);
    }
  }

  /** A protection of its own: the handle that the view was taken from may end before the view. */
  @Enforces(Obligation.VIEW_PROTECTED)
  private static void protect(Entry entry, long cell) {
    entry.runtime().protect(entry.context(), cell);
  }
}
