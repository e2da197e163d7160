package io.jsc4j.internal.convert;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record class: its components, how to make one and how to read one. */
final class RecordShape {
  private final Class<?> type;
  private final RecordComponent[] components;
  private final Constructor<?> constructor;
  private final Method[] accessors;

  private RecordShape(Class<?> type, RecordComponent[] components, Constructor<?> constructor) {
    this.type = type;
    this.components = components;
    this.constructor = constructor;
    this.accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
  }

  /**
   * Looks at a record class.
   *
   * @throws IllegalAccessException if this module may not; the message says what to do
   */
  static RecordShape of(Class<?> type) throws IllegalAccessException {
    RecordComponent[] components = java.util.Objects.requireNonNull(type.getRecordComponents());
    Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor;
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new LinkageError("a record without its canonical constructor: " + type.getName(), e);
    }
    RecordShape shape = new RecordShape(type, components, constructor);
    requireAccess(constructor);
    for (Method accessor : shape.accessors) {
      requireAccess(accessor);
    }
    return shape;
  }

  private static <E extends AccessibleObject & java.lang.reflect.Member> void requireAccess(E member)
      throws IllegalAccessException {
    Class<?> type = member.getDeclaringClass();
    if (!member.trySetAccessible()) {
      throw new IllegalAccessException(type.getName()
          + " can't be converted, because its module does not open its package:"
          + " add 'opens " + type.getPackageName() + " to io.jsc4j;' to the module-info of " + type.getModule()
              .getName());
    }
  }

  int size() {
    return components.length;
  }

  String name(int index) {
    return components[index].getName();
  }

  Type componentType(int index) {
    return components[index].getGenericType();
  }

  boolean hasComponent(String name) {
    for (RecordComponent component : components) {
      if (component.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Makes a record. */
  Object create(Session session, @Nullable Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw failed(session, e, "the constructor of " + type.getSimpleName() + " threw ");
    } catch (ReflectiveOperationException e) {
      throw unusable(constructor, e);
    }
  }

  /** What a component of a record is. */
  @Nullable Object get(Session session, Object owner, int index) {
    try {
      return accessors[index].invoke(owner);
    } catch (InvocationTargetException e) {
      throw failed(session, e, "the accessor threw ");
    } catch (ReflectiveOperationException e) {
      throw unusable(accessors[index], e);
    }
  }

  private static ConversionRefused failed(Session session, InvocationTargetException e, String what) {
    Throwable cause = java.util.Objects.requireNonNull(e.getCause());
    if (cause instanceof Error error) {
      throw error;
    }
    return session.refuse(what + cause, cause);
  }

  private static LinkageError unusable(Executable member, ReflectiveOperationException e) {
    return new LinkageError("can't use " + member, e);
  }
}
