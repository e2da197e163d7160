package io.jsc4j.internal.ffi;

import java.lang.ref.SoftReference;

/**
 * The array through which the UTF-16 units of strings go between Java and the engine: kept, because making one for each string costs more than
 * copying the units (rows {@code 1 KB string} and {@code 1 MB string} of the benchmarks). What was copied last stays in it until the next string comes.
 */
final class StringUnits {
  private static final int MIN_LENGTH = 256;
  /** Up to here the array stays as long as the runtime; a longer one only as long as Java's collector has memory to spare. */
  private static final int KEPT_LENGTH = 1 << 14;
  /** Longer ones are made for one use. */
  private static final int MAX_LENGTH = 1 << 22;

  private char[] units = new char[MIN_LENGTH];
  private SoftReference<char[]> large = new SoftReference<>(null);

  /** An array for at least so many units; until the next call. */
  char[] ofAtLeast(int length) {
    if (length <= units.length) {
      return units;
    }
    if (length <= KEPT_LENGTH) {
      units = new char[Integer.highestOneBit(length - 1) << 1];
      return units;
    }
    return length <= MAX_LENGTH ? largeOfAtLeast(length) : new char[length];
  }

  private char[] largeOfAtLeast(int length) {
    char[] present = large.get();
    if (present == null || present.length < length) {
      present = new char[Integer.highestOneBit(length - 1) << 1];
      large = new SoftReference<>(present);
    }
    return present;
  }
}
