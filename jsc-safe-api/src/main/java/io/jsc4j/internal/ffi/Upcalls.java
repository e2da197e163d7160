package io.jsc4j.internal.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;

/**
 * What every upcall has in common. Nothing that it throws may reach the linker, which would end the JVM. And all have one signature, with {@code long}
 * for each pointer, because the linker makes classes for each signature at every start; {@code UniformCalls} says why that is the same call.
 */
public final class Upcalls {
  /** The methods that the engine calls. */
  private static final Set<String> TARGETS = Set.of(HostObjects.class.getName().concat(".callAsFunction"),
      HostShortcut.class.getName().concat(".call"), HostObjects.class.getName().concat(".finalizeHolder"),
      Watchdog.class.getName().concat(".shouldTerminate"));

  /** Any callback of the engine: up to six pointers and integers; a pointer, an integer, a bool or nothing as its result. */
  @FunctionalInterface
  interface Target {
    /** Those that the engine's callback does not have hold anything, and must not be looked at; the same the other way round for the result. */
    long call(long first, long second, long third, long fourth, long fifth, long sixth);
  }

  private Upcalls() {}

  /** Whether a frame of a stack trace is one that the engine called. */
  public static boolean isUpcall(StackTraceElement frame) {
    String owner = frame.getClassName();
    return owner.startsWith("io.jsc4j.internal.ffi.") && TARGETS.contains(owner + '.' + frame.getMethodName());
  }

  /** A function pointer that stays valid as long as the process. */
  @Unsafe(Obligation.CALLBACK_CONTAINED)
  static MemorySegment stub(Target target) {
    MethodHandle handle;
    try {
      handle = MethodHandles.lookup()
          .findVirtual(Target.class, "call", MethodType.methodType(long.class, long.class, long.class, long.class,
              long.class, long.class, long.class))
          .bindTo(contained(target));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Target.call is missing", e);
    }
    // SAFETY: the engine's callbacks take and return only what travels in registers of 64 bits; the stub lives for ever; `contained` lets nothing out.
    @SuppressWarnings("restricted")
    MemorySegment stub = Linker.nativeLinker()
        .upcallStub(handle, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG), Arena
                .global());
    return stub;
  }

  /** The same upcall, returning 0, NULL or false instead of throwing. Not by MethodHandles.catchException, whose first use makes dozens of classes. */
  @Enforces(Obligation.CALLBACK_CONTAINED)
  static Target contained(Target target) {
    return (first, second, third, fourth, fifth, sixth) -> {
      try {
        return target.call(first, second, third, fourth, fifth, sixth);
      } catch (Throwable _) {
        return 0;
      }
    };
  }
}
