package io.jsc4j.internal.lifetime;

import io.jsc4j.internal.checked.CheckedMode;
import io.jsc4j.internal.ffi.CellPointer;
import org.jspecify.annotations.Nullable;

/** The open scopes of one context, and the handles that belong to none of them. */
public final class ScopeStack {
  private static final int KEPT = 64;

  private String contextName;
  private final HandleTable root = new HandleTable(true);
  private final HandleTable retained = new HandleTable(false);
  private @Nullable HandleScope innermost;
  /** Those of callbacks, by how many are around them, for the next ones: callbacks are many (row {@code call Java from JS} of the benchmarks). */
  private final @Nullable HandleScope[] ofCallbacks = new HandleScope[KEPT];
  private int callbacks;
  private int opened;

  /**
   * Creates the stack of a context.
   *
   * @param contextName what messages call the context
   */
  public ScopeStack(String contextName) {
    this.contextName = contextName;
  }

  /** Changes what messages call the context. */
  public void rename(String name) {
    contextName = name;
  }

  /** Opens a scope inside the innermost one. */
  public HandleScope open() {
    return push("scope " + ++opened + " of " + contextName, false);
  }

  /**
   * Opens the scope of a callback.
   *
   * @param name what messages call it: "the call of host function 'f'"
   */
  public HandleScope openForCallback(String name) {
    int around = callbacks;
    HandleScope scope = around < KEPT ? ofCallbacks[around] : null;
    // In checked mode a scope tells where it was opened.
    if (scope == null || CheckedMode.ON) {
      scope = push(name, true);
      scope.setCallbacksAround(around);
      if (around < KEPT) {
        ofCallbacks[around] = scope;
      }
    } else {
      scope.reopen(innermost, name);
      innermost = scope;
    }
    callbacks = around + 1;
    return scope;
  }

  private HandleScope push(String name, boolean ofCallback) {
    HandleScope scope = new HandleScope(this, innermost, name, ofCallback);
    innermost = scope;
    return scope;
  }

  /** Ends the call of a host function: closes what it left open, then the call's own scope. */
  public void closeCallback(HandleScope callback) {
    try {
      while (innermost != null && innermost != callback) {
        closeInnermost();
      }
      closeInnermost();
    } finally {
      // Last: what closes meanwhile may run anything. By value: an inner one may have failed to note its end.
      if (callback.isOfCallback()) {
        callbacks = callback.callbacksAround();
      }
    }
  }

  private void closeInnermost() {
    HandleScope scope = innermost;
    if (scope != null) {
      innermost = scope.outer();
      scope.forceClosed();
    }
  }

  /** Gives a new handle to the innermost scope. */
  public void adopt(CellPointer cell) {
    adoptInto(innermost, cell);
  }

  /** Gives a handle, which may belong to a scope, to the root scope: Java will use it when the scopes that are open now may be closed. */
  public void adoptIntoRoot(CellPointer cell) {
    // A scope sees when it closes that the handle has another owner.
    if (cell.owner() == null || cell.owner() instanceof HandleScope) {
      root.adopt(cell);
    }
  }

  void adoptInto(@Nullable HandleScope scope, CellPointer cell) {
    if (scope == null) {
      root.adopt(cell);
    } else {
      scope.adopt(cell);
    }
  }

  /** Gives a handle to nobody but the reference that will close it. */
  public void adoptRetained(CellPointer cell) {
    retained.adopt(cell);
  }

  /** Gives a retained handle back. */
  public void releaseRetained(CellPointer cell, String reason) {
    retained.release(cell, reason);
  }

  /** Gives back the handles of the root scope that Java no longer reaches. */
  public void releaseUnreachable() {
    root.releaseUnreachable();
  }

  void requireInnermost(HandleScope scope) {
    HandleScope top = innermost;
    if (top == scope) {
      return;
    }
    for (HandleScope s = top; s != null && s != scope; s = s.outer()) {
      if (s.isOfCallback()) {
        throw new IllegalStateException(scope.description() + " was opened outside " + s.name()
            + " and can't be closed inside it");
      }
    }
    throw new IllegalStateException(
        scope.description() + " can't be closed before " + (top == null
            ? "it is opened"
            : top.description() + ", which was opened in it")
            + ": scopes close innermost first (use try-with-resources)");
  }

  void pop(HandleScope scope) {
    innermost = scope.outer();
  }

  /** Gives everything back; the context closes. */
  public void releaseAll() {
    String reason = contextName + " was closed";
    for (HandleScope scope = innermost; scope != null; scope = scope.outer()) {
      scope.force(reason);
    }
    innermost = null;
    root.releaseAll(reason);
    retained.releaseAll(reason);
    if (CheckedMode.ON && root.size() + retained.size() > 0) {
      throw CheckedMode.failure(root.size() + " handles and " + retained.size() + " references of " + contextName
          + " are not released as it closes");
    }
  }
}
