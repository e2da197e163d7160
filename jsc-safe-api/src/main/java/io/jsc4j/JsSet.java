package io.jsc4j;

import io.jsc4j.internal.ffi.ServiceScript;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;

/**
 * A JavaScript {@code Set} as a live Java set: what one side changes the other sees. Made by {@link JsContext#newSet()} and {@link
 * JsObject#asSet()}.
 *
 * <p>Elements are compared by JavaScript's SameValueZero, as {@code Set} compares them: an object is one element, whichever handle stands for it;
 * NaN is an element; 0 and -0 are the same. Iteration is in insertion order and goes on while the set changes: it shows what is added meanwhile
 * and leaves out what is removed. No element is null; JavaScript's null is {@link JsNull}.
 *
 * <p>Methods of {@code Set.prototype} that scripts overwrite change nothing here. Every operation throws what those of {@link JsObject} do, and
 * {@link ClassCastException} for an element that is no {@link JsValue}. Only {@link #toString()} does not enter the engine; {@link #equals}
 * and {@link #hashCode()} follow the contract of {@link Set}, but two handles to one object are not equal to Java.
 */
public final class JsSet extends AbstractSet<JsValue> {
  private final JsObject object;

  JsSet(JsObject object) {
    this.object = object;
  }

  /** The handle to the JavaScript object; this view ends with it. */
  public JsObject object() {
    return object;
  }

  /** {@code set.size}; {@link Integer#MAX_VALUE} if it is larger. */
  @Override
  public int size() {
    return (int) JsService.number(object.context(), ServiceScript.COLLECTIONS, "setSize", object.cell());
  }

  /** {@code set.has(element)}. */
  @Override
  public boolean contains(Object element) {
    return JsService.test(object.context(), ServiceScript.COLLECTIONS, "setHas", object.cell(), JsValues.toNative(
        JsValues.element(element)));
  }

  /** {@code set.add(element)}; true if it was not there before. */
  @Override
  public boolean add(JsValue element) {
    return JsService.test(object.context(), ServiceScript.COLLECTIONS, "setAdd", object.cell(), JsValues.toNative(
        element, "element"));
  }

  /** {@code set.delete(element)}; true if it was there. */
  @Override
  public boolean remove(Object element) {
    return JsService.test(object.context(), ServiceScript.COLLECTIONS, "setRemove", object.cell(), JsValues.toNative(
        JsValues.element(element)));
  }

  /** Removes what is in a collection, compared as elements are. */
  @Override
  public boolean removeAll(Collection<?> elements) {
    return removeIf(copyOf(object.context(), elements)::contains);
  }

  /** Removes what is not in a collection, compared as elements are. */
  @Override
  public boolean retainAll(Collection<?> elements) {
    JsSet retained = copyOf(object.context(), elements);
    return removeIf(element -> !retained.contains(element));
  }

  /** A set of its own of any collection's elements, so that they are compared by the engine and not by Java. */
  static JsSet copyOf(JsContext context, Collection<?> elements) {
    JsSet copy = context.newSet();
    for (Object element : Objects.requireNonNull(elements, "elements")) {
      copy.add(JsValues.element(element));
    }
    return copy;
  }

  /** {@code set.clear()}. */
  @Override
  public void clear() {
    JsService.run(object.context(), ServiceScript.COLLECTIONS, "setClear", object.cell());
  }

  /** The elements in insertion order. */
  @Override
  public Iterator<JsValue> iterator() {
    return new JsBuiltinIterator(JsService.call(object.context(), ServiceScript.COLLECTIONS, "setValues", object
        .cell())).removingBy(this::remove);
  }

  /** The kind of object and an identity; never enters the engine. */
  @Override
  public String toString() {
    return "JsSet of " + object;
  }
}
