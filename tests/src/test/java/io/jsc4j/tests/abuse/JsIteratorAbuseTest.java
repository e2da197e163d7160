package io.jsc4j.tests.abuse;

import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsIterator;
import io.jsc4j.JsNumber;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsIteratorAbuseTest extends ContextTest {
  private static final String ENDLESS = "(function* () { for (;;) yield 1 })()";

  private JsIterator endless() {
    return object(ENDLESS).iterate();
  }

  @Test
  void usedAfterClose() {
    JsIterator iterator = endless();
    iterator.close();
    iterator.close();
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThat(iterator.stream()).isEmpty();
  }

  @Test
  void fromAnotherThread() throws InterruptedException {
    JsIterator iterator = endless();
    Threads.onPlatformThread(() -> {
      assertThatThrownBy(iterator::hasNext).isInstanceOf(WrongThreadException.class);
      assertThatThrownBy(iterator::next).isInstanceOf(WrongThreadException.class);
      assertThatThrownBy(iterator::close).isInstanceOf(WrongThreadException.class);
      assertThatThrownBy(iterator::stream).isInstanceOf(WrongThreadException.class);
    });
    assertThat(iterator.next()).isEqualTo(JsNumber.of(1));
  }

  @Test
  void afterItsScope() {
    JsIterator iterator;
    try (JsScope _ = js.openScope()) {
      iterator = endless();
      iterator.next();
    }
    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("can no longer");
    iterator.close();
    assertUsable();
  }

  @Test
  void afterItsContext() {
    JsIterator iterator;
    try (JsContext other = JsContext.open()) {
      iterator = other.eval(ENDLESS).asObject().iterate();
      iterator.next();
    }
    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    iterator.close();
  }

  @Test
  void closedAndReadInsideItsOwnCallback() {
    JsIterator[] own = new JsIterator[1];
    js.global().set("again", js.function("again", _ -> {
      // The generator is running: JavaScript itself refuses this, or it is the end already.
      own[0].close();
      return JsValue.undefined();
    }));
    JsFunction generator = js.eval("(function* () { yield 1; again(); yield 2 })").asFunction();
    own[0] = generator.call().asObject().iterate();
    own[0].next();
    assertThat(own[0].hasNext()).as("closing what runs is refused, or its end").isIn(true, false);
    own[0].close();
    assertUsable();
  }
}
