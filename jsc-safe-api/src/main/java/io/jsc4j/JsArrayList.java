package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;

/** The list that {@link JsArray#asList()} gives: each operation is one call of the engine. */
final class JsArrayList extends AbstractList<JsValue> implements RandomAccess {
  private final JsArray array;

  JsArrayList(JsArray array) {
    this.array = array;
  }

  @Override
  public int size() {
    return (int) Math.min(array.length(), Integer.MAX_VALUE);
  }

  @Override
  public JsValue get(int index) {
    requireIndex(index);
    return JsService.find(array.context(), ServiceScript.COLLECTIONS, "arrayGet", array.cell(), number(index))
        .orElseThrow(() -> outOfBounds(index));
  }

  @Override
  public JsValue set(int index, JsValue element) {
    NativeValue value = JsValues.toNative(element, "element");
    requireIndex(index);
    return JsService.find(array.context(), ServiceScript.COLLECTIONS, "arraySet", array.cell(), number(index), value)
        .orElseThrow(() -> outOfBounds(index));
  }

  @Override
  public boolean add(JsValue element) {
    NativeValue value = JsValues.toNative(element, "element");
    JsService.run(array.context(), ServiceScript.COLLECTIONS, "arrayAdd", array.cell(), value);
    modCount++;
    return true;
  }

  @Override
  public void add(int index, JsValue element) {
    NativeValue value = JsValues.toNative(element, "element");
    requireIndex(index);
    if (!JsService.test(array.context(), ServiceScript.COLLECTIONS, "arrayInsert", array.cell(), number(index),
        value)) {
      throw outOfBounds(index);
    }
    modCount++;
  }

  @Override
  public JsValue remove(int index) {
    requireIndex(index);
    JsValue removed = JsService.find(array.context(), ServiceScript.COLLECTIONS, "arrayRemove", array.cell(), number(
        index)).orElseThrow(() -> outOfBounds(index));
    modCount++;
    return removed;
  }

  @Override
  protected void removeRange(int fromIndex, int toIndex) {
    JsService.run(array.context(), ServiceScript.COLLECTIONS, "arrayRemoveRange", array.cell(), number(fromIndex),
        number(toIndex));
    modCount++;
  }

  @Override
  public void clear() {
    JsService.run(array.context(), ServiceScript.COLLECTIONS, "arrayClear", array.cell());
    modCount++;
  }

  @Override
  public int indexOf(Object element) {
    return (int) JsService.number(array.context(), ServiceScript.COLLECTIONS, "arrayIndexOf", array.cell(), JsValues
        .toNative(JsValues.element(element)));
  }

  @Override
  public int lastIndexOf(Object element) {
    return (int) JsService.number(array.context(), ServiceScript.COLLECTIONS, "arrayLastIndexOf", array.cell(), JsValues
        .toNative(JsValues.element(element)));
  }

  @Override
  public boolean contains(Object element) {
    return indexOf(element) >= 0;
  }

  @Override
  public boolean remove(Object element) {
    int index = indexOf(element);
    if (index >= 0) {
      remove(index);
    }
    return index >= 0;
  }

  @Override
  public boolean removeAll(Collection<?> elements) {
    return removeIf(JsSet.copyOf(array.context(), elements)::contains);
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    JsSet retained = JsSet.copyOf(array.context(), elements);
    return removeIf(element -> !retained.contains(element));
  }

  /** Does not enter the engine, as for every handle. */
  @Override
  public String toString() {
    return "list of " + array;
  }

  private static NativeValue number(int number) {
    return new NativeValue.Num(number);
  }

  private static void requireIndex(int index) {
    if (index < 0) {
      throw outOfBounds(index);
    }
  }

  private static IndexOutOfBoundsException outOfBounds(int index) {
    return new IndexOutOfBoundsException("the array has no element " + index);
  }
}
