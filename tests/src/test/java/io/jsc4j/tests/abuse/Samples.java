package io.jsc4j.tests.abuse;

import io.jsc4j.AsyncHostFunction;
import io.jsc4j.HostClass;
import io.jsc4j.HostConstructor;
import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.HostIndexed;
import io.jsc4j.HostMethod;
import io.jsc4j.HostNamed;
import io.jsc4j.JsArray;
import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsAsyncIterable;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsBuiltin;
import io.jsc4j.JsContext;
import io.jsc4j.JsConversion;
import io.jsc4j.JsDataView;
import io.jsc4j.JsDate;
import io.jsc4j.JsDeferred;
import io.jsc4j.JsElementType;
import io.jsc4j.JsEngine;
import io.jsc4j.JsEngineOptions;
import io.jsc4j.JsError;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsGrant;
import io.jsc4j.JsHeapStatistics;
import io.jsc4j.JsIterator;
import io.jsc4j.JsLimits;
import io.jsc4j.JsMap;
import io.jsc4j.JsMember;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsPromise;
import io.jsc4j.JsProperty;
import io.jsc4j.JsRef;
import io.jsc4j.JsRegExp;
import io.jsc4j.JsRejectionHandler;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsScope;
import io.jsc4j.JsScript;
import io.jsc4j.JsSet;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import io.jsc4j.JsWeakRef;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Executable;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** One good value for each type of receiver and parameter in the public API. */
final class Samples {
  /** The methods whose parameter of type Object is a Java object to show to scripts, not a key or a value. */
  private static final Set<String> HOST_OBJECT = Set.of("export", "toJsObject");

  private final Map<Class<?>, Object> values = new LinkedHashMap<>();

  private Samples(JsContext js) {
    put(JsContext.class, js);
    put(JsRuntime.class, js.runtime());
    putHandles(js);
    put(JsScript.class, js.runtime().compile("1"));
    put(JsThrownException.class, Assertions.catchThrowableOfType(JsThrownException.class, () -> js.eval("throw 1")));
    put(JsException.class, Assertions.catchThrowableOfType(JsException.class, () -> js.eval("1 +")));
    put(JsValue.class, JsNumber.of(1));
    put(JsNumber.class, JsNumber.of(1));
    put(JsString.class, JsString.of("s"));
    put(JsLimits.class, JsLimits.none());
    put(JsRuntimeOptions.class, JsRuntimeOptions.defaults());
    put(JsErrorExposure.class, JsErrorExposure.INTENDED);
    put(JsBuiltin.class, JsBuiltin.EVAL);
    put(JsBuiltin[].class, new JsBuiltin[]{JsBuiltin.EVAL});
    put(JsGrant.Kind.class, JsGrant.Kind.FUNCTION);
    put(HostException.class, HostException.error("m"));
    put(HostException.Kind.class, HostException.Kind.ERROR);
    put(Throwable.class, new IllegalStateException("m"));
    put(JsEngine.class, JsEngine.load());
    put(JsEngineOptions.class, JsEngineOptions.none());
    put(JsHeapStatistics.class, js.runtime().heapStatistics());
    put(Map.class, Map.of());
    put(JsWeakRef.class, js.newObject().weak());
    put(HostFunction.class, (HostFunction) _ -> JsValue.undefined());
    put(JsRejectionHandler.class, (JsRejectionHandler) (_, _) -> {
    });
    put(JsRegExp.Match.class, js.newRegExp("(?<a>a)", "").exec("a").orElseThrow());
    put(JsProperty.class, JsProperty.of(JsNumber.of(1)));
    put(JsProperty.Data.class, JsProperty.of(JsNumber.of(1)));
    put(JsProperty.Accessor.class, new JsProperty.Accessor(Optional.empty(), Optional.empty(), true, true));
    put(JsError.Kind.class, JsError.Kind.ERROR);
    put(JsSymbol.WellKnown.class, JsSymbol.WellKnown.ITERATOR);
    put(Instant.class, Instant.EPOCH);
    put(Optional.class, Optional.empty());
    put(Object.class, JsNumber.of(1));
    put(Collection.class, List.of(JsNumber.of(1)));
    put(JsPromise.class, js.eval("Promise.resolve(1)").asObject().asPromise());
    put(JsAsyncIterable.class, js.newArray().asAsyncIterable());
    put(JsDeferred.class, js.newPromise());
    put(AsyncHostFunction.class, (AsyncHostFunction) _ -> CompletableFuture.completedFuture(JsValue.undefined()));
    put(CompletionStage.class, CompletableFuture.completedFuture(JsNumber.of(1)));
    put(Throwable.class, new IllegalStateException("a sample"));
    put(Runnable.class, (Runnable) () -> {
    });
    putHostClasses(js);
    put(JsConversion.class, JsConversion.defaults());
    put(JsConversion.UnknownFields.class, JsConversion.UnknownFields.IGNORE);
    put(JsConversion.MissingFields.class, JsConversion.MissingFields.NULL);
    put(JsConversion.References.class, JsConversion.References.COPY);
    put(JsConversion.LargeLongs.class, JsConversion.LargeLongs.REFUSE);
    put(JsType.class, new JsType<Runnable>() {});
    put(Class.class, Runnable.class);
    WorkerSamples.put(this::put);
    put(String.class, "a");
    put(String[].class, new String[]{"a"});
    put(BigInteger.class, BigInteger.ONE);
    put(Duration.class, Duration.ofMillis(1));
    put(Arena.class, Arena.global());
    put(JsValue[].class, new JsValue[]{JsNumber.of(1)});
    put(JsElementType.class, JsElementType.UINT8);
    put(MemorySegment.class, MemorySegment.ofArray(new byte[8]));
    put(byte[].class, new byte[8]);
    put(short[].class, new short[1]);
    put(int[].class, new int[1]);
    put(long[].class, new long[1]);
    put(float[].class, new float[1]);
    put(double[].class, new double[1]);
    put(List.class, List.of(new double[1]));
    put(int.class, 1);
    put(long.class, 8L);
    put(double.class, 1.0);
    put(boolean.class, true);
  }

  private void put(Class<?> type, Object value) {
    values.put(type, value);
  }

  private void putHostClasses(JsContext js) {
    put(HostClass.class, HostClass.builder("A", ExportedSample.class).build());
    put(HostClass.Builder.class, HostClass.builder("A", ExportedSample.class));
    put(HostMethod.class, (HostMethod<Object>) (_, _) -> JsValue.undefined());
    put(HostConstructor.class, (HostConstructor<Object>) _ -> new ExportedSample());
    put(HostIndexed.class, HostSamples.INDEXED);
    put(HostNamed.class, HostSamples.NAMED);
    put(JsMember.class, js.newObject().own(js.newObject()));
    put(Class.class, ExportedSample.class);
    put(Function.class, (Function<Object, JsValue>) _ -> JsValue.undefined());
    put(BiConsumer.class, (BiConsumer<Object, JsValue>) (_, _) -> {
    });
    put(Supplier.class, (Supplier<JsValue>) JsValue::undefined);
    put(Consumer.class, (Consumer<Object>) _ -> {
    });
  }

  private void putHandles(JsContext js) {
    // Each with a method of the name that is the sample of a string.
    put(JsObject.class, js.eval("({ a() {} })"));
    put(JsArray.class, js.eval("Object.assign([], { a() {} })"));
    put(JsFunction.class, js.eval("Object.assign(function () {}, { a() {} })"));
    put(JsDate.class, js.eval("Object.assign(new Date(0), { a() {} })"));
    put(JsArrayBuffer.class, js.eval("Object.assign(new ArrayBuffer(8), { a() {} })"));
    put(JsTypedArray.class, js.eval("Object.assign(new Float64Array(2), { a() {} })"));
    put(JsDataView.class, js.eval("new DataView(new ArrayBuffer(8))").asObject().asDataView());
    put(JsSymbol.class, js.newSymbol("s"));
    put(JsBigInt.class, js.newBigInt(BigInteger.TWO));
    putViews(js);
  }

  private void putViews(JsContext js) {
    put(JsMap.class, js.newMap());
    put(JsSet.class, js.newSet());
    put(JsRegExp.class, js.newRegExp("a", "g"));
    put(JsError.class, js.newError(JsError.Kind.ERROR, "m"));
    put(JsIterator.class, js.newArray(JsNumber.of(1), JsNumber.of(2)).iterate());
  }

  /** Of an open context; a scope is opened last, so that it is the innermost one. */
  static Samples of(JsContext js) {
    Samples samples = new Samples(js);
    samples.put(JsRef.class, js.newObject().retain());
    samples.put(JsScope.class, js.openScope());
    return samples;
  }

  /** Like these, but with handles whose scope has ended. */
  static Samples withEndedHandles(JsContext js) {
    Samples samples = of(js);
    try (JsScope _ = js.openScope()) {
      samples.putHandles(js);
    }
    return samples;
  }

  /** What to call a method of the type on, or null if there is nothing. */
  @Nullable Object receiver(Class<?> type) {
    return values.get(type);
  }

  /** A value of exactly this type. */
  Object value(Class<?> type) {
    Object value = values.get(type);
    if (value == null) {
      throw new AssertionError("add a sample of " + type + " to " + Samples.class);
    }
    return value;
  }

  /** Good arguments for a call. */
  @Nullable Object[] arguments(Executable executable) {
    @Nullable Object[] arguments = new @Nullable Object[executable.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = executable.getParameterTypes()[i];
      arguments[i] = type == Object.class && HOST_OBJECT.contains(executable.getName())
          ? new ExportedSample()
          : value(type);
    }
    return arguments;
  }
}
