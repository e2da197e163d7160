package io.jsc4j.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What every upcall has in common: nothing that it throws may reach the linker, which would end the JVM. */
final class Upcalls {
  private Upcalls() {}

  /** A static method of this package as a method handle. */
  static MethodHandle find(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
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
