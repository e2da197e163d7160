package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;

/** Calling and constructing. */
public final class Functions {
  private Functions() {}

  /**
   * Calls a function.
   *
   * @param thisValue undefined for none
   * @throws ScriptThrew if it throws
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ, Obligation.RESULT_PRESENT,
      Obligation.RESULT_PROTECTED, Obligation.CALLBACK_CONTAINED})
  public static NativeValue call(ContextPointer context, CellPointer function, NativeValue thisValue,
      NativeValue... arguments) {
    long callee = function.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context, arguments.length)) {
      // The C function takes an object as `this`; NULL means undefined, which a sloppy function sees as the global object.
      MemorySegment self = thisValue instanceof CellPointer cell
          ? MemorySegment.ofAddress(cell.objectAddress(context.runtime()))
          : MemorySegment.NULL;
      fill(entry, arguments);
      // SAFETY: callee, this and arguments are protected by their handles or rooted by the entry; the engine copies the array.
      MemorySegment result = UniformCalls.JSObjectCallAsFunction(entry.context(), MemorySegment.ofAddress(callee),
          self,
          arguments.length, entry.arguments(), entry.exceptionSlot());
      return entry.result(result);
    }
  }

  /**
   * Calls a function with numbers, for a number: without an object for any of them (row {@code call JS from Java} of the benchmarks). Up to three are
   * arguments, as many as counted.
   *
   * @throws ScriptThrew if it throws
   * @throws OtherResult if it returns anything but a number
   */
  public static double callForNumber(ContextPointer context, CellPointer function, int count, double first,
      double second, double third) {
    long callee = function.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context, count)) {
      if (count > 0) {
        entry.argument(0, first);
      }
      if (count > 1) {
        entry.argument(1, second);
      }
      if (count > 2) {
        entry.argument(2, third);
      }
      return entry.numberResult(NumberCalls.call(entry, callee, count));
    }
  }

  /**
   * The same with any number of arguments.
   *
   * @throws ScriptThrew if it throws
   * @throws OtherResult if it returns anything but a number
   */
  public static double callForNumber(ContextPointer context, CellPointer function, double[] arguments) {
    long callee = function.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context, arguments.length)) {
      for (int i = 0; i < arguments.length; i++) {
        entry.argument(i, arguments[i]);
      }
      return entry.numberResult(NumberCalls.call(entry, callee, arguments.length));
    }
  }

  /**
   * {@code new function(...arguments)}.
   *
   * @throws ScriptThrew if it throws
   * @throws IllegalStateException if it is no constructor
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ, Obligation.RESULT_PRESENT,
      Obligation.RESULT_PROTECTED, Obligation.CALLBACK_CONTAINED})
  public static NativeValue construct(ContextPointer context, CellPointer function, NativeValue... arguments) {
    long callee = function.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context, arguments.length)) {
      fill(entry, arguments);
      // SAFETY: as in call().
      MemorySegment result = JavaScriptCore.JSObjectCallAsConstructor(entry.context(), MemorySegment.ofAddress(callee),
          arguments.length, entry.arguments(), entry.exceptionSlot());
      return entry.result(result);
    }
  }

  /** Whether {@code new} works on it. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.IS_OBJECT, Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME})
  public static boolean isConstructor(ContextPointer context, CellPointer function) {
    long callee = function.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle; no JavaScript runs.
      return JavaScriptCore.JSObjectIsConstructor(entry.context(), MemorySegment.ofAddress(callee));
    }
  }

  private static void fill(Entry entry, NativeValue[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      entry.argument(i, arguments[i]);
    }
  }
}
