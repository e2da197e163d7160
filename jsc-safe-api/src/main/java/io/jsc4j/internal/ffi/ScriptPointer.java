package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.MemorySegment;

/** A {@code JSScriptRef}: parsed source, outside the collected heap, counted by reference; it must go before its runtime does. */
public final class ScriptPointer {
  private final RuntimePointer runtime;
  private final long address;
  private boolean released;

  ScriptPointer(RuntimePointer runtime, long address) {
    this.runtime = runtime;
    this.address = address;
  }

  MemorySegment segment(RuntimePointer caller) {
    requireRuntime(caller);
    if (released) {
      throw new IllegalStateException("the script can no longer be used: its runtime was closed");
    }
    return MemorySegment.ofAddress(address);
  }

  @Enforces(Obligation.SCRIPT_OF_RUNTIME)
  private void requireRuntime(RuntimePointer caller) {
    if (caller != runtime) {
      throw new IllegalArgumentException(
          "the script was compiled by another runtime; compile it once in each runtime that runs it");
    }
  }

  /** Releases it; idempotent, on the owner thread. */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.CLEANUP_ORDERED})
  public void release() {
    runtime.requireOwner();
    if (!released) {
      released = true;
      // SAFETY: the runtime is open (it releases its scripts before it goes) and this is the reference that creation gave us.
      JavaScriptCore.JSScriptRelease(MemorySegment.ofAddress(address));
    }
  }
}
