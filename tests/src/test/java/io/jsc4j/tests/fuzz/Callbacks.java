package io.jsc4j.tests.fuzz;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Random;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Implementations of the interfaces that users implement, which do anything that a program does: also close what called them. */
final class Callbacks {
  private Callbacks() {}

  /** Whether it is for users to implement. */
  static boolean canImplement(Class<?> type) {
    if (!type.isInterface() || type.isSealed() || type.isAnnotation()) {
      return false;
    }
    return type.isAnnotationPresent(FunctionalInterface.class) || type.getName().startsWith("io.jsc4j.")
        || type.equals(Runnable.class) || type.equals(Flow.Subscriber.class);
  }

  /** One that goes on with the program when it is called. */
  static Object of(Type type, FuzzProgram program, int home) {
    Class<?> raw = Types.raw(type);
    InvocationHandler handler = (self, method, arguments) -> called(type, program, home, self, method, arguments);
    return Proxy.newProxyInstance(raw.getClassLoader(), new Class<?>[]{raw}, handler);
  }

  private static @Nullable Object called(Type type, FuzzProgram program, int home, Object self, Method method,
      Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && System.identityHashCode(arguments[0]) == System.identityHashCode(self);
        case "hashCode" -> 1;
        default -> "callback";
      };
    }
    if (!program.isHere()) {
      // A thread that completes something, for instance. The program does not go on meanwhile.
      return simple(method.getReturnType());
    }
    Random random = program.random();
    if (method.isDefault() && random.nextBoolean()) {
      return InvocationHandler.invokeDefault(self, method, arguments);
    }
    program.called(arguments, home);
    if (random.nextInt(12) == 0) {
      throw Thrown.any(random);
    }
    Class<?> result = method.getReturnType();
    if (result == void.class) {
      return null;
    }
    if (result == int.class && method.getName().equals("length")) {
      return random.nextInt(6) - 1;
    }
    Type wanted = result == Object.class ? resolve(type, method.getGenericReturnType()) : method.getGenericReturnType();
    Object value = program.arguments().of(wanted, home);
    return value == null && result.isPrimitive() ? simple(result) : value;
  }

  /** The last argument of the interface's type is what it returns, in all of those that the API takes. */
  private static Type resolve(Type type, Type result) {
    if (type instanceof ParameterizedType parameterized && result instanceof TypeVariable<?>) {
      Type[] given = parameterized.getActualTypeArguments();
      return given[given.length - 1];
    }
    return result;
  }

  private static @Nullable Object simple(Class<?> type) {
    if (!type.isPrimitive() || type == void.class) {
      return null;
    }
    return type == boolean.class ? (Object) false : type == double.class ? (Object) 0.0
        : type == long.class ? (Object) 0L
        : (Object) 0;
  }
}
