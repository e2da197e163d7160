package io.jsc4j.internal.lifetime;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.LockSpan;
import io.jsc4j.internal.ffi.Protection;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Handles that no scope holds: those of a context's root scope, which go when Java no longer reaches them, and those that were retained, which
 * go when they are closed. All go with the context.
 *
 * <p>The garbage collector only enqueues; {@link #releaseUnreachable()}, on the owner thread, gives the protections back.
 */
public final class HandleTable {
  /**
   * From this many handles on, the garbage collector is asked to look. It knows only the few bytes that a handle takes in Java, not what the
   * engine keeps for it, and would let millions wait for its next full collection.
   */
  private static final int MIN_COLLECT_AT = 100_000;

  private final ReferenceQueue<CellPointer> unreachable = new ReferenceQueue<>();
  private final boolean automatic;
  private @Nullable Entry first;
  private int size;
  private int collectAt = MIN_COLLECT_AT;

  /** A place in the table; links make removal cheap. */
  private static final class Entry extends WeakReference<CellPointer> {
    private final Protection protection;
    private @Nullable Entry previous;
    private @Nullable Entry next;
    private boolean removed;

    Entry(CellPointer cell, @Nullable ReferenceQueue<CellPointer> queue) {
      super(cell, queue);
      this.protection = cell.runtime().protectionOf(cell);
    }
  }

  /**
   * Creates a table.
   *
   * @param automatic whether handles that Java no longer reaches are released
   */
  public HandleTable(boolean automatic) {
    this.automatic = automatic;
  }

  /** How many handles it holds. */
  public int size() {
    return size;
  }

  /** Takes over the protection of a cell. */
  public void adopt(CellPointer cell) {
    if (automatic && size >= collectAt) {
      System.gc();
      // Only when twice as many have gathered again, so that the cost stays in proportion where they are all in use.
      collectAt = size * 2;
    }
    Entry entry = new Entry(cell, automatic ? unreachable : null);
    entry.next = first;
    if (first != null) {
      first.previous = entry;
    }
    first = entry;
    size++;
    cell.setOwner(entry);
  }

  /** Gives a cell's protection back; does nothing if it has been given back. */
  public void release(CellPointer cell, String reason) {
    if (cell.owner() instanceof Entry entry && !entry.removed) {
      cell.markReleased(reason);
      remove(entry);
      entry.protection.giveBack();
    }
  }

  /** Gives back what Java no longer reaches. */
  public void releaseUnreachable() {
    Reference<? extends CellPointer> found = unreachable.poll();
    if (found != null) {
      Entry first = (Entry) found;
      // The collector finds many at a time: with the lock held over all of them.
      LockSpan.holding(first.protection.runtime(), () -> releaseFrom(first));
    }
  }

  private int releaseFrom(Entry unreachableOne) {
    int released = 0;
    Reference<? extends CellPointer> found = unreachableOne;
    while (found != null) {
      Entry entry = (Entry) found;
      if (!entry.removed) {
        remove(entry);
        entry.protection.giveBack();
        released++;
      }
      found = unreachable.poll();
    }
    // By what is left, so that a table that was full once does not wait for twice as many.
    collectAt = Math.max(MIN_COLLECT_AT, size * 2);
    return released;
  }

  /** Gives everything back. */
  public void releaseAll(String reason) {
    while (first != null) {
      Entry entry = first;
      CellPointer cell = entry.get();
      if (cell != null) {
        cell.markReleased(reason);
      }
      remove(entry);
      entry.protection.giveBack();
    }
  }

  private void remove(Entry entry) {
    entry.removed = true;
    Entry previous = entry.previous;
    Entry next = entry.next;
    if (previous == null) {
      first = next;
    } else {
      previous.next = next;
    }
    if (next != null) {
      next.previous = previous;
    }
    size--;
  }
}
