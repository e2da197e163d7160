package io.jsc4j.tests.api;

import io.jsc4j.JsObject;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Strings that are too long for one side or the other; a repeated ASCII character takes a byte each in the engine. */
@Tag("slow")
final class HugeStringTest extends ContextTest {
  private static final String TWO_GIGABYTES = "'x'.repeat(2 ** 31 - 1)";

  private static void assertTooLong(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2147483647 UTF-16 units")
        .hasMessageContaining("the most is 536870888");
  }

  @Test
  void aResultOfTwoGigabytesIsRefused() {
    assertTooLong(() -> js.eval(TWO_GIGABYTES));
    js.runtime().collectGarbage();
    assertUsable();
  }

  @Test
  void soItIsEverywhereElse() {
    JsObject object = object("{ long: " + TWO_GIGABYTES + ", toString() { return this.long } }");
    js.global().set("f", js.function("f", call -> call.arg(0)));
    js.global().set("o", object);

    assertTooLong(() -> object.get("long"));
    assertTooLong(() -> js.coerceToString(object));
    assertTooLong(() -> js.eval("f(o.long)"));
    // What was thrown has to be told all the same.
    assertThatThrownBy(() -> js.eval("throw o.long")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("xxx")
        .hasMessageEndingWith("... (4294967294 bytes)");
    assertThat(js.eval("o.long.length").asDouble()).isEqualTo(2147483647);
    object.set("long", JsValue.undefined());
    js.runtime().collectGarbage();
    assertUsable();
  }

  @Test
  void oneUnitMoreIsARangeErrorOfTheEngine() {
    assertThatThrownBy(() -> js.eval("'x'.repeat(2 ** 31)")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("RangeError");
    assertThatThrownBy(() -> js.eval("new ArrayBuffer(2 ** 53)")).isInstanceOf(JsThrownException.class)
        .hasMessageStartingWith("RangeError");
    assertUsable();
  }

  @Test
  void sixteenMegabytesCross() {
    assertThat(js.eval("'x'.repeat(2 ** 24) + 'é'").asString()).hasSize((1 << 24) + 1).endsWith("xé");
  }
}
