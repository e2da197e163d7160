package io.jsc4j.tests.conversion;

import io.jsc4j.JsConversionException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What JavaScript values become in Java, and what is refused with which message. */
final class ToJavaTest extends ToJavaTestCase {
  record Item(String name, double price) {}

  @Test
  void wholeNumbersAreExact() {
    assertThat(convert("-128", byte.class)).isEqualTo((byte) -128);
    assertThat(convert("32767", Short.class)).isEqualTo((short) 32767);
    assertThat(convert("-0", int.class)).isEqualTo(0);
    assertThat(convert("2147483647", Integer.class)).isEqualTo(Integer.MAX_VALUE);
    assertThat(convert("2 ** 60", long.class)).isEqualTo(1L << 60);
    assertThat(convert("-(2 ** 63)", long.class)).isEqualTo(Long.MIN_VALUE);
    assertThat(convert("9223372036854775807n", Long.class)).isEqualTo(Long.MAX_VALUE);
    assertThat(convert("5n", int.class)).isEqualTo(5);

    assertRefused("128", byte.class, "value", "expected whole number of 8 bits, got number 128");
    assertRefused("-32769", short.class, "value", "expected whole number of 16 bits, got number -32769");
    assertRefused("2 ** 31", int.class, "value", "expected whole number of 32 bits, got number 2147483648");
    assertRefused("2 ** 63", long.class, "value",
        "expected whole number of 64 bits, got number 9.223372036854776E18");
    assertRefused("2n ** 63n", long.class, "value",
        "expected whole number of 64 bits, got bigint 9223372036854775808");
    assertRefused("10n ** 50n", int.class, "value", "expected whole number of 32 bits, got bigint 1" + "0".repeat(39)
        + "...");
    for (String noNumber : List.of("NaN", "Infinity", "1.5")) {
      assertThatThrownBy(() -> convert(noNumber, long.class)).hasMessageStartingWith(
          "value: expected whole number of 64 bits, got number");
    }
    assertRefused("'1'", long.class, "value", "expected number, got string \"1\"");
    assertRefused("true", int.class, "value", "expected number, got boolean true");
    assertRefused("null", int.class, "value", "expected number, got null");
    assertThat(convert("null", Integer.class)).isNull();
  }

  @Test
  void otherNumbers() {
    assertThat(convert("-0", double.class)).isEqualTo(-0.0);
    assertThat(convert("NaN", Double.class)).isNaN();
    assertThat(convert("0.1", float.class)).isEqualTo(0.1f);
    assertThat(convert("-Infinity", float.class)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(convert("5n", BigInteger.class)).isEqualTo(5);
    assertThat(convert("1e21", BigInteger.class)).isEqualTo(BigInteger.TEN.pow(21));
    assertThat(convert("0.1", BigDecimal.class)).isEqualTo(new BigDecimal("0.1"));
    assertThat(convert("'1.10'", BigDecimal.class)).isEqualTo(new BigDecimal("1.10"));
    assertThat(convert("10n ** 30n", BigDecimal.class)).isEqualTo(new BigDecimal(BigInteger.TEN.pow(30)));
    assertThat(convert("1", Number.class)).isEqualTo(1.0);
    assertThat(convert("1n", Number.class)).isEqualTo(BigInteger.ONE);

    assertRefused("1e300", float.class, "value", "expected number of 32 bits, got number 1.0E300");
    assertRefused("'x'", float.class, "value", "expected number, got string \"x\"");
    assertRefused("5n", double.class, "value", "expected number, got bigint");
    assertRefused("1.5", BigInteger.class, "value", "expected bigint or whole number, got number 1.5");
    assertRefused("NaN", BigDecimal.class, "value", "expected decimal number or the string of one, got number NaN");
    assertRefused("'x'", BigDecimal.class, "value", "expected decimal number or the string of one, got string \"x\"");
    assertRefused("{}", BigDecimal.class, "value", "expected decimal number or the string of one, got object");
    assertRefused("'1'", Number.class, "value", "expected number, got string \"1\"");
  }

  @Test
  void textBooleansAndEnums() {
    assertThat(convert("'\\ud800\\0x'", String.class)).isEqualTo("\ud800\0x");
    assertThat(convert("'c'", CharSequence.class)).isEqualTo("c");
    assertThat(convert("'c'", char.class)).isEqualTo('c');
    assertThat(convert("true", boolean.class)).isEqualTo(true);
    assertThat(convert("'MONDAY'", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);

    assertRefused("1", String.class, "value", "expected string, got number 1");
    assertRefused("'cc'", char.class, "value", "expected string of one character, got string \"cc\"");
    assertRefused("0", boolean.class, "value", "expected boolean, got number 0");
    assertRefused("Symbol()", String.class, "value", "expected string, got symbol");
    assertRefused("() => 1", String.class, "value", "expected string, got function");
    assertRefused("'Monday'", DayOfWeek.class, "value", "expected one of \"MONDAY\", \"TUESDAY\", \"WEDNESDAY\","
        + " \"THURSDAY\", \"FRIDAY\", \"SATURDAY\", \"SUNDAY\", got string \"Monday\"");
  }

  @Test
  void time() {
    assertThat(convert("new Date(-5)", Instant.class)).isEqualTo(Instant.ofEpochMilli(-5));
    assertThat(convert("'2026-01-02T03:04:05.678901234Z'", Instant.class)).isEqualTo("2026-01-02T03:04:05.678901234Z");
    assertThat(convert("'2026-02-28'", LocalDate.class)).isEqualTo("2026-02-28");
    assertThat(convert("'10:30'", LocalTime.class)).isEqualTo("10:30");
    assertThat(convert("'2026-02-28T10:30'", LocalDateTime.class)).isEqualTo("2026-02-28T10:30");
    assertThat(convert("'2026-02-28T10:30+01:00'", OffsetDateTime.class)).isEqualTo("2026-02-28T10:30+01:00");
    assertThat(convert("'2026-02-28T10:30+01:00[Europe/Paris]'", ZonedDateTime.class))
        .isEqualTo("2026-02-28T10:30+01:00[Europe/Paris]");
    assertThat(convert("'PT1.5S'", Duration.class)).isEqualTo(Duration.ofMillis(1500));
    assertThat(convert("'P1Y2M'", Period.class)).isEqualTo(Period.of(1, 2, 0));
    assertThat(convert("'Europe/Paris'", ZoneId.class)).isEqualTo(ZoneId.of("Europe/Paris"));

    assertRefused("new Date(NaN)", Instant.class, "value",
        "expected Date or an ISO-8601 instant, got a Date that is invalid");
    assertRefused("5", Instant.class, "value", "expected Date or an ISO-8601 instant, got number 5");
    assertRefused("'2026-02-30'", LocalDate.class, "value",
        "expected string (ISO-8601 date), got string \"2026-02-30\"");
    assertRefused("'Nowhere/Land'", ZoneId.class, "value", "expected string (time zone), got string \"Nowhere/Land\"");
    assertRefused("new Date(0)", LocalDate.class, "value", "expected string (ISO-8601 date), got object");
  }

  @Test
  void identifiers() {
    UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

    assertThat(convert("'123e4567-e89b-12d3-a456-426614174000'", UUID.class)).isEqualTo(uuid);
    assertThat(convert("'https://example.org/x?y'", URI.class)).isEqualTo(URI.create("https://example.org/x?y"));
    assertRefused("'no'", UUID.class, "value", "expected string (UUID), got string \"no\"");
    assertRefused("'a b'", URI.class, "value", "expected string (URI), got string \"a b\"");
  }

  @Test
  void undefinedAndNullStayApart() {
    assertThat(convert("undefined", JsValue.class)).isEqualTo(JsValue.undefined());
    assertThat(convert("null", JsValue.class)).isEqualTo(JsValue.ofNull());
    assertThat(convert("undefined", Object.class)).isEqualTo(JsValue.undefined());
    assertThat(convert("null", Object.class)).isNull();
    assertThat(convert("null", String.class)).isNull();
    assertThat(convert("{ note: undefined }", new JsType<Map<String, Optional<String>>>() {})).containsExactly(Map
        .entry("note", Optional.empty()));
    assertThat(convert("[undefined, null, 's']", new JsType<List<Optional<JsValue>>>() {})).containsExactly(Optional
        .empty(), Optional.of(JsValue.ofNull()), Optional.of(JsString.of("s")));
    assertThat(convert("undefined", OptionalInt.class)).isEmpty();
    assertThat(convert("5", OptionalInt.class)).hasValue(5);
    assertThat(convert("5", OptionalLong.class)).hasValue(5);
    assertThat(convert("0.5", OptionalDouble.class)).hasValue(0.5);
    assertRefused("undefined", String.class, "value", "expected string, got undefined");
    assertRefused("0.5", OptionalInt.class, "value", "expected whole number of 32 bits, got number 0.5");
  }

  @Test
  void collections() {
    assertThat(convert("[1, 2, 2]", new JsType<List<Integer>>() {})).isInstanceOf(ArrayList.class)
        .containsExactly(1, 2, 2);
    assertThat(convert("[1, 2]", new JsType<Collection<? extends Number>>() {})).isEqualTo(List.of(1.0, 2.0));
    assertThat(convert("['b', 'a', 'b']", new JsType<Set<String>>() {})).containsExactly("b", "a");
    assertThat(convert("new Set([3, 1, 2])", new JsType<SortedSet<Integer>>() {})).containsExactly(1, 2, 3);
    assertThat(convert("new Set(['x'])", new JsType<List<String>>() {})).containsExactly("x");
    assertThat(convert("[1, 2]", new JsType<Deque<Integer>>() {})).isInstanceOf(ArrayDeque.class).containsExactly(1, 2);
    assertThat(convert("new Int16Array([1, -2])", new JsType<List<Short>>() {})).containsExactly((short) 1, (short) -2);
    assertThat(convert("new Proxy([1, 2], {})", new JsType<List<Integer>>() {})).containsExactly(1, 2);

    assertRefused("{ length: 1, 0: 1 }", List.class, "value", "expected array, got object");
    assertRefused("'abc'", List.class, "value", "expected array, got string \"abc\"");
    assertRefused("new Map", List.class, "value", "expected array, got object");
    assertRefused("[1, null]", new JsType<Deque<Integer>>() {}, "value[1]", "ArrayDeque can't hold null");
    assertRefused("[Symbol(), Symbol()]", new JsType<SortedSet<JsValue>>() {}, "value[0]",
        "TreeSet can't hold io.jsc4j.JsSymbol");
  }

  @Test
  void maps() {
    assertThat(convert("{ b: 1, a: 2, [Symbol()]: 3 }", new JsType<Map<String, Integer>>() {})).isInstanceOf(
        LinkedHashMap.class).isEqualTo(Map.of("b", 1, "a", 2));
    assertThat(convert("new Map([['b', 1], ['a', 2]])", new JsType<SortedMap<String, Integer>>() {})).containsExactly(
        Map.entry("a", 2), Map.entry("b", 1));
    assertThat(convert("{ MONDAY: 1 }", new JsType<Map<DayOfWeek, Integer>>() {})).isEqualTo(Map.of(DayOfWeek.MONDAY,
        1));
    assertThat(convert("{ 5: 'x', '-7': 'y' }", new JsType<Map<Integer, String>>() {})).isEqualTo(Map.of(5, "x", -7,
        "y"));
    assertThat(convert("{ true: 1 }", new JsType<Map<Boolean, Integer>>() {})).isEqualTo(Map.of(true, 1));
    assertThat(convert("{ 99999999999999999999: 1 }", new JsType<Map<BigInteger, Integer>>() {})).isEqualTo(Map.of(
        new BigInteger("100000000000000000000"), 1));
    assertThat(convert("new Map([[{ name: 'k', price: 1 }, [1]]])", new JsType<Map<Item, List<Integer>>>() {}))
        .isEqualTo(Map.of(new Item("k", 1), List.of(1)));
    assertThat(convert("{ ['__proto__']: 1 }", new JsType<Map<String, Integer>>() {})).isEqualTo(Map.of("__proto__",
        1));

    assertRefused("[]", Map.class, "value", "expected object or Map, got array");
    assertRefused("new Set", Map.class, "value", "expected object or Map, got array or Set");
    assertRefused("{ x: 1 }", new JsType<Map<Integer, Integer>>() {}, "value.x",
        "expected key that is a whole number, got string \"x\"");
    assertRefused("{ 300: 1 }", new JsType<Map<Byte, Integer>>() {}, "value[\"300\"]",
        "expected whole number of 8 bits, got bigint 300");
    assertRefused("{ yes: 1 }", new JsType<Map<Boolean, Integer>>() {}, "value.yes",
        "expected the key \"true\" or \"false\", got string \"yes\"");
    assertRefused("new Map([[1, 'x']])", new JsType<Map<Integer, Integer>>() {}, "value[0]",
        "expected number, got string \"x\"");
    assertRefused("new Map([[null, 1]])", new JsType<SortedMap<String, Integer>>() {}, "value[0]",
        "TreeMap can't have the key null");
  }

  @Test
  void arrays() {
    assertThat(convert("['a', 'b']", String[].class)).containsExactly("a", "b");
    assertThat(convert("[[1], []]", int[][].class)).isDeepEqualTo(new int[][]{{1}, {}});
    assertThat(convert("[true, false]", boolean[].class)).containsExactly(true, false);
    assertThat(convert("['a']", char[].class)).containsExactly('a');
    assertThat(convert("new Float64Array([0.5, 1])", double[].class)).containsExactly(0.5, 1);
    assertThat(convert("new BigInt64Array([-5n])", long[].class)).containsExactly(-5);
    assertThat(convert("[1, 2]", Object[].class)).containsExactly(1.0, 2.0);
    assertThat(convert("[{ name: 'a', price: 1 }]", Item[].class)).containsExactly(new Item("a", 1));
    List<String>[][] lists = convert("[[['x']]]", new JsType<List<String>[][]>() {});
    assertThat(lists).isNotNull();
    assertThat(lists[0][0]).containsExactly("x");

    assertRefused("new Uint32Array([4294967295])", int[].class, "value[0]",
        "expected whole number of 32 bits, got number 4294967295");
    assertRefused("[1, null]", int[].class, "value[1]", "expected number, got null");
    assertRefused("{}", int[].class, "value", "expected array, got object");
  }

  @Test
  void bytes() {
    assertThat(convert("new Uint8Array([1, 255])", byte[].class)).containsExactly(1, -1);
    assertThat(convert("new Int8Array([-1])", byte[].class)).containsExactly(-1);
    assertThat(convert("new Uint8ClampedArray([300])", byte[].class)).containsExactly(255);
    assertThat(convert("new Uint8Array([1, 2, 3, 4]).buffer", byte[].class)).containsExactly(1, 2, 3, 4);
    assertThat(convert("new Uint8Array(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)", byte[].class)).containsExactly(2,
        3);
    assertThat(convert("[1, -1]", byte[].class)).containsExactly(1, -1);
    assertThat(convert("new Int16Array([5])", byte[].class)).containsExactly(5);
    assertThat(convert("Uint8Array.from({ length: 100000 }, (_, i) => i)", byte[].class)).hasSize(100_000)
        .endsWith((byte) 99_998, (byte) 99_999);
    assertRefused("[200]", byte[].class, "value[0]", "expected whole number of 8 bits, got number 200");
    assertRefused("'x'", byte[].class, "value", "expected array, got string \"x\"");
  }

  @Test
  void whatEachValueIsByNature() {
    Map<?, ?> natural = (Map<?, ?>) java.util.Objects.requireNonNull(convert(
        "{ n: 1, s: 's', b: true, z: null, i: 5n, a: [1, [2]], d: new Date(5),"
            + " m: new Map([[1, 2]]), t: new Set(['x']), y: new Uint8Array([7]), f: new Float32Array([0.5]),"
            + " p: new Proxy([1], {}), g() {}, q: Symbol() }", Object.class));

    assertThat(natural.get("n")).isEqualTo(1.0);
    assertThat(natural.get("i")).isEqualTo(BigInteger.valueOf(5));
    assertThat(natural.get("z")).isNull();
    assertThat(natural.containsKey("z")).isTrue();
    assertThat(natural.get("a")).isEqualTo(List.of(1.0, List.of(2.0)));
    assertThat(natural.get("d")).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(natural.get("m")).isEqualTo(Map.of(1.0, 2.0));
    assertThat(natural.get("t")).isEqualTo(Set.of("x"));
    assertThat(natural.get("y")).isEqualTo(new byte[]{7});
    assertThat(natural.get("f")).isEqualTo(List.of(0.5));
    assertThat(natural.get("p")).isEqualTo(List.of(1.0));
    assertThat(natural.get("g")).isInstanceOf(JsFunction.class);
    assertThat(natural.get("q")).isInstanceOf(JsSymbol.class);
  }

  @Test
  void javaScriptValuesStayThemselves() {
    JsObject object = object("{ inner: { a: 1 } }");

    assertThat(js.toJava(object, new JsType<Map<String, JsObject>>() {})).hasEntrySatisfying("inner",
        inner -> assertThat(inner.get("a").asInt()).isOne());
    assertThat(convert("'s'", JsString.class)).isEqualTo(JsString.of("s"));
    assertThat(convert("null", JsString.class)).isNull();
    assertRefused("1", JsString.class, "value", "expected JsString, got number 1");
    assertRefused("undefined", JsString.class, "value", "expected JsString, got undefined");
    assertRefused("{}", JsFunction.class, "value", "expected JsFunction, got object");
  }

  @Test
  void typeTokensThatSayNothing() {
    class Raw implements JsType<String> {}
    class Deeper extends Raw {}
    assertThatThrownBy(() -> js.toJava(js.eval("1"), new Deeper())).isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("does not say a type; write new JsType<List<String>>() {}");
    assertThatThrownBy(() -> this.<String>listOf("[]")).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the type of a JsType must not contain type variables: java.util.List<T>");
  }

  private <T> @Nullable List<T> listOf(String expression) {
    return convert(expression, new JsType<List<T>>() {});
  }

  @Test
  void typesThatNothingCanBeConvertedTo() throws ClassNotFoundException {
    assertRefused("{}", Thread.class, "value", "JavaScript values can't be converted to java.lang.Thread: it is no"
        + " record, and none of the types that jsc4j knows");
    assertRefused("() => 1", Runnable.class, "value",
        "JavaScript values can't be converted to java.lang.Runnable: JsObject.as implements interfaces");
    assertThatThrownBy(() -> convert("1", void.class)).isInstanceOf(JsConversionException.class);
    assertRefused("{}", Class.forName("java.lang.runtime.Carriers$CarrierCounts"), "value",
        "java.lang.runtime.Carriers$CarrierCounts can't be converted, because its module does not open its package: add"
            + " 'opens java.lang.runtime to io.jsc4j;' to the module-info of java.base");
  }
}
