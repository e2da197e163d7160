package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What concerns a context as a whole. */
public final class Contexts {
  private Contexts() {}

  /** A function of the context that runs the callback. */
  public static CellPointer createHostFunction(ContextPointer context, String name, int length, HostCallback callback) {
    return context.runtime().hosts().createFunction(context, name, length, callback);
  }

  /** What runs the callback when one of our own scripts calls it, with {@code this} and an array of arguments; it must not reach others. */
  public static CellPointer createInvoker(ContextPointer context, HostCallback callback) {
    return context.runtime().hosts().createInvoker(context, callback);
  }

  /** What runs the callback when it is called, and is no function as scripts know them; it must not reach them. */
  static CellPointer createCallable(ContextPointer context, HostCallback callback) {
    return context.runtime().hosts().createCallable(context, callback);
  }

  /**
   * The {@link HostCallback}s of the context's functions, and the {@link HostInstance}s of its runtime, that have not been collected; in the order in
   * which they were made, by numbers.
   */
  public static SortedMap<Integer, Object> hostObjects(ContextPointer context) {
    return context.runtime().hosts().reachable(context);
  }

  /** The greatest number that {@link #hostObjects} can have now. */
  public static int lastHostObject(ContextPointer context) {
    return context.runtime().hosts().lastId();
  }

  /**
   * A value of the context that stands for a Throwable, as a host function that throws it would make it: an Error, or what a script once threw. A
   * cell belongs to the caller.
   */
  public static NativeValue createHostError(ContextPointer context, Throwable failure) {
    return context.runtime().hosts().createError(context, failure);
  }

  /** What a thrown value stands for, or null if a script made it. */
  public static @Nullable HostError hostErrorOf(ContextPointer context, CellPointer thrown) {
    return context.runtime().hosts().hostErrorOf(context, thrown);
  }

  /** Sets the function that is called with each promise that is rejected while nothing handles it: {@code (promise, reason)}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.EXCEPTION_READ})
  public static void setUnhandledRejectionCallback(ContextPointer context, CellPointer function) {
    NativeEngine.instance().require(Feature.UNHANDLED_REJECTIONS);
    long callback = function.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the function is protected by its handle, and from now on by the context itself.
      UniformCalls.JSGlobalContextSetUnhandledRejectionCallback(entry.context(), MemorySegment.ofAddress(callback),
          entry.exceptionSlot());
      entry.throwIfThrown();
    }
  }

  /** Gives the context a name, which an inspector shows. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID})
  public static void setName(ContextPointer context, String name) {
    try (Entry entry = Entry.open(context); StringPointer text = StringPointer.of(entry.runtime(), name)) {
      // SAFETY: the name is ours; the engine keeps its own reference.
      JavaScriptCore.JSGlobalContextSetName(entry.context(), text.segment());
    }
  }

  /** Whether {@code eval} and {@code Function} work in scripts; where not, they throw an EvalError with the message. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID})
  static void setEvalEnabled(ContextPointer context, boolean enabled, String message) {
    NativeEngine.instance().require(Feature.EVAL_CONTROL);
    try (Entry entry = Entry.open(context); StringPointer text = StringPointer.of(entry.runtime(), message)) {
      // SAFETY: the message is ours; the engine keeps its own reference.
      JavaScriptCore.JSGlobalContextSetEvalEnabled(entry.context(), enabled, text.segment());
    }
  }

  /** Enters and leaves: microtasks that are pending run when the outermost entry ends. */
  public static void drainMicrotasks(ContextPointer context) {
    Entry.open(context).close();
  }
}
