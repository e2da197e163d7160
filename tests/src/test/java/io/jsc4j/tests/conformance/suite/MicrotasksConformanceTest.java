package io.jsc4j.tests.conformance.suite;

import io.jsc4j.HostException;
import io.jsc4j.JsCapability;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Promises, when their reactions run, and who hears of rejections. */
final class MicrotasksConformanceTest extends ConformanceTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private String log() {
    return js.eval("log.join(' ')").asString();
  }

  @Covers({"JSLock", "JSUnlock"})
  @Test
  void reactionsRunWhenTheOutermostCallEnds() {
    js.eval("""
        var log = [];
        Promise.resolve().then(() => log.push('then 1')).then(() => log.push('then 2'));
        (async () => { log.push('async'); await null; log.push('awaited') })();
        log.push('end of script')""");

    assertThat(log()).isEqualTo("async end of script then 1 awaited then 2");
    js.drainMicrotasks();
    assertThat(js.eval("log.length").asInt()).isEqualTo(5);
  }

  @Test
  void noneRunInsideAHostFunction() {
    js.global().set("host", js.function("host", call -> {
      js.eval("Promise.resolve().then(() => log.push('from inside'))");
      js.drainMicrotasks();
      call.arg(0).asFunction().call();
      js.eval("log.push('host ends')");
      return JsValue.undefined();
    }));
    js.eval("""
        var log = [];
        Promise.resolve().then(() => log.push('from outside'));
        host(() => Promise.resolve().then(() => log.push('from the callback')));
        log.push('end of script')""");

    assertThat(log()).isEqualTo("host ends end of script from outside from inside from the callback");
  }

  @Test
  void everyEntryRunsThem() {
    js.eval("var log = []; var later = name => { Promise.resolve().then(() => log.push(name)) }");
    JsFunction later = js.eval("later").asFunction();
    JsObject object = js.eval("""
        ({ get got() { later('get') }, set got(_) { later('set') }, toString() { later('string'); return '' },
          toJSON() { later('json') }, valueOf() { later('number'); return 0 } })""").asObject();
    later.call(JsString.of("call"));
    function("function () { later('construct') }").construct();
    object.get("got");
    object.set("got", JsNumber.of(1));
    js.coerceToString(object);
    js.coerceToNumber(object);
    assertThat(js.toJson(object)).isEmpty();

    assertThat(log()).isEqualTo("call construct get set string number json");
  }

  @Covers("JSObjectMakeDeferredPromise")
  @Test
  void aDeferredPromiseIsSettledOnce() {
    js.eval("""
        var log = [];
        var { promise, resolve, reject } = Promise.withResolvers();
        promise.then(x => log.push('fulfilled ' + x), e => log.push('rejected ' + e))""");
    js.eval("resolve").asFunction().call(JsNumber.of(1));
    js.eval("reject").asFunction().call(JsNumber.of(2));
    js.eval("resolve").asFunction().call(JsNumber.of(3));

    assertThat(log()).isEqualTo("fulfilled 1");
    assertThat(js.await(js.eval("promise"), LONG).asInt()).isEqualTo(1);
    assertThat(thrownBy(() -> js.await(js.eval("Promise.reject('why')"), LONG)).thrown()).isEqualTo(JsString.of(
        "why"));
  }

  @Test
  void awaitFollowsWhatAwaitFollows() {
    assertThat(js.await(JsNumber.of(7), LONG).asInt()).isEqualTo(7);
    assertThat(js.await(js.eval("({ then(resolve) { resolve('thenable') } })"), LONG).asString()).isEqualTo("thenable");
    assertThat(js.await(js.eval("Promise.resolve(Promise.resolve(Promise.resolve(5)))"), LONG).asInt()).isEqualTo(5);
    assertThat(js.await(js.eval("(async () => { for (let i = 0; i < 1000; i++) await i; return 'thousand' })()"), LONG)
        .asString()).isEqualTo("thousand");
    assertThat(js.await(js.eval("Promise.all([1, Promise.resolve(2)]).then(a => a.length)"), LONG).asInt()).isEqualTo(
        2);
    assertThat(js.await(js.eval(
        "(async () => { let n = 0; for await (const x of [1, Promise.resolve(2)]) n += x; return n })()"),
        LONG).asInt()).isEqualTo(3);
  }

  @Test
  void anExceptionOfAHostFunctionComesOutOfAwait() {
    RuntimeException failure = HostException.error("in a microtask");
    js.global().set("fail", js.function("fail", _ -> {
      throw failure;
    }));

    assertThat(catchThrowable(() -> js.await(js.eval("Promise.resolve().then(fail)"), LONG))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.await(js.eval("(async () => { await fail() })()"), LONG))).isSameAs(failure);
    assertThat(js.await(js.eval("new Promise(fail).catch(e => e.message)"), LONG).asString()).isEqualTo(
        "in a microtask");
  }

  /** WebAssembly is compiled on a thread of the engine, which reports to the run loop of the runtime's thread. */
  @Covers({"g_main_context_new", "g_main_context_iteration", "g_main_context_push_thread_default",
      "g_main_context_pop_thread_default", "g_main_context_ref", "g_main_context_unref"})
  @Test
  void deferredWorkOfTheEngineIsDone() {
    assumeCapability(JsCapability.RUN_LOOP);
    JsValue answer = js.await(js.eval(
        """
            WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0,
              10, 6, 1, 4, 0, 65, 42, 11])).then(({ instance }) => instance.exports.f())"""),
        LONG);

    assertThat(answer.asInt()).isEqualTo(42);
    assertThat(thrownBy(() -> js.await(js.eval("WebAssembly.compile(new Uint8Array(3))"), LONG)).name()).isEqualTo(
        "CompileError");
  }

  @Covers("JSGlobalContextSetUnhandledRejectionCallback")
  @Test
  void unhandledRejectionsAreHeardOfOnce() {
    assumeCapability(JsCapability.UNHANDLED_REJECTIONS);
    List<String> heard = new ArrayList<>();
    js.eval("var rejected = []");
    js.onUnhandledRejection((reason, promise) -> {
      heard.add(js.coerceToString(reason));
      js.eval("rejected").asArray().add(promise);
      if (heard.size() == 1) {
        js.eval("var second = Promise.reject('from the handler')");
      }
    });

    js.eval("Promise.reject('early').catch(() => {})");
    js.eval("var late = Promise.reject('late'); Promise.resolve().then(() => late.catch(() => {}))");
    assertThat(heard).isEmpty();

    js.eval("var first = Promise.reject('first')");
    assertThat(heard).containsExactly("first", "from the handler");
    assertThat(js.eval("rejected[0] === first && rejected[1] === second && rejected.length === 2").asBoolean())
        .isTrue();
  }
}
