package io.jsc4j.internal.ffi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JavaScript half of a context: what {@code early.js} captures before any script of the user runs, and the functions of {@code realm.js}, which is
 * evaluated when the first of them is needed. Most contexts need few of them, or none (benchmark rows {@code newContext}, {@code contextMemory}).
 *
 * <p>A script that overwrites {@code Reflect} or {@code WeakMap.prototype} changes nothing: realm.js uses what was captured, and what the service realm has.
 */
public final class Realm {
  /** Not before it is needed. */
  private static final class Late {
    static final String SOURCE = ServiceScript.read("realm.js");
  }

  /** What is called by name, there. */
  private enum Helper {
    INVOKER("invoker"),
    MAKE_FUNCTION("makeFunction"),
    MAKE_ERROR("makeError"),
    HOST_ERROR("hostError"),
    DESCRIBE("describe"),
    OWN_KEYS("ownKeys"),
    KEYS("keys"),
    WATCH("watch"),
    CALL("call"),
    IS_INSTANCE("isInstance"),
    IS_ERROR("isError"),
    CONSTRUCT("construct"),
    COMPILE_MODULE("compileModule"),
    INSTANTIATE("instantiate"),
    TYPE_ERROR("typeError"),
    COPY("copy"),
    PARSE_JSON("parseJson"),
    STRINGIFY("stringify"),
    EVAL("evaluate");

    private final String property;

    Helper(String property) {
      this.property = property;
    }

    boolean isEarly() {
      return this == PARSE_JSON || this == STRINGIFY || this == EVAL;
    }
  }

  private final ContextPointer context;
  private final CellPointer early;
  private @Nullable CellPointer functions;
  private final Map<Helper, CellPointer> helpers = new EnumMap<>(Helper.class);
  private @Nullable Evaluators evaluators;
  private boolean released;

  private final ClassRealm classes = new ClassRealm();

  private Realm(ContextPointer context, CellPointer early) {
    this.context = context;
    this.early = early;
  }

  static Realm create(ContextPointer context) {
    return LockSpan.holding(context.runtime(), () -> {
      CellPointer global = Objects.global(context);
      try {
        return new Realm(context, (CellPointer) Functions.call(context, context.runtime().serviceRealm().capture(),
            NativeValue.Nullish.UNDEFINED, global));
      } finally {
        discard(global);
      }
    });
  }

  private CellPointer helper(Helper helper) {
    CellPointer present = helpers.get(helper);
    return present != null ? present : find(helper);
  }

  /** With the lock held: so nothing of a user runs, and could close the context, before what has been found is noted. */
  private CellPointer find(Helper helper) {
    return LockSpan.holding(context.runtime(), () -> {
      CellPointer found = (CellPointer) Objects.get(context, helper.isEarly() ? early : functions(), helper.property);
      helpers.put(helper, found);
      return found;
    });
  }

  private CellPointer functions() {
    CellPointer present = functions;
    if (present == null) {
      RuntimePointer runtime = context.runtime();
      // The limits are for scripts of users.
      runtime.watchdog().suspend();
      try {
        present = load(runtime.serviceRealm().tools(), runtime.hosts().errors());
        functions = present;
      } finally {
        runtime.watchdog().resume();
      }
    }
    return present;
  }

  private CellPointer load(CellPointer tools, CellPointer errors) {
    CellPointer factory = (CellPointer) Scripts.evaluate(context, Late.SOURCE, "jsc4j:realm", 1);
    try {
      return (CellPointer) Functions.call(context, factory, NativeValue.Nullish.UNDEFINED, early, tools, errors);
    } finally {
      discard(factory);
    }
  }

  /** Gives back what it holds; the context is about to be released. */
  void release() {
    released = true;
    if (evaluators != null) {
      evaluators.release();
    }
    for (CellPointer helper : helpers.values()) {
      discard(helper);
    }
    helpers.clear();
    classes.release();
    discard(functions);
    discard(early);
  }

  boolean isReleased() {
    return released;
  }

  /** Gives a value back that was only needed for a moment; does nothing for what is no handle. */
  public static void discard(@Nullable Object value) {
    if (value instanceof CellPointer cell && cell.isAlive()) {
      cell.markReleased("it was a temporary value");
      cell.runtime().unprotect(cell);
    }
  }

  /** {@code new WebAssembly.Module(bytes)}. */
  static NativeValue compileModule(ContextPointer context, CellPointer bytes) {
    return of(context).call(Helper.COMPILE_MODULE, bytes);
  }

  /** {@code new WebAssembly.Instance(module, imports)}. */
  static NativeValue instantiate(ContextPointer context, CellPointer module, NativeValue imports) {
    return of(context).call(Helper.INSTANTIATE, module, imports);
  }

  ClassRealm classes() {
    return classes;
  }

  private NativeValue call(Helper helper, NativeValue... arguments) {
    return Functions.call(context, helper(helper), NativeValue.Nullish.UNDEFINED, arguments);
  }

  /** What evaluates text as {@code eval} does. */
  Evaluators evaluators() {
    Evaluators present = evaluators;
    if (present == null) {
      present = new Evaluators(context);
      evaluators = present;
    }
    return present;
  }

  /** The built-in {@code eval} of the context. */
  CellPointer eval() {
    return helper(Helper.EVAL);
  }

  private static Realm of(ContextPointer context) {
    context.runtime().requireOwner();
    context.requireOpen();
    return context.realm();
  }

  /** What calls Java for a holder, with {@code this} and an array of arguments; only our own scripts may get it. */
  static CellPointer invoker(ContextPointer context, CellPointer holder, NativeValue shortcut, int runtime, int id) {
    return (CellPointer) of(context).call(Helper.INVOKER, holder, shortcut, new NativeValue.Num(runtime),
        new NativeValue.Num(id));
  }

  /** A function of the context that calls Java for a holder. */
  static CellPointer makeFunction(ContextPointer context, CellPointer invoker, String name, int length) {
    return (CellPointer) of(context).call(Helper.MAKE_FUNCTION, invoker, new NativeValue.Text(name),
        new NativeValue.Num(length));
  }

  /** An Error of the context that stands for what the holder holds. */
  static CellPointer makeError(ContextPointer context, HostErrorView view, CellPointer holder, NativeValue cause,
      NativeValue errors) {
    return (CellPointer) of(context).call(Helper.MAKE_ERROR, new NativeValue.Text(view.kind()), text(view.message()),
        holder, new NativeValue.Bool(view.cause() != null), cause, errors, text(view.javaClass()), text(view
            .javaStack()));
  }

  private static NativeValue text(@Nullable String text) {
    return text == null ? NativeValue.Nullish.UNDEFINED : new NativeValue.Text(text);
  }

  /** A TypeError of the context. */
  static CellPointer makeTypeError(ContextPointer context, String message) {
    return (CellPointer) of(context).call(Helper.TYPE_ERROR, new NativeValue.Text(message));
  }

  /** The function that makes TypeErrors of the context; not the caller's to give back. */
  static CellPointer typeErrorMaker(ContextPointer context) {
    return of(context).helper(Helper.TYPE_ERROR);
  }

  /** The holder that an Error stands for, or undefined. */
  static NativeValue hostErrorHolder(ContextPointer context, CellPointer thrown) {
    return of(context).call(Helper.HOST_ERROR, thrown);
  }

  /**
   * What a thrown value tells of itself: whether it is an Error, name, message, stack, source URL, line, column, then its cause and the errors
   * of an AggregateError, cells of which belong to the caller; undefined where it tells nothing. Getters of the value run, and what they
   * throw is swallowed.
   */
  public static List<NativeValue> describe(ContextPointer context, NativeValue thrown) {
    return holding(context, () -> {
      List<NativeValue> described = drain(context, (CellPointer) of(context).call(Helper.DESCRIBE, thrown), true);
      if (described.getLast() instanceof CellPointer related) {
        described.removeLast();
        described.addAll(drain(context, related, true));
      }
      return described;
    });
  }

  /** Each element of an array is an entry of its own: with the lock held over all of them, as one. */
  private static <T> T holding(ContextPointer context, Supplier<T> action) {
    context.runtime().requireOwner();
    context.requireOpen();
    return LockSpan.holding(context.runtime(), action);
  }

  /** All own keys of an object, strings and symbols, in the specification's order; traps of a proxy run. */
  public static List<NativeValue> ownKeys(ContextPointer context, CellPointer object) {
    return holding(context, () -> drain(context, (CellPointer) of(context).call(Helper.OWN_KEYS, object), false));
  }

  /** The function that makes an object or array of the realm out of one of the service realm; it stays the realm's. */
  static CellPointer copier(ContextPointer context) {
    return of(context).helper(Helper.COPY);
  }

  /** The function that makes objects of the realm by the name of their constructor, as {@link #construct}; it stays the realm's. */
  static CellPointer constructor(ContextPointer context) {
    return of(context).helper(Helper.CONSTRUCT);
  }

  /** The own enumerable string keys of an object; traps of a proxy run. */
  public static List<NativeValue> keys(ContextPointer context, CellPointer object) {
    return holding(context, () -> drain(context, (CellPointer) of(context).call(Helper.KEYS, object), false));
  }

  /** Calls a function with any value as {@code this}; {@link Functions#call} can pass only objects. */
  public static NativeValue apply(ContextPointer context, CellPointer function, NativeValue thisValue,
      NativeValue... arguments) {
    NativeValue[] all = new NativeValue[arguments.length + 2];
    all[0] = function;
    all[1] = thisValue;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return of(context).call(Helper.CALL, all);
  }

  /** {@code value instanceof constructor}; the C function answers false where the operator throws or asks the object. */
  public static boolean isInstance(ContextPointer context, NativeValue value, CellPointer constructor) {
    return of(context).call(Helper.IS_INSTANCE, value, constructor) instanceof NativeValue.Bool(boolean is) && is;
  }

  /** Whether it is an Error of any realm; runs nothing where the engine has {@code Error.isError}. */
  public static boolean isError(ContextPointer context, CellPointer object) {
    return of(context).call(Helper.IS_ERROR, object) instanceof NativeValue.Bool(boolean is) && is;
  }

  /** {@code new constructor(...arguments)} for one of the built-in constructors that realm.js lists. */
  public static CellPointer construct(ContextPointer context, String constructor, NativeValue... arguments) {
    NativeValue[] all = new NativeValue[arguments.length + 1];
    all[0] = new NativeValue.Text(constructor);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return (CellPointer) of(context).call(Helper.CONSTRUCT, all);
  }

  /** {@code JSON.parse(text)}. */
  public static NativeValue parseJson(ContextPointer context, String text) {
    return of(context).call(Helper.PARSE_JSON, new NativeValue.Text(text));
  }

  /**
   * {@code JSON.stringify(value, undefined, indent)}, or null where that is undefined; runs {@code toJSON} and getters. Not {@code
   * JSValueCreateJSONString}, which always asks for an indent, and so never takes the engine's short way (row {@code jsonOut} of the benchmarks).
   */
  public static @Nullable String toJson(ContextPointer context, NativeValue value, int indent) {
    NativeValue json = indent == 0
        ? of(context).call(Helper.STRINGIFY, value)
        : of(context).call(Helper.STRINGIFY, value, NativeValue.Nullish.UNDEFINED, new NativeValue.Num(indent));
    return json instanceof NativeValue.Text(String text) ? text : null;
  }

  /** Starts to await a value; see {@link #settled}. */
  public static CellPointer watch(ContextPointer context, NativeValue promise) {
    return (CellPointer) of(context).call(Helper.WATCH, promise);
  }

  /** Whether the watched value is fulfilled (1), rejected (2) or pending (0). */
  public static int settled(ContextPointer context, CellPointer watched) {
    return Objects.get(context, watched, "settled") instanceof NativeValue.Num(double state) ? (int) state : 0;
  }

  /** The value or reason of a watched value that has settled. */
  public static NativeValue settledValue(ContextPointer context, CellPointer watched) {
    return Objects.get(context, watched, "value");
  }

  /** The elements of an array that a helper made, which is given back. */
  static List<NativeValue> drain(ContextPointer context, CellPointer array) {
    return drain(context, array, false);
  }

  /** The same; strings that are too large are cut off or refused. */
  private static List<NativeValue> drain(ContextPointer context, CellPointer array, boolean cut) {
    List<NativeValue> elements = new ArrayList<>();
    try {
      int length = Objects.get(context, array, "length") instanceof NativeValue.Num(double n) ? (int) n : 0;
      for (int i = 0; i < length; i++) {
        elements.add(Objects.getIndex(context, array, i, cut));
      }
      return elements;
    } catch (Throwable t) {
      elements.forEach(Realm::discard);
      throw t;
    } finally {
      discard(array);
    }
  }
}
