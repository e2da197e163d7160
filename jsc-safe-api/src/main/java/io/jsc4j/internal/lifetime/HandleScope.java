package io.jsc4j.internal.lifetime;

import io.jsc4j.internal.checked.CheckedMode;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.LockSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handles that were made while it was the innermost scope of its context; all are given back when it closes. */
public final class HandleScope {
  private final ScopeStack stack;
  private @Nullable HandleScope outer;
  private String name;
  private final boolean ofCallback;
  private final List<CellPointer> cells = new ArrayList<>();
  private final @Nullable Throwable openedAt = CheckedMode.site("the scope was opened here");
  private final LeakLedger.@Nullable Ticket ticket;
  private int callbacksAround;
  private boolean closed;
  private Runnable whenForced = () -> {};

  HandleScope(ScopeStack stack, @Nullable HandleScope outer, String name, boolean ofCallback) {
    this.stack = stack;
    this.outer = outer;
    this.name = name;
    this.ofCallback = ofCallback;
    this.ticket = CheckedMode.ON && !ofCallback ? LeakLedger.watch(LeakLedger.Kind.SCOPE) : null;
  }

  /** Begins anew, as the scope of another callback: nobody but the stack knows a scope of a callback once it is closed. */
  void reopen(@Nullable HandleScope newOuter, String newName) {
    // Only where they differ: a reference that an old object gets costs the collector's fence.
    if (outer != newOuter) {
      outer = newOuter;
    }
    if (!name.equals(newName)) {
      name = newName;
    }
    closed = false;
  }

  /** The scope around it, or null if that is the root scope of the context. */
  @Nullable HandleScope outer() {
    return outer;
  }

  boolean isOfCallback() {
    return ofCallback;
  }

  /** How many callbacks are around this one. */
  int callbacksAround() {
    return callbacksAround;
  }

  void setCallbacksAround(int count) {
    callbacksAround = count;
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** What messages that help to find it call it: in checked mode with the place where it was opened. */
  String description() {
    return CheckedMode.ON ? name + " (opened at " + CheckedMode.where(openedAt) + ")" : name;
  }

  /** Whether it has been closed. */
  public boolean isClosed() {
    return closed;
  }

  /** What to do when something else than {@link #close()} closes the scope: the end of a callback or of the context. */
  public void whenForced(Runnable action) {
    whenForced = action;
  }

  /** The callback that it belongs to, or lies in, has ended. */
  void forceClosed() {
    // Most callbacks leave no handle, and then nobody will read why they ended.
    force(cells.isEmpty() ? "" : closedReason());
  }

  private String closedReason() {
    return "it belonged to " + description() + ", which is closed";
  }

  void force(String reason) {
    if (!closed) {
      releaseAll(reason);
      checkReleased();
      whenForced.run();
    }
  }

  void adopt(CellPointer cell) {
    cells.add(cell);
    cell.setOwner(this);
  }

  /**
   * Moves a handle into the scope around this one. One that lives there, or further out, already stays where it is.
   *
   * @throws IllegalStateException if the scope is closed
   */
  public void escape(CellPointer cell) {
    if (closed) {
      throw new IllegalStateException(name + " is closed, and its handles with it");
    }
    // It stays in the list of this scope; close() sees that it has another owner.
    if (cell.owner() == this) {
      stack.adoptInto(outer, cell);
    }
  }

  /**
   * Checks that it may be closed now.
   *
   * @throws IllegalStateException if it isn't the innermost scope of its context
   */
  public void requireClosable() {
    stack.requireInnermost(this);
  }

  /**
   * Gives back every handle.
   *
   * @throws IllegalStateException if it isn't the innermost scope of its context
   */
  public void close() {
    if (closed) {
      return;
    }
    requireClosable();
    stack.pop(this);
    releaseAll(closedReason());
    checkReleased();
  }

  /** In checked mode: each handle that was made here has been given back, or moved out. */
  private void checkReleased() {
    if (CheckedMode.ON) {
      long kept = cells.stream().filter(cell -> cell.isAlive() && cell.owner() == this).count();
      if (!closed || kept > 0) {
        throw CheckedMode.failure(kept + " of " + cells.size() + " handles of " + description()
            + " are not released at its end", openedAt);
      }
      cells.clear();
      if (ticket != null) {
        ticket.close();
      }
    }
  }

  private void releaseAll(String reason) {
    closed = true;
    // With the lock held over all, instead of taken for each (benchmark row "object property in a scope").
    LockSpan span = cells.size() > 1 ? LockSpan.open(cells.getFirst().runtime()) : null;
    try {
      for (CellPointer cell : cells) {
        if (cell.owner() == this) {
          cell.setOwner(null);
          cell.markReleased(reason);
          cell.runtime().unprotect(cell);
        }
      }
    } finally {
      if (span != null) {
        span.close();
      }
    }
    if (!CheckedMode.ON) {
      cells.clear();
    }
  }
}
