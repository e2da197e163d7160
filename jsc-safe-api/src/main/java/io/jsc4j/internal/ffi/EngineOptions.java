package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;

/**
 * The options of the engine: those that a JVM needs, and those that a program asks for. Set once in a process, before the first VM, because the
 * engine then makes its configuration read-only memory, and a write to that ends the process.
 */
final class EngineOptions {
  /**
   * What is left of the stack when the engine refuses to go deeper. HotSpot needs some 100 KiB at the end of a stack for itself, and a host
   * function that is called close to the limit must be able to run, and to throw.
   */
  private static final int RESERVED_STACK_BYTES = 256 * 1024;

  /**
   * After how many bytes the engine first collects, and what it leaves to be allocated between two collections at least. Its own megabyte makes programs
   * that allocate much take a tenth more (docs/adr/0031).
   */
  private static final int HEAP_BEFORE_COLLECTION = 3 << 20;

  private static final String SHARED = "shared";

  private EngineOptions() {}

  /** What is the same for all class loaders that have opened the library in this process. */
  private static String marker(NativeEngine engine) {
    return "io.jsc4j.configured." + engine.path();
  }

  /** Whether another class loader has opened the same library, before or after this one. */
  static boolean isShared(NativeEngine engine) {
    return SHARED.equals(System.getProperty(marker(engine)));
  }

  /**
   * Sets all options.
   *
   * @param requested values by the names of {@link EngineOption#allowed()}
   * @throws UnsupportedOperationException if some are requested and the engine has no functions for that
   * @throws IllegalStateException if some are requested and another class loader uses the same library already
   * @throws IllegalArgumentException if the engine does not know one
   */
  static void set(NativeEngine engine, Map<String, Object> requested) {
    if (!requested.isEmpty()) {
      engine.require(Feature.ENGINE_OPTIONS);
    }
    // A second class loader opens the same library in the same process, perhaps after the first has made a VM.
    synchronized (Runtime.getRuntime()) {
      if (System.getProperty(marker(engine)) == null) {
        if (engine.has(Feature.ENGINE_OPTIONS)) {
          setAll(engine, requested);
        }
        System.setProperty(marker(engine), "alone");
        return;
      }
      System.setProperty(marker(engine), SHARED);
      if (!requested.isEmpty()) {
        throw new IllegalStateException("the engine at " + engine.path()
            + " has been configured by another class loader of"
            + " this process: its options are set once, before its first use");
      }
    }
  }

  private static void setAll(NativeEngine engine, Map<String, Object> requested) {
    setDefaults();
    if (!requested.isEmpty()) {
      setRequested(engine, requested);
    }
    // After the others, so that none stands against them.
    setForJvm();
  }

  /** What is better than the engine's own value, and may be set otherwise. */
  @Unsafe(Obligation.OPTIONS_BEFORE_VM)
  private static void setDefaults() {
    try (Arena arena = Arena.ofConfined()) {
      // SAFETY: no VM exists yet in the process (the marker), and the function copies what it needs from the C string.
      UniformCalls.jsc_options_set_uint(arena.allocateFrom("smallHeapSize"), HEAP_BEFORE_COLLECTION);
    }
  }

  private static void setRequested(NativeEngine engine, Map<String, Object> requested) {
    for (Map.Entry<String, Object> entry : requested.entrySet()) {
      EngineOption option = EngineOption.named(entry.getKey());
      option.requireValue(entry.getValue());
      if (!set(option, entry.getValue())) {
        throw new IllegalArgumentException("the JavaScript engine at " + engine.path() + " (version " + engine.version()
            .orElse("unknown") + ") has no option '" + option.name() + "'");
      }
    }
  }

  @Unsafe(Obligation.OPTIONS_BEFORE_VM)
  private static boolean set(EngineOption option, Object value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(option.name());
      if (value instanceof Boolean flag) {
        // SAFETY: no VM exists yet in the process (the marker), and the function copies what it needs from the C string; the type is the
        // option's, which it does not check.
        return UniformCalls.jsc_options_set_boolean(name, flag ? 1 : 0) != 0;
      }
      if (value instanceof Double number) {
        // SAFETY: as above.
        return JavaScriptCore.jsc_options_set_double(name, number) != 0;
      }
      long whole = (Long) value;
      if (option.type() == EngineOption.Type.SIZE) {
        // SAFETY: as above.
        return JavaScriptCore.jsc_options_set_size(name, whole) != 0;
      }
      int number = (int) whole;
      if (option.type() == EngineOption.Type.INT) {
        // SAFETY: as above; the range makes the number fit.
        return JavaScriptCore.jsc_options_set_int(name, number) != 0;
      }
      // SAFETY: as above; the range makes the number fit, as unsigned.
      return UniformCalls.jsc_options_set_uint(name, number) != 0;
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
      UniformCalls.jsc_options_set_boolean(arena.allocateFrom("useWasmFaultSignalHandler"), 0);
      // SAFETY: as above.
      UniformCalls.jsc_options_set_boolean(arena.allocateFrom("useWasmFastMemory"), 0);
      // SAFETY: as above; engines up to 2.44 call it so, and a name that the engine does not know does nothing.
      UniformCalls.jsc_options_set_boolean(arena.allocateFrom("useWebAssemblyFastMemory"), 0);
      // SAFETY: as above.
      UniformCalls.jsc_options_set_boolean(arena.allocateFrom("usePollingTraps"), 1);
      // SAFETY: as above.
      UniformCalls.jsc_options_set_uint(arena.allocateFrom("softReservedZoneSize"), RESERVED_STACK_BYTES);
    }
  }
}
