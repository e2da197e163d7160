package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Promises;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The promises of one context that Java follows, and those that it makes. */
final class JsPromises {
  private final JsContext context;
  /** Weak: one that nobody waits for and that can't settle any more is none of our business. */
  private final Set<JsSettlement> pending = Collections.newSetFromMap(new WeakHashMap<>());
  private List<JsSettlement> abandoned = List.of();

  JsPromises(JsContext context) {
    this.context = context;
  }

  /**
   * Follows a promise.
   *
   * @throws ClassCastException if the object is none
   */
  JsSettlement follow(JsObject promise) {
    JsSettlement settlement = followIfPromise(promise);
    if (settlement == null) {
      throw JsValues.expected("promise", promise);
    }
    return settlement;
  }

  /** Follows a promise; null if the object is none. */
  @Nullable JsSettlement followIfPromise(JsObject object) {
    CellPointer cell = object.cell();
    JsSettlement settlement = new JsSettlement(context);
    return start(settlement, ignored -> Promises.follow(context.pointer(), cell, settlement)) ? settlement : null;
  }

  /** Runs what makes JavaScript call the settlement; false if it did not begin to follow anything. */
  boolean start(JsSettlement settlement, Predicate<JsSettlement> begin) {
    // Before it begins: it may settle, and so be taken out again, while the operation ends.
    pending.add(settlement);
    boolean followed = false;
    try {
      followed = context.run(() -> begin.test(settlement));
    } finally {
      if (!followed) {
        pending.remove(settlement);
      }
    }
    return followed;
  }

  void settled(JsSettlement settlement) {
    pending.remove(settlement);
  }

  /** A promise with its resolving functions, which belong to the root scope: they are used when the scopes of now may be closed. */
  JsDeferred defer() {
    return context.run(() -> {
      Promises.Deferred made = Promises.createDeferred(context.pointer());
      context.scopes().adoptIntoRoot(made.resolve());
      context.scopes().adoptIntoRoot(made.reject());
      return new JsDeferred(context, (JsObject) context.wrap(made.promise()), made.resolve(), made.reject());
    });
  }

  /** The public form of a value that the root scope takes over, whichever scope is open. */
  JsValue wrapIntoRoot(NativeValue value) {
    JsValue wrapped = context.wrap(value);
    if (value instanceof CellPointer cell && cell.isAlive()) {
      context.scopes().adoptIntoRoot(cell);
    }
    return wrapped;
  }

  /** The context is about to be released: from here on the engine may collect what keeps the settlements alive. */
  void closing() {
    abandoned = new ArrayList<>(pending);
    pending.clear();
  }

  /** The context is gone: whoever waits is told. */
  void closed() {
    if (!abandoned.isEmpty()) {
      // One for all: there may be very many, and each would remember the same stack.
      IllegalStateException closed = new IllegalStateException("the context was closed before the promise settled");
      abandoned.forEach(settlement -> settlement.abandon(closed));
    }
    abandoned = List.of();
  }
}
