package io.jsc4j.tests.heap;

import org.jspecify.annotations.Nullable;

/** Fills Java's heap. */
final class Ballast {
  private static final int SMALL = 4_096;
  private static final int LARGEST = 1 << 18;

  /** Made before it is needed; what it refers to can be given back one by one. */
  private final @Nullable Object[] small = new @Nullable Object[SMALL];
  private @Nullable Object @Nullable [] rest;

  /**
   * Fills the heap until nothing can be allocated any more, and gives back a little.
   *
   * @param spare how many objects of 24 bytes are given back
   */
  void fill(int spare) {
    drop();
    try {
      for (int i = 0; i < SMALL; i++) {
        small[i] = new long[1];
      }
    } catch (OutOfMemoryError e) {
      // It is full.
    }
    for (int size = LARGEST; size > 0; size /= 8) {
      try {
        while (true) {
          @Nullable Object[] next = new @Nullable Object[size];
          next[0] = rest;
          rest = next;
        }
      } catch (OutOfMemoryError e) {
        // The next ones are smaller.
      }
    }
    for (int i = 0; i < Math.min(spare, SMALL); i++) {
      small[i] = null;
    }
  }

  /** Gives everything back. */
  void drop() {
    rest = null;
    java.util.Arrays.fill(small, null);
    // G1 has been seen to give up at the next allocation before it had collected what is no longer used.
    System.gc();
  }
}
