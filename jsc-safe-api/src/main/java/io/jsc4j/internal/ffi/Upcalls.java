package io.jsc4j.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What every upcall has in common: nothing that it throws may reach the linker, which would end the JVM. */
public final class Upcalls {
  /** The methods that the engine calls, as {@code class.method}. */
  private static final Set<String> TARGETS = ConcurrentHashMap.newKeySet();

  private Upcalls() {}

  /** Whether a frame of a stack trace is one that the engine called. */
  public static boolean isUpcall(StackTraceElement frame) {
    String owner = frame.getClassName();
    return owner.startsWith("io.jsc4j.internal.ffi.") && TARGETS.contains(owner + '.' + frame.getMethodName());
  }

  /** A static method of this package as a method handle. */
  static MethodHandle find(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    TARGETS.add(owner.getName().concat(".").concat(name));
    try {
      return MethodHandles.lookup().findStatic(owner, name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(owner + "." + name + " is missing", e);
    }
  }

  /** The same upcall, returning 0, NULL or nothing instead of throwing. */
  @Enforces(Obligation.CALLBACK_CONTAINED)
  static MethodHandle contained(MethodHandle upcall) {
    MethodHandle fallback = MethodHandles.empty(upcall.type().insertParameterTypes(0, Throwable.class));
    if (upcall.type().returnType() == java.lang.foreign.MemorySegment.class) {
      fallback = MethodHandles.dropArguments(
          MethodHandles.constant(java.lang.foreign.MemorySegment.class, java.lang.foreign.MemorySegment.NULL), 0,
          fallback.type().parameterList());
    }
    return MethodHandles.catchException(upcall, Throwable.class, fallback);
  }
}
