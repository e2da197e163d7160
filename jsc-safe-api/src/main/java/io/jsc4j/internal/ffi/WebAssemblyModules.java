package io.jsc4j.internal.ffi;

import java.lang.foreign.MemorySegment;

/** WebAssembly without promises: {@code new WebAssembly.Module} and {@code new WebAssembly.Instance}. */
public final class WebAssemblyModules {
  private WebAssemblyModules() {}

  /**
   * Compiles a module.
   *
   * @throws ScriptThrew if the bytes are no valid module
   */
  public static CellPointer compile(ContextPointer context, byte[] bytes) {
    CellPointer copy = Buffers.create(context, bytes.length);
    try {
      Buffers.write(context, copy, 0, MemorySegment.ofArray(bytes));
      return (CellPointer) Realm.compileModule(context, copy);
    } finally {
      Realm.discard(copy);
    }
  }

  /**
   * Makes an instance and runs its start function.
   *
   * @param imports an object of objects, or undefined
   * @return its exports
   * @throws ScriptThrew if the imports do not fit, or the start function throws
   */
  public static CellPointer instantiate(ContextPointer context, CellPointer module, NativeValue imports) {
    CellPointer instance = (CellPointer) Realm.instantiate(context, module, imports);
    try {
      return (CellPointer) ServiceRealm.call(context, ServiceScript.BYTES, "instanceExports", instance);
    } finally {
      Realm.discard(instance);
    }
  }
}
