package io.jsc4j.internal.ffi;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the {@link ServiceScript scripts} that run in the service context of a runtime, loaded when they are first asked for.
 *
 * <p>They work on objects of any context of the runtime: methods of built-in objects look at what an object is, not at where it was made. No
 * script of a user runs in that realm, and before the first of ours is loaded, {@code frozen.js} freezes what an object of it that reaches a user
 * (an Error, say) leads to. So these scripts may use their globals as they are; what they let out to scripts of a user are errors, functions,
 * promises, arrays and plain objects, nothing else.
 *
 * <p>What has to belong to the realm of a user's context (functions, classes, promises) is made by {@link Realm} instead.
 */
public final class ServiceRealm {
  private static final String ABSENT = "absent";

  private final RuntimePointer runtime;
  private final Map<ServiceScript, Map<String, CellPointer>> loaded = new EnumMap<>(ServiceScript.class);
  private final DoubleScratch doubles;
  private @Nullable CellPointer capture;
  private @Nullable CellPointer tools;
  private boolean frozen;

  ServiceRealm(RuntimePointer runtime) {
    this.runtime = runtime;
    this.doubles = new DoubleScratch(runtime);
  }

  /** Where numbers cross. */
  DoubleScratch doubles() {
    return doubles;
  }

  /**
   * Calls a function of a script.
   *
   * @param context the context that the call enters
   * @return what it returns; a cell has been protected and belongs to the caller
   * @throws ScriptThrew if it throws
   */
  public static NativeValue call(ContextPointer context, ServiceScript script, String function,
      NativeValue... arguments) {
    return Functions.call(context, member(context, script, function), NativeValue.Nullish.UNDEFINED, arguments);
  }

  /** Loads a script, where the first call of its functions would be a bad moment for that. */
  static void load(ContextPointer context, ServiceScript script) {
    context.runtime().serviceRealm().functions(script);
  }

  /**
   * Like {@link #call}, for a function that gives {@code absent}, a symbol that its script has beside its functions, where there is nothing to give.
   *
   * @return null for absent
   * @throws ScriptThrew if it throws
   */
  public static @Nullable NativeValue find(ContextPointer context, ServiceScript script, String function,
      NativeValue... arguments) {
    // First: the call may run what closes the context.
    CellPointer absent = member(context, script, ABSENT);
    NativeValue found = call(context, script, function, arguments);
    if (found instanceof CellPointer cell && cell.kind() == CellKind.SYMBOL && cell.isSameCell(absent)) {
      Realm.discard(cell);
      return null;
    }
    return found;
  }

  /**
   * Like {@link #find}, for a function that gives an array: its elements; cells have been protected and belong to the caller. The lock is held over all
   * of it.
   *
   * @return null for absent
   * @throws ScriptThrew if it throws
   */
  public static @Nullable List<NativeValue> list(ContextPointer context, ServiceScript script, String function,
      NativeValue... arguments) {
    return LockSpan.<@Nullable List<NativeValue>>holding(context.runtime(), () -> {
      NativeValue array = find(context, script, function, arguments);
      return array == null ? null : Realm.drain(context, (CellPointer) array);
    });
  }

  /**
   * Evaluates a script once more: the engine compiles each function of the result for what that alone meets.
   *
   * @param source its text
   * @return the object full of functions, which belongs to the caller
   */
  static CellPointer again(ContextPointer context, ServiceScript script, String source) {
    RuntimePointer runtime = context.runtime();
    runtime.watchdog().suspend();
    try {
      return (CellPointer) Scripts.evaluate(runtime.service(), source, script.url(), 1);
    } finally {
      runtime.watchdog().resume();
    }
  }

  private static CellPointer member(ContextPointer context, ServiceScript script, String name) {
    context.runtime().requireOwner();
    context.requireOpen();
    CellPointer member = context.runtime().serviceRealm().functions(script).get(name);
    if (member == null) {
      throw new IllegalArgumentException(script.url() + " has no function '" + name + "'");
    }
    return member;
  }

  private Map<String, CellPointer> functions(ServiceScript script) {
    Map<String, CellPointer> functions = loaded.get(script);
    if (functions == null) {
      runtime.watchdog().suspend();
      try {
        freeze();
        functions = load(script);
      } finally {
        runtime.watchdog().resume();
      }
      loaded.put(script, functions);
    }
    return functions;
  }

  /** Makes the realm unchangeable; before anything of it can reach a script of a user. */
  void freeze() {
    if (!frozen) {
      Realm.discard(Scripts.evaluate(runtime.service(), ServiceScript.read("frozen.js"), "jsc4j:realm/frozen.js", 1));
      frozen = true;
    }
  }

  /** The function of {@code early.js}; not the caller's to give back. */
  CellPointer capture() {
    CellPointer present = capture;
    if (present == null) {
      present = (CellPointer) Scripts.evaluate(runtime.service(), ServiceScript.read("early.js"),
          "jsc4j:realm/early.js", 1);
      capture = present;
    }
    return present;
  }

  /** What {@code realm.js} uses; not the caller's to give back. The caller has suspended the limits. */
  CellPointer tools() {
    CellPointer present = tools;
    if (present == null) {
      freeze();
      present = (CellPointer) Scripts.evaluate(runtime.service(), ServiceScript.read("tools.js"),
          "jsc4j:realm/tools.js", 1);
      tools = present;
    }
    return present;
  }

  private Map<String, CellPointer> load(ServiceScript script) {
    ContextPointer service = runtime.service();
    return functionsOf(service, (CellPointer) Scripts.evaluate(service, script.source(), script.url(), 1));
  }

  /** The functions that an object is full of; the object is given back. */
  static Map<String, CellPointer> functionsOf(ContextPointer context, CellPointer object) {
    Map<String, CellPointer> functions = new HashMap<>();
    try {
      for (NativeValue key : Realm.keys(context, object)) {
        String name = ((NativeValue.Text) key).value();
        functions.put(name, (CellPointer) Objects.get(context, object, name));
      }
      return functions;
    } catch (Throwable t) {
      release(functions);
      throw t;
    } finally {
      Realm.discard(object);
    }
  }

  private static void release(Map<String, CellPointer> functions) {
    functions.values().forEach(Realm::discard);
  }

  /** Gives back the functions; the runtime is about to be released. */
  void release() {
    doubles.release();
    Realm.discard(capture);
    Realm.discard(tools);
    loaded.values().forEach(ServiceRealm::release);
    loaded.clear();
  }
}
