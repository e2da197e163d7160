package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ScriptTerminated;
import io.jsc4j.internal.ffi.ScriptThrew;
import org.jspecify.annotations.Nullable;

/** Turns what a script threw into what Java throws. */
final class JsErrors {
  private static final JsErrorDetails UNDESCRIBED = new JsErrorDetails("",
      "a script threw, and looking at what it threw failed too: the stack is probably used up", "", null, 0, 0);

  private JsErrors() {}

  /**
   * The exception for a thrown value: the Java exception that it stands for, or a {@link JsThrownException}.
   */
  static RuntimeException toJava(JsContext context, NativeValue thrown, JsValue value) {
    if (thrown instanceof CellPointer cell && cell.kind().isObject()) {
      Throwable failure = failureOf(context, cell);
      if (failure != null) {
        throw JsErrors.<RuntimeException>same(failure);
      }
    }
    return new JsThrownException(describe(context.pointer(), thrown), value);
  }

  private static @Nullable Throwable failureOf(JsContext context, CellPointer thrown) {
    try {
      return Contexts.failureOf(context.pointer(), thrown);
    } catch (ScriptThrew e) {
      // Too little stack is left even to look.
      Realm.discard(e.thrown());
      return null;
    } catch (ScriptTerminated e) {
      return null;
    }
  }

  /** What a thrown value tells of itself; what it throws meanwhile is not of interest. */
  static JsErrorDetails describe(ContextPointer context, NativeValue thrown) {
    try {
      return JsErrorDetails.of(Realm.describe(context, thrown));
    } catch (ScriptThrew e) {
      Realm.discard(e.thrown());
      return UNDESCRIBED;
    } catch (ScriptTerminated e) {
      return UNDESCRIBED;
    }
  }

  /** Any Throwable as it is: a host function can throw checked ones too, if it tries. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // T is what the compiler believes; nothing is cast in truth.
  static <T extends Throwable> T same(Throwable failure) throws T {
    throw (T) failure;
  }
}
