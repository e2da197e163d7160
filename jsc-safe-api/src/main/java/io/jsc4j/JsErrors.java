package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ScriptTerminated;
import io.jsc4j.internal.ffi.ScriptThrew;

/** Turns what a script threw into what Java throws. */
final class JsErrors {
  private JsErrors() {}

  /**
   * The exception for a thrown value, which the innermost scope takes over: the Java exception that it stands for, or a {@link
   * JsThrownException}.
   */
  static RuntimeException toJava(JsContext context, NativeValue thrown) {
    JsValue value = context.wrap(thrown);
    if (thrown instanceof CellPointer cell && cell.kind().isObject()) {
      Throwable failure = Contexts.failureOf(context.pointer(), cell);
      if (failure != null) {
        throw JsErrors.<RuntimeException>same(failure);
      }
    }
    return new JsThrownException(describe(context.pointer(), thrown), value);
  }

  /** What a thrown value tells of itself; what it throws meanwhile is not of interest. */
  static JsErrorDetails describe(ContextPointer context, NativeValue thrown) {
    try {
      return JsErrorDetails.of(Realm.describe(context, thrown));
    } catch (ScriptThrew | ScriptTerminated e) {
      return new JsErrorDetails("", "a value that cannot be described", "", null, 0, 0);
    }
  }

  /** Any Throwable as it is: a host function can throw checked ones too, if it tries. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // T is what the compiler believes; nothing is cast in truth.
  static <T extends Throwable> T same(Throwable failure) throws T {
    throw (T) failure;
  }
}
