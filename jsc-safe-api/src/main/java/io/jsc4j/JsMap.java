package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JavaScript {@code Map} as a live Java map: what one side changes the other sees. Made by {@link JsContext#newMap()} and {@link
 * JsObject#asMap()}.
 *
 * {@snippet file="ObjectsSnippetTest.java" region="map"}
 *
 * <p>Keys are compared by JavaScript's SameValueZero, as {@code Map} compares them: an object is a key by its identity, whichever handle stands
 * for it; NaN is a key; 0 and -0 are the same. Iteration is in insertion order and goes on while the map changes: it shows what is added
 * meanwhile and leaves out what is removed. No key or value is null; {@code null} as a result means that there is none, and JavaScript's null is
 * {@link JsNull}.
 *
 * <p>Methods of {@code Map.prototype} that scripts overwrite change nothing here. Every operation throws what those of {@link JsObject} do, and
 * {@link ClassCastException} for a key or value that is no {@link JsValue}. Only {@link #toString()} does not enter the engine; {@link
 * #equals} and {@link #hashCode()} follow the contract of {@link Map}, but two handles to one object are not equal to Java.
 */
public final class JsMap extends AbstractMap<JsValue, JsValue> {
  private final JsObject object;

  JsMap(JsObject object) {
    this.object = object;
  }

  /** The handle to the JavaScript object; this view ends with it. */
  public JsObject object() {
    return object;
  }

  /** {@code map.size}; {@link Integer#MAX_VALUE} if it is larger. */
  @Override
  public int size() {
    return (int) JsService.number(object.context(), ServiceScript.COLLECTIONS, "mapSize", object.cell());
  }

  /** {@code map.has(key)}. */
  @Override
  public boolean containsKey(Object key) {
    return JsService.test(object.context(), ServiceScript.COLLECTIONS, "mapHas", object.cell(), JsValues.toNative(
        JsValues.key(key)));
  }

  /** Whether a value is in it, compared as keys are; looks at one after the other. */
  @Override
  public boolean containsValue(Object value) {
    return JsService.test(object.context(), ServiceScript.COLLECTIONS, "mapHasValue", object.cell(), JsValues.toNative(
        JsValues.mapped(value)));
  }

  /** {@code map.get(key)}, but null if there is no such key. */
  @Override
  public @Nullable JsValue get(Object key) {
    return JsService.find(object.context(), ServiceScript.COLLECTIONS, "mapGet", object.cell(), JsValues.toNative(
        JsValues.key(key))).orElse(null);
  }

  /** {@code map.set(key, value)}; gives the value that was there before, or null. */
  @Override
  public @Nullable JsValue put(JsValue key, JsValue value) {
    NativeValue nativeKey = JsValues.toNative(key, "key");
    NativeValue nativeValue = JsValues.toNative(value, "value");
    return JsService.find(object.context(), ServiceScript.COLLECTIONS, "mapPut", object.cell(), nativeKey, nativeValue)
        .orElse(null);
  }

  /** {@code map.delete(key)}; gives the value that was there, or null. */
  @Override
  public @Nullable JsValue remove(Object key) {
    return JsService.find(object.context(), ServiceScript.COLLECTIONS, "mapRemove", object.cell(), JsValues.toNative(
        JsValues.key(key))).orElse(null);
  }

  /** {@code map.clear()}. */
  @Override
  public void clear() {
    JsService.run(object.context(), ServiceScript.COLLECTIONS, "mapClear", object.cell());
  }

  /** A live view of the keys, in insertion order. */
  @Override
  public Set<JsValue> keySet() {
    return new Keys();
  }

  /** A live view of the values, in insertion order of their keys. */
  @Override
  public Collection<JsValue> values() {
    return new Values();
  }

  /** A live view of the entries, in insertion order; {@code setValue} of an entry writes into the map. */
  @Override
  public Set<Entry<JsValue, JsValue>> entrySet() {
    return new Entries();
  }

  /** The kind of object and an identity; never enters the engine. */
  @Override
  public String toString() {
    return "JsMap of " + object;
  }

  /** The iterator of the engine, which knows how to go on in a map that changes. */
  private JsBuiltinIterator keys() {
    return new JsBuiltinIterator(JsService.call(object.context(), ServiceScript.COLLECTIONS, "mapKeys", object.cell()));
  }

  private final class Keys extends AbstractSet<JsValue> {
    @Override
    public int size() {
      return JsMap.this.size();
    }

    @Override
    public boolean contains(Object key) {
      return containsKey(key);
    }

    @Override
    public boolean remove(Object key) {
      return JsMap.this.remove(key) != null;
    }

    @Override
    public void clear() {
      JsMap.this.clear();
    }

    @Override
    public Iterator<JsValue> iterator() {
      return keys().removingBy(JsMap.this::remove);
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
      return removeIf(JsSet.copyOf(object.context(), elements)::contains);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
      JsSet retained = JsSet.copyOf(object.context(), elements);
      return removeIf(element -> !retained.contains(element));
    }

    @Override
    public String toString() {
      return "keys of " + JsMap.this;
    }
  }

  private final class Values extends AbstractCollection<JsValue> {
    @Override
    public int size() {
      return JsMap.this.size();
    }

    @Override
    public boolean contains(Object value) {
      return containsValue(value);
    }

    @Override
    public boolean remove(Object value) {
      JsValue wanted = JsValues.element(value);
      for (Iterator<JsValue> values = iterator(); values.hasNext();) {
        if (wanted.isSame(values.next())) {
          values.remove();
          return true;
        }
      }
      return false;
    }

    @Override
    public void clear() {
      JsMap.this.clear();
    }

    @Override
    public Iterator<JsValue> iterator() {
      EntryIterator entries = new EntryIterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return entries.hasNext();
        }

        @Override
        public JsValue next() {
          return entries.next().getValue();
        }

        @Override
        public void remove() {
          entries.remove();
        }
      };
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
      return removeIf(JsSet.copyOf(object.context(), elements)::contains);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
      JsSet retained = JsSet.copyOf(object.context(), elements);
      return removeIf(element -> !retained.contains(element));
    }

    @Override
    public String toString() {
      return "values of " + JsMap.this;
    }
  }

  private final class Entries extends AbstractSet<Entry<JsValue, JsValue>> {
    @Override
    public int size() {
      return JsMap.this.size();
    }

    @Override
    public boolean contains(Object entry) {
      if (entry instanceof Entry<?, ?> wanted && wanted.getKey() instanceof JsValue key
          && wanted.getValue() instanceof JsValue value) {
        JsValue found = get(key);
        return found != null && found.isSame(value);
      }
      return false;
    }

    @Override
    public boolean remove(Object entry) {
      return contains(entry) && JsMap.this.remove(((Entry<?, ?>) entry).getKey()) != null;
    }

    @Override
    public void clear() {
      JsMap.this.clear();
    }

    @Override
    public Iterator<Entry<JsValue, JsValue>> iterator() {
      return new EntryIterator();
    }

    @Override
    public String toString() {
      return "entries of " + JsMap.this;
    }
  }

  private final class EntryIterator implements Iterator<Entry<JsValue, JsValue>> {
    private final JsBuiltinIterator keys = keys();
    private @Nullable LiveEntry next;
    private @Nullable LiveEntry last;

    @Override
    public boolean hasNext() {
      while (next == null && keys.hasNext()) {
        JsValue key = keys.next();
        JsValue value = get(key);
        // A microtask can have removed it between the two calls.
        if (value != null) {
          next = new LiveEntry(key, value);
        }
      }
      return next != null;
    }

    @Override
    public Entry<JsValue, JsValue> next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException("the map has no more entries");
      }
      last = next;
      next = null;
      return last;
    }

    @Override
    public void remove() {
      if (last == null) {
        throw new IllegalStateException("there is no entry to remove: call next() first");
      }
      JsMap.this.remove(last.getKey());
      last = null;
    }
  }

  @SuppressWarnings("serial") // SimpleEntry says so; this one can't be serialized, since no handle can.
  private final class LiveEntry extends SimpleEntry<JsValue, JsValue> {
    LiveEntry(JsValue key, JsValue value) {
      super(key, value);
    }

    @Override
    public JsValue setValue(JsValue value) {
      put(getKey(), value);
      return super.setValue(value);
    }
  }
}
