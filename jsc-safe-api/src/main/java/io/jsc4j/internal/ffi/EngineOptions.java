package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;

/**
 * The options of the engine that a JVM needs, set once in a process: before the first VM, because the engine then makes its configuration
 * read-only memory, and a write to that ends the process.
 */
final class EngineOptions {
  /**
   * What is left of the stack when the engine refuses to go deeper. HotSpot needs some 100 KiB at the end of a stack for itself, and a host
   * function that is called close to the limit must be able to run, and to throw.
   */
  private static final int RESERVED_STACK_BYTES = 256 * 1024;

  private EngineOptions() {}

  static void set(NativeEngine engine) {
    if (!engine.has(Feature.ENGINE_OPTIONS)) {
      return;
    }
    // A second class loader opens the same library in the same process, perhaps after the first has made a VM.
    String marker = "io.jsc4j.configured." + engine.path();
    synchronized (Runtime.getRuntime()) {
      if (System.getProperty(marker) == null) {
        System.setProperty(marker, "true");
        setForJvm();
      }
    }
  }

  /**
   * HotSpot turns SIGSEGV into NullPointerException and uses it for safepoints, so the engine must not take that signal: neither for traps of
   * WebAssembly nor for interrupting scripts, for which it polls instead. Without the signal, memory of WebAssembly must not be the fast kind,
   * whose bounds are pages that fault; the engine draws that conclusion from its environment, but not from options that are set here.
   */
  @Enforces(Obligation.OPTIONS_BEFORE_VM)
  @Unsafe(Obligation.OPTIONS_BEFORE_VM)
  private static void setForJvm() {
    try (Arena arena = Arena.ofConfined()) {
      // SAFETY: no VM exists yet in the process (the marker), and these functions copy what they need from the C strings.
      JavaScriptCore.jsc_options_set_boolean(arena.allocateFrom("useWasmFaultSignalHandler"), 0);
      // SAFETY: as above.
      JavaScriptCore.jsc_options_set_boolean(arena.allocateFrom("useWasmFastMemory"), 0);
      // SAFETY: as above; engines up to 2.44 call it so, and a name that the engine does not know does nothing.
      JavaScriptCore.jsc_options_set_boolean(arena.allocateFrom("useWebAssemblyFastMemory"), 0);
      // SAFETY: as above.
      JavaScriptCore.jsc_options_set_boolean(arena.allocateFrom("usePollingTraps"), 1);
      // SAFETY: as above.
      JavaScriptCore.jsc_options_set_uint(arena.allocateFrom("softReservedZoneSize"), RESERVED_STACK_BYTES);
    }
  }
}
