package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Three functions of the engine for operations with numbers only, with cells as numbers instead of segments: jextract's methods make a segment for each
 * result (and their callers one for each cell), which the compiler leaves out only where it happens to inline them. Linked when they are first used (rows
 * {@code call JS from Java} and {@code get a number property} of the benchmarks).
 */
final class NumberCalls {
  private NumberCalls() {}

  private static final class Call {
    static final MethodHandle HANDLE = bind();

    @Unsafe({})
    private static MethodHandle bind() {
      // SAFETY: only its address.
      MemorySegment function = JavaScriptCore.JSObjectCallAsFunction$address();
      return link(function, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    }
  }

  private static final class Get {
    static final MethodHandle HANDLE = bind();

    @Unsafe({})
    private static MethodHandle bind() {
      // SAFETY: only its address.
      MemorySegment function = JavaScriptCore.JSObjectGetPropertyForKey$address();
      return link(function, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }
  }

  private static final class Set {
    static final MethodHandle HANDLE = bind();

    @Unsafe({})
    private static MethodHandle bind() {
      // SAFETY: only its address.
      MemorySegment function = JavaScriptCore.JSObjectSetPropertyForKey$address();
      return link(function, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }
  }

  @Unsafe({})
  private static MethodHandle link(MemorySegment function, FunctionDescriptor descriptor) {
    // SAFETY: jextract's descriptors, from the same header, with long for each pointer to a cell: engines are 64-bit. Not critical: they run JavaScript.
    @SuppressWarnings("restricted")
    MethodHandle handle = Linker.nativeLinker().downcallHandle(function, descriptor);
    return handle;
  }

  /** {@code JSObjectCallAsFunction} without {@code this}, with what the entry has as arguments. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.NAN_CANONICAL, Obligation.CALLBACK_CONTAINED})
  static long call(Entry entry, long callee, long count) {
    try {
      // SAFETY: the callee is protected by its handle, the arguments are numbers; the caller reads the exception slot before the result.
      return (long) Call.HANDLE.invokeExact(entry.context(), callee, 0L, count, entry.arguments(), entry
          .exceptionSlot());
    } catch (Throwable t) {
      throw unchecked(t);
    }
  }

  /** {@code JSObjectGetPropertyForKey}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.CALLBACK_CONTAINED})
  static long get(Entry entry, long object, long key) {
    try {
      // SAFETY: the object is protected by its handle, the key kept by the runtime's names or rooted by the entry; the caller reads the exception slot.
      return (long) Get.HANDLE.invokeExact(entry.context(), object, key, entry.exceptionSlot());
    } catch (Throwable t) {
      throw unchecked(t);
    }
  }

  /** {@code JSObjectSetPropertyForKey} without attributes. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.NAN_CANONICAL, Obligation.CALLBACK_CONTAINED})
  static void set(Entry entry, long object, long key, long number) {
    try {
      // SAFETY: as in get(); the value is a number.
      Set.HANDLE.invokeExact(entry.context(), object, key, number, 0, entry.exceptionSlot());
    } catch (Throwable t) {
      throw unchecked(t);
    }
  }

  private static AssertionError unchecked(Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    return new AssertionError("a downcall throws nothing checked", thrown);
  }
}
