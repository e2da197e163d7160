package io.jsc4j.tests.abuse;

import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsArray;
import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsContext;
import io.jsc4j.JsDate;
import io.jsc4j.JsEngine;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRejectionHandler;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsScope;
import io.jsc4j.JsScript;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import java.lang.foreign.Arena;
import java.lang.reflect.Executable;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** One good value for each type of receiver and parameter in the public API. */
final class Samples {
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
    put(HostException.class, HostException.error("m"));
    put(HostException.Kind.class, HostException.Kind.ERROR);
    put(Throwable.class, new IllegalStateException("m"));
    put(JsEngine.class, JsEngine.load());
    put(HostFunction.class, (HostFunction) _ -> JsValue.undefined());
    put(JsRejectionHandler.class, (JsRejectionHandler) (_, _) -> {
    });
    put(String.class, "a");
    put(BigInteger.class, BigInteger.ONE);
    put(Duration.class, Duration.ofMillis(1));
    put(Arena.class, Arena.global());
    put(JsValue[].class, new JsValue[]{JsNumber.of(1)});
    put(int.class, 1);
    put(long.class, 8L);
    put(double.class, 1.0);
    put(boolean.class, true);
  }

  private <T> void put(Class<T> type, Object value) {
    values.put(type, value);
  }

  private void putHandles(JsContext js) {
    // Each with a method of the name that is the sample of a string.
    put(JsObject.class, js.eval("({ a() {} })"));
    put(JsArray.class, js.eval("Object.assign([], { a() {} })"));
    put(JsFunction.class, js.eval("Object.assign(function () {}, { a() {} })"));
    put(JsDate.class, js.eval("Object.assign(new Date(0), { a() {} })"));
    put(JsArrayBuffer.class, js.eval("Object.assign(new ArrayBuffer(8), { a() {} })"));
    put(JsTypedArray.class, js.eval("Object.assign(new Float64Array(2), { a() {} })"));
    put(JsSymbol.class, js.newSymbol("s"));
    put(JsBigInt.class, js.newBigInt(BigInteger.TWO));
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
      arguments[i] = value(executable.getParameterTypes()[i]);
    }
    return arguments;
  }
}
