package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.JsContext;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Host classes in several contexts of one runtime, and in several runtimes. */
@NeedsEngine
final class HostClassSharingTest {
  private static final class Counter {
    int count;
  }

  private final List<JsContext> calledIn = new ArrayList<>();
  private final HostClass<Counter> counters = HostClass.builder("Counter", Counter.class)
      .constructor(_ -> new Counter())
      .method("next", (counter, call) -> {
        calledIn.add(call.context());
        return JsNumber.of(++counter.count);
      })
      .method("self", (_, call) -> call.thisValue())
      .build();
  private JsRuntime runtime;
  private JsContext one;
  private JsContext two;

  @BeforeEach
  void open() {
    runtime = JsRuntime.open();
    one = runtime.openContext();
    two = runtime.openContext();
    one.global().set("Counter", one.define(counters));
    two.global().set("Counter", two.define(counters));
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void eachContextHasItsOwnClass() {
    assertThat(one.define(counters).isSame(two.define(counters))).isFalse();
    two.global().set("c", one.eval("new Counter()"));
    assertThat(two.eval("c instanceof Counter").asBoolean()).isFalse();
  }

  @Test
  void theBrandIsShared() {
    JsObject face = one.eval("new Counter()").asObject();
    two.global().set("c", face);

    assertThat(two.eval("Counter.prototype.next.call(c) + c.next()").asInt()).isEqualTo(3);
    assertThat(calledIn).containsExactly(two, one);
    assertThat(two.eval("c").asObject().hostObject(Counter.class)).containsSame(face.hostObject(Counter.class)
        .orElseThrow());
    assertThat(two.eval("Counter.prototype.self.call(c) === c").asBoolean()).isTrue();
  }

  @Test
  void aJavaObjectHasAFaceInEachContext() {
    Counter counter = new Counter();
    JsObject inOne = one.toJsObject(counters, counter);
    JsObject inTwo = two.toJsObject(counters, counter);

    assertThat(inOne.isSame(inTwo)).isFalse();
    assertThat(inOne.hostObject(Counter.class)).containsSame(counter);
    assertThat(inTwo.hostObject(Counter.class)).containsSame(counter);
  }

  @Test
  void afterTheContextOfAFaceIsClosed() {
    Counter counter = new Counter();
    two.global().set("c", one.toJsObject(counters, counter));
    two.global().set("C", one.define(counters));
    one.close();

    assertThatThrownBy(() -> two.eval("c.next()")).hasMessageContaining("has been closed");
    assertThatThrownBy(() -> two.eval("new C()")).hasMessageContaining("has been closed");
    assertThat(two.eval("Counter.prototype.next.call(c)").asInt()).isOne();
    assertThat(two.eval("c").asObject().hostObject(Counter.class)).containsSame(counter);
    assertThat(two.toJsObject(counters, counter).invoke("next").asInt()).isEqualTo(2);
    runtime.collectGarbage();
    assertThat(two.eval("new (class extends Counter {})().next()").asInt()).isOne();
    assertThatThrownBy(() -> one.define(counters)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void runtimesShareTheDefinitionOnly() {
    Counter counter = new Counter();
    try (JsContext other = JsContext.open()) {
      JsObject there = other.toJsObject(counters, counter);
      JsObject here = one.toJsObject(counters, counter);
      there.invoke("next");

      assertThat(here.invoke("next").asInt()).isEqualTo(2);
      assertThat(here.isSame(there)).isFalse();
      assertThatThrownBy(() -> here.own(there)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another runtime");
    }
  }

  @Test
  void limitsEndMembersToo() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(100)))) {
      limited.global().set("Counter", limited.define(counters));
      assertThatThrownBy(() -> limited.eval("for (;;) new Counter().next()")).isInstanceOf(JsTerminatedException.class);
      assertThat(limited.eval("new Counter().next()").asInt()).isOne();
    }
  }
}
