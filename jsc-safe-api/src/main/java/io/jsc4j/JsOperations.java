package io.jsc4j;

import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ScriptTerminated;
import io.jsc4j.internal.ffi.ScriptThrew;
import io.jsc4j.internal.ffi.Termination;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs operations of the engine for a context, and turns what they throw into what users see. */
final class JsOperations {
  private final JsContext context;

  JsOperations(JsContext context) {
    this.context = context;
  }

  <T extends @Nullable Object> T run(Supplier<T> operation) {
    int outer = begin();
    T result;
    try {
      result = operation.get();
    } catch (Throwable t) {
      try {
        throw failed(t, outer);
      } finally {
        context.runtime.operations = outer;
      }
    }
    ended(result, outer);
    return result;
  }

  /** What goes before an operation; {@link #ended} or {@link #failed} gets what it returns. */
  int begin() {
    try {
      context.requireUsable();
      context.runtime().requireNotCancelled();
      context.scopes().releaseUnreachable();
      context.runtime().releaseUnreachable();
    } catch (Throwable t) {
      completeAfter(t);
      throw t;
    }
    return context.runtime().operationBegins();
  }

  /** The operation has thrown: throws what users see of that, and never returns. */
  RuntimeException failed(Throwable thrown, int outer) {
    Throwable failure;
    try {
      failure = toUsers(thrown, outer);
    } catch (Throwable t) {
      failure = t;
    }
    try {
      context.runtime().operationEnds(outer);
    } catch (Throwable t) {
      failure = t;
    }
    completeAfter(failure);
    throw JsErrors.<RuntimeException>same(failure);
  }

  private Throwable toUsers(Throwable thrown, int outer) {
    if (thrown instanceof ScriptThrew e) {
      JsValue value = context.wrap(e.thrown());
      // First, because describing what was thrown enters the engine again.
      throwPending();
      Throwable failure = JsErrors.exceptionOf(context, e.thrown(), value);
      JsTerminations.throwIfStackUsedUp(context.runtime(), failure);
      return outer == 0 ? context.runtime().crossings().gravest(failure) : failure;
    }
    if (thrown instanceof ScriptTerminated e) {
      throwPending();
      return terminated(e.termination());
    }
    return thrown;
  }

  /** The operation has returned. If this throws, nobody has taken the result over, and it is given back. */
  void ended(@Nullable Object result, int outer) {
    try {
      context.runtime().operationEnds(outer);
      throwPending();
      Throwable grave = outer == 0 ? context.runtime().crossings().takeGrave() : null;
      if (grave != null) {
        throw JsErrors.<RuntimeException>same(grave);
      }
    } catch (Throwable t) {
      Realm.discard(result);
      completeAfter(t);
      throw t;
    }
    try {
      context.runtime().tasks().complete();
    } catch (Throwable t) {
      Realm.discard(result);
      throw t;
    }
  }

  private void completeAfter(Throwable failure) {
    try {
      context.runtime().tasks().complete();
    } catch (Throwable t) {
      JsTasks.first(failure, t);
    }
  }

  /** What happened while the operation ended: a limit that struck in a microtask, a handler that failed. */
  private void throwPending() {
    Termination termination = context.runtime().pointer().takeTermination();
    if (termination != null) {
      throw terminated(termination);
    }
    Throwable failure = context.runtime().takeFailure();
    if (failure != null) {
      throw JsErrors.<RuntimeException>same(failure);
    }
  }

  private JsTerminatedException terminated(Termination termination) {
    return JsTerminations.exception(context.runtime(), termination);
  }
}
