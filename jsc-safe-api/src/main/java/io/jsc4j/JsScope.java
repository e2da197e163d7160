package io.jsc4j;

import io.jsc4j.internal.lifetime.HandleScope;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * The lifetime of handles: those that are made in its context while it is the innermost open scope end when it closes.
 *
 * <p>It is an {@link Arena}, confined to the owner thread of the runtime, so that native memory can end with the handles.
 *
 * {@snippet file="SnippetTest.java" region="scope"}
 *
 * <p>Scopes close innermost first. One that is left open in a host function closes when that returns, and one that is left open in a context
 * closes with it.
 */
public final class JsScope implements Arena {
  private final JsContext context;
  private final HandleScope handles;
  private final Arena arena = Arena.ofConfined();

  JsScope(JsContext context, HandleScope handles) {
    this.context = context;
    this.handles = handles;
    handles.whenForced(this::freeMemory);
  }

  private void freeMemory() {
    try {
      arena.close();
    } catch (IllegalStateException e) {
      // A native call of the user is using it right now: close() frees it later.
    }
  }

  /**
   * Moves a handle into the scope around this one, so that it outlives this one. Does nothing for plain data, and for a handle that does not
   * belong to this scope.
   *
   * @param value any value
   * @return the value
   * @throws IllegalStateException if the scope is closed, or the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public <T extends JsValue> T escape(T value) {
    Objects.requireNonNull(value, "value");
    context.requireUsable();
    if ((JsValue) value instanceof JsHandle handle) {
      handle.cell().requireAlive();
      handles.escape(handle.cell());
    }
    return value;
  }

  /**
   * Allocates native memory that is freed when the scope closes.
   *
   * @throws IllegalStateException if the scope is closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  @Override
  public MemorySegment allocate(long byteSize, long byteAlignment) {
    requireOpen();
    return arena.allocate(byteSize, byteAlignment);
  }

  /** The arena itself, for views of memory that belongs to the engine. */
  Arena arenaFor(JsContext caller) {
    if (context.runtime() != caller.runtime()) {
      throw new IllegalArgumentException(
          "this scope belongs to another runtime; runtimes share nothing: open a scope in a context of this one");
    }
    requireOpen();
    return arena;
  }

  @Override
  public MemorySegment.Scope scope() {
    return arena.scope();
  }

  /**
   * Ends the handles and frees the memory. Idempotent.
   *
   * @throws IllegalStateException if another scope was opened in it and is still open, if it was opened outside the running host function, or if
   *     its memory is in use by a native call; it stays open then
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  @Override
  public void close() {
    context.requireOwner();
    if (!handles.isClosed()) {
      context.closeScope(handles, arena);
    } else if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  private void requireOpen() {
    context.requireUsable();
    if (handles.isClosed()) {
      throw new IllegalStateException(handles.name() + " is closed");
    }
  }

  @Override
  public String toString() {
    return handles.name();
  }
}
