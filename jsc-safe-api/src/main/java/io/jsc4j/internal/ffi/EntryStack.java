package io.jsc4j.internal.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a runtime, one for each depth: calls nest (Java, JavaScript, Java, ...), and an entry at a depth is over before the next one
 * begins there. So each is made once, with its native memory, and a call allocates nothing (row {@code call JS from Java} of the benchmarks).
 */
final class EntryStack {
  /** Deeper ones, which only recursion through host functions needs, are made for one use. */
  private static final int KEPT = 256;

  private final RuntimePointer runtime;
  private final Arena arena;
  private final @Nullable Entry[] kept = new Entry[KEPT];

  /** Takes its memory from the arena, which must outlive every entry. */
  EntryStack(RuntimePointer runtime, Arena arena) {
    this.runtime = runtime;
    this.arena = arena;
  }

  /** What stands for the entry at that depth; whoever was there before is gone. */
  @SuppressWarnings("MustBeClosedChecker") // The arena of an entry of its own is closed by the entry.
  Entry at(int depth) {
    if (depth >= KEPT) {
      Arena own = Arena.ofConfined();
      return new Entry(runtime, own.allocate(ValueLayout.JAVA_LONG, Entry.SLOTS), own);
    }
    Entry entry = kept[depth];
    if (entry == null) {
      entry = new Entry(runtime, arena.allocate(ValueLayout.JAVA_LONG, Entry.SLOTS), null);
      kept[depth] = entry;
    }
    return entry;
  }
}
