package io.jsc4j.internal.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the reader of each type that can be reached from one type, and keeps it. */
final class Readers {
  private static final Map<Class<?>, Reader> SCALARS = scalars();
  private static final Map<Class<?>, Supplier<Collection<@Nullable Object>>> COLLECTIONS = collections();
  private static final Map<Class<?>, Supplier<Map<@Nullable Object, @Nullable Object>>> MAPS = maps();

  private final PublicTypes types;
  private final Map<TypeRef, Reader> readers = new ConcurrentHashMap<>();

  Readers(PublicTypes types) {
    this.types = types;
  }

  PublicTypes types() {
    return types;
  }

  Reader reader(TypeRef type) {
    Reader known = readers.get(type);
    if (known == null) {
      // Not computeIfAbsent, because making one may ask for others.
      Reader made = make(type);
      Reader other = readers.putIfAbsent(type, made);
      known = other != null ? other : made;
    }
    return known;
  }

  private Reader make(TypeRef type) {
    Class<?> raw = type.raw();
    Reader scalar = SCALARS.get(raw);
    if (scalar != null) {
      return scalar;
    }
    if (types.isValueType(raw)) {
      return new Scalars.OfValue(raw);
    }
    if (types.hasFace(raw)) {
      return new Scalars.OfFace(raw, types, null);
    }
    if (Hierarchy.isEnum(raw)) {
      return raw.isEnum() ? new Scalars.OfEnum(raw) : new Scalars.OfEnum(raw.getSuperclass());
    }
    if (raw.isArray()) {
      Class<?> component = raw.getComponentType();
      Reader element = reader(type.argument(0));
      return NumberArrays.isFor(component)
          ? new NumberArrays(component, element)
          : new Sequences.OfArray(component,
              element);
    }
    Reader container = makeContainer(type);
    if (container != null) {
      return container;
    }
    if (raw.isRecord()) {
      try {
        return new RecordReader(type, RecordShape.of(raw), this);
      } catch (IllegalAccessException e) {
        return new Scalars.OfUnsupported(String.valueOf(e.getMessage()), null);
      }
    }
    return raw.isSealed() ? new SealedReader(type, this) : new Scalars.OfFace(raw, types, unsupported(raw));
  }

  private @Nullable Reader makeContainer(TypeRef type) {
    Class<?> raw = type.raw();
    if (raw == Optional.class) {
      return new OptionalReader(reader(type.argument(0)), Optional.empty(), Optional::of);
    }
    // Of anything: the very reader that reads such a thing within it, so that an object met as both is met twice.
    boolean ofAnything = type.arguments().stream().allMatch(TypeRef.OBJECT::equals);
    Supplier<Collection<@Nullable Object>> collection = COLLECTIONS.get(raw);
    if (collection != null) {
      Reader natural = ofAnything ? NaturalReader.NATURAL.ofContainer(collection.get()) : null;
      return natural != null
          ? natural
          : new Sequences.OfCollection(collection, Set.class.isAssignableFrom(raw), reader(type.argument(0)));
    }
    Supplier<Map<@Nullable Object, @Nullable Object>> map = MAPS.get(raw);
    if (map == null) {
      return null;
    }
    Reader natural = ofAnything ? NaturalReader.NATURAL.ofContainer(map.get()) : null;
    return natural != null ? natural : new MapReader(map, reader(type.argument(0)), reader(type.argument(1)));
  }

  private static String unsupported(Class<?> type) {
    String what = "JavaScript values can't be converted to " + type.getName();
    return type.isInterface()
        ? what + ": JsObject.as implements interfaces"
        : what + ": it is no record, and none of the types that jsc4j knows";
  }

  private static Map<Class<?>, Reader> scalars() {
    Map<Class<?>, Reader> readers = new HashMap<>(TextTypes.readers());
    readers.put(Object.class, NaturalReader.NATURAL);
    readers.put(String.class, Scalars.STRING);
    readers.put(CharSequence.class, Scalars.STRING);
    readers.put(BigInteger.class, Numbers.BIG_INTEGER);
    readers.put(BigDecimal.class, Numbers.BIG_DECIMAL);
    readers.put(Number.class, Numbers.NUMBER);
    readers.put(Instant.class, Scalars.INSTANT);
    readers.put(byte[].class, new Sequences.OfBytes());
    putPrimitive(readers, boolean.class, Boolean.class, Scalars.BOOLEAN, false);
    putPrimitive(readers, char.class, Character.class, Scalars.CHARACTER, '\0');
    putPrimitive(readers, byte.class, Byte.class, Numbers.BYTE, (byte) 0);
    putPrimitive(readers, short.class, Short.class, Numbers.SHORT, (short) 0);
    putPrimitive(readers, int.class, Integer.class, Numbers.INTEGER, 0);
    putPrimitive(readers, long.class, Long.class, Numbers.LONG, 0L);
    putPrimitive(readers, float.class, Float.class, Numbers.FLOAT, 0f);
    putPrimitive(readers, double.class, Double.class, Numbers.DOUBLE, 0.0);
    readers.put(OptionalInt.class, new OptionalReader(Numbers.INTEGER, OptionalInt.empty(),
        value -> OptionalInt.of((int) value)));
    readers.put(OptionalLong.class, new OptionalReader(Numbers.LONG, OptionalLong.empty(),
        value -> OptionalLong.of((long) value)));
    readers.put(OptionalDouble.class, new OptionalReader(Numbers.DOUBLE, OptionalDouble.empty(),
        value -> OptionalDouble.of((double) value)));
    return Map.copyOf(readers);
  }

  private static void putPrimitive(Map<Class<?>, Reader> readers, Class<?> primitive, Class<?> box, Reader reader,
      Object zero) {
    readers.put(box, reader);
    readers.put(primitive, new Scalars.OfPrimitive(reader, zero));
  }

  private static Map<Class<?>, Supplier<Collection<@Nullable Object>>> collections() {
    Map<Class<?>, Supplier<Collection<@Nullable Object>>> factories = new HashMap<>();
    for (Class<?> type : List.of(Iterable.class, Collection.class, SequencedCollection.class, List.class,
        ArrayList.class)) {
      factories.put(type, ArrayList::new);
    }
    for (Class<?> type : List.of(Set.class, SequencedSet.class, HashSet.class, LinkedHashSet.class)) {
      factories.put(type, LinkedHashSet::new);
    }
    for (Class<?> type : List.of(SortedSet.class, NavigableSet.class, TreeSet.class)) {
      factories.put(type, TreeSet::new);
    }
    for (Class<?> type : List.of(Queue.class, Deque.class, ArrayDeque.class)) {
      factories.put(type, ArrayDeque::new);
    }
    return Map.copyOf(factories);
  }

  private static Map<Class<?>, Supplier<Map<@Nullable Object, @Nullable Object>>> maps() {
    Map<Class<?>, Supplier<Map<@Nullable Object, @Nullable Object>>> factories = new HashMap<>();
    for (Class<?> type : List.of(Map.class, SequencedMap.class, HashMap.class, LinkedHashMap.class)) {
      factories.put(type, LinkedHashMap::new);
    }
    for (Class<?> type : List.of(SortedMap.class, NavigableMap.class, TreeMap.class)) {
      factories.put(type, TreeMap::new);
    }
    return Map.copyOf(factories);
  }
}
