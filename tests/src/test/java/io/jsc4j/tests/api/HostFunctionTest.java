package io.jsc4j.tests.api;

import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsArray;
import io.jsc4j.JsException;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

final class HostFunctionTest extends ContextTest {
  private void define(String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  @Test
  void argumentsAndResult() {
    define("add", call -> JsNumber.of(call.arg(0).asDouble() + call.arg(1).asDouble()));

    assertThat(js.eval("add(40, 2)").asInt()).isEqualTo(42);
    assertThat(js.eval("[1, 2, 3].reduce((a, b) => add(a, b))").asInt()).isEqualTo(6);
  }

  @Test
  void missingArgumentsAreUndefined() {
    define("f", call -> {
      assertThat(call.count()).isEqualTo(1);
      assertThat(call.arg(1)).isEqualTo(JsValue.undefined());
      assertThat(call.arg(Integer.MAX_VALUE)).isEqualTo(JsValue.undefined());
      assertThatThrownBy(() -> call.arg(-1)).isInstanceOf(IndexOutOfBoundsException.class).hasMessageContaining("-1");
      return call.arg(0);
    });

    assertThat(js.eval("f('only')").asString()).isEqualTo("only");
  }

  @Test
  void argsAreAllArguments() {
    define("collect", call -> {
      assertThatThrownBy(() -> call.args().add(JsValue.undefined())).isInstanceOf(UnsupportedOperationException.class);
      return js.newArray(call.args().toArray(JsValue[]::new));
    });

    assertThat(js.toJson(js.eval("collect()"))).hasValue("[]");
    assertThat(js.toJson(js.eval("collect(1, 'a', null, [2], { b: 3 })"))).hasValue("[1,\"a\",null,[2],{\"b\":3}]");
    assertThat(js.eval("collect(...Array(3000).keys())").asArray().length()).isEqualTo(3000);
  }

  @Test
  void thisIsAlwaysAnObject() {
    define("self", call -> call.thisValue());
    js.eval("var holder = { self, n: 1 }");

    assertThat(js.eval("holder.self() === holder").asBoolean()).isTrue();
    assertThat(js.eval("self() === globalThis").asBoolean()).isTrue();
    assertThat(js.eval("self.call(undefined) === globalThis").asBoolean()).isTrue();
    assertThat(js.eval("typeof self.call(5) + self.call(5)").asString()).isEqualTo("object5");
    assertThat(js.eval("self.call([7]).length").asInt()).isOne();
  }

  @Test
  void callKnowsItsFunctionAndContext() {
    define("f", call -> {
      assertThat(call.context()).isSameAs(js);
      return JsString.of(call.functionName());
    });

    assertThat(js.eval("var g = f; g()").asString()).isEqualTo("f");
  }

  @Test
  void itLooksLikeABuiltInFunction() {
    js.global().set("f", js.function("fancy name", 3, call -> JsValue.undefined()));

    assertThat(js.eval("f.name").asString()).isEqualTo("fancy name");
    assertThat(js.eval("f.length").asInt()).isEqualTo(3);
    assertThat(js.eval("f instanceof Function && typeof f === 'function'").asBoolean()).isTrue();
    assertThat(js.eval("'prototype' in f").asBoolean()).isFalse();
    assertThat(js.eval("f.bind(null, 1).length").asInt()).isEqualTo(2);
    assertThat(js.eval("JSON.stringify(Object.getOwnPropertyDescriptor(f, 'name'))").asString())
        .isEqualTo("{\"value\":\"fancy name\",\"writable\":false,\"enumerable\":false,\"configurable\":true}");
    assertThat(thrownBy("new f()").getMessage()).startsWith("TypeError").contains("constructor");
    assertThatThrownBy(() -> js.function("f", -1, call -> JsValue.undefined())).isInstanceOf(
        IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void itsExceptionComesOutAsTheSameObject() {
    IllegalStateException failure = new IllegalStateException("from Java");
    define("fail", _ -> {
      throw failure;
    });

    assertThat(catchThrowable(() -> js.eval("fail()"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("try { fail() } catch (e) { throw e }"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("try { fail() } finally { 1 }"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("[1].forEach(() => fail())"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("fail").asFunction().call())).isSameAs(failure);
    assertThat(catchThrowable(() -> object("{ get a() { fail() } }").get("a"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.coerceToString(object("{ toString() { fail() } }")))).isSameAs(failure);
    assertUsable();
  }

  @Test
  void javaScriptCatchesItsExceptionAsAnError() {
    define("fail", _ -> {
      throw HostException.error("nein\0\ud83d\ude00");
    });

    assertThat(js.eval("try { fail() } catch (e) { [e instanceof Error, e.name, e.message].join('|') }").asString())
        .isEqualTo("true|Error|nein\0\ud83d\ude00");
    assertThat(js.eval("try { fail() } catch (e) { typeof e.stack }").asString()).isEqualTo("string");
    assertUsable();
  }

  @Test
  void anExceptionWhoseMessageThrowsStillCrosses() {
    RuntimeException hostile = new RuntimeException() {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new IllegalStateException("no message");
      }
    };
    define("fail", _ -> {
      throw hostile;
    });

    assertThat(catchThrowable(() -> js.eval("fail()"))).isSameAs(hostile);
    assertThat(js.eval("try { fail() } catch (e) { e instanceof Error }").asBoolean()).isTrue();
  }

  @Test
  void checkedExceptionsAndErrorsCrossToo() {
    IOException checked = new IOException("disk");
    AssertionError error = new AssertionError("assertion");
    define("checked", _ -> {
      HostFunctionTest.<RuntimeException>sneak(checked);
      return JsValue.undefined();
    });
    define("error", _ -> {
      throw error;
    });

    assertThat(catchThrowable(() -> js.eval("checked()"))).isSameAs(checked);
    assertThat(catchThrowable(() -> js.eval("error()"))).isSameAs(error);
    assertThat(js.eval("try { checked() } catch (e) { e instanceof Error }").asBoolean()).isTrue();
  }

  @Test
  void anExceptionKeptByAScriptIsStillTheSameLater() {
    RuntimeException failure = new RuntimeException("kept");
    define("fail", _ -> {
      throw failure;
    });
    js.eval("var kept; try { fail() } catch (e) { kept = e }");
    js.runtime().collectGarbage();

    assertThat(catchThrowable(() -> js.eval("throw kept"))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.eval("throw new Error('other', { cause: kept })")))
        .isInstanceOf(JsThrownException.class)
        .hasMessage("Error: other");
  }

  @Test
  void whatAnInnerScriptThrowsPassesThroughAsItIs() {
    define("run", call -> js.eval(call.arg(0).asString()));

    assertThat(js.eval("try { run('throw { code: 5 }') } catch (e) { e.code }").asInt()).isEqualTo(5);
    assertThat(js.eval("try { run('null.x') } catch (e) { e instanceof TypeError }").asBoolean()).isTrue();
    assertThatThrownBy(() -> js.eval("run('throw 7')")).isInstanceOfSatisfying(JsThrownException.class,
        e -> assertThat(e.thrown()).isEqualTo(JsNumber.of(7)));
  }

  @Test
  void anInnerSyntaxErrorComesOutAsTheSameException() {
    List<Throwable> seen = new ArrayList<>();
    define("run", call -> {
      try {
        return js.eval(call.arg(0).asString());
      } catch (JsException e) {
        seen.add(e);
        throw e;
      }
    });

    assertThat(catchThrowable(() -> js.eval("run('let = ;')"))).isSameAs(seen.getFirst());
    assertThat(js.eval("try { run('let = ;') } catch (e) { e instanceof SyntaxError && String(e) }").asString())
        .startsWith("SyntaxError: ");
  }

  @Test
  void aThrownValueWhoseScopeHasEndedStillCrosses() {
    List<JsThrownException> kept = new ArrayList<>();
    define("first", _ -> {
      kept.add(thrownBy("throw { a: 1 }"));
      return JsValue.undefined();
    });
    define("second", _ -> {
      throw kept.getFirst();
    });
    js.eval("first()");

    assertThat(catchThrowable(() -> js.eval("second()"))).isSameAs(kept.getFirst());
  }

  @Test
  void returningNullIsRefused() {
    define("nothing", HostFunctionTest::nothing);

    assertThatThrownBy(() -> js.eval("nothing()")).isInstanceOf(NullPointerException.class)
        .hasMessageContaining("'nothing' returned null")
        .hasMessageContaining("JsValue.undefined()");
    assertUsable();
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing(Object ignored) {
    return (T) null;
  }

  @Test
  void handlesOfACallEndWithIt() {
    List<JsObject> kept = new ArrayList<>();
    define("keep", call -> {
      kept.add(call.arg(0).asObject());
      kept.add(call.thisValue().asObject());
      kept.add(js.newObject());
      return call.arg(0);
    });
    JsObject returned = js.eval("keep({ a: 1 })").asObject();

    assertThat(returned.get("a").asInt()).isOne();
    for (JsObject handle : kept) {
      assertThatThrownBy(() -> handle.get("a")).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("can no longer be used")
          .hasMessageContaining("the call of host function 'keep'");
    }
  }

  @Test
  void callbacksMayCallBack() {
    define("map", call -> {
      JsArray result = js.newArray();
      for (JsValue element : call.arg(0).asArray().toList()) {
        result.add(call.arg(1).asFunction().call(element));
      }
      return result;
    });

    assertThat(js.toJson(js.eval("map([1, 2, 3], x => map([x], y => y * 2)[0])"))).hasValue("[2,4,6]");
  }

  @Test
  void hostFunctionsWorkWhereverAFunctionDoes() {
    List<String> log = new ArrayList<>();
    define("log", call -> {
      log.add(js.coerceToString(call.arg(0)));
      return call.arg(0);
    });
    js.eval("""
        ({ get a() { return log('getter') } }).a;
        new Proxy({}, { get: (t, k) => log('trap') }).x;
        [3, 1].sort((a, b) => log(a - b));
        `${{ toString: () => log('toString') }}`;
        'x'.replace(/x/, () => log('replacer'));
        JSON.stringify({ toJSON: () => log('toJSON') });
        Promise.resolve('then').then(log);
        new (class { constructor() { log('constructor') } })();
        """);

    assertThat(log).contains("getter", "trap", "toString", "replacer", "toJSON", "then", "constructor");
  }

  @Test
  void microtasksWaitForTheOutermostCall() {
    List<String> log = new ArrayList<>();
    define("log", call -> {
      log.add(call.arg(0).asString());
      return JsValue.undefined();
    });
    define("inner", _ -> {
      js.eval("Promise.resolve().then(() => log('micro'))");
      js.drainMicrotasks();
      log.add("still inside");
      return JsValue.undefined();
    });
    js.eval("inner(); log('after')");

    assertThat(log).containsExactly("still inside", "after", "micro");
  }

  @Test
  void whatAMicrotaskThrowsIsARejectionNotAnException() {
    define("fail", _ -> {
      throw new IllegalStateException("in a microtask");
    });

    assertThat(js.eval("Promise.resolve().then(fail); 1").asInt()).isOne();
    assertUsable();
  }

  @Test
  void aThousandFunctionsAreToldApart() {
    JsArray all = js.newArray();
    for (int i = 0; i < 1000; i++) {
      int number = i;
      all.add(js.function("f" + i, call -> JsNumber.of(number)));
    }
    js.runtime().collectGarbage();

    assertThat(js.eval("(all => all.every((f, i) => f() === i && f.name === 'f' + i))")
        .asFunction()
        .call(all)
        .asBoolean())
        .isTrue();
  }
}
