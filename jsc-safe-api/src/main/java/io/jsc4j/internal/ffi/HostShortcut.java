package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The short way from JavaScript to the host functions of a runtime: one C function for all, which takes the runtime's number, that of the host
 * function, {@code this} and the arguments (benchmark rows {@code hostCall}, {@code hostMember}). The engine calls a C function faster than an object of a
 * class, as a holder is one, and a holder has to be asked for its number.
 *
 * <p>It keeps nothing alive and trusts the numbers, so no script may ever get it: {@code realm.js} has it in closures, beside the holders.
 */
final class HostShortcut {
  /** Before the arguments of the host function. */
  private static final int RUNTIME = 0;
  private static final int ID = 1;
  private static final int THIS = 2;
  private static final int ARGUMENTS = 3;

  private static final class Stub {
    static final MemorySegment CALL = Upcalls.stub(HostShortcut::call);
  }

  private final RuntimePointer runtime;
  private @Nullable CellPointer function;

  HostShortcut(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** The function, not the caller's to give back; undefined where Java can't read numbers without the engine, and so not find the runtime. */
  NativeValue function() {
    if (!(runtime.codec() instanceof PrimitiveCodec.InJava)) {
      return NativeValue.Nullish.UNDEFINED;
    }
    CellPointer present = function;
    if (present == null) {
      present = create(runtime.service());
      function = present;
    }
    return present;
  }

  /** In the service realm, which outlives all that call it. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID,
      Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED, Obligation.CALLBACK_CONTAINED})
  private static CellPointer create(ContextPointer service) {
    // Without a name, as holders are in stacks.
    try (Entry entry = Entry.open(service); StringPointer name = StringPointer.of("")) {
      // SAFETY: the stub lives for ever; the engine keeps its own reference to the name, and the function is protected under the lock.
      return entry.objectResult(UniformCalls.JSObjectMakeFunctionWithCallback(entry.context(), name.segment(),
          Stub.CALL), CellKind.FUNCTION);
    }
  }

  /** The upcall: {@code JSObjectCallAsFunctionCallback}. */
  @Unsafe({Obligation.CALLBACK_CONTAINED, Obligation.OWNER_THREAD})
  static long call(long context, long callee, long thisObject, long argumentCount, long arguments, long exception) {
    // As in HostObjects.callAsFunction.
    // SAFETY: the engine passes a valid place for one JSValueRef.
    NativeMemory.setLong(exception, HostObjects.undefined());
    if (argumentCount < ARGUMENTS) {
      return 0;
    }
    RuntimePointer runtime = OpenRuntimes.get(PrimitiveCodec.InJava.integer(argument(arguments, RUNTIME)));
    if (runtime == null || !runtime.isOwner()) {
      return 0;
    }
    return runtime.hosts()
        .call(PrimitiveCodec.InJava.integer(argument(arguments, ID)), argument(arguments, THIS),
            arguments + ARGUMENTS * (long) Long.BYTES, (int) argumentCount - ARGUMENTS, exception);
  }

  @Unsafe(Obligation.OWNER_THREAD)
  private static long argument(long arguments, int index) {
    // SAFETY: the caller knows that there are so many; the engine's own frame keeps them alive for the call.
    return NativeMemory.getLong(arguments + (long) index * Long.BYTES);
  }

  /** Gives it back; the runtime is about to be released. */
  void release() {
    Realm.discard(function);
    function = null;
  }
}
