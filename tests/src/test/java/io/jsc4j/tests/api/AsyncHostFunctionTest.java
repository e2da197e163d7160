package io.jsc4j.tests.api;

import io.jsc4j.AsyncHostFunction;
import io.jsc4j.HostException;
import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsContext;
import io.jsc4j.JsDeferred;
import io.jsc4j.JsEngine;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

@SuppressWarnings("FutureReturnValueIgnored") // What is done after a future is looked at by what it leaves behind.
final class AsyncHostFunctionTest extends ContextTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(20);

  private void define(String name, AsyncHostFunction function) {
    js.global().set(name, js.asyncFunction(name, function));
  }

  /** A promise of the stage, as a global variable. */
  private JsObject global(String name, CompletableFuture<? extends JsValue> future) {
    JsObject promise = js.toPromise(future);
    js.global().set(name, promise);
    return promise;
  }

  private String outcome(String promise) {
    return js.await(js.eval(promise + ".then(v => 'value ' + v, e => 'reason ' + e)"), LONG).asString();
  }

  private Throwable failure(String promise) {
    return catchThrowable(() -> js.await(js.eval(promise), LONG));
  }

  @Test
  void virtualThreadsAnswer() {
    define("later", call -> {
      String text = call.arg(0).asString();
      CompletableFuture<JsValue> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> result.complete(JsString.of(text + " from a virtual thread")));
      return result;
    });

    assertThat(js.await(js.eval("(async () => (await later('a')) + ', ' + (await later('b')))()"), LONG).asString())
        .isEqualTo("a from a virtual thread, b from a virtual thread");
  }

  @Test
  void theFunctionIsAFunctionAndThePromiseAPromiseOfTheContext() {
    js.global().set("f", js.asyncFunction("named", 2, _ -> CompletableFuture.completedFuture(JsValue.ofNull())));

    assertThat(js.eval("[f.name, f.length, f() instanceof Promise, Object.getPrototypeOf(f()) === Promise.prototype]"
        + ".join()").asString()).isEqualTo("named,2,true,true");
    assertThatThrownBy(() -> js.eval("new f()")).hasMessageStartingWith("TypeError");
    assertThatThrownBy(() -> js.asyncFunction("f", -1, _ -> new CompletableFuture<>())).isInstanceOf(
        IllegalArgumentException.class);
  }

  @Test
  void aStageThatIsCompleteSettlesAtOnce() {
    define("now", call -> CompletableFuture.completedFuture(call.arg(0)));
    js.eval("var log = []; now({ a: 1 }).then(o => log.push(o.a)); log.push('call')");

    assertThat(js.eval("log.join()").asString()).isEqualTo("call,1");
  }

  @Test
  void nothingIsSettledInTheMiddleOfJavaScript() {
    List<CompletableFuture<JsValue>> futures = new ArrayList<>();
    define("later", _ -> {
      futures.add(new CompletableFuture<>());
      return futures.getLast();
    });
    js.global().set("complete", js.function("complete", call -> {
      futures.getFirst().complete(call.arg(0));
      js.drainMicrotasks();
      assertThat(js.runtime().runPendingTasks()).isZero();
      return JsValue.undefined();
    }));
    js.eval("var log = []; later().then(v => log.push(v)); complete(1); log.push('call')");
    assertThat(js.eval("log.join()").asString()).isEqualTo("call");
    js.drainMicrotasks();

    assertThat(js.eval("log.join()").asString()).isEqualTo("call,1");
  }

  @SuppressWarnings("NullAway") // null is the subject
  @Test
  void whatTheLambdaThrowsRejects() {
    IllegalStateException failure = new IllegalStateException("host");
    AssertionError error = new AssertionError("error");
    define("fail", call -> {
      if (call.count() > 0) {
        throw error;
      }
      throw failure;
    });
    define("nothing", _ -> null);
    define("rethrow", call -> {
      call.arg(0).asFunction().call();
      return new CompletableFuture<>();
    });

    assertThat(outcome("fail()")).isEqualTo("reason Error: a host function failed");
    assertThat(catchThrowable(() -> js.await(js.eval("fail()"), LONG))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.await(js.eval("fail(1)"), LONG))).isSameAs(error);
    assertThat(catchThrowable(() -> js.await(js.eval("nothing()"), LONG))).isInstanceOf(NullPointerException.class)
        .hasMessageContaining("asynchronous host function 'nothing' returned null");
    assertThat(outcome("rethrow(() => { throw 'as it is' })")).isEqualTo("reason as it is");
  }

  @Test
  void howAStageFailsIsHowThePromiseIsRejected() {
    IllegalStateException failure = new IllegalStateException("stage");
    CompletableFuture<JsValue> failed = CompletableFuture.failedFuture(failure);
    CompletableFuture<JsValue> dependent = failed.thenApply(value -> value);
    CompletableFuture<JsValue> cancelled = new CompletableFuture<>();
    cancelled.cancel(false);

    assertThat(catchThrowable(() -> js.await(js.toPromise(failed), LONG))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.await(js.toPromise(dependent), LONG))).isSameAs(failure);
    global("cancelled", cancelled);
    assertThat(outcome("cancelled")).isEqualTo("reason Error: a host function failed");
    assertThat(catchThrowable(() -> js.await(js.toPromise(cancelled), LONG))).isInstanceOf(CancellationException.class);
    assertThat(catchThrowable(() -> js.await(js.toPromise(new CompletableFuture<JsValue>().orTimeout(1,
        TimeUnit.MILLISECONDS)), LONG))).isInstanceOf(TimeoutException.class);
    JsThrownException thrown = thrownBy("throw { a: 1 }");
    assertThat(js.await(js.eval("(p => p.catch(o => o.a))")
        .asFunction()
        .call(js.toPromise(CompletableFuture.failedFuture(thrown))), LONG).asInt()).isOne();
  }

  @Test
  void valuesThatCanNotBeUsedReject() {
    CompletableFuture<JsValue> ofNull = new CompletableFuture<>();
    CompletableFuture<JsValue> ended = new CompletableFuture<>();
    CompletableFuture<JsValue> foreign = new CompletableFuture<>();
    global("ofNull", ofNull);
    global("ended", ended);
    global("foreign", foreign);
    ofNull.complete(null);
    try (JsScope _ = js.openScope()) {
      ended.complete(js.newObject());
    }
    try (JsContext other = JsContext.open()) {
      foreign.complete(other.newObject());

      assertThat(failure("ofNull")).hasMessageContaining("a stage was completed with null");
      assertThat(failure("ended")).hasMessageContaining("this value can no longer be used");
      assertThat(failure("foreign")).hasMessageContaining("value of another runtime");
    }
  }

  @Test
  void anotherThreadMayPassOnAHandle() throws InterruptedException {
    CompletableFuture<JsValue> future = new CompletableFuture<>();
    global("p", future);
    try (JsRef<? extends JsObject> kept = object("{ a: 7 }").retain()) {
      JsObject handle = kept.get();
      Threads.onVirtualThread(() -> future.complete(handle));

      assertThat(js.await(js.eval("p.then(o => o.a)"), LONG).asInt()).isEqualTo(7);
    }
  }

  @Test
  void aStageMayYieldAPromise() {
    global("p", CompletableFuture.completedFuture(js.eval("Promise.resolve('inner')")));

    assertThat(outcome("p")).isEqualTo("value inner");
  }

  @Test
  void deferred() {
    JsDeferred one = js.newPromise();
    JsDeferred two = js.newPromise();
    JsDeferred three = js.newPromise();
    IllegalStateException failure = new IllegalStateException("java");
    one.resolve(JsNumber.of(1));
    one.reject(JsNumber.of(2));
    one.resolve(JsNumber.of(3));
    two.reject(JsString.of("reason"));
    three.reject(failure);

    assertThat(js.await(one.promise(), LONG).asInt()).isOne();
    assertThatThrownBy(() -> js.await(two.promise(), LONG)).hasMessage("reason");
    assertThat(catchThrowable(() -> js.await(three.promise(), LONG))).isSameAs(failure);
  }

  @Test
  void aDeferredLivesInNoScope() {
    JsDeferred deferred;
    try (JsScope _ = js.openScope()) {
      deferred = js.newPromise();
      js.global().set("p", deferred.promise());
    }
    js.runtime().collectGarbage();
    deferred.resolve(JsString.of("later"));

    assertThat(outcome("p")).isEqualTo("value later");
    assertThatThrownBy(() -> deferred.promise().keys()).hasMessageContaining("can no longer be used");
  }

  @Test
  void rejectionsThatNothingHandlesAreHeard() {
    List<String> heard = new ArrayList<>();
    js.onUnhandledRejection((reason, _) -> heard.add(js.coerceToString(reason)));
    CompletableFuture<JsValue> later = new CompletableFuture<>();
    define("fail", call -> {
      if (call.count() > 0) {
        return later;
      }
      throw HostException.error("at once");
    });
    js.eval("fail(); fail().catch(() => {}); fail(1)");
    assertThat(heard).containsExactly("Error: at once");
    later.completeExceptionally(HostException.error("later"));
    js.runtime().runPendingTasks();

    assertThat(heard).containsExactly("Error: at once", "Error: later");
  }

  @Test
  void twoHundredVirtualThreadsLoseNothing() throws InterruptedException {
    int threads = 200;
    int calls = 50;
    define("later", call -> {
      int number = call.arg(0).asInt();
      CompletableFuture<JsValue> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> {
        if (number % 10 == 9) {
          result.completeExceptionally(HostException.error("no " + number));
        } else {
          result.complete(JsNumber.of(number));
        }
      });
      return result;
    });
    JsValue sum = js.await(js.eval(
        """
            (async () => {
              let sum = 0, rejected = 0;
              await Promise.all(Array.from({ length: %d }, async (_, thread) => {
                for (let i = 0; i < %d; i++) {
                  try { const n = await later(thread * %d + i); sum += n; } catch (e) { if (e.message.startsWith('no ')) rejected++; }
                }
              }));
              return sum + ' ' + rejected;
            })()"""
            .formatted(threads, calls, calls)), LONG);

    long expected = 0;
    for (int i = 0; i < threads * calls; i++) {
      expected += i % 10 == 9 ? 0 : i;
    }
    assertThat(sum.asString()).isEqualTo(expected + " " + threads * calls / 10);
  }

  @Test
  void awaitWakesWhenACompletionArrives() {
    Thread owner = Thread.currentThread();
    define("later", _ -> {
      CompletableFuture<JsValue> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> {
        while (owner.getState() != Thread.State.TIMED_WAITING && owner.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
        result.complete(JsValue.undefined());
      });
      return result;
    });

    // If it only looked from time to time, the pauses (10 ms each after a while) would add up to more than the time that there is.
    js.await(js.eval("(async () => { for (let i = 0; i < 4000; i++) await later() })()"), Duration.ofSeconds(36));
  }

  @Test
  void anApplicationsOwnLoopIsTold() throws InterruptedException {
    Semaphore pending = new Semaphore(0);
    js.runtime().onWorkPending(pending::release);
    CompletableFuture<JsValue> one = new CompletableFuture<>();
    CompletableFuture<JsValue> two = new CompletableFuture<>();
    js.eval("var log = []");
    global("one", one);
    global("two", two);
    js.eval("one.then(v => log.push(v)); two.then(v => log.push(v))");
    assertThat(pending.availablePermits()).isZero();
    Threads.onVirtualThread(() -> {
      one.complete(JsNumber.of(1));
      two.complete(JsNumber.of(2));
    });

    assertThat(pending.availablePermits()).as("told once").isOne();
    assertThat(js.eval("log.length").asInt()).as("nothing happens by itself").isZero();
    assertThat(js.runtime().runPendingTasks()).isEqualTo(2);
    assertThat(js.runtime().runPendingTasks()).isZero();
    assertThat(js.eval("log.join()").asString()).isEqualTo("1,2");
    CompletableFuture<JsValue> three = new CompletableFuture<>();
    global("three", three);
    three.complete(JsNumber.of(3));
    assertThat(pending.availablePermits()).isEqualTo(2);
    js.runtime().onWorkPending(() -> pending.release(10));
    assertThat(pending.availablePermits()).as("told at once of what is there").isEqualTo(12);
  }

  @Test
  void aHandlerOfPendingWorkThatFailsHarmsNobody() throws InterruptedException {
    CompletableFuture<JsValue> future = new CompletableFuture<>();
    global("p", future);
    js.runtime().onWorkPending(() -> {
      throw new IllegalStateException("handler of pending work");
    });
    List<Boolean> completed = new ArrayList<>();
    Threads.onPlatformThread(() -> completed.add(future.complete(JsNumber.of(1))));

    assertThat(completed).containsExactly(true);
    assertThat(outcome("p")).isEqualTo("value 1");
  }

  @Test
  void lateCompletionsDoNothing() throws InterruptedException {
    List<CompletableFuture<JsValue>> futures = new ArrayList<>();
    AtomicInteger told = new AtomicInteger();
    try (JsRuntime runtime = JsRuntime.open()) {
      runtime.onWorkPending(told::incrementAndGet);
      for (int i = 0; i < 2; i++) {
        try (JsContext context = runtime.openContext()) {
          for (int j = 0; j < 10; j++) {
            futures.add(new CompletableFuture<>());
            context.eval("(p => { p.then(() => {}) })").asFunction().call(context.toPromise(futures.getLast()));
          }
          futures.get(10 * i).complete(JsNumber.of(1));
        }
        futures.get(10 * i + 1).complete(JsNumber.of(1));
      }
      try (JsContext context = runtime.openContext()) {
        futures.add(new CompletableFuture<>());
        JsObject promise = context.toPromise(futures.getLast());
        assertThatThrownBy(() -> context.await(promise, SHORT)).isInstanceOf(JsAwaitTimeoutException.class);
      }
      assertThat(runtime.runPendingTasks()).as("of closed contexts, which do nothing").isZero();
    }
    int before = told.get();
    Threads.onVirtualThread(() -> futures.forEach(future -> future.complete(JsNumber.of(2))));

    assertThat(told.get()).isEqualTo(before);
    assertThat(JsEngine.liveResources().runtimes()).isOne();
  }

  @Test
  void threadsThatCompleteWhileTheRuntimeCloses() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      CountDownLatch started = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
      try (JsContext other = JsContext.open()) {
        for (int i = 0; i < 20; i++) {
          CompletableFuture<JsValue> future = new CompletableFuture<>();
          other.toPromise(future);
          threads.add(Thread.startVirtualThread(() -> {
            try {
              started.await();
              future.complete(JsNumber.of(1));
            } catch (Throwable t) {
              failures.add(t);
            }
          }));
        }
        started.countDown();
        other.drainMicrotasks();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failures).isEmpty();
    }
  }

  @Test
  void stagesThatAreForgottenLeaveNothing() {
    long before = JsEngine.liveResources().handles();
    for (int i = 0; i < 500; i++) {
      try (JsScope _ = js.openScope()) {
        js.toPromise(new CompletableFuture<>());
      }
    }
    for (int i = 0; i < 100 && JsEngine.liveResources().handles() > before + 100; i++) {
      System.gc();
      js.eval("1");
    }

    assertThat(JsEngine.liveResources().handles()).isLessThan(before + 100);
  }

  @Test
  void aLimitThatEndsOneReactionLeavesTheOthers() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(60)))) {
      List<Integer> told = new ArrayList<>();
      List<CompletableFuture<JsValue>> futures = new ArrayList<>();
      limited.eval("var log = []");
      for (int i = 0; i < 3; i++) {
        futures.add(new CompletableFuture<>());
        limited.global().set("p" + i, limited.toPromise(futures.getLast()));
      }
      limited.eval("p0.then(() => log.push(0)); p1.then(() => { for (;;); }); p2.then(() => log.push(2))");
      futures.forEach(future -> future.complete(JsNumber.of(1)));
      limited.runtime().onWorkPending(() -> told.add(1));
      assertThatThrownBy(limited.runtime()::runPendingTasks).isInstanceOf(JsTerminatedException.class);
      assertThat(told).as("told again of what is left").hasSize(2);
      limited.runtime().runPendingTasks();

      assertThat(limited.eval("log.join()").asString()).isEqualTo("0,2");
    }
  }

  @Test
  void whatAReactionDoesToTheContext() {
    JsContext other = JsContext.open();
    CompletableFuture<JsValue> one = new CompletableFuture<>();
    CompletableFuture<JsValue> two = new CompletableFuture<>();
    other.toPromise(one).asPromise().toFuture().thenRun(other::close);
    JsObject second = other.toPromise(two);
    one.complete(JsNumber.of(1));
    two.complete(JsNumber.of(2));

    assertThatThrownBy(() -> other.await(second, LONG)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(other.isClosed()).isTrue();
  }
}
