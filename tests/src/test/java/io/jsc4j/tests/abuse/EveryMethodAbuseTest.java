package io.jsc4j.tests.abuse;

import io.jsc4j.JsArray;
import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsAsyncIterable;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsCall;
import io.jsc4j.JsContext;
import io.jsc4j.JsDataView;
import io.jsc4j.JsDate;
import io.jsc4j.JsDeferred;
import io.jsc4j.JsError;
import io.jsc4j.JsFunction;
import io.jsc4j.JsIterator;
import io.jsc4j.JsMap;
import io.jsc4j.JsMember;
import io.jsc4j.JsObject;
import io.jsc4j.JsPromise;
import io.jsc4j.JsProperty;
import io.jsc4j.JsRef;
import io.jsc4j.JsRegExp;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsScript;
import io.jsc4j.JsSet;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import io.jsc4j.JsWeakRef;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Abuses every public method and constructor by reflection, so that a new one is abused too: null, values of another
 * runtime, handles that have
 * ended, a closed context, another thread.
 */
final class EveryMethodAbuseTest extends ContextTest {
  /** Documented to work on any thread, and after close. */
  private static final Set<String> ANYWHERE = Set.of("toString", "hashCode", "equals", "isClosed", "runtime", "limits",
      "options", "cancel",
      "context",
      "typeOf", "name", "isUndefined", "isNull", "isNullish", "isSame", "scope", "count", "functionName", "object",
      "keySet",
      "values", "entrySet");

  private static final List<Class<?>> VIEWS = List.of(JsMap.class, JsSet.class, JsRegExp.class, JsError.class,
      JsIterator.class, JsDataView.class);

  private final List<String> failures = new ArrayList<>();
  private int calls;

  private static String name(Executable executable, int parameter) {
    return executable.toString().replaceAll("(java\\.\\w+|io\\.jsc4j)\\.", "")
        + (parameter < 0 ? "" : " parameter " + executable.getParameters()[parameter].getName());
  }

  /** What a call throws, or null. */
  private @Nullable Throwable thrownBy(Executable executable, @Nullable Object receiver,
      @Nullable Object... arguments) {
    calls++;
    try {
      if (executable instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else if (executable instanceof Method method) {
        method.invoke(receiver, arguments);
      }
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name(executable, -1), e);
    }
  }

  private void expect(Executable executable, int parameter, @Nullable Throwable thrown, Class<?> type, String message) {
    if (thrown == null || thrown.getClass() != type) {
      failures.add(name(executable, parameter) + " -> " + thrown);
    } else if (thrown.getMessage() == null || !thrown.getMessage().contains(message)) {
      failures.add(name(executable, parameter) + " -> " + type.getSimpleName() + " without '" + message + "': "
          + thrown.getMessage());
    }
  }

  private void assertNoFailures(int atLeast) {
    assertThat(failures).isEmpty();
    assertThat(calls).as("calls").isGreaterThanOrEqualTo(atLeast);
  }

  private static boolean isStatic(Executable executable) {
    return executable instanceof Constructor || Modifier.isStatic(executable.getModifiers());
  }

  @Test
  void nullForEachParameter() {
    Samples samples = Samples.of(js);
    for (Class<?> type : PublicApi.types()) {
      Object receiver = samples.receiver(type);
      // Exceptions take what they are given, as java.lang's do.
      if (!Throwable.class.isAssignableFrom(type)) {
        for (Executable executable : PublicApi.executables(type)) {
          if (isStatic(executable) || receiver != null) {
            nullForEachParameter(samples, executable, receiver);
          }
        }
      }
    }
    assertUsable();
    assertNoFailures(80);
  }

  private void nullForEachParameter(Samples samples, Executable executable, @Nullable Object receiver) {
    Parameter[] parameters = executable.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      Class<?> type = parameters[i].getType();
      boolean nullable = executable.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class);
      if (!type.isPrimitive() && !nullable && !executable.getName().equals("equals")) {
        @Nullable Object[] arguments = samples.arguments(executable);
        arguments[i] = null;
        String parameter = parameters[i].isNamePresent() ? parameters[i].getName() : "";
        expect(executable, i, thrownBy(executable, receiver, arguments), NullPointerException.class, parameter);
        if (type == JsValue[].class) {
          arguments[i] = new @Nullable JsValue[]{JsValue.undefined(), null};
          expect(executable, i, thrownBy(executable, receiver, arguments), NullPointerException.class, "1 is null");
        }
        assertThat(js.eval("1").asInt()).isOne();
      }
    }
  }

  /** Puts the bad value into each parameter that can take one. */
  private void eachParameter(Samples good, Samples bad, Class<?> expected, String message) {
    for (Class<?> type : PublicApi.types()) {
      Object receiver = good.receiver(type);
      for (Executable executable : PublicApi.executables(type)) {
        if (receiver != null && !isStatic(executable) && !ANYWHERE.contains(executable.getName())) {
          for (int i = 0; i < executable.getParameterCount(); i++) {
            Object value = badArgument(bad, executable.getParameterTypes()[i]);
            if (value != null && !(expected == IllegalArgumentException.class && executable.getName()
                .equals("escape"))) {
              @Nullable Object[] arguments = good.arguments(executable);
              arguments[i] = value;
              expect(executable, i, thrownBy(executable, receiver, arguments), expected, message);
              assertThat(js.eval("1").asInt()).isOne();
            }
          }
        }
      }
    }
    assertUsable();
    assertNoFailures(25);
  }

  private static @Nullable Object badArgument(Samples bad, Class<?> parameter) {
    if (parameter == JsValue.class) {
      return bad.value(JsObject.class);
    }
    if (parameter == JsValue[].class) {
      return new JsValue[]{JsValue.undefined(), (JsValue) bad.value(JsSymbol.class)};
    }
    if (parameter == JsObject.class) {
      return bad.value(JsFunction.class);
    }
    if (parameter == JsProperty.class) {
      return JsProperty.of((JsValue) bad.value(JsObject.class));
    }
    // What any Object is allowed for is looked up in a map, a set.
    return parameter == Object.class
        ? bad.value(JsArray.class)
        : parameter == JsArrayBuffer.class || parameter == JsSymbol.class || parameter == JsBigInt.class
            ? bad.value(parameter)
        : null;
  }

  @Test
  void valuesOfAnotherRuntime() {
    try (JsContext other = JsContext.open()) {
      eachParameter(Samples.of(js), Samples.of(other), IllegalArgumentException.class, "another runtime");
      JsScript foreign = other.runtime().compile("1");
      expectForeignScript(foreign);
      assertThat(other.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  private void expectForeignScript(JsScript foreign) {
    try {
      js.eval(foreign);
      failures.add("a script of another runtime ran");
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("another runtime");
    }
    assertNoFailures(25);
  }

  @Test
  void handlesThatHaveEnded() {
    eachParameter(Samples.of(js), Samples.withEndedHandles(js), IllegalStateException.class, "can no longer be used");
  }

  /** Calls each instance method of what is tied to a runtime, with good arguments. */
  private void eachMethod(Samples samples, Set<String> except, Class<?> expected, String message) {
    for (Class<?> type : PublicApi.types()) {
      Object receiver = samples.receiver(type);
      boolean confined = receiver instanceof JsContext || receiver instanceof JsRuntime || receiver instanceof JsScope
          || receiver instanceof JsRef || receiver instanceof JsCall || receiver instanceof JsObject
          || receiver instanceof JsSymbol || receiver instanceof JsBigInt || receiver instanceof JsPromise
          || receiver instanceof JsDeferred || receiver instanceof JsAsyncIterable || receiver instanceof JsMember
          || receiver instanceof JsWeakRef || VIEWS.contains(type);
      for (Executable executable : PublicApi.executables(type)) {
        String name = executable.getName();
        if (confined && !isStatic(executable) && !ANYWHERE.contains(name) && !except.contains(name) && !name.matches(
            "as[A-Z]\\w+")) {
          expect(executable, -1, thrownBy(executable, receiver, samples.arguments(executable)), expected, message);
        }
      }
    }
  }

  @Test
  void anotherThread() throws InterruptedException {
    Samples samples = Samples.of(js);
    Threads.onPlatformThread(() -> eachMethod(samples, Set.of(), WrongThreadException.class, "thread"));

    assertUsable();
    assertNoFailures(60);
  }

  @Test
  void handlesThatHaveEndedAsReceivers() {
    Samples samples = Samples.withEndedHandles(js);
    List<Class<?>> types = new ArrayList<>(List.of(JsObject.class, JsArray.class, JsFunction.class, JsDate.class,
        JsArrayBuffer.class, JsTypedArray.class, JsSymbol.class, JsBigInt.class));
    types.addAll(VIEWS);
    for (Class<?> type : types) {
      for (Executable executable : PublicApi.executables(type)) {
        String name = executable.getName();
        // Closing an iterator whose scope has ended does nothing.
        if (!ANYWHERE.contains(name) && !name.matches("as[A-Z]\\w+|close")) {
          expect(executable, -1, thrownBy(executable, samples.receiver(type), Samples.of(js).arguments(executable)),
              IllegalStateException.class, "can no longer be used");
        }
      }
    }
    assertUsable();
    assertNoFailures(40);
  }

  @Test
  void afterTheContextIsClosed() {
    JsContext other = JsContext.open();
    Samples samples = Samples.of(other);
    other.close();
    eachMethod(samples, Set.of("close"), IllegalStateException.class, "closed");

    assertUsable();
    assertNoFailures(60);
  }
}
