package io.jsc4j;

import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Values;
import java.math.BigInteger;
import java.util.function.Supplier;

/** The half of {@link JsContext} that makes values. */
abstract sealed class JsFactory permits JsContext {

  abstract ContextPointer pointer();

  abstract <T> T run(Supplier<T> operation);

  abstract JsValue wrap(NativeValue value);

  final void runVoid(Runnable operation) {
    run(() -> {
      operation.run();
      return true;
    });
  }

  final JsValue runValue(Supplier<NativeValue> operation) {
    return run(() -> wrap(operation.get()));
  }

  abstract HostFaces faces();

  private JsContext context() {
    return (JsContext) this;
  }

  /**
   * Makes a function that runs a Java lambda; its {@code length} is 0, or what a factory of {@link HostFunction} says. See {@link HostFunction}.
   */
  public JsFunction function(String name, HostFunction function) {
    return function(name, lengthOf(function), function);
  }

  static int lengthOf(HostFunction function) {
    return function instanceof TypedFunction typed ? typed.arity() : 0;
  }

  /**
   * Makes a function that runs a Java lambda. Java keeps it alive no longer than any other object; JavaScript keeps the lambda alive as long as it
   * can reach the function.
   *
   * @param name its {@code name}
   * @param length its {@code length}: how many arguments it expects
   * @param function what it runs
   * @throws IllegalArgumentException if the length is negative
   */
  public JsFunction function(String name, int length, HostFunction function) {
    java.util.Objects.requireNonNull(name, "name");
    java.util.Objects.requireNonNull(function, "function");
    if (length < 0) {
      throw new IllegalArgumentException("the length of a function can't be negative: " + length);
    }
    return (JsFunction) runValue(() -> Contexts.createHostFunction(pointer(), name, length, HostCalls.of(context(),
        name, function)));
  }

  /**
   * Makes a class, and the classes that it extends, the first time; after that the same one. It becomes visible to scripts by what you do with it.
   *
   * @return its constructor
   */
  public JsFunction define(HostClass<?> hostClass) {
    java.util.Objects.requireNonNull(hostClass, "hostClass");
    return (JsFunction) runValue(() -> faces().constructor(hostClass));
  }

  /**
   * The JavaScript object that stands for a Java object in this context: the one that it has, as an instance of the class or of a class that
   * extends it, or a new one. Its constructor does not run.
   *
   * @throws IllegalArgumentException if the object is no instance of the class's type
   */
  public <T> JsObject toJsObject(HostClass<T> hostClass, T object) {
    java.util.Objects.requireNonNull(hostClass, "hostClass");
    Object target = HostMembers.requireType(hostClass, java.util.Objects.requireNonNull(object, "object"));
    return (JsObject) runValue(() -> faces().face(hostClass, target));
  }

  /**
   * Makes a Java object a global variable. Scripts see the members that are annotated, and nothing else of it: no {@code getClass}, no fields.
   *
   * @param object of a class that carries {@link JsExport}, or that has a superclass that does
   * @return what scripts see, as {@link #toJsObject} gives it
   * @throws IllegalArgumentException if there is no such class, two of its members can't be told apart, or its module does not open its package
   */
  public JsObject export(String name, Object object) {
    java.util.Objects.requireNonNull(name, "name");
    HostClass<?> hostClass = ExportedClasses.of(java.util.Objects.requireNonNull(object, "object").getClass());
    JsObject face = ExportConversion.face(context(), hostClass, object);
    context().global().set(name, face);
    return face;
  }

  /**
   * Makes the constructor of a Java class a global variable, with its static members; scripts can say {@code new} if a constructor is annotated.
   *
   * @param type a class that carries {@link JsExport}
   * @return the constructor
   * @throws IllegalArgumentException as {@link #export(String, Object)}
   */
  public JsFunction export(String name, Class<?> type) {
    java.util.Objects.requireNonNull(name, "name");
    JsFunction constructor = define(ExportedClasses.of(java.util.Objects.requireNonNull(type, "type")));
    context().global().set(name, constructor);
    return constructor;
  }

  /** Makes an empty object. */
  public JsObject newObject() {
    return (JsObject) runValue(() -> Objects.create(pointer()));
  }

  /** Makes an array. */
  public JsArray newArray(JsValue... elements) {
    NativeValue[] values = JsValues.toNative(java.util.Objects.requireNonNull(elements, "elements"));
    return (JsArray) runValue(() -> Objects.createArray(pointer(), values));
  }

  /** Makes a new symbol. */
  public JsSymbol newSymbol(String description) {
    java.util.Objects.requireNonNull(description, "description");
    return (JsSymbol) runValue(() -> Values.createSymbol(pointer(), description));
  }

  /**
   * Makes a big int.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#BIG_INT}
   */
  public JsBigInt newBigInt(BigInteger value) {
    String digits = java.util.Objects.requireNonNull(value, "value").toString();
    return (JsBigInt) runValue(() -> Values.createBigInt(pointer(), digits));
  }

  /** Makes an {@code Error}. */
  public JsObject newError(String message) {
    java.util.Objects.requireNonNull(message, "message");
    return (JsObject) runValue(() -> Objects.createError(pointer(), message));
  }
}
