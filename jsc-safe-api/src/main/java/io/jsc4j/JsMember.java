package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.WeakPointer;
import java.lang.ref.Reference;
import java.util.Optional;

/**
 * A value that a JavaScript object keeps alive for Java; made by {@link JsObject#own}.
 *
 * <p>This is for a Java object of a {@link HostClass} that remembers something of JavaScript, a callback above all. A {@link JsRef} would keep that
 * alive for ever, and with it all that it reaches, which is often the Java object itself. A member is owned by the Java object's face: while scripts
 * can reach the face, or the value, it is there; when they can't, all of it is collected together, cycle or not. Apple's framework calls this a
 * managed value.
 *
 * <p>It is confined to the owner thread of the runtime, and needs no close: when Java no longer reaches it, the owner lets go of the value, at the
 * next call of {@code own}.
 *
 * @param <T> the type of the value
 */
public final class JsMember<T extends JsObject> {
  private final JsContext context;
  private final Class<T> type;
  private final WeakPointer pointer;

  JsMember(JsContext context, Class<T> type, WeakPointer pointer) {
    this.context = context;
    this.type = type;
    this.pointer = pointer;
  }

  /**
   * The value: a handle that belongs to the innermost scope, as any other. Empty if owner and value have been collected.
   *
   * @throws IllegalStateException if the context of the value's handle has been closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public Optional<T> get() {
    try {
      return context.run(() -> {
        CellPointer value = pointer.get(context.pointer());
        return value == null ? Optional.empty() : Optional.of(type.cast(context.wrap(value)));
      });
    } finally {
      // When it is no longer reachable, the pointer is released.
      Reference.reachabilityFence(this);
    }
  }
}
