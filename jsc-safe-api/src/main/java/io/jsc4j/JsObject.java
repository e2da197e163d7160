package io.jsc4j;

import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ServiceRealm;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A handle to an object. Arrays, functions, dates, array buffers and typed arrays have types of their own, and a proxy that can be called is a
 * function; everything else, any other proxy included, is a plain {@code JsObject}.
 *
 * <p>Reading and writing behaves as in JavaScript: getters, setters and the traps of proxies run. Keys are strings, indexes or symbols; an index
 * is the string of its digits, as in JavaScript.
 *
 * <p>Every operation throws {@link IllegalStateException} if the handle's scope or context is closed, {@link WrongThreadException} on a thread
 * that does not own the runtime, {@link IllegalArgumentException} for a value of another runtime, {@link JsException} if JavaScript throws or
 * is terminated, and what a host function threw that it ran.
 */
public sealed class JsObject extends JsPropertyValues permits JsArray, JsFunction, JsDate, JsArrayBuffer, JsTypedArray {

  JsObject(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  @Override
  public JsValue get(String name) {
    java.util.Objects.requireNonNull(name, "name");
    return context().runValue(() -> Objects.get(context().pointer(), cell(), name));
  }

  /**
   * {@code object[index]}.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public JsValue get(int index) {
    requireIndex(index);
    return context().runValue(() -> Objects.getIndex(context().pointer(), cell(), index));
  }

  /** {@code object[symbol]}. */
  public JsValue get(JsSymbol symbol) {
    NativeValue key = JsValues.toNative(symbol, "symbol");
    return context().runValue(() -> Objects.getKey(context().pointer(), cell(), key));
  }

  /** {@code object[name] = value}. */
  public void set(String name, JsValue value) {
    java.util.Objects.requireNonNull(name, "name");
    NativeValue content = JsValues.toNative(value);
    context().runVoid(() -> Objects.set(context().pointer(), cell(), name, content));
  }

  /**
   * {@code object[index] = value}.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public void set(int index, JsValue value) {
    requireIndex(index);
    NativeValue content = JsValues.toNative(value);
    context().runVoid(() -> Objects.setIndex(context().pointer(), cell(), index, content));
  }

  /** {@code object[symbol] = value}. */
  public void set(JsSymbol symbol, JsValue value) {
    NativeValue key = JsValues.toNative(symbol, "symbol");
    NativeValue content = JsValues.toNative(value);
    context().runVoid(() -> Objects.setKey(context().pointer(), cell(), key, content));
  }

  /** {@code name in object}. */
  public boolean has(String name) {
    return hasKey(key(name));
  }

  /**
   * {@code index in object}.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public boolean has(int index) {
    return hasKey(key(index));
  }

  /** {@code symbol in object}. */
  public boolean has(JsSymbol symbol) {
    return hasKey(key(symbol));
  }

  private boolean hasKey(NativeValue key) {
    return context().run(() -> Objects.has(context().pointer(), cell(), key));
  }

  /** {@code delete object[name]}: false if the property can't be deleted. */
  public boolean delete(String name) {
    return deleteKey(key(name));
  }

  /**
   * {@code delete object[index]}: false if the property can't be deleted.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public boolean delete(int index) {
    return deleteKey(key(index));
  }

  /** {@code delete object[symbol]}: false if the property can't be deleted. */
  public boolean delete(JsSymbol symbol) {
    return deleteKey(key(symbol));
  }

  private boolean deleteKey(NativeValue key) {
    return context().run(() -> Objects.delete(context().pointer(), cell(), key));
  }

  /** {@code Object.keys(object)}: its own enumerable string keys, in the specification's order. */
  public List<String> keys() {
    return context().run(() -> {
      List<String> keys = new ArrayList<>();
      for (NativeValue key : Realm.keys(context().pointer(), cell())) {
        if (key instanceof NativeValue.Text(String text)) {
          keys.add(text);
        }
      }
      return keys;
    });
  }

  /** {@code Reflect.ownKeys(object)}: all its own keys, strings ({@link JsString}) before symbols ({@link JsSymbol}). */
  public List<JsValue> ownKeys() {
    return context().run(() -> JsValues.fromNative(context(), Realm.ownKeys(context().pointer(), cell())));
  }

  // --- own properties

  /** {@code Object.hasOwn(object, name)}: whether it has the property itself, and not from its prototype. */
  public boolean hasOwn(String name) {
    return JsProperties.hasOwn(this, key(name));
  }

  /**
   * {@code Object.hasOwn(object, index)}: whether it has the property itself, and not from its prototype.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public boolean hasOwn(int index) {
    return JsProperties.hasOwn(this, key(index));
  }

  /** {@code Object.hasOwn(object, symbol)}: whether it has the property itself, and not from its prototype. */
  public boolean hasOwn(JsSymbol symbol) {
    return JsProperties.hasOwn(this, key(symbol));
  }

  /** {@code Object.getOwnPropertyDescriptor(object, name)}: empty if it has no such property of its own; runs no getter. */
  public Optional<JsProperty> ownProperty(String name) {
    return JsProperties.own(this, key(name));
  }

  /**
   * {@code Object.getOwnPropertyDescriptor(object, index)}: empty if it has no such property of its own; runs no getter.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public Optional<JsProperty> ownProperty(int index) {
    return JsProperties.own(this, key(index));
  }

  /** {@code Object.getOwnPropertyDescriptor(object, symbol)}: empty if it has no such property of its own; runs no getter. */
  public Optional<JsProperty> ownProperty(JsSymbol symbol) {
    return JsProperties.own(this, key(symbol));
  }

  /** {@code Object.defineProperty(object, name, property)}, which JavaScript throws a TypeError for where it is refused. */
  public void defineProperty(String name, JsProperty property) {
    JsProperties.define(this, key(name), property);
  }

  /**
   * {@code Object.defineProperty(object, index, property)}, which JavaScript throws a TypeError for where it is refused.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public void defineProperty(int index, JsProperty property) {
    JsProperties.define(this, key(index), property);
  }

  /** {@code Object.defineProperty(object, symbol, property)}, which JavaScript throws a TypeError for where it is refused. */
  public void defineProperty(JsSymbol symbol, JsProperty property) {
    JsProperties.define(this, key(symbol), property);
  }

  private static NativeValue key(String name) {
    return new NativeValue.Text(java.util.Objects.requireNonNull(name, "name"));
  }

  private static NativeValue key(int index) {
    requireIndex(index);
    return new NativeValue.Num(index);
  }

  private static NativeValue key(JsSymbol symbol) {
    return JsValues.toNative(symbol, "symbol");
  }

  /** {@code Object.entries(object)}: its own enumerable properties with string keys, in the specification's order; a copy. */
  public Map<String, JsValue> entries() {
    return JsProperties.entries(this);
  }

  // --- behaviour

  /**
   * {@code object[method](...arguments)}.
   *
   * @throws ClassCastException if the property is no function
   */
  public JsValue invoke(String method, JsValue... arguments) {
    java.util.Objects.requireNonNull(method, "method");
    java.util.Objects.requireNonNull(arguments, "arguments");
    JsValue function = get(method);
    if (!(function instanceof JsFunction callable)) {
      throw new ClassCastException("'" + method + "' is not a function: " + JsValues.expected("function", function)
          .getMessage());
    }
    return callable.callWith(this, arguments);
  }

  /** {@code object instanceof constructor}; one that is no constructor makes JavaScript throw a TypeError. */
  public boolean isInstanceOf(JsObject constructor) {
    java.util.Objects.requireNonNull(constructor, "constructor");
    return context().run(() -> Realm.isInstance(context().pointer(), cell(), constructor.cell()));
  }

  /** {@code Object.getPrototypeOf(object)}: empty if it has none. */
  public Optional<JsObject> prototype() {
    return context().run(() -> {
      NativeValue prototype =
          ServiceRealm.call(context().pointer(), ServiceScript.OBJECTS, "getPrototypeOf", cell());
      return prototype instanceof CellPointer ? Optional.of((JsObject) context().wrap(prototype)) : Optional.empty();
    });
  }

  /**
   * {@code Object.setPrototypeOf(object, prototype)}, which JavaScript throws a TypeError for where it is refused.
   *
   * @param prototype an object, or {@link JsValue#ofNull()} for none
   */
  public void setPrototype(JsValue prototype) {
    change("setPrototypeOf", JsValues.toNative(prototype, "prototype"));
  }

  /** {@code Object.preventExtensions(object)}: no property can be added any more. JavaScript throws a TypeError where it is refused. */
  public void preventExtensions() {
    change("preventExtensions");
  }

  /** {@code Object.seal(object)}: no property can be added or deleted any more. JavaScript throws a TypeError where it is refused. */
  public void seal() {
    change("seal");
  }

  /** {@code Object.freeze(object)}: nothing of it can be changed any more. JavaScript throws a TypeError where it is refused. */
  public void freeze() {
    change("freeze");
  }

  private void change(String function, NativeValue... arguments) {
    NativeValue[] all = new NativeValue[arguments.length + 1];
    all[0] = cell();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    JsService.run(context(), ServiceScript.OBJECTS, function, all);
  }

  /** {@code Object.isExtensible(object)}. */
  public boolean isExtensible() {
    return JsService.test(context(), ServiceScript.OBJECTS, "isExtensible", cell());
  }

  /** {@code Object.isSealed(object)}. */
  public boolean isSealed() {
    return JsService.test(context(), ServiceScript.OBJECTS, "isSealed", cell());
  }

  /** {@code Object.isFrozen(object)}. */
  public boolean isFrozen() {
    return JsService.test(context(), ServiceScript.OBJECTS, "isFrozen", cell());
  }

  // --- views

  /**
   * What {@code for...of} goes through: calls {@code Symbol.iterator}. Close it (try-with-resources) unless you go to its end. An object that can't
   * be iterated makes JavaScript throw a TypeError.
   */
  public JsIterator iterate() {
    return new JsIterator(this);
  }

  /**
   * A live view of a {@code Map}, of any context of the runtime and subclasses included.
   *
   * @throws ClassCastException if it is none
   */
  public JsMap asMap() {
    require("Map", JsService.test(context(), ServiceScript.COLLECTIONS, "isMap", cell()));
    return new JsMap(this);
  }

  /**
   * A live view of a {@code Set}, of any context of the runtime and subclasses included.
   *
   * @throws ClassCastException if it is none
   */
  public JsSet asSet() {
    require("Set", JsService.test(context(), ServiceScript.COLLECTIONS, "isSet", cell()));
    return new JsSet(this);
  }

  /**
   * A view of a {@code RegExp}, of any context of the runtime and subclasses included.
   *
   * @throws ClassCastException if it is none
   */
  public JsRegExp asRegExp() {
    require("RegExp", JsService.test(context(), ServiceScript.BUILTINS, "isRegExp", cell()));
    return new JsRegExp(this);
  }

  /**
   * A view of an {@code Error} of any kind, of any context of the runtime and subclasses included; an object that only inherits from
   * {@code Error.prototype} is none.
   *
   * @throws ClassCastException if it is none
   */
  public JsError asError() {
    require("Error", context().run(() -> Realm.isError(context().pointer(), cell())));
    return new JsError(this);
  }

  private void require(String type, boolean is) {
    if (!is) {
      throw JsValues.expected(type, this);
    }
  }

  /**
   * What a proxy stands for (or stood for, if it is revoked), without running a trap; empty if the object is no proxy.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#PROXY_TARGET}
   */
  public Optional<JsObject> proxyTarget() {
    return context().run(() -> {
      NativeValue target = Objects.proxyTarget(context().pointer(), cell());
      return target == null ? Optional.empty() : Optional.of((JsObject) context().wrap(target));
    });
  }

  /**
   * This as a promise, which Java follows from then on: its rejection counts as handled. The promise's {@code constructor} is read, as {@code then}
   * does.
   *
   * @throws ClassCastException if it is no promise; a proxy of one and another thenable are none
   */
  public JsPromise asPromise() {
    return JsPromise.of(this);
  }

  /**
   * This as something that {@code for await} can iterate: it has a method {@code Symbol.asyncIterator} or {@code Symbol.iterator}.
   *
   * @throws ClassCastException if it has none
   */
  public JsAsyncIterable asAsyncIterable() {
    return JsAsyncIterable.of(this);
  }

  /**
   * This as a DataView.
   *
   * @throws ClassCastException if it is none
   */
  public JsDataView asDataView() {
    if (!context().run(() -> Buffers.isDataView(context().pointer(), cell()))) {
      throw JsValues.expected("DataView", this);
    }
    return new JsDataView(this);
  }

  /**
   * The Java object that it stands for; empty if it is no object of a {@link HostClass}, as a proxy around one is none, or if the Java object has
   * another type. Runs no script.
   */
  public <T> Optional<T> hostObject(Class<T> type) {
    java.util.Objects.requireNonNull(type, "type");
    return context().run(() -> Optional.ofNullable(HostFaces.target(context().pointer(), cell(), type))
        .map(type::cast));
  }

  /**
   * Makes this object keep another one alive for Java, and nothing else does; see {@link JsMember}. Scripts see nothing of it.
   *
   * @param value what to keep
   * @return the way to it
   */
  public <T extends JsObject> JsMember<T> own(T value) {
    java.util.Objects.requireNonNull(value, "value");
    return context().run(() -> context().runtime().hostReferences().own(context(), cell(), value));
  }

  /**
   * Makes a handle to the same object that outlives the scope of this one.
   *
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public JsRef<? extends JsObject> retain() {
    return context().retain(this, cell -> new JsObject(context(), cell));
  }

  /**
   * Makes a reference to the same object that does not keep it alive.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#WEAK_REFERENCES}
   */
  public JsWeakRef<? extends JsObject> weak() {
    return JsWeakRef.of(this);
  }

  /**
   * Implements a Java interface by this object: a method calls the function that the property of its name holds then, with this object as {@code this},
   * and a default method is used where there is none. If this is a function and all methods of the interface that are not default have one name, then it
   * is called itself.
   *
   * <p>Arguments and results are converted as {@link JsContext#toJs} and {@link JsContext#toJava(JsValue, Class)} do; the last array of a method with
   * a variable number of arguments is spread, and a {@code CompletableFuture<T>} or {@code CompletionStage<T>} is completed on the owner thread with
   * what the result, a promise most of the time, is fulfilled with. Overloads call the same function. {@code equals}, {@code hashCode} and {@code toString} are those of the
   * Java object and never enter the engine.
   *
   * <p>The methods work as long as this handle: after that they throw {@link IllegalStateException}, and on another thread {@link
   * WrongThreadException}. To keep one longer, ask what {@link #retain()} gives. A method without a function throws {@link
   * UnsupportedOperationException}, what can't be converted {@link JsConversionException}, and otherwise methods throw what {@link JsFunction#call} does;
   * a checked exception of a host function that the method does not declare comes in an {@link java.lang.reflect.UndeclaredThrowableException}.
   *
   * @throws IllegalArgumentException if the type is no interface, is sealed, or has default methods and is not public
   */
  public <T> T as(Class<T> type) {
    return JsInterface.implement(this, JsConversions.CONVERTER.target(java.util.Objects.requireNonNull(type, "type")));
  }

  /**
   * Implements a Java interface with type arguments, such as {@code Function<String, Integer>}; otherwise as {@link #as(Class)}.
   *
   * @throws IllegalArgumentException if the type is no interface, is sealed, or has default methods and is not public
   */
  public <T> T as(JsType<T> type) {
    Class<?> token = java.util.Objects.requireNonNull(type, "type").getClass();
    return JsInterface.implement(this, JsConversions.CONVERTER.tokenTarget(token));
  }

  @Override
  public JsObject asObject() {
    return this;
  }

  @Override
  public String typeOf() {
    return "object";
  }

  private static void requireIndex(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("an index can't be negative: " + index
          + "; for such a property name pass a string");
    }
  }
}
