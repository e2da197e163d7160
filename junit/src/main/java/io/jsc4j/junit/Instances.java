package io.jsc4j.junit;

import java.lang.reflect.Constructor;

/** Makes instances as deserialization does: without running a constructor of their class. */
final class Instances {
  private Instances() {}

  static <T> T withoutConstructor(Class<T> type) throws ReflectiveOperationException {
    // By reflection, because javac warns of each class that begins with sun, and nothing turns that off; jdk.unsupported exports this one to all.
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Object instance = factory.getMethod("getReflectionFactory").invoke(null);
    Constructor<?> constructor = (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class,
        Constructor.class).invoke(instance, type, Object.class.getConstructor());
    return type.cast(constructor.newInstance());
  }
}
