package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Makes and reads primitives by calls; only {@link #evaluatePrimitive} runs JavaScript, of ours. */
final class RawValues {
  private RawValues() {}

  @Unsafe(Obligation.CONTEXT_OPEN)
  static long makeUndefined(MemorySegment context) {
    // SAFETY: the caller's entry checked the context; the result is no cell.
    return JavaScriptCore.JSValueMakeUndefined(context).address();
  }

  @Unsafe(Obligation.CONTEXT_OPEN)
  static long makeNull(MemorySegment context) {
    // SAFETY: the caller's entry checked the context; the result is no cell.
    return JavaScriptCore.JSValueMakeNull(context).address();
  }

  @Unsafe(Obligation.CONTEXT_OPEN)
  static long makeBoolean(MemorySegment context, boolean value) {
    // SAFETY: the caller's entry checked the context; the result is no cell.
    return JavaScriptCore.JSValueMakeBoolean(context, value).address();
  }

  @Unsafe(Obligation.CONTEXT_OPEN)
  static long makeNumber(MemorySegment context, double value) {
    // SAFETY: the caller's entry checked the context; the engine itself makes a NaN canonical; the result is no cell.
    return JavaScriptCore.JSValueMakeNumber(context, value).address();
  }

  /** What the engine makes of an expression whose value is no cell. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.STRING_VALID})
  static long evaluatePrimitive(MemorySegment context, String expression) {
    try (StringPointer source = StringPointer.of(expression)) {
      // SAFETY: a constant expression in a context that no script has touched; its value is no cell and needs no protection.
      return UniformCalls.JSEvaluateScript(context, source.segment(), MemorySegment.NULL, MemorySegment.NULL, 1,
          MemorySegment.NULL).address();
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.RESULT_PRESENT})
  static @Nullable NativeValue readPrimitive(MemorySegment context, long encoded) {
    MemorySegment value = MemorySegment.ofAddress(encoded);
    // SAFETY: the value came from the engine under the lock that is still held, and is not NULL.
    int type = UniformCalls.JSValueGetType(context, value);
    if (type == JavaScriptCore.kJSTypeUndefined()) {
      return NativeValue.Nullish.UNDEFINED;
    }
    if (type == JavaScriptCore.kJSTypeNull()) {
      return NativeValue.Nullish.NULL;
    }
    if (type == JavaScriptCore.kJSTypeBoolean()) {
      // SAFETY: as above; a boolean is read without running JavaScript.
      return new NativeValue.Bool(JavaScriptCore.JSValueToBoolean(context, value));
    }
    if (type == JavaScriptCore.kJSTypeNumber()) {
      // SAFETY: as above; the value is a number, so the conversion can't throw and needs no exception slot.
      return new NativeValue.Num(JavaScriptCore.JSValueToNumber(context, value, MemorySegment.NULL));
    }
    return null;
  }
}
