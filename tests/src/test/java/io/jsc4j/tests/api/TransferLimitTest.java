package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsLimits;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTransferLimitException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Strings that may not cross to Java: 5,000 characters where the limit is 2,000 bytes. */
@NeedsEngine
@Covers("JSStringGetUTF8CString")
final class TransferLimitTest {
  private JsContext js;

  @BeforeEach
  void open() {
    js = JsContext.open(JsLimits.none().withTransfer(2_000));
    js.eval("globalThis.long = 'x'.repeat(5000); 0");
  }

  @AfterEach
  void close() {
    assertThat(js.eval("'fits'.repeat(250)").asString()).hasSize(1_000);
    js.close();
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(JsTransferLimitException.class, e -> {
      assertThat(e.size()).isEqualTo(10_000);
      assertThat(e.limit()).isEqualTo(2_000);
      assertThat(e).hasMessageContaining("10000 bytes").hasMessageContaining("2000 bytes");
    });
  }

  @Test
  void resultsAndProperties() {
    JsObject object = js.eval("({ long, list: [long], [Symbol.iterator]: long, get later() { return long } })")
        .asObject();

    assertRefused(() -> js.eval("long"));
    assertRefused(() -> js.eval(js.runtime().compile("long")));
    assertRefused(() -> js.evalIn("long", object));
    assertRefused(() -> js.evalStrict("long"));
    assertRefused(() -> object.get("long"));
    assertRefused(() -> object.get("later"));
    assertRefused(() -> object.get("list").asObject().get(0));
    assertRefused(() -> js.eval("(() => long)").asFunction().call());
    assertRefused(() -> js.await(js.eval("Promise.resolve(long)"), Duration.ofSeconds(10)));
    assertThat(object.get("long".substring(0, 3)).isUndefined()).isTrue();
  }

  @Test
  void conversionsAndJson() {
    JsObject object = js.eval("({ toString: () => long, text: [...'123'].map(() => 'x'.repeat(2000)) })").asObject();

    assertRefused(() -> js.coerceToString(object));
    assertThatThrownBy(() -> js.toJson(object)).isInstanceOf(JsTransferLimitException.class);
    assertThat(js.toJson(js.eval("({ a: 1 })"))).hasValue("{\"a\":1}");
  }

  @Test
  void namesOfProperties() {
    JsObject object = js.eval("({ a: 1, [long]: 2, b: 3 })").asObject();
    JsObject symbols = js.eval("({ [Symbol('a')]: 1, [Symbol('b')]: 2 })").asObject();

    assertRefused(object::keys);
    assertRefused(object::ownKeys);
    assertThat(symbols.ownKeys()).hasSize(2);
    assertRefused(() -> js.eval("new Proxy({}, { ownKeys: () => [Symbol.iterator, 'a', long] })").asObject().ownKeys());
  }

  @Test
  void argumentsOfHostFunctions() {
    JsTransferLimitException[] seen = new JsTransferLimitException[1];
    js.global().set("f", js.function("f", call -> {
      assertThat(call.arg(0).asInt()).isOne();
      try {
        return call.arg(1);
      } catch (JsTransferLimitException e) {
        seen[0] = e;
        throw e;
      }
    }));

    assertThatThrownBy(() -> js.eval("f(1, long)")).isSameAs(seen[0]);
    assertThat(js.eval("try { f(1, long) } catch (e) { e.message }").asString()).isEqualTo("a host function failed");
    js.global()
        .set("all", js.function("all", call -> JsValue.undefined().isUndefined()
            ? call.args().getFirst()
            : call.arg(0)));
    assertRefused(() -> js.eval("all(1, long)"));
    js.global().set("self", js.function("self", call -> call.thisValue()));
    assertThat(js.eval("typeof self.call('x')").asString()).isEqualTo("object");
  }

  @Test
  void whatWasThrownIsCutOff() {
    assertThatThrownBy(() -> js.eval("throw new RangeError(long)")).isInstanceOfSatisfying(JsThrownException.class,
        e -> {
          assertThat(e.name()).isEqualTo("RangeError");
          assertThat(e.jsMessage()).startsWith("xxxx").endsWith("x... (10000 bytes)").hasSizeLessThan(2_100);
          assertThat(e.thrown()).isInstanceOf(JsObject.class);
          assertThat(e.line()).hasValue(1);
        });
    assertThatThrownBy(() -> js.eval("throw long")).isInstanceOfSatisfying(JsThrownException.class, e -> {
      assertThat(e.jsMessage()).startsWith("xxxx").contains("bytes)").hasSizeLessThan(2_100);
      assertThat(e.thrown().asString()).endsWith("x... (10000 bytes)");
    });
    assertThatThrownBy(() -> js.eval("throw { toString: () => '\u00e4\ud83d\ude00\ud800'.repeat(2000) }"))
        .isInstanceOfSatisfying(
            JsThrownException.class, e -> assertThat(e.jsMessage()).hasSizeLessThan(2_100));
    assertThatThrownBy(() -> js.eval("throw Object.assign(new Error('m'), { name: long, stack: long })"))
        .isInstanceOfSatisfying(
            JsThrownException.class, e -> {
              assertThat(e.jsMessage()).isEqualTo("m");
              assertThat(e.name()).endsWith("bytes)");
              assertThat(e.jsStack()).endsWith("bytes)");
            });
    assertThatThrownBy(() -> js.eval("function deep(n) { if (n) deep(n - 1); else throw new Error('deep') } deep(90)",
        "a-long-name.js"))
        .isInstanceOf(JsThrownException.class)
        .hasMessage("Error: deep");
  }

  @Test
  void nothingIsRefusedOnTheWayToJavaScript() {
    js.global().set("s", JsString.of("y".repeat(100_000)));

    assertThat(js.eval("s.length").asInt()).isEqualTo(100_000);
    assertThat(js.eval("1 // " + "z".repeat(10_000)).asInt()).isOne();
    assertThat(js.runtime().heapStatistics().objectTypeCounts()).isNotEmpty();
  }

  @Test
  void isOneOfTheLimits() {
    JsLimits limits = JsLimits.none().withTransfer(2_000).withHeap(1 << 30).withTime(Duration.ofHours(1));

    assertThat(limits.transfer()).hasValue(2_000);
    assertThat(JsLimits.none().transfer()).isEmpty();
    assertThat(limits).isNotEqualTo(limits.withTransfer(2_001))
        .isEqualTo(limits.withTransfer(2_000))
        .asString()
        .contains("transfer=2000");
    assertThatThrownBy(() -> JsLimits.none().withTransfer(1_023)).isInstanceOf(IllegalArgumentException.class);
  }

  /** 2^28 characters of one byte each, of which the engine would make a copy of twice the size if it was asked for its characters. */
  @Test
  void hugeStringsAreNotCopied() {
    try (JsContext huge = JsContext.open(JsLimits.none().withTransfer(1 << 20))) {
      assertThatThrownBy(() -> huge.eval("'x'.repeat(2 ** 28)")).isInstanceOf(JsTransferLimitException.class);
      assertThatThrownBy(() -> huge.eval("throw new Error('x'.repeat(2 ** 28))")).isInstanceOfSatisfying(
          JsThrownException.class,
          e -> assertThat(e.jsMessage()).hasSizeBetween(60_000, 70_000));
    }
  }
}
