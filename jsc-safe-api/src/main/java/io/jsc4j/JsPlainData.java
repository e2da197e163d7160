package io.jsc4j;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plain data, as {@link JsWorker} lists it: checked and copied, so that what crosses is nobody else's. */
final class JsPlainData {
  private static final int MAX_DEPTH = 200;

  /** Makes the exception from the place and what is wrong there. */
  private final BiFunction<String, String, RuntimeException> refusal;
  private final Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());

  private JsPlainData(BiFunction<String, String, RuntimeException> refusal) {
    this.refusal = refusal;
  }

  /** Copies arguments, on the thread of who gives them. */
  static List<@Nullable Object> copyArguments(@Nullable Object[] arguments) {
    List<@Nullable Object> copies = new ArrayList<>(arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      copies.add(new JsPlainData((path, wrong) -> new IllegalArgumentException(path + " " + wrong)).copy(arguments[i],
          "arguments[" + i + "]", 0));
    }
    return copies;
  }

  /** Copies what a Java function gives to a script. */
  static @Nullable Object copyResult(@Nullable Object result, String name) {
    return new JsPlainData((path, wrong) -> new IllegalArgumentException(path + " " + wrong)).copy(result,
        "the result of the function '" + name + "'", 0);
  }

  /** Makes a JavaScript value, in the innermost scope. */
  static JsValue toJs(JsContext context, @Nullable Object data) {
    JsConversion before = context.conversion();
    context.setConversion(JsConversion.defaults());
    try {
      return context.toJs(data);
    } finally {
      context.setConversion(before);
    }
  }

  /**
   * Makes plain data of a JavaScript value. Getters and traps of proxies run.
   *
   * @throws JsConversionException if it can't be
   */
  static @Nullable Object toJava(JsContext context, JsValue value) {
    JsConversion before = context.conversion();
    context.setConversion(JsConversion.defaults());
    Object converted;
    try {
      converted = context.toJava(value, Object.class);
    } finally {
      // A getter may have closed it.
      if (!context.isClosed()) {
        context.setConversion(before);
      }
    }
    return new JsPlainData((path, wrong) -> new JsConversionException(path, path + " " + wrong, null)).copy(converted,
        "the result", 0);
  }

  private @Nullable Object copy(@Nullable Object value, String path, int depth) {
    return switch (value) {
      case null -> null;
      case Boolean _,String _,Byte _,Short _,Integer _,Long _,Float _,Double _,BigInteger _,Instant _ -> value;
      case byte[] bytes -> bytes.clone();
      case JsUndefined _,JsNull _ -> null;
      case JsBoolean(boolean flag) -> flag;
      case JsNumber(double number) -> number;
      case JsString(String text) -> text;
      case JsFunction _ -> throw refusal.apply(path, "is a function, and only plain data can leave its thread");
      case JsSymbol _ -> throw refusal.apply(path, "is a symbol, and only plain data can leave its thread");
      case Map<?, ?> map -> within(map, path, depth, () -> copyMap(map, path, depth + 1));
      case Collection<?> list -> within(list, path, depth, () -> copyList(list, path, depth + 1));
      default -> throw refusal.apply(path, "is of " + value.getClass() + ", which is no plain data");
    };
  }

  private Object within(Object container, String path, int depth, Supplier<Object> copy) {
    if (depth >= MAX_DEPTH) {
      throw refusal.apply(path, "is nested deeper than " + MAX_DEPTH);
    }
    if (!within.add(container)) {
      throw refusal.apply(path, "contains itself");
    }
    Object made = copy.get();
    within.remove(container);
    return made;
  }

  private Map<String, @Nullable Object> copyMap(Map<?, ?> map, String path, int depth) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw refusal.apply(path, "has a key that is no string");
      }
      copy.put(key, copy(entry.getValue(), path + "." + key, depth));
    }
    return copy;
  }

  private List<@Nullable Object> copyList(Collection<?> list, String path, int depth) {
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    for (Object element : list) {
      copy.add(copy(element, path + "[" + copy.size() + "]", depth));
    }
    return copy;
  }

  // --- results of Java tasks

  /**
   * Checks that a task lets nothing out that belongs to its thread.
   *
   * @throws IllegalStateException if the result is, or a collection of the Java library within it contains, a handle or another part of a runtime
   */
  static void requireFree(@Nullable Object result) {
    new JsPlainData((path, wrong) -> new IllegalStateException(path + " " + wrong)).requireFree(result,
        "the result of the task",
        0);
  }

  private void requireFree(@Nullable Object value, String path, int depth) {
    switch (value) {
      case null -> {
      }
      case Object[] array -> requireAllFree(array, Arrays.asList(array), path, depth);
      case Optional<?> optional -> requireFree(optional.orElse(null), path, depth + 1);
      case Map<?, ?> map when isOfTheJavaLibrary(map) -> {
        requireAllFree(map, map.keySet(), path, depth);
        requireAllFree(map.values(), map.values(), path, depth);
      }
      case Collection<?> list when isOfTheJavaLibrary(list) -> requireAllFree(list, list, path, depth);
      default -> {
        if (isBound(value)) {
          throw refusal.apply(path, "is or contains a " + value.getClass().getSimpleName()
              + ", which belongs to the worker's thread: return plain data instead (toJava, asString and the like), or keep it in"
              + " a global of the context");
        }
      }
    }
  }

  private void requireAllFree(Object container, Collection<?> elements, String path, int depth) {
    if (depth < MAX_DEPTH && within.add(container)) {
      for (Object element : elements) {
        requireFree(element, path, depth + 1);
      }
    }
  }

  /** Others may do anything when they are asked for their elements. */
  private static boolean isOfTheJavaLibrary(Object collection) {
    return collection.getClass().getModule() == Object.class.getModule();
  }

  /** Whether it belongs to a runtime: everything of this package but what is plain data. */
  private static boolean isBound(Object value) {
    return value.getClass().getPackageName().equals(JsPlainData.class.getPackageName()) && switch (value) {
      case JsUndefined _,JsNull _,JsBoolean _,JsNumber _,JsString _ -> false;
      case Throwable _ -> false;
      case Enum<?> _ -> false;
      case Record record -> record instanceof JsProperty;
      case JsRegExp.Match _,JsEngine _,JsLimits _,JsRuntimeOptions _,JsConversion _,JsWorkerOptions _,JsWorker _ ->
        false;
      default -> true;
    };
  }
}
