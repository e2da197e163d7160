package io.jsc4j.internal.convert;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Java type with its type variables resolved.
 *
 * @param raw its class
 * @param arguments its type arguments, or the element type of an array; empty for a class without, and for a raw type
 */
record TypeRef(Class<?> raw, List<TypeRef> arguments) {
  static final TypeRef OBJECT = new TypeRef(Object.class, List.of());

  static TypeRef of(Class<?> type) {
    return new TypeRef(type, type.isArray() ? List.of(of(type.getComponentType())) : List.of());
  }

  /** A wildcard becomes its bound, a variable what it is bound to, or its erasure. */
  static TypeRef of(Type type, Map<TypeVariable<?>, TypeRef> bindings) {
    return switch (type) {
      case Class<?> raw -> of(raw);
      case ParameterizedType generic -> new TypeRef((Class<?>) generic.getRawType(),
          Arrays.stream(generic.getActualTypeArguments()).map(argument -> of(argument, bindings)).toList());
      case GenericArrayType array -> {
        TypeRef component = of(array.getGenericComponentType(), bindings);
        yield new TypeRef(component.raw.arrayType(), List.of(component));
      }
      case WildcardType wildcard -> of(wildcard.getLowerBounds().length > 0
          ? wildcard.getLowerBounds()[0]
          : wildcard.getUpperBounds()[0], bindings);
      case TypeVariable<?> variable -> {
        TypeRef bound = bindings.get(variable);
        yield bound != null ? bound : of(erasure(variable));
      }
      default -> OBJECT;
    };
  }

  private static Class<?> erasure(Type type) {
    return switch (type) {
      case Class<?> raw -> raw;
      case ParameterizedType generic -> (Class<?>) generic.getRawType();
      case TypeVariable<?> variable -> erasure(variable.getBounds()[0]);
      default -> Object.class;
    };
  }

  /** Whether the type is one that the compiler knew in full. */
  static boolean isConcrete(Type type) {
    return switch (type) {
      case ParameterizedType generic -> Arrays.stream(generic.getActualTypeArguments()).allMatch(TypeRef::isConcrete);
      case GenericArrayType array -> isConcrete(array.getGenericComponentType());
      case WildcardType wildcard -> Arrays.stream(wildcard.getUpperBounds()).allMatch(TypeRef::isConcrete)
          && Arrays.stream(wildcard.getLowerBounds()).allMatch(TypeRef::isConcrete);
      case TypeVariable<?> _ -> false;
      default -> true;
    };
  }

  /** A type argument; Object where there is none. */
  TypeRef argument(int index) {
    return index < arguments.size() ? arguments.get(index) : OBJECT;
  }

  /** What the type variables of the class stand for; empty for a raw type. */
  Map<TypeVariable<?>, TypeRef> bindings() {
    TypeVariable<?>[] variables = raw.getTypeParameters();
    Map<TypeVariable<?>, TypeRef> bindings = new HashMap<>();
    if (variables.length == arguments.size()) {
      for (int i = 0; i < variables.length; i++) {
        bindings.put(variables[i], arguments.get(i));
      }
    }
    return bindings;
  }

  /** This type, seen as a direct or indirect supertype of it; null if it is none. */
  @Nullable TypeRef supertype(Class<?> wanted) {
    if (raw == wanted) {
      return this;
    }
    for (Type direct : directSupertypes(raw)) {
      if (wanted.isAssignableFrom(erasure(direct))) {
        return of(direct, bindings()).supertype(wanted);
      }
    }
    return null;
  }

  /** A direct subclass of this type, its type variables bound by what its declaration hands on. */
  TypeRef subtype(Class<?> child) {
    Map<TypeVariable<?>, TypeRef> bindings = new HashMap<>();
    for (Type direct : directSupertypes(child)) {
      if (direct instanceof ParameterizedType generic && generic.getRawType() == raw) {
        Type[] actual = generic.getActualTypeArguments();
        for (int i = 0; i < actual.length; i++) {
          if (actual[i] instanceof TypeVariable<?> variable) {
            bindings.putIfAbsent(variable, argument(i));
          }
        }
      }
    }
    List<TypeRef> arguments = new ArrayList<>();
    for (TypeVariable<?> variable : child.getTypeParameters()) {
      arguments.add(of(variable, bindings));
    }
    return new TypeRef(child, arguments);
  }

  private static List<Type> directSupertypes(Class<?> type) {
    List<Type> supertypes = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
    if (type.getGenericSuperclass() != null) {
      supertypes.add(type.getGenericSuperclass());
    }
    return supertypes;
  }

  @Override
  public String toString() {
    return raw.getTypeName();
  }
}
