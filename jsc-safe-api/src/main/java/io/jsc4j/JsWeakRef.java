package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.WeakPointer;
import java.lang.ref.Reference;
import java.util.Optional;

/**
 * A reference that does not keep its object alive: made by {@link JsObject#weak()}. It outlives the scope of the handle that it was made from.
 *
 * <p>It needs no closing: the owner thread frees it after Java no longer reaches it, at the latest with the runtime. An object is gone only after
 * the engine has collected it, which nothing but {@link JsRuntime#collectGarbage()} makes it do at a certain time; and the collector, which
 * reads the stack for anything that looks like a pointer, may keep an object for longer than anyone can reach it.
 *
 * @param <T> the type of the handles that it gives
 */
public final class JsWeakRef<T extends JsObject> {
  private final JsContext context;
  private final WeakPointer pointer;

  private JsWeakRef(JsContext context, WeakPointer pointer) {
    this.context = context;
    this.pointer = pointer;
  }

  static <T extends JsObject> JsWeakRef<T> of(JsObject object) {
    JsContext context = object.context();
    return context.run(() -> {
      WeakPointer pointer = WeakPointer.create(context.pointer(), object.cell());
      JsWeakRef<T> reference = new JsWeakRef<>(context, pointer);
      context.runtime().releaseWhenUnreachable(reference, pointer::release);
      return reference;
    });
  }

  /** The context that the object's handle was obtained from; its handles are made there. */
  public JsContext context() {
    return context;
  }

  /**
   * The object, if it has not been collected: a new handle, which belongs to the innermost scope and keeps the object alive as any other does.
   *
   * @throws IllegalStateException if the context is closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  @SuppressWarnings("unchecked") // A handle's class follows from the kind of its object, and that does not change.
  public Optional<T> get() {
    try {
      return context.run(() -> {
        CellPointer object = pointer.get(context.pointer());
        return object == null ? Optional.empty() : Optional.of((T) context.wrap(object));
      });
    } finally {
      // The operation itself releases what is unreachable, and that must not be this.
      Reference.reachabilityFence(this);
    }
  }

  /** Tells no more than its identity; works on any thread, and after the context has been closed. */
  @Override
  public String toString() {
    return "JsWeakRef@" + Integer.toHexString(System.identityHashCode(this));
  }
}
