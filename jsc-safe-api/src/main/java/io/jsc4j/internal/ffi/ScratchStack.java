package io.jsc4j.internal.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Native memory for exception slots and argument arrays: a stack, because calls nest (Java, JavaScript, Java, ...) and the engine writes an
 * outer call's exception slot only after the inner calls are done.
 */
final class ScratchStack {
  private static final int SLOTS = 1024;

  private final MemorySegment memory;
  private int top;

  /** Takes its memory from the arena, which must outlive every frame. */
  ScratchStack(Arena arena) {
    this.memory = arena.allocate(ValueLayout.JAVA_LONG, SLOTS);
  }

  /** A frame of that many zeroed 8-byte slots; frames are closed in reverse order. */
  @SuppressWarnings("MustBeClosedChecker") // The arena of a frame of its own is closed by the frame.
  Frame push(int slots) {
    int base = top;
    if (slots <= SLOTS - base) {
      MemorySegment segment = memory.asSlice((long) base * Long.BYTES, (long) slots * Long.BYTES);
      segment.fill((byte) 0);
      top = base + slots;
      return new Frame(segment, base, null);
    }
    // Deep recursion or very many arguments: memory of its own.
    Arena own = Arena.ofConfined();
    return new Frame(own.allocate(ValueLayout.JAVA_LONG, slots), base, own);
  }

  /** One frame. */
  final class Frame {
    private final MemorySegment slots;
    private final int base;
    private final @Nullable Arena own;

    private Frame(MemorySegment slots, int base, @Nullable Arena own) {
      this.slots = slots;
      this.base = base;
      this.own = own;
    }

    MemorySegment slots() {
      return slots;
    }

    void close() {
      top = base;
      if (own != null) {
        own.close();
      }
    }
  }
}
