package io.jsc4j.tests.api;

import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.support.ContextTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** {@code error.cause} is {@code getCause()}, and the errors of an AggregateError are the suppressed exceptions, in both directions. */
final class ErrorCauseTest extends ContextTest {
  private void define(String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  private static int depth(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      depth++;
    }
    return depth;
  }

  @Test
  void aCauseOfAScript() {
    JsThrownException e = thrownBy(
        "throw new Error('outer', { cause: new TypeError('inner', { cause: new RangeError('innermost') }) })");

    assertThat(e).hasMessage("Error: outer");
    assertThat(e.getCause()).isInstanceOf(JsThrownException.class).hasMessage("TypeError: inner");
    assertThat(e.getCause().getCause()).isInstanceOf(JsThrownException.class)
        .hasMessage("RangeError: innermost")
        .hasNoCause();
    assertThat(((JsThrownException) e.getCause()).thrown().asObject().get("name").asString()).isEqualTo("TypeError");
  }

  @Test
  void aCauseThatIsNoError() {
    assertThat(thrownBy("throw new Error('x', { cause: 5 })").getCause()).hasMessage("5");
    assertThat(thrownBy("throw new Error('x', { cause: null })").getCause()).hasMessage("null");
    assertThat(thrownBy("throw new Error('x', { cause: undefined })")).hasNoCause();
    assertThat(thrownBy("throw { cause: new Error('y') }")).hasNoCause();
  }

  @Test
  void theErrorsOfAnAggregateErrorAreSuppressed() {
    JsThrownException e = thrownBy(
        "throw new AggregateError([new TypeError('a'), 'b', undefined, new AggregateError([3])], 'many', { cause: 4 })");

    assertThat(e.getSuppressed()).extracting(Throwable::getMessage)
        .containsExactly("TypeError: a", "b", "AggregateError");
    assertThat(e.getSuppressed()[2].getSuppressed()).extracting(Throwable::getMessage).containsExactly("3");
    assertThat(e.getCause()).hasMessage("4");
  }

  @Test
  void whatPromiseAnyRejectsWith() {
    Throwable failure = catchThrowable(() -> js.await(js.eval(
        "Promise.any([Promise.reject(new Error('one')), Promise.reject(new Error('two'))])"), java.time.Duration
            .ofSeconds(5)));

    assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("Error: one", "Error: two");
  }

  @Test
  void aCauseThatStandsForAJavaExceptionIsThatException() {
    IOException mine = new IOException("mine");
    define("fail", _ -> {
      throw ErrorCauseTest.<RuntimeException>sneak(mine);
    });

    assertThat(catchThrowable(() -> js.eval("try { fail() } catch (e) { throw new Error('x', { cause: e }) }")))
        .isInstanceOf(JsThrownException.class)
        .hasMessage("Error: x")
        .cause()
        .isSameAs(mine);
    assertThat(catchThrowable(() -> js.eval("try { fail() } catch (e) { throw new AggregateError([e]) }"))
        .getSuppressed()[0]).isSameAs(mine);
  }

  @Test
  void cyclesAndLongChainsAreCut() {
    assertThat(depth(thrownBy("{ const e = new Error('self'); e.cause = e; throw e }"))).isZero();
    assertThat(depth(thrownBy(
        "{ const a = new Error('a'), b = new Error('b', { cause: a }); a.cause = b; throw a }"))).isOne();
    assertThat(thrownBy("{ const g = new AggregateError([]); g.errors.push(g, 1); throw g }").getSuppressed()).hasSize(
        1);
    assertThat(depth(thrownBy(
        "{ let e = new Error('0'); for (let i = 0; i < 1000; i++) e = new Error(i, { cause: e }); throw e }")))
        .isBetween(10, 40);
    assertThat(thrownBy("throw new AggregateError(Array(100000).fill(0).map((_, i) => new Error(i)))")
        .getSuppressed().length).isBetween(10, 40);
    assertUsable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Object.defineProperty(new Error('x'), 'cause', { get() { throw 1 } })",
      "Object.defineProperty(new AggregateError([1], 'x'), 'errors', { get() { throw 1 } })",
      "Object.assign(new Error('x'), { errors: 5 })", "Object.assign(new Error('x'), { errors: { length: 3, 0: 1 } })",
      "Object.assign(new Error('x'), { errors: new Proxy([], { get() { throw 1 } }) })"})
  void hostileErrorsTellNothing(String error) {
    JsThrownException e = thrownBy("throw " + error);

    assertThat(e).hasMessageEndingWith("Error: x").hasNoCause().hasNoSuppressedExceptions();
    assertUsable();
  }

  @Test
  void hostileElementsAreLeftOut() {
    JsThrownException e = thrownBy("const list = [1, 2, 3]; Object.defineProperty(list, 1, { get() { throw 1 } });"
        + "throw Object.assign(new Error('x'), { errors: list, cause: Proxy.revocable({}, {}).proxy })");

    assertThat(e.getSuppressed()).extracting(Throwable::getMessage).containsExactly("1", "3");
    assertThat(e.getCause()).isInstanceOf(JsThrownException.class);
  }

  @Test
  void scriptsThatOverwriteIntrinsicsChangeNothing() {
    js.eval("Array.isArray = () => { throw 1 }; Object.defineProperty(Array.prototype, '1', { set() { throw 2 } });"
        + "Array.prototype[Symbol.iterator] = () => { throw 3 }; Reflect.defineProperty = () => { throw 4 };"
        + "AggregateError = RangeError = Error = undefined");
    define("fail", _ -> {
      HostException failure = HostException.rangeError("mine");
      failure.addSuppressed(HostException.error("a"));
      throw HostException.of(HostException.Kind.TYPE_ERROR, "outer", failure);
    });

    assertThat(js.eval("try { fail() } catch (e) { `${e} ${e.cause} ${e.cause.errors[0]}` }").asString()).isEqualTo(
        "TypeError: outer RangeError: mine Error: a");
    assertThat(thrownBy("try { null.x } catch (e) { throw Object.assign(e, { cause: 1, errors: [2, 3] }) }")
        .getSuppressed()).hasSize(2);
  }

  @Test
  void causesOfAJavaException() {
    define("fail", _ -> {
      throw HostException.of(HostException.Kind.ERROR, "outer", new IllegalStateException("hidden",
          HostException.rangeError("deeper")));
    });
    define("intended", _ -> {
      throw HostException.of(HostException.Kind.ERROR, "outer", HostException.rangeError("inner"));
    });

    assertThat(js.eval("try { fail() } catch (e) { 'cause' in e }").asBoolean()).isFalse();
    assertThat(js.eval("try { intended() } catch (e) { e.cause instanceof RangeError && e.cause.message }").asString())
        .isEqualTo("inner");
    assertThat(js.eval("try { intended() } catch (e) { Object.keys(e).join() }").asString()).isEmpty();
  }

  @Test
  void aCauseThatJavaScriptThrewIsThatValue() {
    define("wrap", call -> {
      try {
        return call.arg(0).asFunction().call();
      } catch (JsThrownException e) {
        throw HostException.of(HostException.Kind.ERROR, "wrapped", e);
      }
    });

    assertThat(js.eval("const o = { code: 5 }; try { wrap(() => { throw o }) } catch (e) { e.cause === o }")
        .asBoolean()).isTrue();
  }

  @Test
  void aCauseComesBackAsTheSameException() {
    HostException inner = HostException.rangeError("inner");
    HostException outer = HostException.of(HostException.Kind.ERROR, "outer", inner);
    define("fail", _ -> {
      throw outer;
    });

    assertThat(catchThrowable(() -> js.eval("try { fail() } catch (e) { throw e.cause }"))).isSameAs(inner);
    assertThat(catchThrowable(() -> js.eval("fail()"))).isSameAs(outer).cause().isSameAs(inner);
  }

  @Test
  void suppressedOnesOfAJavaException() {
    define("fail", _ -> {
      HostException failure = HostException.error("outer");
      failure.addSuppressed(HostException.typeError("one"));
      failure.addSuppressed(new IOException("hidden"));
      throw failure;
    });

    assertThat(js.eval(
        """
            try { fail() } catch (e) {
              [e instanceof AggregateError, e instanceof Error, e.message, e.errors.length, e.errors[0] instanceof TypeError,
                e.errors[0].message].join()
            }""")
        .asString()).isEqualTo("true,true,outer,1,true,one");
  }

  @Test
  void cyclesOfJavaExceptionsAreCut() {
    try (JsContext open = JsContext.open(JsRuntimeOptions.defaults().withErrorExposure(JsErrorExposure.MESSAGES))) {
      RuntimeException a = new RuntimeException("a");
      RuntimeException b = new RuntimeException("b", a);
      a.initCause(b);
      a.addSuppressed(b);
      open.global().set("fail", open.function("fail", _ -> {
        throw a;
      }));
      Throwable chain = new IOException("0");
      for (int i = 1; i < 1000; i++) {
        chain = new IOException(Integer.toString(i), chain);
      }
      RuntimeException deep = new RuntimeException("deep", chain);
      open.global().set("deep", open.function("deep", _ -> {
        throw deep;
      }));

      assertThat(open.eval("try { fail() } catch (e) { `${e.message}${e.cause.message}${e.cause.cause}` }").asString())
          .isEqualTo("abundefined");
      assertThat(open.eval("try { deep() } catch (e) { let n = 0; while ((e = e.cause)) n++; n }").asInt()).isBetween(
          10, 40);
      assertThat(catchThrowable(() -> open.eval("fail()"))).isSameAs(a);
    }
  }
}
