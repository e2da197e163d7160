package io.jsc4j.internal.ffi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Host classes in one context: the functions of {@code classes.js}, which is evaluated there when the first class is defined. */
public final class ClassRealm {
  private @Nullable Map<String, CellPointer> functions;

  ClassRealm() {}

  /**
   * Calls a function of classes.js.
   *
   * @return what it returns; a cell has been protected and belongs to the caller
   */
  public static NativeValue call(ContextPointer context, String function, NativeValue... arguments) {
    context.runtime().requireOwner();
    context.requireOpen();
    CellPointer callee = context.realm().classes().functions(context).get(function);
    if (callee == null) {
      throw new IllegalArgumentException("classes.js has no function '" + function + "'");
    }
    return Functions.call(context, callee, NativeValue.Nullish.UNDEFINED, arguments);
  }

  private Map<String, CellPointer> functions(ContextPointer context) {
    Map<String, CellPointer> present = functions;
    if (present == null) {
      present = load(context);
      functions = present;
    }
    return present;
  }

  private static Map<String, CellPointer> load(ContextPointer context) {
    NativeValue tools = ServiceRealm.call(context, ServiceScript.HOSTS, "tools");
    NativeValue factory = null;
    context.runtime().watchdog().suspend();
    try {
      factory = Scripts.evaluate(context, ServiceScript.read("classes.js"), "jsc4j:realm/classes.js", 1);
      return ServiceRealm.functionsOf(context, (CellPointer) Functions.call(context, (CellPointer) factory,
          NativeValue.Nullish.UNDEFINED, tools, Realm.typeErrorMaker(context)));
    } finally {
      context.runtime().watchdog().resume();
      Realm.discard(tools);
      Realm.discard(factory);
    }
  }

  /** Gives back the functions; the context is about to be released. */
  void release() {
    if (functions != null) {
      functions.values().forEach(Realm::discard);
      functions = null;
    }
  }
}
