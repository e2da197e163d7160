package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ServiceRealm;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.ArrayList;
import java.util.List;
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
public sealed class JsObject extends JsHandle permits JsArray, JsFunction, JsDate, JsArrayBuffer, JsTypedArray {

  JsObject(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /** {@code object[name]}: undefined if there is no such property. */
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
    return hasKey(new NativeValue.Text(java.util.Objects.requireNonNull(name, "name")));
  }

  /**
   * {@code index in object}.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public boolean has(int index) {
    requireIndex(index);
    return hasKey(new NativeValue.Num(index));
  }

  /** {@code symbol in object}. */
  public boolean has(JsSymbol symbol) {
    return hasKey(JsValues.toNative(symbol, "symbol"));
  }

  private boolean hasKey(NativeValue key) {
    return context().run(() -> Objects.has(context().pointer(), cell(), key));
  }

  /** {@code delete object[name]}: false if the property can't be deleted. */
  public boolean delete(String name) {
    return deleteKey(new NativeValue.Text(java.util.Objects.requireNonNull(name, "name")));
  }

  /**
   * {@code delete object[index]}: false if the property can't be deleted.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public boolean delete(int index) {
    requireIndex(index);
    return deleteKey(new NativeValue.Num(index));
  }

  /** {@code delete object[symbol]}: false if the property can't be deleted. */
  public boolean delete(JsSymbol symbol) {
    return deleteKey(JsValues.toNative(symbol, "symbol"));
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
