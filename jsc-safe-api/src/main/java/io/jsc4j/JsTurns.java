package io.jsc4j;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of {@link JsContext} that makes several operations one. */
abstract sealed class JsTurns extends JsConverter permits JsContext {
  /**
   * Makes all that the action does with this context, and with others of its runtime, one operation, as if one script did it:
   *
   * <ul>
   * <li>The engine's lock is held all the while ({@code JSLock}), so each operation costs less.
   * <li>Microtasks run when the outermost batch ends, not between two operations; {@link JsContext#drainMicrotasks} does nothing, and {@link JsContext#await} throws
   * {@link IllegalStateException}, as in a host function. Inside a host function they run when that has returned, as always.
   * <li>Limits count for all of it together, the action's own time included; time is compared where an operation runs JavaScript for some 10 ms or
   * calls a host function. An operation that a limit ends throws a {@link JsTerminatedException},
   * then all later ones do, and the batch itself, whatever the action makes of it. So does one that {@link JsRuntime#cancel} ends.
   * <li>Neither the context nor its runtime can be closed: {@code close} throws {@link IllegalStateException}. A context that was opened in an arena of
   * yours, and that arena is closed, ends with the batch.
   * </ul>
   *
   * Handles belong to the innermost scope, as without it. What the action throws comes out, when the microtasks have run. The engine's collector may
   * have to wait for the end, so an action should not wait for anything itself. Batches nest; the inner ones change nothing.
   *
   * {@snippet file="SnippetTest.java" region="batch"}
   *
   * @param action what to run
   * @return what the action returns
   * @throws JsTerminatedException if a limit ended one of the operations, or a microtask at the end
   */
  public <T extends @Nullable Object> T batch(Supplier<T> action) {
    java.util.Objects.requireNonNull(action, "action");
    context().requireUsable();
    return context().runtime().batches().run(context(), action);
  }

  /**
   * The same for an action without a result; see {@link #batch(Supplier)}.
   *
   * @param action what to run
   * @throws JsTerminatedException if a limit ended one of the operations, or a microtask at the end
   */
  public void batch(Runnable action) {
    java.util.Objects.requireNonNull(action, "action");
    batch(() -> {
      action.run();
      return true;
    });
  }
}
