package io.jsc4j;

import io.jsc4j.internal.lifetime.LeakLedger;

/**
 * A handle that no scope ends: it lives until it, or its context, is closed. Made by {@code retain()}.
 *
 * <p>Confined to the owner thread of the runtime. One that becomes unreachable unclosed is a leak: the value stays in the heap until the
 * context is closed, and a warning is logged.
 *
 * @param <T> the type of the value
 */
public final class JsRef<T extends JsValue> implements AutoCloseable {
  private final JsContext context;
  private final T value;
  private final LeakLedger.Ticket ticket;
  private boolean closed;

  JsRef(JsContext context, T value) {
    this.context = context;
    this.value = value;
    this.ticket = LeakLedger.open(this, LeakLedger.Kind.REFERENCE);
    context.referenceOpened(ticket);
  }

  /**
   * The value: a handle that ends when this is closed.
   *
   * @throws IllegalStateException if this, or the context, is closed
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public T get() {
    context.requireUsable();
    if (closed) {
      throw new IllegalStateException("the reference has been closed");
    }
    return value;
  }

  /**
   * Ends the handle. Idempotent; allowed after the context was closed, which ended it already.
   *
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  @Override
  public void close() {
    context.requireOwner();
    if (!closed) {
      closed = true;
      context.referenceClosed(ticket, ((JsHandle) (JsValue) value).cell());
    }
  }
}
