package io.jsc4j.internal.convert;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An interface that JavaScript implements: what its methods return, and whether one function is enough for it. */
public final class InterfaceShape {
  private final Class<?> type;
  private final boolean functional;
  private final Map<Method, Converter.Target> results = new HashMap<>();

  /**
   * Looks at an interface.
   *
   * @throws IllegalArgumentException if it is none that can be implemented
   */
  InterfaceShape(Converter.Target target) {
    this.type = target.raw();
    requireImplementable(type);
    Set<String> names = new HashSet<>();
    for (Method method : type.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        requireCallable(method);
        TypeRef owner = java.util.Objects.requireNonNull(target.type().supertype(method.getDeclaringClass()));
        TypeRef result = TypeRef.of(method.getGenericReturnType(), owner.bindings());
        results.put(method, new Converter.Target(result, target.readers()));
        if (!method.isDefault() && !isOfObject(method)) {
          names.add(method.getName());
        }
      }
    }
    this.functional = names.size() == 1;
  }

  private static void requireImplementable(Class<?> type) {
    if (!type.isInterface() || type.isAnnotation() || type.isSealed()) {
      throw new IllegalArgumentException(type.getName() + " is not an interface that can be implemented");
    }
  }

  private void requireCallable(Method method) {
    Class<?> owner = method.getDeclaringClass();
    Module self = InterfaceShape.class.getModule();
    if (method.isDefault() && !(Modifier.isPublic(owner.getModifiers()) && owner.getModule()
        .isExported(owner
            .getPackageName(), self))) {
      throw new IllegalArgumentException(type.getName() + " can't be implemented: " + owner.getName()
          + " has the default method '" + method.getName() + "', so it must be public and in a package that its module"
          + " exports (to io.jsc4j at least)");
    }
  }

  /** Such as {@code Comparator.equals}, which each object implements. */
  private static boolean isOfObject(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** The interface. */
  public Class<?> type() {
    return type;
  }

  /** Whether all methods that must be implemented have one name, so that one function can implement them. */
  public boolean isFunctional() {
    return functional;
  }

  /** What a method returns; null if that is nothing. */
  public Converter.@Nullable Target result(Method method) {
    Converter.Target result = java.util.Objects.requireNonNull(results.get(method), "a method of the interface");
    return result.raw() == void.class ? null : result;
  }
}
