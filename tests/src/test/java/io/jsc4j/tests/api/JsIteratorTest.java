package io.jsc4j.tests.api;

import io.jsc4j.JsIterator;
import io.jsc4j.JsNumber;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsIteratorTest extends ContextTest {
  private static final String GENERATOR =
      """
          (function* () { try { yield 1; yield 2; yield 3 } finally { globalThis.closed = (globalThis.closed ?? 0) + 1 } })()""";

  private JsIterator iterate(String expression) {
    return object(expression).iterate();
  }

  private JsValue closed() {
    return js.global().get("closed");
  }

  @Test
  void whatCanBeIterated() {
    for (String source : List.of("[1, 2]", "new Set([1, 2])", "new Uint8Array([1, 2])",
        "({ *[Symbol.iterator]() { yield 1; yield 2 } })", "new Proxy([1, 2], {})", "[1, 2].values()")) {
      List<JsValue> values = new ArrayList<>();
      try (JsIterator iterator = iterate(source)) {
        iterator.forEachRemaining(values::add);
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
      }
      assertThat(values).as(source).containsExactly(JsNumber.of(1), JsNumber.of(2));
    }
  }

  @Test
  void closingEarlyRunsFinallyBlocksOnce() {
    JsIterator iterator = iterate(GENERATOR);
    assertThat(iterator.next()).isEqualTo(JsNumber.of(1));
    iterator.close();
    iterator.close();
    assertThat(closed()).isEqualTo(JsNumber.of(1));
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void closingAfterTheEndCallsNothing() {
    try (JsIterator iterator = iterate(
        "({ [Symbol.iterator]: () => ({ next: () => ({ done: true }), return() { globalThis.closed = 1; return {} } }) })")) {
      assertThat(iterator.hasNext()).isFalse();
    }
    assertThat(closed()).isEqualTo(JsValue.undefined());
  }

  @Test
  void aStreamClosesIt() {
    try (Stream<JsValue> stream = iterate(GENERATOR).stream()) {
      assertThat(stream.map(JsValue::asInt).limit(2).toList()).containsExactly(1, 2);
    }
    assertThat(closed()).isEqualTo(JsNumber.of(1));
  }

  @Test
  void endlessOnes() {
    try (JsIterator iterator = iterate("(function* () { for (let i = 0;; i++) yield i })()")) {
      assertThat(iterator.stream().skip(1000).findFirst()).hasValue(JsNumber.of(1000));
    }
  }

  @Test
  void whatCanNotBeIterated() {
    for (String source : List.of("({})", "({ [Symbol.iterator]: 1 })", "({ [Symbol.iterator]: () => 1 })")) {
      assertThatThrownBy(() -> iterate(source)).as(source)
          .isInstanceOf(JsThrownException.class)
          .hasMessageStartingWith("TypeError: ");
    }
  }

  @Test
  void whatTheIteratorThrowsIsItsEnd() {
    JsIterator iterator = iterate(
        """
            ({ [Symbol.iterator]: () => ({ next() { throw new RangeError('next') }, return() { globalThis.closed = 1 } }) })""");
    assertThatThrownBy(iterator::hasNext).isInstanceOf(JsThrownException.class).hasMessage("RangeError: next");
    assertThat(iterator.hasNext()).isFalse();
    iterator.close();
    assertThat(closed()).isEqualTo(JsValue.undefined());
  }

  @Test
  void whatClosingThrowsComesOut() {
    JsIterator iterator = iterate(
        "({ [Symbol.iterator]: () => ({ next: () => ({ value: 'v' }), return() { throw new RangeError('return') } }) })");
    assertThat(iterator.next()).isEqualTo(JsString.of("v"));
    assertThatThrownBy(iterator::close).isInstanceOf(JsThrownException.class).hasMessage("RangeError: return");
    iterator.close();
  }

  @Test
  void resultsThatAreNoObjects() {
    try (JsIterator iterator = iterate("({ [Symbol.iterator]: () => ({ next: () => 1 }) })")) {
      assertThatThrownBy(iterator::next).isInstanceOf(JsThrownException.class).hasMessageContaining("is not an object");
    }
  }

  @Test
  void scriptsThatOverwriteGlobalsChangeNothing() {
    js.eval("Reflect.apply = Function.prototype.call = Function.prototype.apply = null; Symbol = null");
    assertThat(iterate("[1]").next()).isEqualTo(JsNumber.of(1));
  }
}
