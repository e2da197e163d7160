package io.jsc4j.tests.api;

import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsContext;
import io.jsc4j.JsDeferred;
import io.jsc4j.JsEngine;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsPromise;
import io.jsc4j.JsPromise.State;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

@SuppressWarnings("FutureReturnValueIgnored") // What is done after a future is looked at by what it leaves behind.
final class JsPromiseTest extends ContextTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private JsPromise promise(String source) {
    return js.eval(source).asObject().asPromise();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Promise.resolve(1)             | FULFILLED
      Promise.reject(1)              | REJECTED
      new Promise(() => {})          | PENDING
      (async () => 1)()              | FULFILLED
      new (class extends Promise {})(resolve => resolve(1)) | FULFILLED
      """)
  void state(String source, State state) {
    assertThat(promise(source).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"({})", "[]", "() => {}", "({ then(resolve) { resolve(1) } })",
      "Object.create(Promise.prototype)",
      "new Proxy(Promise.resolve(1), {})", "new Map()", "Promise"})
  void whatIsNoPromise(String source) {
    JsObject object = js.eval(source).asObject();

    assertThatThrownBy(object::asPromise).isInstanceOf(ClassCastException.class)
        .hasMessageStartingWith("expected promise, got ");
    assertUsable();
  }

  @Test
  void objectIsTheHandle() {
    JsObject object = js.eval("Promise.resolve(1)").asObject();

    assertThat(object.asPromise().object()).isSameAs(object);
  }

  @Test
  void aFutureIsCompletedWhenTheCallHasEndedDuringWhichThePromiseSettled() {
    CompletableFuture<JsValue> future = promise("var settle; new Promise(r => { settle = r })").toFuture();
    List<String> log = new ArrayList<>();
    future.thenAccept(value -> {
      js.eval("log('future ' + 1)");
      log.add(value.asString());
    });
    js.global().set("log", js.function("log", call -> {
      log.add(call.arg(0).asString());
      return JsValue.undefined();
    }));
    assertThat(future).isNotDone();
    js.eval("settle('done'); Promise.resolve().then(() => log('microtask')); log('call')");

    assertThat(future).isCompleted();
    assertThat(log).containsExactly("call", "microtask", "future 1", "done");
  }

  @Test
  void insideAHostFunctionNothingIsCompleted() {
    List<State> states = new ArrayList<>();
    List<CompletableFuture<JsValue>> futures = new ArrayList<>();
    js.global().set("look", js.function("look", call -> {
      JsPromise promise = call.arg(0).asObject().asPromise();
      futures.add(promise.toFuture());
      js.eval("1");
      js.drainMicrotasks();
      states.add(promise.state());
      assertThat(futures.getFirst()).isNotDone();
      return JsValue.undefined();
    }));
    js.eval("look(Promise.resolve(5))");

    assertThat(states).containsExactly(State.PENDING);
    assertThat(futures.getFirst().join()).isEqualTo(JsNumber.of(5));
  }

  @Test
  void noFutureIsCompletedBetweenMicrotasks() {
    CompletableFuture<JsValue> future = promise("var settle; new Promise(r => { settle = r })").toFuture();
    List<Boolean> done = new ArrayList<>();
    js.global().set("look", js.function("look", _ -> {
      js.eval("1");
      done.add(future.isDone());
      return JsValue.undefined();
    }));
    js.eval("settle(1); Promise.resolve().then(() => {}).then(() => {}).then(look)");

    assertThat(done).containsExactly(false);
    assertThat(future).isCompleted();
  }

  @Test
  void rejectionIsTheSameExceptionOfJavaOrAJsThrownException() {
    IllegalStateException failure = new IllegalStateException("host");
    js.global().set("fail", js.function("fail", _ -> {
      throw failure;
    }));

    CompletableFuture<JsValue> host = promise("(async () => fail())()").toFuture();
    assertThatThrownBy(host::get).isInstanceOf(ExecutionException.class).cause().isSameAs(failure);
    assertThatThrownBy(promise("Promise.reject(new RangeError('no'))").toFuture()::get).cause()
        .isInstanceOf(JsThrownException.class)
        .hasMessage("RangeError: no");
    assertThatThrownBy(promise("Promise.reject(7)").toFuture()::join).isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(JsThrownException.class, e -> assertThat(e.thrown()).isEqualTo(JsNumber.of(7)));
  }

  @Test
  void theValueOutlivesTheScopesOfNow() {
    CompletableFuture<JsValue> early;
    JsPromise view;
    try (JsScope _ = js.openScope()) {
      view = promise("Promise.resolve({ a: 1 })");
      early = view.toFuture();
    }
    CompletableFuture<JsValue> failed;
    try (JsScope _ = js.openScope()) {
      failed = promise("Promise.reject({ a: 2 })").toFuture();
    }
    js.runtime().collectGarbage();

    assertThat(early.join().asObject().get("a").asInt()).isOne();
    assertThat(view.toFuture().join().asObject().get("a").asInt()).isOne();
    assertThat(((JsThrownException) failed.exceptionNow()).thrown().asObject().get("a").asInt()).isEqualTo(2);
    assertThatThrownBy(() -> view.object().keys()).hasMessageContaining("can no longer be used");
  }

  @Test
  void valuesThatJavaDropsAreReleased() {
    long before = JsEngine.liveResources().handles();
    for (int i = 0; i < 1000; i++) {
      try (JsScope _ = js.openScope()) {
        assertThat(promise("Promise.resolve({})").toFuture()).isCompleted();
      }
    }
    for (int i = 0; i < 100 && JsEngine.liveResources().handles() > before + 200; i++) {
      System.gc();
      js.runtime().collectGarbage();
      js.eval("1");
    }
    assertThat(JsEngine.liveResources().handles()).isLessThan(before + 200);
    assertThat(JsEngine.liveResources().hostObjects()).isLessThan(200);
  }

  @Test
  void cancellingAFutureOnlyStopsFollowing() {
    JsPromise promise = promise("var settle; new Promise(r => { settle = r })");
    CompletableFuture<JsValue> cancelled = promise.toFuture();
    CompletableFuture<JsValue> other = promise.toFuture();
    assertThat(cancelled.cancel(true)).isTrue();
    js.eval("settle(1)");

    assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
    assertThat(other.join()).isEqualTo(JsNumber.of(1));
    assertThat(promise.state()).isEqualTo(State.FULFILLED);
  }

  @Test
  void aFollowedPromiseIsHandled() {
    List<String> heard = new ArrayList<>();
    js.onUnhandledRejection((reason, _) -> heard.add(js.coerceToString(reason)));
    JsPromise promise = promise("var fail; new Promise((_, r) => { fail = r })");
    js.eval("fail('followed')");
    js.eval("Promise.reject('not followed')");

    assertThat(promise.state()).isEqualTo(State.REJECTED);
    assertThat(heard).containsExactly("not followed");
  }

  @Test
  void awaiting() {
    JsPromise promise = promise("var settle; new Promise(r => { settle = r })");
    assertThatThrownBy(() -> promise.await(Duration.ofMillis(5))).isInstanceOf(JsAwaitTimeoutException.class);
    js.eval("settle({ a: 1 })");
    assertThat(promise.await(Duration.ZERO).asObject().get("a").asInt()).isOne();
    assertThatThrownBy(() -> promise("Promise.reject(new Error('e'))").await(LONG)).isInstanceOf(
        JsThrownException.class)
        .hasMessage("Error: e");
    js.global().set("wait", js.function("wait", _ -> promise.await(LONG)));
    assertThatThrownBy(() -> js.eval("wait()")).hasMessageContaining("a host function can't await");
  }

  @Test
  void awaitingCompletesWhatOthersWaitFor() {
    CompletableFuture<JsValue> first = promise("(async () => { await 0; return 1 })()").toFuture();
    JsDeferred second = js.newPromise();
    first.thenAccept(second::resolve);

    assertThat(js.await(second.promise(), LONG).asInt()).isOne();
  }

  @Test
  void aCompletionMayAwait() {
    CompletableFuture<Integer> sum = new CompletableFuture<>();
    JsPromise one = promise("var settle; new Promise(r => { settle = r })");
    JsPromise two = promise("var settle2; new Promise(r => { settle2 = r })");
    CompletableFuture<JsValue> twoDone = two.toFuture();
    one.toFuture().thenAccept(value -> {
      js.eval("settle2(10)");
      sum.complete(value.asInt() + js.await(js.toPromise(twoDone), LONG).asInt());
    });
    js.eval("settle(1)");

    assertThat(sum.join()).isEqualTo(11);
  }

  @Test
  void manySettledPromisesMakeNoDeepStack() {
    js.eval("var settle; var all = new Promise(r => { settle = r })");
    int[] count = {0};
    for (int i = 0; i < 20_000; i++) {
      try (JsScope _ = js.openScope()) {
        promise("all").toFuture().thenAccept(_ -> {
          js.drainMicrotasks();
          count[0]++;
        });
      }
    }
    js.eval("settle()");

    assertThat(count[0]).isEqualTo(20_000);
  }

  @Test
  void closingTheContextCompletesWhatIsPending() throws InterruptedException {
    JsContext other = js.runtime().openContext();
    CompletableFuture<JsValue> future = other.eval("new Promise(() => {})").asObject().asPromise().toFuture();
    List<Throwable> seen = new ArrayList<>();
    future.whenComplete((_, failure) -> {
      other.close();
      if (other.isClosed()) {
        seen.add(failure);
      }
    });
    other.close();

    assertThat(seen).singleElement()
        .satisfies(e -> assertThat(e).isInstanceOf(IllegalStateException.class)
            .hasMessage("the context was closed before the promise settled"));
    assertUsable();
  }

  @Test
  void closingTheRuntimeCompletesWhatIsPendingOfAllContexts() {
    JsRuntime runtime = JsRuntime.open();
    List<CompletableFuture<JsValue>> futures = new ArrayList<>();
    List<Throwable> refused = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsContext context = runtime.openContext();
      futures.add(context.eval("new Promise(() => {})").asObject().asPromise().toFuture());
      futures.getLast().whenComplete((_, _) -> refused.add(catchThrowable(runtime::openContext)));
    }
    runtime.close();

    assertThat(futures).allSatisfy(future -> assertThat(future).isCompletedExceptionally());
    assertThat(refused).hasSize(3).allSatisfy(e -> assertThat(e).hasMessageContaining("closed"));
  }

  @Test
  void aCompletionMayCloseTheContext() {
    JsContext other = JsContext.open();
    CompletableFuture<JsValue> first = other.eval("var settle; var p = new Promise(r => { settle = r }); p")
        .asObject()
        .asPromise()
        .toFuture();
    CompletableFuture<JsValue> second = other.eval("p.then(() => { throw new Error('e') })")
        .asObject()
        .asPromise()
        .toFuture();
    first.thenRun(other::close);
    JsValue result = other.eval("settle({}); ({ a: 1 })");

    assertThat(other.isClosed()).isTrue();
    assertThat(second).isCompletedExceptionally();
    assertThatThrownBy(() -> result.asObject().get("a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> first.join().asObject().keys()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherThreadMayWaitForTheFuture() throws InterruptedException {
    CompletableFuture<JsValue> future = promise("var settle; new Promise(r => { settle = r })").toFuture();
    List<JsValue> seen = new ArrayList<>();
    Thread waiter = Thread.ofVirtual().start(() -> seen.add(future.join()));
    js.eval("settle('x')");
    waiter.join();

    assertThat(seen).containsExactly(JsString.of("x"));
    Threads.assertWrongThread(promise("Promise.resolve()")::state);
  }

  @Test
  void aPromiseOfAnotherContextOfTheRuntime() {
    try (JsContext other = js.runtime().openContext()) {
      js.global().set("foreign", other.eval("Promise.resolve({ a: 3 })"));
      JsPromise promise = promise("foreign");

      assertThat(promise.toFuture().join().asObject().get("a").asInt()).isEqualTo(3);
    }
  }

  @Test
  void whatAClosedContextFollowedMayStillSettle() {
    List<String> heard = new ArrayList<>();
    js.onUnhandledRejection((reason, _) -> heard.add(js.coerceToString(reason)));
    try (JsContext other = js.runtime().openContext()) {
      other.global().set("p", js.eval("var settle; var p = new Promise(r => { settle = r }); p"));
      assertThat(other.eval("p").asObject().asPromise().state()).isEqualTo(State.PENDING);
    }
    js.eval("settle(1)");

    assertThat(heard).isEmpty();
    assertUsable();
  }
}
