package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A trace has the frames of Java and JavaScript in the order of the calls. */
final class ExceptionTraceTest extends ContextTest {
  private void define(String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  /** From the top: {@code JavaScript.f(url:line)} as {@code f@url:line}, our entry points and the test's own methods by name; the rest is left out. */
  private static List<String> shape(@Nullable Throwable failure) {
    List<String> shape = new ArrayList<>();
    for (StackTraceElement frame : java.util.Objects.requireNonNull(failure).getStackTrace()) {
      String owner = frame.getClassName();
      if (owner.equals("JavaScript")) {
        shape.add(frame.isNativeMethod()
            ? frame.getMethodName() + "@native"
            : frame.getMethodName() + "@" + frame.getFileName() + ":" + frame.getLineNumber());
      } else if (owner.equals(ExceptionTraceTest.class.getName())) {
        shape.add(frame.getMethodName().startsWith("lambda$") ? "java" : frame.getMethodName());
      } else if (owner.startsWith("io.jsc4j.") && !owner.startsWith("io.jsc4j.tests.")) {
        shape.add(owner.substring(owner.lastIndexOf('.') + 1) + "." + frame.getMethodName());
      }
    }
    return shape;
  }

  /** Called through JavaScript and Java again, throws or runs what it is given. */
  private void defineLevels() {
    define("middle", ExceptionTraceTest::middle);
    js.eval("""
        function outer() {
          return middle(function inner() {
            return bottom();
          });
        }
        """, "outer.js");
  }

  private static JsValue middle(io.jsc4j.JsCall call) {
    return call.arg(0).asFunction().call();
  }

  private Throwable thrownByLevels() {
    return catchThrowable(this::runLevels);
  }

  private void runLevels() {
    js.eval("[1].map(outer)", "main.js");
  }

  private static final List<String> LEVELS = List.of("inner@outer.js:3", "JsFunction.call", "middle",
      "outer@outer.js:2", "map@native", "global code@main.js:1", "JsContext.eval", "runLevels");

  private static void assertLevels(@Nullable Throwable failure, String... top) {
    List<String> expected = new ArrayList<>(List.of(top));
    expected.addAll(LEVELS);
    assertThat(shape(failure).subList(0, Math.min(expected.size(), shape(failure).size()))).isEqualTo(expected);
  }

  @Test
  void whatAScriptThrowsThroughHostFunctions() {
    defineLevels();
    js.eval("function bottom() {\n  throw new TypeError('deep') }", "bottom.js");

    assertLevels(thrownByLevels(), "bottom@bottom.js:2");
  }

  @Test
  void whatAHostFunctionThrowsThroughScriptsAndHostFunctions() {
    defineLevels();
    define("bottom", _ -> {
      throw new IllegalStateException("from Java");
    });

    assertLevels(thrownByLevels(), "java");
  }

  @Test
  void causesAndSuppressedOnesOfAJavaExceptionToo() {
    defineLevels();
    define("bottom", _ -> {
      RuntimeException failure = new RuntimeException(new IOException("cause"));
      failure.addSuppressed(new IOException("suppressed"));
      throw failure;
    });
    Throwable failure = thrownByLevels();

    assertLevels(failure, "java");
    assertLevels(failure.getCause(), "java");
    assertLevels(failure.getSuppressed()[0], "java");
  }

  @Test
  void everyLevelSeesTheWholeTrace() {
    defineLevels();
    List<Throwable> seen = new ArrayList<>();
    define("middle", call -> {
      try {
        return call.arg(0).asFunction().call();
      } catch (RuntimeException e) {
        seen.add(e);
        assertLevelsFromLambda(e);
        throw e;
      }
    });
    define("bottom", _ -> {
      throw new IllegalStateException("from Java");
    });
    Throwable failure = thrownByLevels();

    assertThat(failure).isSameAs(seen.getFirst());
    assertLevelsFromLambda(failure);
    assertThat(shape(failure)).filteredOn("outer@outer.js:2"::equals).hasSize(1);
  }

  private static void assertLevelsFromLambda(Throwable failure) {
    assertThat(shape(failure)).startsWith("java", "inner@outer.js:3", "JsFunction.call", "java", "outer@outer.js:2",
        "map@native", "global code@main.js:1", "JsContext.eval", "runLevels");
  }

  @Test
  void whatAScriptThrowsKeepsItsTraceAndWhatWasSuppressedOnTheWay() {
    defineLevels();
    IOException suppressed = new IOException("while closing");
    define("middle", call -> {
      try {
        return call.arg(0).asFunction().call();
      } catch (RuntimeException e) {
        e.addSuppressed(suppressed);
        throw e;
      }
    });
    js.eval("function bottom() {\n  throw new AggregateError([new Error('1')], 'deep', { cause: new Error('c') }) }",
        "bottom.js");
    Throwable failure = thrownByLevels();

    assertThat(shape(failure)).startsWith("bottom@bottom.js:2", "inner@outer.js:3", "JsFunction.call", "java",
        "outer@outer.js:2", "map@native", "global code@main.js:1", "JsContext.eval", "runLevels");
    assertThat(failure.getSuppressed()).hasSize(2).contains(suppressed);
    assertThat(shape(failure.getCause())).isEqualTo(shape(failure));
    assertThat(shape(failure.getSuppressed()[0])).isEqualTo(shape(failure));
  }

  @Test
  void aCaughtErrorThatIsThrownAgainKeepsItsTrace() {
    defineLevels();
    js.eval("function bottom() {\n  throw 'no Error' }", "bottom.js");
    js.eval("function again() { try { outer() } catch (e) { throw e } }", "again.js");

    assertThat(shape(catchThrowable(() -> js.eval("again()")))).startsWith("JsFunction.call", "middle");
  }

  @Test
  void manyLevels() {
    define("down", call -> {
      int n = call.arg(0).asInt();
      return js.eval("(function level" + n + "() { return " + (n == 0 ? "null.x" : "down(" + (n - 1) + ")") + " })()",
          n + ".js");
    });
    List<String> shape = shape(catchThrowable(() -> js.eval("down(50)", "main.js")));

    List<String> expected = new ArrayList<>();
    for (int n = 0; n <= 50; n++) {
      expected.addAll(List.of("level" + n + "@" + n + ".js:1", "global code@" + n + ".js:1", "JsContext.eval", "java"));
    }
    expected.add("global code@main.js:1");
    assertThat(shape).startsWith(expected.toArray(String[]::new));
  }

  @Test
  void aHostFunctionThatJavaCalls() {
    JsFunction function = js.function("f", _ -> {
      throw new IllegalStateException("direct");
    });

    assertThat(shape(catchThrowable(function::call))).startsWith("java", "JsFunction.call", "java",
        "aHostFunctionThatJavaCalls");
  }

  @Test
  void proxiesOfHostFunctionsBoundOnesAndGetters() {
    defineLevels();
    define("fail", _ -> {
      throw new IllegalStateException("from Java");
    });
    js.eval("const bottom = () => { holder.getter }; const bound = fail.bind(null);\n"
        + "const holder = { get getter() { return new Proxy(bound, {})() } }", "proxy.js");

    assertLevels(thrownByLevels(), "java", "getter@proxy.js:2", "bottom@proxy.js:1");
  }

  /** The engine writes a proxy as it writes a host function, so a frame can land on the wrong side of Java's, but each language keeps its order. */
  @Test
  void proxiesOfScriptFunctionsLoseNoFrame() {
    defineLevels();
    js.eval("const bottom = new Proxy(() => null.x, {})", "proxy.js");
    List<String> shape = shape(thrownByLevels());

    assertThat(shape).containsSubsequence("JsFunction.call", "middle", "JsContext.eval", "runLevels");
    assertThat(shape).containsSubsequence("(anonymous)@proxy.js:1", "inner@outer.js:3", "outer@outer.js:2",
        "map@native",
        "global code@main.js:1");
  }

  @Test
  void anErrorThatWasMadeElsewhere() {
    define("rethrow", _ -> js.eval("throw early", "rethrow.js"));
    js.eval("function make() { return new Error('early') }\nvar early = make()", "early.js");

    assertThat(shape(catchThrowable(() -> js.eval("rethrow()", "main.js")))).startsWith("make@early.js:1",
        "global code@early.js:2", "JsContext.eval", "java", "global code@main.js:1", "JsContext.eval");
  }

  @Test
  void anExceptionThatWasMadeElsewhereKeepsItsTrace() {
    IllegalStateException early = new IllegalStateException("early");
    StackTraceElement[] trace = early.getStackTrace();
    define("fail", _ -> {
      throw early;
    });

    assertThat(catchThrowable(() -> js.eval("fail()"))).isSameAs(early);
    assertThat(early.getStackTrace()).isEqualTo(trace);
  }

  @Test
  void anExceptionWithoutATraceStaysSo() {
    define("fail", _ -> {
      throw new RuntimeException("bare", null, false, false) {
        private static final long serialVersionUID = 1L;
      };
    });

    assertThat(catchThrowable(() -> js.eval("fail()")).getStackTrace()).isEmpty();
  }

  @Test
  void anExceptionWithHostileMethodsStillCrosses() {
    RuntimeException hostile = new RuntimeException("hostile") {
      private static final long serialVersionUID = 1L;

      @Override
      public StackTraceElement[] getStackTrace() {
        throw new IllegalStateException("no trace");
      }

      @Override
      public synchronized Throwable getCause() {
        throw new IllegalStateException("no cause");
      }
    };
    define("fail", _ -> {
      throw hostile;
    });

    // AssertJ would ask for the trace.
    int caught = 0;
    try {
      js.eval("fail()");
    } catch (RuntimeException e) {
      caught = System.identityHashCode(e);
    }
    assertThat(caught).isEqualTo(System.identityHashCode(hostile));
    assertThat(js.eval("try { fail() } catch (e) { e.message }").asString()).isEqualTo("a host function failed");
  }

  @Test
  void scriptsThatForgeStacksChangeNoJavaFrame() {
    defineLevels();
    js.eval(
        "Error.stackTraceLimit = 0; function bottom() { throw Object.assign(new Error('x'), { stack: '@[native code]\\n'"
            + ".repeat(50) + 'forged@x:1:1\\n@[native code]' }) }", "bottom.js");
    Throwable failure = thrownByLevels();

    assertThat(shape(failure)).containsSubsequence(LEVELS.subList(1, LEVELS.size()));
    assertThat(failure.getStackTrace()[failure.getStackTrace().length - 1].getClassName()).isNotEqualTo("JavaScript");
  }

  @Test
  void twoRuntimesOnOneThread() {
    try (JsRuntime second = JsRuntime.open(); JsContext inner = second.openContext()) {
      inner.global().set("fail", inner.function("fail", _ -> {
        throw new IllegalStateException("from Java");
      }));
      define("other", _ -> inner.eval("(function there() { return fail() })()", "there.js"));
      js.eval("function here() { return other() }", "here.js");

      assertThat(shape(catchThrowable(() -> js.eval("here()", "main.js")))).startsWith("java", "there@there.js:1",
          "global code@there.js:1", "JsContext.eval", "java", "here@here.js:1", "global code@main.js:1",
          "JsContext.eval");
    }
  }

  @Test
  void scriptsThatDoNotParseInsideAHostFunction() {
    define("run", _ -> js.eval("let = ;", "broken.js"));
    js.eval("function here() { return run() }", "here.js");
    JsSyntaxException e = catchThrowableOfType(JsSyntaxException.class, () -> js.eval("here()", "main.js"));

    assertThat(shape(e)).startsWith("JsContext.eval", "java", "here@here.js:1", "global code@main.js:1",
        "JsContext.eval");
  }

  @Test
  void whatAMicrotaskThrowsComesOutOfAwait() {
    define("fail", _ -> {
      throw new IllegalStateException("from Java");
    });
    JsValue promise = js.eval("(async function later() { await 1; fail() })()", "later.js");

    assertThat(shape(catchThrowable(() -> js.await(promise, Duration.ofSeconds(5))))).startsWith("java",
        "later@later.js:1");
  }

  @Test
  void ourOwnFramesAreLeftOut() {
    defineLevels();
    define("bottom", _ -> {
      throw new IllegalStateException("from Java");
    });
    for (Throwable failure : List.of(thrownByLevels(), thrownBy("null.x"), catchThrowableOfType(JsException.class,
        () -> js.eval("1 +")))) {
      assertThat(Arrays.stream(failure.getStackTrace()).map(StackTraceElement::toString)).noneMatch(
          frame -> frame.contains("jsc4j.internal") || frame.contains("jsc4j.bindings") || frame.contains(
              "JsOperations")
              || frame.contains("HostCalls") || frame.contains("jsc4j:realm") || frame.contains("JsErrors"));
    }
  }

  @Test
  void thrownAgainByAnotherHostFunctionThanTheOneThatCaughtIt() {
    List<JsThrownException> kept = new ArrayList<>();
    define("keep", call -> {
      kept.add(catchThrowableOfType(JsThrownException.class, () -> call.arg(0).asFunction().call()));
      throw kept.getFirst();
    });
    define("other", call -> {
      call.arg(0).asFunction().call();
      return JsValue.undefined();
    });
    Throwable failure = catchThrowable(() -> js.eval("other(() => keep(() => { throw new Error('x') }))", "main.js"));

    assertThat(failure).isNotSameAs(kept.getFirst()).hasMessage("Error: x");
    assertThat(shape(failure)).isEqualTo(shape(kept.getFirst()));
  }
}
