package io.jsc4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Java objects with a JavaScript face: a class of JavaScript whose instances each stand for one Java object. Scripts see what is defined here and
 * nothing else of the object.
 *
 * {@snippet file="ObjectsSnippetTest.java" region="host-class"}
 *
 * <p>It is immutable, tied to no runtime and to no thread, and meant to be made once, as a constant: {@link JsContext#define} makes the class in a
 * context, and {@link JsContext#toJsObject} gives a Java object its face. In one context a Java object has one face for as long as that lives, and
 * a face stands for the very same Java object for ever ({@link JsObject#hostObject}). The face keeps the Java object alive, not the other way
 * round.
 *
 * <p>Scripts can extend the class, and pass instances to any context of the runtime. A method that is called on anything but an instance of its
 * class, a proxy around one included, is a TypeError.
 *
 * @param <T> the type of the Java objects
 */
public final class HostClass<T> {
  private final String name;
  private final Class<T> type;
  private final @Nullable HostClass<? super T> parent;
  private final @Nullable HostConstructor<? extends T> constructor;
  private final int constructorLength;
  private final List<HostMember.Definition<T>> members;
  private final @Nullable HostIndexed<? super T> indexed;
  private final @Nullable HostNamed<? super T> named;
  private final @Nullable Consumer<? super T> onCollected;

  private HostClass(Builder<T> builder) {
    this.name = builder.name;
    this.type = builder.type;
    this.parent = builder.parent;
    this.constructor = builder.constructor;
    this.constructorLength = builder.constructorLength;
    this.members = List.copyOf(builder.members);
    this.indexed = builder.indexed;
    this.named = builder.named;
    this.onCollected = builder.onCollected;
  }

  /**
   * Starts a class.
   *
   * @param name what JavaScript calls it
   * @param type of its Java objects; instances of subclasses are welcome
   */
  public static <T> Builder<T> builder(String name, Class<T> type) {
    return new Builder<>(Objects.requireNonNull(name, "name"), Objects.requireNonNull(type, "type"));
  }

  /** What JavaScript calls it. */
  public String name() {
    return name;
  }

  /** The type of its Java objects. */
  public Class<T> type() {
    return type;
  }

  @Nullable HostClass<? super T> parent() {
    return parent;
  }

  @Nullable HostConstructor<? extends T> constructor() {
    return constructor;
  }

  int constructorLength() {
    return constructorLength;
  }

  List<HostMember.Definition<T>> members() {
    return members;
  }

  /** Its elements; those of its parent if it says nothing of its own. */
  @Nullable HostIndexed<? super T> indexed() {
    return indexed != null || parent == null ? indexed : parent.indexed();
  }

  /** Its named properties; those of its parent if it says nothing of its own. */
  @Nullable HostNamed<? super T> named() {
    return named != null || parent == null ? named : parent.named();
  }

  boolean definesLength() {
    return indexed != null;
  }

  /** Whether an instance of this class is one of the other. */
  boolean is(HostClass<?> other) {
    return this == other || (parent != null && parent.is(other));
  }

  void collected(Object target) {
    if (onCollected != null) {
      onCollected.accept(type.cast(target));
    }
    if (parent != null) {
      parent.collected(target);
    }
  }

  @Override
  public String toString() {
    return "HostClass[" + name + ", " + type.getName() + "]";
  }

  /**
   * Collects the members of a {@link HostClass}. Confined to one thread at a time. Each method but {@link #build()} returns the builder itself.
   *
   * @param <T> the type of the Java objects
   */
  public static final class Builder<T> {
    private final String name;
    private final Class<T> type;
    private final List<HostMember.Definition<T>> members = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of("constructor"));
    private final Set<String> staticNames = new HashSet<>(Set.of("prototype"));
    private @Nullable HostClass<? super T> parent;
    private @Nullable HostConstructor<? extends T> constructor;
    private int constructorLength;
    private @Nullable HostIndexed<? super T> indexed;
    private @Nullable HostNamed<? super T> named;
    private @Nullable Consumer<? super T> onCollected;

    private Builder(String name, Class<T> type) {
      this.name = name;
      this.type = type;
    }

    private Builder<T> add(Set<String> taken, String member, HostMember.Definition<T> definition) {
      if (!taken.add(member)) {
        throw new IllegalArgumentException("'" + member + "' is defined already, or can't be: " + name);
      }
      members.add(definition);
      return this;
    }

    /**
     * Makes it a subclass: its instances have the members of the parent too, and are instances of it in JavaScript. Without {@link #indexed} or
     * {@link #named} of its own it has the parent's. A constructor is not inherited.
     */
    public Builder<T> extending(HostClass<? super T> superclass) {
      parent = Objects.requireNonNull(superclass, "superclass");
      return this;
    }

    /** Lets JavaScript make instances, by {@code new}. Without it that is a TypeError. */
    public Builder<T> constructor(HostConstructor<? extends T> body) {
      return constructor(0, body);
    }

    /**
     * Lets JavaScript make instances, by {@code new}.
     *
     * @param length the value of its {@code length}, which is only for information
     * @throws IllegalArgumentException if the length is negative
     */
    public Builder<T> constructor(int length, HostConstructor<? extends T> body) {
      constructor = Objects.requireNonNull(body, "body");
      constructorLength = requireLength(length);
      return this;
    }

    /**
     * Defines a method; its {@code length} is 0.
     *
     * @throws IllegalArgumentException if the class has a member of that name
     */
    public Builder<T> method(String method, HostMethod<? super T> body) {
      return method(method, 0, body);
    }

    /**
     * Defines a method.
     *
     * @param length the value of its {@code length}, which is only for information
     * @throws IllegalArgumentException if the class has a member of that name, or the length is negative
     */
    public Builder<T> method(String method, int length, HostMethod<? super T> body) {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(body, "body");
      return add(names, method, new HostMember.Method<>(method, requireLength(length), body));
    }

    /**
     * Defines a static method; its {@code length} is that of the function.
     *
     * @throws IllegalArgumentException if the class has a static member of that name
     */
    public Builder<T> staticMethod(String method, HostFunction body) {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(body, "body");
      return add(staticNames, method, new HostMember.StaticMethod<>(method, JsFactory.lengthOf(body), body));
    }

    /**
     * Defines an accessor without a setter: to write it is a TypeError in strict code.
     *
     * @throws IllegalArgumentException if the class has a member of that name
     */
    public Builder<T> accessor(String property, Function<? super T, ? extends JsValue> getter) {
      Objects.requireNonNull(getter, "getter");
      return accessor(property, (target, call) -> getter.apply(target));
    }

    /**
     * Defines an accessor.
     *
     * @throws IllegalArgumentException if the class has a member of that name
     */
    public Builder<T> accessor(String property, Function<? super T, ? extends JsValue> getter,
        BiConsumer<? super T, JsValue> setter) {
      Objects.requireNonNull(getter, "getter");
      Objects.requireNonNull(setter, "setter");
      return accessor(property, (target, call) -> getter.apply(target), (target, call) -> {
        setter.accept(target, call.arg(0));
        return JsValue.undefined();
      });
    }

    /**
     * Defines an accessor without a setter, for a getter that needs the context or the JavaScript object.
     *
     * @throws IllegalArgumentException if the class has a member of that name
     */
    public Builder<T> accessor(String property, HostMethod<? super T> getter) {
      Objects.requireNonNull(property, "property");
      Objects.requireNonNull(getter, "getter");
      return add(names, property, new HostMember.Accessor<>(property, getter, null));
    }

    /**
     * Defines an accessor, for code that needs the context or the JavaScript object. What the setter returns is ignored.
     *
     * @throws IllegalArgumentException if the class has a member of that name
     */
    public Builder<T> accessor(String property, HostMethod<? super T> getter, HostMethod<? super T> setter) {
      Objects.requireNonNull(property, "property");
      Objects.requireNonNull(getter, "getter");
      Objects.requireNonNull(setter, "setter");
      return add(names, property, new HostMember.Accessor<>(property, getter, setter));
    }

    /**
     * Defines a static accessor without a setter.
     *
     * @throws IllegalArgumentException if the class has a static member of that name
     */
    public Builder<T> staticAccessor(String property, Supplier<? extends JsValue> getter) {
      Objects.requireNonNull(property, "property");
      Objects.requireNonNull(getter, "getter");
      return addStaticAccessor(property, call -> getter.get(), null);
    }

    /**
     * Defines a static accessor.
     *
     * @throws IllegalArgumentException if the class has a static member of that name
     */
    public Builder<T> staticAccessor(String property, Supplier<? extends JsValue> getter, Consumer<JsValue> setter) {
      Objects.requireNonNull(property, "property");
      Objects.requireNonNull(getter, "getter");
      Objects.requireNonNull(setter, "setter");
      return addStaticAccessor(property, call -> getter.get(), call -> {
        setter.accept(call.arg(0));
        return JsValue.undefined();
      });
    }

    Builder<T> addStaticAccessor(String property, HostFunction getter, @Nullable HostFunction setter) {
      return add(staticNames, property, new HostMember.StaticAccessor<>(property, getter, setter));
    }

    /**
     * Defines a number as a property of the constructor that never changes.
     *
     * @throws IllegalArgumentException if the class has a static member of that name
     */
    public Builder<T> constant(String property, double value) {
      return addConstant(property, JsNumber.of(value));
    }

    /**
     * Defines a string as a property of the constructor that never changes.
     *
     * @throws IllegalArgumentException if the class has a static member of that name
     */
    public Builder<T> constant(String property, String value) {
      return addConstant(property, JsString.of(value));
    }

    /**
     * Defines a boolean as a property of the constructor that never changes.
     *
     * @throws IllegalArgumentException if the class has a static member of that name
     */
    public Builder<T> constant(String property, boolean value) {
      return addConstant(property, JsBoolean.of(value));
    }

    private Builder<T> addConstant(String property, JsValue value) {
      Objects.requireNonNull(property, "property");
      return add(staticNames, property, new HostMember.Constant<>(property, value));
    }

    /** Says what indexes mean. The instances are iterable then, and have a {@code length}. */
    public Builder<T> indexed(HostIndexed<? super T> elements) {
      indexed = Objects.requireNonNull(elements, "elements");
      return this;
    }

    /** Says what names mean that the class does not define. */
    public Builder<T> named(HostNamed<? super T> properties) {
      named = Objects.requireNonNull(properties, "properties");
      return this;
    }

    /**
     * Says what to do with a Java object whose face has been collected, or whose runtime has been closed: close it, say. It runs on the owner thread,
     * at the next operation of the runtime after that, or while the runtime closes; what it throws is logged. An object whose
     * face was collected and that got another one is told once for each.
     */
    public Builder<T> onCollected(Consumer<? super T> action) {
      onCollected = Objects.requireNonNull(action, "action");
      return this;
    }

    /**
     * Makes the class.
     *
     * @throws IllegalStateException if it has elements and defines {@code length}
     */
    public HostClass<T> build() {
      if (indexed != null && names.contains("length")) {
        throw new IllegalStateException("'length' of " + name + " is what its elements say");
      }
      return new HostClass<>(this);
    }

    private static int requireLength(int length) {
      if (length < 0) {
        throw new IllegalArgumentException("the length of a function can't be negative: " + length);
      }
      return length;
    }
  }
}
