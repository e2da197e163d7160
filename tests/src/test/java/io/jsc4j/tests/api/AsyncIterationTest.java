package io.jsc4j.tests.api;

import io.jsc4j.JsAsyncIterable;
import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsContext;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsScope;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class AsyncIterationTest extends ContextTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(20);

  private static final String COUNT =
      """
          (async function* (end) { try { for (let i = 1; i <= end; i++) { await 0; yield i } } finally { log.push('finally') } })""";

  @BeforeEach
  void defineLog() {
    js.eval("var log = []");
  }

  private JsAsyncIterable iterable(String source) {
    return js.eval("(" + source + ")").asObject().asAsyncIterable();
  }

  private String log() {
    return js.eval("log.join()").asString();
  }

  /** Notes every signal. */
  private static final class Recorder implements Flow.Subscriber<JsValue> {
    private final List<String> signals = new ArrayList<>();
    private final BiConsumer<Recorder, JsValue> next;
    private Flow.@Nullable Subscription subscription;

    Recorder(BiConsumer<Recorder, JsValue> next) {
      this.next = next;
    }

    Recorder() {
      this((_, _) -> {
      });
    }

    Flow.Subscription subscription() {
      assertThat(subscription).isNotNull();
      return subscription;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(JsValue item) {
      signals.add(item.toString());
      next.accept(this, item);
    }

    @Override
    public void onError(Throwable throwable) {
      signals.add(throwable.getClass().getSimpleName() + " " + throwable.getMessage());
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }

  private Recorder subscribe(String source) {
    Recorder recorder = new Recorder();
    iterable(source).publisher().subscribe(recorder);
    return recorder;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      textBlock = """
          (async function* () { yield 1; await 0; yield Promise.resolve(2); yield 3 })()
          [1, Promise.resolve(2), 3]
          (function* () { yield 1; yield Promise.resolve(2); yield 3 })()
          new Set([1, 2, 3])
          { [Symbol.asyncIterator]: () => ({ i: 0, next() { return { value: ++this.i, done: this.i > 3 } } }) }
          { [Symbol.asyncIterator]: undefined, [Symbol.iterator]: () => [1, 2, 3].values() }
          { [Symbol.asyncIterator]: () => ({ i: 0, next() { return { then: r => r({ value: ++this.i, done: this.i > 3 }) } } }) }
          """)
  void elements(String source) {
    try (Stream<JsValue> stream = iterable(source).stream(LONG)) {
      assertThat(stream.map(JsValue::asInt)).containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "() => {}", "Promise.resolve(1)", "{ [Symbol.asyncIterator]: 1 }"})
  void whatIsNotIterable(String source) {
    assertThatThrownBy(() -> iterable(source)).isInstanceOf(ClassCastException.class)
        .hasMessageStartingWith("expected async iterable, got ");
  }

  @Test
  void anAbandonedStreamCallsReturn() {
    try (Stream<JsValue> stream = iterable(COUNT + "(1000)").stream(LONG)) {
      assertThat(stream.limit(2).map(JsValue::asInt).toList()).containsExactly(1, 2);
      assertThat(log()).isEmpty();
    }
    assertThat(log()).isEqualTo("finally");
    try (Stream<JsValue> stream = iterable(COUNT + "(2)").stream(LONG)) {
      assertThat(stream.count()).isEqualTo(2);
    }
    assertThat(log()).as("once each").isEqualTo("finally,finally");
  }

  @Test
  void closingAwaitsReturn() {
    String slow =
        """
            { [Symbol.asyncIterator]: () => ({ next: () => ({ value: 1 }),
              async return() { for (let i = 0; i < 100; i++) await 0; log.push('returned'); if (%s) throw new Error('return') } }) }""";
    try (Stream<JsValue> stream = iterable(slow.formatted("false")).stream(LONG)) {
      assertThat(stream.findFirst()).contains(JsNumber.of(1));
    }
    assertThat(log()).isEqualTo("returned");
    Stream<JsValue> stream = iterable(slow.formatted("true")).stream(LONG);
    assertThat(stream.iterator().next()).isEqualTo(JsNumber.of(1));
    assertThatThrownBy(stream::close).isInstanceOf(JsThrownException.class).hasMessage("Error: return");
  }

  @Test
  void anElementThatDoesNotComeTimesOutAndMayComeLater() {
    try (Stream<JsValue> stream = iterable(
        "(async function* () { yield 1; await new Promise(r => { globalThis.go = r }); yield 2 })()").stream(SHORT)) {
      Iterator<JsValue> iterator = stream.iterator();
      assertThat(iterator.next()).isEqualTo(JsNumber.of(1));
      assertThatThrownBy(iterator::next).isInstanceOf(JsAwaitTimeoutException.class);
      assertThatThrownBy(iterator::hasNext).isInstanceOf(JsAwaitTimeoutException.class);
      js.eval("go()");
      assertThat(iterator.next()).isEqualTo(JsNumber.of(2));
      assertThat(iterator.hasNext()).isFalse();
      assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }
    try (Stream<JsValue> stream = iterable("(async function* () { await new Promise(() => {}) })()").stream(SHORT)) {
      assertThatThrownBy(stream::findFirst).isInstanceOf(JsAwaitTimeoutException.class);
    }
    assertUsable();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      textBlock = """
          (async function* () { yield 1; throw new RangeError('no') })()                                            | RangeError: no
          (function* () { yield 1; throw 'sync' })()                                                                | sync
          [1, Promise.reject('element')]                                                                            | element
          { [Symbol.asyncIterator]: () => ({ i: 0, next() { if (this.i++) throw 'next'; return { value: 1 } } }) }  | next
          { [Symbol.asyncIterator]: () => ({ i: 0, next() { return this.i++ ? 5 : { value: 1 } } }) }               | TypeError: the result of an iterator is not an object
          { [Symbol.asyncIterator]: () => ({ i: 0, next() { return this.i++ ? { get done() { throw 'done' } } : { value: 1 } } }) } | done
          { [Symbol.asyncIterator]: () => ({ i: 0, next() { return this.i++ ? { get then() { throw 'then' } } : { value: 1 } } }) } | then
          """)
  void failures(String source, String message) {
    try (Stream<JsValue> stream = iterable(source).stream(LONG)) {
      Iterator<JsValue> iterator = stream.iterator();
      assertThat(iterator.next()).isEqualTo(JsNumber.of(1));
      assertThatThrownBy(iterator::next).isInstanceOf(JsThrownException.class).hasMessage(message);
      assertThat(iterator.hasNext()).isFalse();
    }
    Recorder recorder = subscribe(source);
    recorder.subscription().request(5);
    assertThat(recorder.signals).containsExactly("1", "JsThrownException " + message);
  }

  @Test
  void iteratorsThatCanNotBeOpened() {
    assertThatThrownBy(() -> iterable("{ [Symbol.asyncIterator]() { throw 'open' } }").stream(LONG)).hasMessage("open");
    assertThatThrownBy(() -> iterable("{ [Symbol.asyncIterator]() { return 1 } }").stream(LONG)).hasMessage(
        "TypeError: the iterator is not an object");
    assertThat(subscribe("{ [Symbol.asyncIterator]() { throw 'open' } }").signals).containsExactly(
        "JsThrownException open");
  }

  @Test
  void elementsOutliveScopes() {
    List<JsValue> elements = new ArrayList<>();
    try (JsScope _ = js.openScope();
        Stream<JsValue> stream = iterable("(async function* () { yield { a: 1 }; yield { a: 2 } })()").stream(LONG)) {
      stream.forEach(elements::add);
    }
    js.runtime().collectGarbage();

    assertThat(elements).extracting(element -> element.asObject().get("a").asInt()).containsExactly(1, 2);
  }

  @Test
  void insideAHostFunction() {
    Stream<JsValue> stream = iterable(COUNT + "(3)").stream(LONG);
    Iterator<JsValue> iterator = stream.iterator();
    assertThat(iterator.next()).isEqualTo(JsNumber.of(1));
    js.global().set("next", js.function("next", _ -> iterator.next()));
    js.global().set("close", js.function("close", _ -> {
      stream.close();
      return JsValue.undefined();
    }));

    assertThatThrownBy(() -> js.eval("next()")).hasMessageContaining("a host function can't await");
    js.eval("close()");
    assertThat(log()).isEqualTo("finally");
  }

  @Test
  void closedAfterItsContext() {
    JsContext other = JsContext.open();
    Stream<JsValue> stream = other.eval("(async function* () { yield 1; yield 2 })()")
        .asObject()
        .asAsyncIterable()
        .stream(LONG);
    Iterator<JsValue> iterator = stream.iterator();
    assertThat(iterator.next()).isEqualTo(JsNumber.of(1));
    other.close();

    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    stream.close();
  }

  @Test
  void anIteratorThatLoopsIsTerminated() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(60)))) {
      JsAsyncIterable loops = limited.eval("({ [Symbol.asyncIterator]: () => ({ next() { for (;;); } }) })")
          .asObject()
          .asAsyncIterable();
      try (Stream<JsValue> stream = loops.stream(LONG)) {
        assertThatThrownBy(stream::findFirst).isInstanceOf(JsTerminatedException.class);
      }
      Recorder recorder = new Recorder();
      loops.publisher().subscribe(recorder);
      recorder.subscription().request(1);
      assertThat(recorder.signals).singleElement().asString().startsWith("JsTimeLimitException");
    }
  }

  @Test
  void demandIsRespected() {
    Recorder recorder = subscribe(COUNT + "(4)");
    assertThat(recorder.signals).isEmpty();
    recorder.subscription().request(1);
    assertThat(recorder.signals).containsExactly("1");
    js.drainMicrotasks();
    recorder.subscription().request(2);
    assertThat(recorder.signals).containsExactly("1", "2", "3");
    recorder.subscription().request(2);
    recorder.subscription().request(1);

    assertThat(recorder.signals).containsExactly("1", "2", "3", "4", "complete");
    assertThat(log()).isEqualTo("finally");
  }

  @Test
  void elementsThatComeLater() {
    Recorder recorder = subscribe(
        "(async function* () { for (;;) yield await new Promise(r => { globalThis.push = r }) })()");
    recorder.subscription().request(Long.MAX_VALUE);
    recorder.subscription().request(Long.MAX_VALUE);
    js.eval("push(1)");
    js.eval("push(2); log.push('call')");

    assertThat(recorder.signals).containsExactly("1", "2");
    recorder.subscription().cancel();
    js.eval("push(3)");
    assertThat(recorder.signals).containsExactly("1", "2");
  }

  @Test
  void aSubscriberMayRequestInOnNextWithoutADeepStack() {
    Recorder recorder = new Recorder((self, _) -> self.subscription().request(1));
    iterable(COUNT + "(20000)").publisher().subscribe(recorder);
    recorder.subscription().request(1);

    assertThat(recorder.signals).hasSize(20_001).endsWith("complete");
  }

  @Test
  void cancellingCallsReturn() {
    Recorder recorder = new Recorder((self, item) -> {
      if (item.asInt() == 3) {
        self.subscription().cancel();
        self.subscription().request(1);
        self.subscription().cancel();
      }
    });
    iterable(COUNT + "(10)").publisher().subscribe(recorder);
    recorder.subscription().request(Long.MAX_VALUE);

    assertThat(recorder.signals).containsExactly("1", "2", "3");
    assertThat(log()).isEqualTo("finally");
  }

  @Test
  void anotherThreadRequestsAndCancels() throws InterruptedException {
    Recorder recorder = subscribe(COUNT + "(10)");
    Threads.onVirtualThread(() -> recorder.subscription().request(2));
    assertThat(recorder.signals).isEmpty();
    js.runtime().runPendingTasks();
    assertThat(recorder.signals).containsExactly("1", "2");
    Threads.onVirtualThread(recorder.subscription()::cancel);
    js.drainMicrotasks();

    assertThat(log()).isEqualTo("finally");
    Threads.assertWrongThread(() -> iterable("[]"));
  }

  @Test
  void insideAHostFunctionSignalsWait() {
    Recorder recorder = subscribe(COUNT + "(10)");
    js.global().set("request", js.function("request", _ -> {
      recorder.subscription().request(1);
      return JsNumber.of(recorder.signals.size());
    }));

    assertThat(js.eval("request()").asInt()).isZero();
    js.drainMicrotasks();
    assertThat(recorder.signals).containsExactly("1");
  }

  @Test
  void badDemandAndBadSubscribers() {
    Recorder recorder = subscribe(COUNT + "(10)");
    recorder.subscription().request(1);
    recorder.subscription().request(0);
    assertThat(recorder.signals).containsExactly("1",
        "IllegalArgumentException a subscriber must request 1 element or more, not 0");
    assertThat(log()).isEqualTo("finally");
    IllegalStateException failure = new IllegalStateException("subscriber");
    Recorder bad = new Recorder((_, _) -> {
      throw failure;
    });
    iterable(COUNT + "(10)").publisher().subscribe(bad);

    assertThatThrownBy(() -> bad.subscription().request(5)).isSameAs(failure);
    assertThat(bad.signals).containsExactly("1");
    assertThat(log()).isEqualTo("finally,finally");
    Recorder later = new Recorder((_, _) -> {
      throw failure;
    });
    iterable("(async function* () { yield await new Promise(r => { globalThis.push = r }) })()").publisher()
        .subscribe(later);
    later.subscription().request(1);
    assertThatThrownBy(() -> js.eval("push(1); ({})")).isSameAs(failure);
    assertUsable();
  }

  @Test
  void closingTheContextEndsASubscriptionThatWaits() {
    Recorder recorder = new Recorder();
    try (JsContext other = JsContext.open()) {
      other.eval("(async function* () { await new Promise(() => {}) })()")
          .asObject()
          .asAsyncIterable()
          .publisher()
          .subscribe(recorder);
      recorder.subscription().request(1);
    }
    recorder.subscription().cancel();
    recorder.subscription().request(1);

    assertThat(recorder.signals).containsExactly(
        "IllegalStateException the context was closed before the promise settled");
  }

  @Test
  void scriptsThatOverwriteThingsChangeNothing() {
    JsAsyncIterable numbers = iterable(COUNT + "(3)");
    js.eval("""
        Promise.prototype.then = Promise.resolve = () => { throw 1 };
        globalThis.Promise = globalThis.Symbol = undefined;
        Array.prototype[Object.getOwnPropertySymbols(Array.prototype)[0]] = () => { throw 2 };
        Function.prototype.call = Function.prototype.apply = () => { throw 3 }""");
    try (Stream<JsValue> stream = numbers.stream(LONG)) {
      assertThat(stream.map(JsValue::asInt)).containsExactly(1, 2, 3);
    }
  }

  @Test
  void futuresOfJavaAsElements() {
    js.global().set("later", js.asyncFunction("later", call -> {
      JsNumber number = (JsNumber) call.arg(0);
      CompletableFuture<JsValue> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> result.complete(JsNumber.of(number.value() * 2)));
      return result;
    }));
    try (Stream<JsValue> stream = iterable(
        "(async function* () { for (let i = 0; i < 100; i++) yield await later(i) })()").stream(LONG)) {
      assertThat(stream.mapToInt(JsValue::asInt).sum()).isEqualTo(9900);
    }
  }
}
