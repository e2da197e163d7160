package io.jsc4j;

import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ScriptTerminated;
import io.jsc4j.internal.ffi.ScriptThrew;
import io.jsc4j.internal.ffi.Watchdog;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs operations of the engine for a context, and turns what they throw into what users see. */
final class JsOperations {
  private final JsContext context;

  JsOperations(JsContext context) {
    this.context = context;
  }

  <T extends @Nullable Object> T run(Supplier<T> operation) {
    T result;
    try {
      result = runOnly(operation);
    } catch (Throwable t) {
      completeAfter(t);
      throw t;
    }
    try {
      context.runtime().tasks().complete();
    } catch (Throwable t) {
      Realm.discard(result);
      throw t;
    }
    return result;
  }

  private void completeAfter(Throwable failure) {
    try {
      context.runtime().tasks().complete();
    } catch (Throwable t) {
      JsTasks.first(failure, t);
    }
  }

  private <T extends @Nullable Object> T runOnly(Supplier<T> operation) {
    context.requireUsable();
    context.scopes().releaseUnreachable();
    context.runtime().releaseUnreachable();
    T result;
    int outer = context.runtime().operationBegins();
    try {
      result = operation.get();
    } catch (ScriptThrew e) {
      JsValue thrown = context.wrap(e.thrown());
      // First, because describing what was thrown enters the engine again.
      throwPending();
      Throwable failure = JsErrors.exceptionOf(context, e.thrown(), thrown);
      throw JsErrors.<RuntimeException>same(outer == 0 ? context.runtime().crossings().gravest(failure) : failure);
    } catch (ScriptTerminated e) {
      throwPending();
      throw terminated(e.termination());
    } finally {
      context.runtime().operationEnds(outer);
    }
    try {
      throwPending();
      Throwable grave = outer == 0 ? context.runtime().crossings().takeGrave() : null;
      if (grave != null) {
        throw JsErrors.<RuntimeException>same(grave);
      }
    } catch (Throwable t) {
      // Nobody has taken it over yet.
      Realm.discard(result);
      throw t;
    }
    return result;
  }

  /** What happened while the operation ended: a limit that struck in a microtask, a handler that failed. */
  private void throwPending() {
    Watchdog.Termination termination = context.runtime().pointer().takeTermination();
    if (termination != null) {
      throw terminated(termination);
    }
    Throwable failure = context.runtime().takeFailure();
    if (failure != null) {
      throw JsErrors.<RuntimeException>same(failure);
    }
  }

  private JsTerminatedException terminated(Watchdog.Termination termination) {
    JsTerminatedException exception = new JsTerminatedException(context.runtime().limits(), termination);
    context.runtime().noteTermination();
    JsTraces.complete(exception, JsErrors.here(context.runtime().pointer().service()));
    return exception;
  }
}
