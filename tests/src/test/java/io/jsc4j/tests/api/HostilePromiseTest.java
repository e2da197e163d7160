package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsDeferred;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsPromise;
import io.jsc4j.JsPromise.State;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What scripts do to {@code Promise} and to single promises changes nothing for Java. */
final class HostilePromiseTest extends ContextTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(strings = {
      "globalThis.Promise = undefined",
      "globalThis.Promise = class { constructor() { throw 1 } }",
      "Promise.prototype.then = function () { throw 1 }",
      "Promise.prototype.then = function () { for (;;); }",
      "Promise.resolve = Promise.reject = Promise.withResolvers = () => { throw 1 }",
      "Object.defineProperty(Promise, Symbol.species, { get() { return class { constructor(f) { f(() => { throw 2 }, () => { throw 3 }) } } } })",
      "Object.defineProperty(Promise, Symbol.species, { value: undefined })",
      "delete Promise.prototype.constructor",
      "Object.setPrototypeOf(Promise.prototype, new Proxy({}, { get() { throw 4 } }))",
      "Function.prototype.call = Function.prototype.apply = () => { throw 5 }",
      "Reflect.apply = () => { throw 6 }; Array.prototype[Symbol.iterator] = () => { throw 7 }",
      "Object.defineProperty(Object.prototype, 'then', { get() { return undefined }, configurable: true })",
      "Object.freeze(Promise); Object.freeze(Promise.prototype)"})
  void theRealmIsOverwritten(String sabotage) {
    js.eval("var first = Promise.resolve(1), second = Promise.reject(2); second.catch(() => {})");
    js.eval(sabotage);
    JsDeferred deferred = js.newPromise();
    js.global().set("later", js.asyncFunction("later", _ -> CompletableFuture.completedFuture(JsNumber.of(3))));
    JsPromise third = js.eval("later()").asObject().asPromise();
    deferred.resolve(JsNumber.of(4));

    assertThat(js.eval("first").asObject().asPromise().toFuture().join()).isEqualTo(JsNumber.of(1));
    assertThat(js.eval("second").asObject().asPromise().state()).isEqualTo(State.REJECTED);
    assertThat(third.await(LONG)).isEqualTo(JsNumber.of(3));
    assertThat(deferred.promise().asPromise().await(LONG)).isEqualTo(JsNumber.of(4));
    assertThatThrownBy(() -> js.eval("({})").asObject().asPromise()).isInstanceOf(ClassCastException.class);
    assertUsable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"constructor", "then", "catch", "finally"})
  void aPromiseWithMethodsOfItsOwn(String key) {
    JsObject promise = js.eval("Object.defineProperty(Promise.resolve(1), '" + key + "', { value: undefined })")
        .asObject();

    assertThat(promise.asPromise().await(LONG)).isEqualTo(JsNumber.of(1));
  }

  @Test
  void aConstructorThatThrows() {
    JsObject thrower = js.eval("Object.defineProperty(Promise.resolve(1), 'constructor', { get() { throw 'no' } })")
        .asObject();

    assertThatThrownBy(thrower::asPromise).isInstanceOf(JsThrownException.class).hasMessage("no");
    assertUsable();
  }

  @Test
  void aConstructorThatLoops() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(60)))) {
      JsObject looper = limited.eval(
          "Object.defineProperty(Promise.resolve(1), 'constructor', { get() { for (;;); } })").asObject();

      assertThatThrownBy(looper::asPromise).isInstanceOf(JsTerminatedException.class);
      assertThat(limited.eval("Promise.resolve(2)").asObject().asPromise().await(LONG)).isEqualTo(JsNumber.of(2));
    }
  }

  @Test
  void aConstructorThatClosesTheContextIsRefused() {
    js.global().set("close", js.function("close", _ -> {
      js.close();
      return JsValue.undefined();
    }));
    JsObject closer = js.eval("Object.defineProperty(Promise.resolve(1), 'constructor', { get() { close() } })")
        .asObject();

    assertThatThrownBy(closer::asPromise).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("close it after the outermost call");
    assertUsable();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "({ then(resolve) { resolve(1); resolve(2); } })",
      "({ then(resolve, reject) { resolve(1); reject(2); throw 3 } })",
      "({ then(resolve) { Promise.resolve().then(() => { resolve(1); resolve(2) }) } })"})
  void thenablesThatCallBackTwice(String source) {
    JsDeferred deferred = js.newPromise();
    deferred.resolve(js.eval(source));

    assertThat(deferred.promise().asPromise().await(LONG)).isEqualTo(JsNumber.of(1));
    assertThat(js.await(js.toPromise(CompletableFuture.completedFuture(js.eval(source))), LONG)).isEqualTo(JsNumber
        .of(1));
  }

  @Test
  void thenablesThatNeverCallBackOrThrow() {
    JsDeferred never = js.newPromise();
    never.resolve(js.eval("({ then() {} })"));
    JsDeferred thrower = js.newPromise();
    thrower.resolve(js.eval("({ get then() { throw 'getter' } })"));
    JsDeferred itself = js.newPromise();
    itself.resolve(itself.promise());

    assertThat(never.promise().asPromise().state()).isEqualTo(State.PENDING);
    assertThatThrownBy(() -> thrower.promise().asPromise().await(LONG)).hasMessage("getter");
    assertThatThrownBy(() -> itself.promise().asPromise().await(LONG)).hasMessageStartingWith("TypeError");
  }

  @Test
  void aReactionThatNeverEnds() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(60)))) {
      limited.eval("var settle; var p = new Promise(r => { settle = r }); p.then(() => { for (;;); })");
      CompletableFuture<JsValue> future = limited.eval("p").asObject().asPromise().toFuture();
      assertThatThrownBy(() -> limited.eval("settle(1)")).isInstanceOf(JsTerminatedException.class);

      assertThat(limited.eval("6 * 7").asInt()).isEqualTo(42);
      assertThat(limited.eval("p").asObject().asPromise().await(LONG)).isEqualTo(JsNumber.of(1));
      assertThat(future.isCompletedExceptionally()).isFalse();
    }
  }
}
