package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Evaluators;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import java.util.Set;

/** Takes built-ins out of a context that no script has seen: what only a global variable leads to is out of reach without it. */
final class JsBuiltins {
  private JsBuiltins() {}

  static void remove(ContextPointer context, Set<JsBuiltin> builtins) {
    CellPointer global = Objects.global(context);
    try {
      for (JsBuiltin builtin : builtins) {
        switch (builtin) {
          case EVAL -> Evaluators.disableEval(context, "the host of this script does not allow code from text");
          case WEB_ASSEMBLY -> remove(context, global, "WebAssembly");
          case SHARED_MEMORY -> remove(context, global, "Atomics", "SharedArrayBuffer");
          case WEAK_REFERENCES -> remove(context, global, "WeakRef", "FinalizationRegistry");
        }
      }
    } finally {
      Realm.discard(global);
    }
  }

  private static void remove(ContextPointer context, CellPointer global, String... names) {
    for (String name : names) {
      if (!Objects.delete(context, global, new NativeValue.Text(name))) {
        throw new IllegalStateException("this JavaScript engine does not let its global '" + name + "' be removed");
      }
    }
  }
}
