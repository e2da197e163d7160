package io.jsc4j.tests.conversion;

import io.jsc4j.JsContext;
import io.jsc4j.JsConversion;
import io.jsc4j.JsConversion.LargeLongs;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsTag;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Java objects become in JavaScript, and what host functions make of their arguments. */
final class ToJsTest extends ContextTest {
  record Item(String name, double price) {}

  record Note(Optional<String> text, @Nullable String author) {}

  sealed interface Shape permits Circle, Square {}

  @JsTag("circle")
  record Circle(double radius) implements Shape {}

  record Square(double side, String type) implements Shape {}

  record Broken(int number) {
    @Override
    public int number() {
      throw new IllegalStateException("broken");
    }
  }

  enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "not the name";
      }
    }
  }

  /** Checks what a Java object is in JavaScript by an expression over {@code x}. */
  private void assertJs(@Nullable Object value, String expression) {
    js.global().set("x", js.toJs(value));
    assertThat(js.eval(expression)).as(expression + " for " + value).isEqualTo(js.eval("true"));
  }

  private void assertRefused(@Nullable Object value, String message) {
    assertThatThrownBy(() -> js.toJs(value)).isInstanceOf(JsConversionException.class).hasMessage(message);
  }

  @Test
  void scalars() {
    assertThat(js.toJs(null)).isEqualTo(JsValue.ofNull());
    assertThat(js.toJs(true)).isEqualTo(js.eval("true"));
    assertThat(js.toJs((byte) -1)).isEqualTo(JsNumber.of(-1));
    assertThat(js.toJs((short) 2)).isEqualTo(JsNumber.of(2));
    assertThat(js.toJs(0.5f)).isEqualTo(JsNumber.of(0.5));
    assertThat(js.toJs(-0.0)).isEqualTo(JsNumber.of(-0.0));
    assertThat(js.toJs((1L << 53) - 1)).isEqualTo(JsNumber.of((1L << 53) - 1));
    assertJs("\ud800\0", "x === '\\ud800\\0'");
    assertJs('c', "x === 'c'");
    assertJs(1L << 53, "x === 2n ** 53n");
    assertJs(Long.MIN_VALUE, "x === -(2n ** 63n)");
    assertJs(BigInteger.TEN.pow(30), "x === 10n ** 30n");
    assertJs(new BigDecimal("1.10"), "x === '1.10'");
    assertJs(Color.GREEN, "x === 'GREEN'");
    assertJs(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"), "x === '123e4567-e89b-12d3-a456-426614174000'");
    assertJs(URI.create("https://example.org/"), "x === 'https://example.org/'");
    assertJs(LocalDate.of(2026, 2, 28), "x === '2026-02-28'");
    assertJs(Duration.ofMillis(1500), "x === 'PT1.5S'");
    assertJs(ZoneId.of("Europe/Paris"), "x === 'Europe/Paris'");
    assertJs(Instant.ofEpochSecond(0, 5_999_999), "x instanceof Date && x.getTime() === 5");
    assertRefused(Instant.MAX, "value: +1000000000-12-31T23:59:59.999999999Z is outside the range of Date");
    assertRefused(Instant.ofEpochMilli(8_640_000_000_000_001L), "value: +275760-09-13T00:00:00.001Z is outside the"
        + " range of Date");
  }

  @Test
  void optionalsAreUndefinedWhereEmpty() {
    assertThat(js.toJs(Optional.empty())).isEqualTo(JsValue.undefined());
    assertThat(js.toJs(OptionalInt.empty())).isEqualTo(JsValue.undefined());
    assertThat(js.toJs(OptionalLong.of(1))).isEqualTo(JsNumber.of(1));
    assertThat(js.toJs(OptionalLong.empty())).isEqualTo(JsValue.undefined());
    assertThat(js.toJs(OptionalDouble.of(1.5))).isEqualTo(JsNumber.of(1.5));
    assertThat(js.toJs(OptionalDouble.empty())).isEqualTo(JsValue.undefined());
    assertThat(js.toJs(OptionalInt.of(1))).isEqualTo(JsNumber.of(1));
    assertJs(new Note(Optional.empty(), null), "Object.keys(x).join() === 'author' && x.author === null");
    assertJs(new Note(Optional.of("t"), "a"), "x.text === 't' && x.author === 'a'");
    assertJs(List.of(Optional.empty(), Optional.of(1)), "x.length === 2 && 0 in x && x[0] === undefined && x[1] === 1");
    assertJs(Map.of("k", Optional.empty()), "'k' in x && x.k === undefined");
  }

  @Test
  void containers() {
    assertJs(List.of(1, "a"), "Array.isArray(x) && x instanceof Array && JSON.stringify(x) === '[1,\"a\"]'");
    assertJs(new TreeSet<>(Set.of(2, 1)), "JSON.stringify(x) === '[1,2]'");
    assertJs(Arrays.asList("a", null), "JSON.stringify(x) === '[\"a\",null]'");
    assertJs(new int[][]{{1}, {2, 3}}, "JSON.stringify(x) === '[[1],[2,3]]'");
    assertJs(new boolean[]{true}, "JSON.stringify(x) === '[true]'");
    assertJs(new byte[]{1, -1}, "x instanceof Uint8Array && x.join() === '1,255'");
    assertJs(new byte[0], "x instanceof Uint8Array && x.length === 0");
    byte[] many = new byte[100_000];
    many[99_999] = 9;
    assertJs(many, "x.length === 100000 && x[99999] === 9");
    assertJs(new Item("a", 1.5), "x instanceof Object && JSON.stringify(x) === '{\"name\":\"a\",\"price\":1.5}'");
    assertJs(Map.of(5, "x"), "x[5] === 'x'");
    assertJs(new EnumMap<>(Map.of(Color.GREEN, 1)), "x.GREEN === 1");
    assertJs(new LinkedHashMap<>(Map.of("__proto__", 1)), "Object.keys(x).join() === '__proto__' && x.valueOf() === x");
    List<Integer> long1000 = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      long1000.add(i);
    }
    assertJs(long1000, "x.length === 1000 && x.every((e, i) => e === i)");
  }

  @Test
  void tagsOfSealedHierarchies() {
    assertJs(new Circle(1), "JSON.stringify(x) === '{\"type\":\"circle\",\"radius\":1}'");
    assertRefused(new Square(1, "t"), "square: the record has a component 'type', which is the property that tells the"
        + " types of a sealed hierarchy apart: choose another one by withTagProperty");
    js.setConversion(JsConversion.defaults().withTagProperty("kind"));
    assertJs(new Square(1, "t"), "JSON.stringify(x) === '{\"kind\":\"Square\",\"side\":1,\"type\":\"t\"}'");
  }

  @Test
  void javaScriptValuesStayThemselves() {
    JsFunction function = js.eval("globalThis.f = () => 1").asFunction();

    assertThat(js.toJs(function).isSame(function)).isTrue();
    assertJs(Map.of("g", function, "u", JsValue.undefined()), "x.g === f && x.u === undefined");
    try (JsContext other = JsContext.open()) {
      assertThatThrownBy(() -> js.toJs(List.of(other.newObject()))).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another runtime");
      assertThatThrownBy(() -> js.toJava(other.newObject(), String.class)).isInstanceOf(
          IllegalArgumentException.class).hasMessageContaining("another runtime");
    }
  }

  @Test
  void whatIsRefused() {
    assertRefused(List.of(1, new Thread()), "value[1]: java.lang.Thread can't be converted to JavaScript: it is no"
        + " record, and none of the types that jsc4j knows");
    assertRefused(Map.of(1.5, 1), "value: a property's name can't be made of a key that is a java.lang.Double");
    Map<@Nullable String, Integer> nullKey = new HashMap<>();
    nullKey.put(null, 1);
    assertRefused(nullKey, "value: a property's name can't be made of a key that is null");
    assertRefused(new Broken(1), "broken.number: the accessor threw java.lang.IllegalStateException: broken");
    assertRefused(new java.util.concurrent.atomic.AtomicInteger(), "value: java.util.concurrent.atomic.AtomicInteger"
        + " can't be converted to JavaScript: it is no record, and none of the types that jsc4j knows");
    js.setConversion(JsConversion.defaults().withLargeLongs(LargeLongs.REFUSE));
    assertRefused(List.of(1L << 53), "value[0]: the long 9007199254740992 is no exact number in JavaScript");
    assertUsable();
  }

  @Test
  void argumentsOfHostFunctions() {
    js.global()
        .set("total", js.function("total", call -> JsNumber.of(java.util.Objects.requireNonNull(call.arg(0,
            new JsType<List<Item>>() {})).stream().mapToDouble(Item::price).sum() * java.util.Objects.requireNonNull(
                call.arg(1, int.class)))));

    assertThat(js.eval("total([{ name: 'a', price: 1.5 }, { name: 'b', price: 2 }], 2)").asDouble()).isEqualTo(7);
    assertThatThrownBy(() -> js.eval("total([{ name: 'a', price: 'x' }], 2)")).isInstanceOf(
        JsConversionException.class).hasMessage("arguments[0][0].price: expected number, got string \"x\"");
    assertThatThrownBy(() -> js.eval("total([])")).hasMessage("arguments[1]: expected number, got undefined");
    // Like any exception that the host did not mean for scripts, it tells them nothing.
    assertThat(js.eval("try { total(1) } catch (e) { e instanceof Error && e.message }").asString()).isEqualTo(
        "a host function failed");
    js.global().set("make", js.function("make", call -> call.context().toJs(new Item("m", 1))));
    assertThat(js.eval("make().name").asString()).isEqualTo("m");
  }

  @Test
  void settersOfPrototypesAreNotCalled() {
    js.eval("for (const p of [Object.prototype, Array.prototype]) for (const k of ['name', '0', 'price']) "
        + "Object.defineProperty(p, k, { set() { throw new Error('called') } })");

    assertJs(List.of(new Item("a", 1)), "x.length === 1 && x[0].name === 'a'");
  }

  @Test
  void overwrittenGlobalsChangeNothing() {
    js.eval(
        "const { ownKeys } = Reflect, { defineProperty } = Object; for (const c of [Object, Array, Map, Set, Date, String, Uint8Array, Reflect, Symbol, JSON]) {"
            + " for (const k of ownKeys(c)) try { c[k] = () => { throw new Error('static ' + String(k)) } } catch {}"
            + " for (const k of ownKeys(c.prototype ?? {})) if (k !== 'constructor' && k !== Symbol.iterator) try {"
            + " defineProperty(c.prototype, k, { get() { throw new Error('overwritten') } }) } catch {} }"
            + " globalThis.Map = globalThis.Date = globalThis.Uint8Array = null;");
    List<Object> values = List.of(List.of(1), Map.of("k", 2), new byte[]{3}, Instant.ofEpochMilli(4), "s");

    JsValue there = js.toJs(values);
    assertThat(js.toJava(there, new JsType<List<Object>>() {})).usingRecursiveComparison()
        .isEqualTo(List.of(List.of(1.0), Map.of("k", 2.0), new byte[]{3},
            Instant.ofEpochMilli(4), "s"));
  }

  @Test
  void whatTheEngineRefusesComesOutAsItIs() {
    assertThatThrownBy(() -> js.toJs(List.of(BigInteger.TWO.pow(1 << 21)))).isInstanceOf(JsThrownException.class);
    assertUsable();
  }
}
