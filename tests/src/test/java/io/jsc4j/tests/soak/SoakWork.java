package io.jsc4j.tests.soak;

import io.jsc4j.HostClass;
import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsIterator;
import io.jsc4j.JsLimits;
import io.jsc4j.JsMap;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsScript;
import io.jsc4j.JsString;
import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import io.jsc4j.JsWeakRef;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * One round of what a server does: a request in a context of its own, and some work in one that lives for all of the time. Each result is checked.
 */
final class SoakWork implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(1);
  /** Large enough that the machine's other work does not make it strike. */
  private static final JsLimits GENEROUS = JsLimits.none().withTime(Duration.ofMinutes(1)).withHeap(400_000_000);

  private static final HostClass<Account> ACCOUNT = HostClass.builder("Account", Account.class)
      .constructor(call -> new Account(call.arg(0).asString()))
      .accessor("owner", account -> JsString.of(account.owner))
      .method("pay", (account, call) -> {
        if (call.arg(0).asDouble() < 0) {
          throw HostException.rangeError("a payment can't be negative");
        }
        account.balance += call.arg(0).asDouble();
        return JsNumber.of(account.balance);
      })
      .build();

  private final JsRuntime runtime = JsRuntime.open(GENEROUS);
  private final JsContext resident = runtime.openContext();
  private final JsScript page = runtime.compile(
      """
          (rows => {
            const parts = [];
            for (const row of rows) parts.push(`<li class="${row.even ? 'even' : 'odd'}">${row.name.replace(/[&<>]/g, c => '&#' + c.charCodeAt(0) + ';')}</li>`);
            return '<ul>' + parts.join('') + '</ul>';
          })
          """,
      "page.js");
  private final Deque<JsRef<? extends JsObject>> kept = new ArrayDeque<>();
  private final List<JsWeakRef<? extends JsObject>> weak = new ArrayList<>();

  private static final class Account {
    private final String owner;
    private double balance;

    Account(String owner) {
      this.owner = owner;
    }
  }

  /** A row of a page. */
  public record Row(String name, int number, boolean even) {}

  SoakWork() {
    resident.global().set("load", resident.asyncFunction("load", call -> {
      int key = call.arg(0).asInt();
      CompletableFuture<JsValue> future = new CompletableFuture<>();
      Thread.startVirtualThread(() -> {
        if (key % 7 == 6) {
          future.completeExceptionally(HostException.error("nothing at " + key));
        } else {
          future.complete(JsString.of("value " + key));
        }
      });
      return future;
    }));
    resident.eval("globalThis.cache = new Map()");
  }

  JsRuntime runtime() {
    return runtime;
  }

  /** The round of that number. */
  void round(int round) {
    request(round);
    promises(round);
    references(round);
    if (round % 10 == 0) {
      memory(round);
      tenant(round);
    }
    if (round % 100 == 0) {
      limits();
    }
  }

  private static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }

  /** A context opened for one request, and closed after it. */
  private void request(int round) {
    try (JsContext js = runtime.openContext()) {
      js.global().set("Account", js.define(ACCOUNT));
      js.global().set("add", js.function("add", HostFunction.ofDoubles(Double::sum)));
      JsValue sum = js.eval(
          "let account = new Account('a'), sum = 0; for (let i = 0; i < 300; i++) sum = add(sum, account.pay(1)); sum");
      check(sum.asInt() == 45_150, "another sum");
      JsFunction render = js.eval(page).asFunction();
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        rows.add(new Row("row <" + i + "> of " + round, i, i % 2 == 0));
      }
      String html = render.call(js.toJs(rows)).asString();
      check(html.contains("row &#60;49&#62; of " + round), "another page");
      List<Row> back = Objects.requireNonNull(js.toJava(js.eval(
          "Array.from({ length: 40 }, (_, i) => ({ name: 'r' + i, number: i, even: false }))"),
          new JsType<List<Row>>() {}));
      check(back.get(39).number() == 39, "another row");
      errors(js, round);
    }
  }

  private static void errors(JsContext js, int round) {
    try {
      js.eval("(function f(n) { if (n) f(n - 1); else throw new TypeError('round " + round + "') })(20)", "errors.js");
      check(false, "nothing was thrown");
    } catch (JsThrownException e) {
      check(e.jsMessage().equals("round " + round) && e.jsStack().contains("errors.js"), "another error");
    }
    check(js.eval("try { account.pay(-1) } catch (e) { e instanceof RangeError }").asBoolean(),
        "another class of error");
    try {
      js.eval("let = = 1");
      check(false, "it parsed");
    } catch (JsSyntaxException e) {
      check(e.line().isPresent(), "an error nowhere");
    }
  }

  private void promises(int round) {
    try (JsScope scope = resident.openScope()) {
      JsValue all = resident.eval("Promise.allSettled([load(" + round + "), load(" + (round + 1)
          + "), load(6)]).then(all => all.map(one => one.value ?? one.reason.message).join())");
      String text = resident.await(all, LONG).asString();
      check(text.endsWith("nothing at 6"), "another result: " + text);
      CompletableFuture<JsValue> future = resident.eval("(async () => { await null; return " + round + " })()")
          .asObject()
          .asPromise()
          .toFuture();
      check(future.join().asInt() == round, "another number");
      check(scope.scope().isAlive(), "the scope is closed");
    }
  }

  /** A cache on the JavaScript side that stays at a thousand entries, a hundred references, a hundred weak ones. */
  private void references(int round) {
    try (JsScope _ = resident.openScope()) {
      JsMap cache = resident.global().get("cache").asObject().asMap();
      cache.put(JsNumber.of(round), resident.eval("({ round: " + round + ", text: 'x'.repeat(1000) })"));
      cache.remove(JsNumber.of(round - 1000));
      JsObject object = resident.toJs(Map.of("a", List.of(1, 2, 3), "round", round)).asObject();
      kept.addLast(object.retain());
      if (kept.size() > 100) {
        try (JsRef<? extends JsObject> oldest = kept.removeFirst()) {
          check(oldest.get().get("round").asInt() == round - 100, "another object");
        }
      }
      weak.add(object.weak());
      if (weak.size() > 100) {
        weak.removeFirst().get();
      }
      try (JsIterator iterator = resident.eval("(function* () { for (let i = 0;; i++) yield { i } })()")
          .asObject()
          .iterate()) {
        for (int i = 0; i < 10; i++) {
          check(iterator.next().asObject().get("i").asInt() == i, "another element");
        }
      }
    }
  }

  private void memory(int round) {
    try (JsScope scope = resident.openScope()) {
      JsArrayBuffer buffer = resident.newArrayBuffer(200_000);
      MemorySegment view = buffer.asSegment(scope);
      view.fill((byte) round);
      resident.global().set("buffer", buffer);
      int sum = resident.eval("const bytes = new Uint8Array(buffer); let n = 0; for (const b of bytes) n += b; n"
          .replace("const ",
              "var ")
          .replace("let ", "var ")).asInt();
      check(sum == 200_000 * (round & 0xff), "other bytes: " + sum);
      resident.eval("buffer = null; bytes = null");
      check(view.get(ValueLayout.JAVA_BYTE, 199_999) == (byte) round, "another byte");
    }
  }

  /** A runtime of its own, as a tenant has. */
  private static void tenant(int round) {
    try (JsContext js = JsContext.open(GENEROUS)) {
      js.global().set("round", JsNumber.of(round));
      JsValue sorted = js.eval(
          "Array.from({ length: 2000 }, (_, i) => ({ key: (i * 7919) % 2003, round })).sort((a, b) => a.key - b.key)");
      check(sorted.asArray().length() == 2000, "another length");
      check(js.toJson(sorted).orElseThrow().contains("\"round\":" + round), "another text");
    }
  }

  /** Scripts that only a limit ends, of time and of memory. */
  private static void limits() {
    try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(30)))) {
      for (String endless : List.of("for (;;) {}", "for (;;) { try { throw 1 } catch {} }",
          "[2, 1].sort(() => { for (;;); })")) {
        try {
          js.eval(endless);
          check(false, "it ended by itself");
        } catch (JsTerminatedException e) {
          check(js.eval("6 * 7").asInt() == 42, "not usable afterwards");
        }
      }
    }
    try (JsContext js = JsContext.open(JsLimits.none().withHeap(20_000_000).withTime(Duration.ofMinutes(1)))) {
      js.eval("var all = []; for (;;) all.push({ a: [1, 2, 3], b: 'x' + all.length })");
      check(false, "it had memory without end");
    } catch (JsTerminatedException e) {
      check(e.getMessage() != null, "nothing was said");
    }
  }

  @Override
  public void close() {
    kept.forEach(JsRef::close);
    runtime.close();
  }
}
