package io.jsc4j;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The methods of one name, or the constructors, of an exported class: chooses by the number of arguments. */
final class ExportedCalls {
  private final String name;
  private final NavigableMap<Integer, Executable> byCount = new TreeMap<>();
  private @Nullable Executable variadic;

  ExportedCalls(String name) {
    this.name = name;
  }

  /**
   * Adds one.
   *
   * @throws IllegalArgumentException if there is one that takes as many arguments
   */
  void add(Executable executable) {
    Executable other = executable.isVarArgs()
        ? variadic
        : byCount.get(executable.getParameterCount());
    if (other != null) {
      throw new IllegalArgumentException("JavaScript can't tell " + other + " from " + executable
          + ": both are '" + name + "' and take as many arguments; give one of them another name, @JsExport(\"...\")");
    }
    if (executable.isVarArgs()) {
      variadic = executable;
    } else {
      byCount.put(executable.getParameterCount(), executable);
    }
  }

  /** The value of {@code length}: the smallest number of arguments. */
  int length() {
    int variable = variadic == null ? Integer.MAX_VALUE : variadic.getParameterCount() - 1;
    return byCount.isEmpty() ? variable : Math.min(variable, byCount.firstKey());
  }

  private Executable choose(int count) {
    Executable exact = byCount.get(count);
    if (exact != null) {
      return exact;
    }
    Executable variable = variadic;
    if (variable != null && (byCount.isEmpty() || count >= variable.getParameterCount() - 1)) {
      return variable;
    }
    // As in JavaScript: more than it takes are ignored, and what is missing is undefined.
    Integer fewer = byCount.lowerKey(count);
    Executable next = byCount.get(fewer == null ? byCount.firstKey() : fewer);
    return java.util.Objects.requireNonNull(next, name);
  }

  /** Whether the one that fits is a void method. */
  boolean returnsNothing(JsCall call) {
    return choose(call.count()) instanceof Method method && method.getReturnType() == void.class;
  }

  /** Calls the one that fits; what it throws comes out as it is. */
  @Nullable Object call(@Nullable Object target, JsCall call) {
    Executable chosen = choose(call.count());
    @Nullable Object[] arguments = arguments(chosen, call);
    try {
      return chosen instanceof Method method
          ? method.invoke(target, arguments)
          : ((Constructor<?>) chosen).newInstance(arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw JsErrors.<RuntimeException>same(cause == null ? e : cause);
    } catch (IllegalAccessException | InstantiationException e) {
      throw new IllegalStateException(chosen + " was made accessible when it was exported", e);
    }
  }

  private @Nullable Object[] arguments(Executable chosen, JsCall call) {
    Class<?>[] types = chosen.getParameterTypes();
    @Nullable Object[] arguments = new @Nullable Object[types.length];
    int fixed = chosen.isVarArgs() ? types.length - 1 : types.length;
    for (int i = 0; i < fixed; i++) {
      arguments[i] = argument(call, i, types[i]);
    }
    if (chosen.isVarArgs()) {
      Class<?> type = types[fixed].getComponentType();
      int rest = Math.max(0, call.count() - fixed);
      Object array = java.lang.reflect.Array.newInstance(type, rest);
      for (int i = 0; i < rest; i++) {
        java.lang.reflect.Array.set(array, i, argument(call, fixed + i, type));
      }
      arguments[fixed] = array;
    }
    return arguments;
  }

  private @Nullable Object argument(JsCall call, int index, Class<?> type) {
    try {
      return ExportConversion.toJava(call.arg(index), type);
    } catch (ClassCastException e) {
      throw TypeErrorException.argument(index, name, e);
    }
  }
}
