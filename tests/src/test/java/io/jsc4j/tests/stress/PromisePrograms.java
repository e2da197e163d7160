package io.jsc4j.tests.stress;

import io.jsc4j.HostException;
import io.jsc4j.JsContext;
import io.jsc4j.JsDeferred;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** Promises between Java and JavaScript, with threads, while the engine collects without a pause; and the memory that they take. */
final class PromisePrograms {
  private static final Duration LONG = Duration.ofMinutes(4);

  private PromisePrograms() {}

  /** Futures that virtual threads complete, promises that Java follows, objects in both directions. */
  static void settledByThreads() {
    int count = scaled(2_000);
    try (JsContext js = JsContext.open()) {
      js.global().set("later", js.asyncFunction("later", call -> {
        int i = call.arg(0).asInt();
        CompletableFuture<JsValue> future = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
          if (i % 5 == 4) {
            future.completeExceptionally(HostException.error("no " + i));
          } else {
            future.complete(JsNumber.of(i));
          }
        });
        return future;
      }));
      JsFunction run = js.eval(
          """
              (async i => {
                const junk = { i, text: 'object ' + i };
                try { return { sum: (await later(i)) + (await later(5 * i)), junk } } catch (e) { return { failed: e.message, junk } }
              })""")
          .asFunction();
      List<CompletableFuture<JsValue>> futures = new ArrayList<>();
      int[] deferred = {0};
      for (int i = 0; i < count; i++) {
        try (JsScope _ = js.openScope()) {
          futures.add(run.call(JsNumber.of(i)).asObject().asPromise().toFuture());
          JsDeferred own = js.newPromise();
          CompletableFuture<Void> seen = own.promise()
              .asPromise()
              .toFuture()
              .thenAccept(value -> deferred[0] +=
                  value.asObject().get("one").asInt());
          own.resolve(js.eval("({ one: 1 })"));
          check(seen.isDone(), "not settled at once");
        }
      }
      for (int i = 0; i < count; i++) {
        JsObject result = js.await(js.toPromise(futures.get(i)), LONG).asObject();
        check(result.get("junk").asObject().get("text").asString().equals("object " + i), "another object");
        if (i % 5 == 4) {
          check(result.get("failed").asString().equals("no " + i), "another failure");
        } else {
          check(result.get("sum").asInt() == 6 * i, "another sum");
        }
      }
      check(deferred[0] == count, "only " + deferred[0] + " of " + count);
      report("%,d rounds of two futures and a promise; %s", count, JsEngine.liveResources());
    }
  }

  /** Generators whose elements Java takes, to the end and not. */
  static void asyncIteration() {
    int count = scaled(300);
    try (JsContext js = JsContext.open()) {
      JsFunction generate = js.eval(
          """
              (async function* (i) { try { for (let j = 0; j < 20; j++) { await 0; yield { i, j } } } finally { finished++ } })""")
          .asFunction();
      js.eval("globalThis.finished = 0");
      for (int i = 0; i < count; i++) {
        List<JsValue> elements;
        try (JsScope _ = js.openScope();
            Stream<JsValue> stream = generate.call(JsNumber.of(i)).asObject().asAsyncIterable().stream(LONG)) {
          elements = stream.limit(i % 2 == 0 ? 5 : 100).toList();
        }
        check(elements.size() == (i % 2 == 0 ? 5 : 20), elements.size() + " elements");
        for (int j = 0; j < elements.size(); j++) {
          JsObject element = elements.get(j).asObject();
          check(element.get("i").asInt() == i && element.get("j").asInt() == j, "another element");
        }
      }
      check(js.eval("finished").asInt() == count, "not every generator was finished");
      report("%,d generators", count);
    }
  }

  /** Promises both ways, some of which never settle: nothing of them may stay. */
  static void memory() {
    try (JsContext js = JsContext.open()) {
      JsFunction follow = js.eval("p => { p.then(() => {}) }").asFunction();
      LeakPrograms.bounded("promises each way", scaled(200_000), i -> {
        if (i % 5_000 == 0) {
          // A promise is given back when Java finds that nothing reaches it, and a round leaves Java too little to look for that soon.
          System.gc();
        }
        try (JsScope _ = js.openScope()) {
          CompletableFuture<JsValue> stage = new CompletableFuture<>();
          JsObject promise = js.toPromise(stage);
          check(follow.call(promise).isUndefined(), "wrong value");
          CompletableFuture<JsValue> future = promise.asPromise().toFuture();
          CompletableFuture<JsValue> never = js.eval("new Promise(() => {})").asObject().asPromise().toFuture();
          if (i % 2 == 0) {
            stage.complete(JsNumber.of(i));
            js.drainMicrotasks();
            check(future.join().asInt() == i, "wrong value");
          }
          check(!never.isDone(), "settled");
        }
      });
    }
  }

  /** Waiting lets the engine do its deferred work, while there is garbage of whole contexts: that once began collections that ended the process. */
  static void collectionsWhileAwaiting() {
    long end = System.nanoTime() + Duration.ofMillis(scaled(4_000)).toNanos();
    int rounds = 0;
    try (JsRuntime runtime = JsRuntime.open()) {
      while (System.nanoTime() < end) {
        try (JsContext js = runtime.openContext()) {
          js.eval("globalThis.junk = Array.from({ length: 1000 }, (_, i) => ({ i }))");
          runtime.runPendingTasks();
        }
        try (JsContext js = runtime.openContext()) {
          JsObject later = js.toPromise(CompletableFuture.supplyAsync(JsValue::undefined, CompletableFuture
              .delayedExecutor(
                  2, TimeUnit.MILLISECONDS)));
          js.await(later, LONG);
        }
        rounds++;
      }
    }
    report("%d rounds", rounds);
  }
}
