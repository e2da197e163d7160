package io.jsc4j;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes host classes of Java classes that carry {@link JsExport}, once for each. */
final class ExportedClasses<T> {
  private static final ClassValue<HostClass<?>> MADE = new ClassValue<>() {
    @Override
    protected HostClass<?> computeValue(Class<?> type) {
      return new ExportedClasses<>(type).build();
    }
  };

  private final Class<T> type;
  private final HostClass.Builder<T> builder;
  private final Map<String, ExportedCalls> methods = new LinkedHashMap<>();
  private final Map<String, ExportedCalls> staticMethods = new LinkedHashMap<>();
  private final Map<String, Method> getters = new LinkedHashMap<>();
  private final Map<String, Method> setters = new LinkedHashMap<>();

  private ExportedClasses(Class<T> type) {
    this.type = type;
    String name = type.getAnnotation(JsExport.class).value();
    this.builder = HostClass.builder(name.isEmpty() ? type.getSimpleName() : name, type);
  }

  /**
   * The host class of a Java class, or of the nearest superclass that is exported.
   *
   * @throws IllegalArgumentException if there is none, or it can't be exported as it is
   */
  static HostClass<?> of(Class<?> type) {
    Class<?> exported = nearest(type);
    if (exported == null) {
      throw new IllegalArgumentException(type.getName()
          + " is not exported: annotate the class, and the members that scripts may see, with @JsExport");
    }
    return MADE.get(exported);
  }

  /** Whether the class, or a superclass, carries the annotation. */
  static boolean isExported(Class<?> type) {
    return nearest(type) != null;
  }

  private static @Nullable Class<?> nearest(@Nullable Class<?> type) {
    Class<?> candidate = type;
    while (candidate != null && !candidate.isAnnotationPresent(JsExport.class)) {
      candidate = candidate.getSuperclass();
    }
    return candidate;
  }

  private HostClass<T> build() {
    Class<?> parent = nearest(type.getSuperclass());
    if (parent != null) {
      extend(MADE.get(parent));
    }
    addConstructors();
    for (Method method : type.getDeclaredMethods()) {
      JsExport export = method.getAnnotation(JsExport.class);
      if (export != null && !method.isBridge() && !method.isSynthetic()) {
        addMethod(method, nameOf(export, method), export.accessor() || isOfComponent(method));
      }
    }
    methods.forEach((name, calls) -> builder.method(name, calls.length(),
        (target, call) -> result(call, calls, target)));
    staticMethods.forEach((name, calls) -> builder.staticMethod(name, call -> result(call, calls, null)));
    addAccessors();
    for (Field field : type.getDeclaredFields()) {
      JsExport export = field.getAnnotation(JsExport.class);
      // That of a record's component is on the method too.
      if (export != null && (!type.isRecord() || Modifier.isStatic(field.getModifiers()))) {
        addField(accessible(field), nameOf(export, field));
      }
    }
    return builder.build();
  }

  @SuppressWarnings("unchecked") // It was made of a superclass.
  private void extend(HostClass<?> parent) {
    builder.extending((HostClass<? super T>) parent);
  }

  private static String nameOf(JsExport export, Member member) {
    return export.value().isEmpty() ? member.getName() : export.value();
  }

  private boolean isOfComponent(Method method) {
    return type.isRecord() && method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())
        && java.util.Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.getName().equals(method.getName()));
  }

  private void addConstructors() {
    ExportedCalls constructors = new ExportedCalls("new " + type.getSimpleName());
    boolean any = false;
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.isAnnotationPresent(JsExport.class)) {
        constructors.add(accessible(constructor));
        any = true;
      }
    }
    if (any) {
      builder.constructor(constructors.length(), call -> java.util.Objects.requireNonNull(type.cast(constructors.call(
          null, call)), "a constructor's result"));
    }
  }

  private void addMethod(Method method, String name, boolean accessor) {
    accessible(method);
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    if (!accessor) {
      (isStatic ? staticMethods : methods).computeIfAbsent(name, ExportedCalls::new).add(method);
      return;
    }
    if (isStatic || method.getParameterCount() > 1) {
      throw new IllegalArgumentException(method
          + " can't be an accessor: a getter takes nothing, a setter one value, and neither is static");
    }
    Method other = (method.getParameterCount() == 0 ? getters : setters).put(name, method);
    if (other != null) {
      throw new IllegalArgumentException(other + " and " + method + " are the same half of the accessor '" + name
          + "'");
    }
  }

  private void addAccessors() {
    setters.forEach((name, setter) -> {
      if (!getters.containsKey(name)) {
        throw new IllegalArgumentException(setter + " sets '" + name + "', and there is no getter of that name");
      }
    });
    getters.forEach((name, getter) -> {
      HostMethod<T> get = bound("get " + name, getter);
      Method setter = setters.get(name);
      if (setter == null) {
        builder.accessor(name, get);
      } else {
        builder.accessor(name, get, bound("set " + name, setter));
      }
    });
  }

  private HostMethod<T> bound(String name, Executable executable) {
    ExportedCalls calls = new ExportedCalls(name);
    calls.add(executable);
    return (target, call) -> result(call, calls, target);
  }

  private void addField(Field field, String name) {
    boolean isFinal = Modifier.isFinal(field.getModifiers());
    if (Modifier.isStatic(field.getModifiers())) {
      builder.addStaticAccessor(name, call -> read(call, field, null),
          isFinal ? null : call -> write(call, field, null, name));
    } else if (isFinal) {
      builder.accessor(name, (target, call) -> read(call, field, target));
    } else {
      builder.accessor(name, (target, call) -> read(call, field, target),
          (target, call) -> write(call, field, target, name));
    }
  }

  private static JsValue result(JsCall call, ExportedCalls calls, @Nullable Object target) {
    Object result = calls.call(target, call);
    return calls.returnsNothing(call) ? JsValue.undefined() : ExportConversion.toJs(call.context(), result);
  }

  private static JsValue read(JsCall call, Field field, @Nullable Object target) {
    try {
      return ExportConversion.toJs(call.context(), field.get(target));
    } catch (IllegalAccessException e) {
      throw inaccessible(field, e);
    }
  }

  private static JsValue write(JsCall call, Field field, @Nullable Object target, String name) {
    try {
      field.set(target, ExportConversion.toJava(call.arg(0), field.getType()));
      return JsValue.undefined();
    } catch (ClassCastException e) {
      throw new TypeErrorException("'" + name + "': " + e.getMessage());
    } catch (IllegalAccessException e) {
      throw inaccessible(field, e);
    }
  }

  private static IllegalStateException inaccessible(Field field, IllegalAccessException e) {
    return new IllegalStateException(field + " was made accessible when it was exported", e);
  }

  private <M extends AccessibleObject & AnnotatedElement & Member> M accessible(M member) {
    if (!member.trySetAccessible()) {
      Module here = ExportedClasses.class.getModule();
      throw new IllegalArgumentException(member + " can't be called: module " + type.getModule().getName()
          + " does not open its package. Add 'opens " + type.getPackageName() + (here.isNamed()
              ? " to " + here.getName()
              : "") + ";' to its module-info.java");
    }
    return member;
  }
}
