package io.jsc4j.tests.conversion;

import io.jsc4j.JsContext;
import io.jsc4j.JsConversion;
import io.jsc4j.JsConversion.References;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsTransferLimitException;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Graphs of objects that are copied many at a time: they are as if each value had been asked for by itself. */
final class CopiedGraphsTest extends ContextTest {
  /** Graphs of all that conversion knows, from a seed. Keys of maps and elements of sets are primitives, which Java compares as JavaScript does. */
  private static final String GENERATE =
      """
          class Point { constructor(x) { this.x = x } get hidden() { throw new Error('not own') } }
          function generate(seed, size) {
            let state = seed;
            const random = (n) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % 65536 % n;
            const made = [];
            const primitive = () => [null, undefined, true, false, 0, -0, NaN, Infinity, 0.1, 2 ** 31, '', 'text', 'ä€\\ud800', 'x'.repeat(5000), 7n, -(10n ** 20n), 1n << 200n,
              new Date(random(9) * 1e9), new (class extends Date {})(5), Object.assign(new Date(-1), { extra: 1 })][random(20)];
            const names = ['a', 'b', 'c', 'id', '7', '0', '__proto__', 'length', 'constructor', 'ü'];
            const fill = (object) => {
              for (let i = random(6); i > 0; i--) {
                const key = names[random(10)];
                const value = any();
                if (random(8) === 0) Object.defineProperty(object, key, { get: () => value, enumerable: true, configurable: true });
                else Object.defineProperty(object, key, { value, enumerable: random(9) > 0, configurable: true, writable: true });
              }
              return object;
            };
            const container = () => {
              switch (random(10)) {
                case 0: return Array.from({ length: random(40) }, any);
                case 1: { const holes = []; holes[random(20)] = any(); return holes; }
                case 2: return new Proxy(Array.from({ length: random(5) }, any), {});
                case 3: return new Proxy(fill({}), {});
                case 4: return fill(new Point(random(9)));
                case 5: return fill(Object.create(null));
                case 6: return new Map(Array.from({ length: random(4) }, (_, i) => [i, any()]));
                case 7: return new Set(Array.from({ length: random(4) }, () => random(20)));
                case 8: { const lists = []; let deep = lists; for (let i = random(80) * (random(4) === 0); i > 0; i--) deep.push(deep = []); deep.push(any()); return lists; }
                default: return fill({});
              }
            };
            const any = () => {
              if (size-- <= 0 || random(3) === 0) return primitive();
              if (made.length > 0 && random(6) === 0) return made[random(made.length)];
              const one = container();
              made.push(one);
              return one;
            };
            const all = [any(), any(), any(), container()];
            if (random(2) === 0) all.push(all);
            return all;
          }
          """;

  record Item(int id, @Nullable String name, Optional<Double> price) {}

  record Order(List<Item> items, Map<String, Item> byName, @Nullable Item first) {}

  @BeforeEach
  void define() {
    js.eval(GraphDescriptions.SCRIPT + GENERATE);
  }

  private void assertSame(JsValue value) {
    String expected = js.eval("describe").asFunction().call(value).asString();

    assertThat(GraphDescriptions.of(js.toJava(value, Object.class))).isEqualTo(expected);
  }

  @Test
  void graphsOfEveryShape() {
    js.setConversion(JsConversion.defaults().withMaxDepth(500));
    for (int seed = 0; seed < 300; seed++) {
      assertSame(js.eval("generate(" + seed + ", " + seed + ")"));
    }
  }

  @Test
  void copiesOfSharedObjects() {
    js.setConversion(JsConversion.defaults().withReferences(References.COPY));
    Object copied = js.toJava(js.eval("var o = { a: [1] }; var l = [o, o, { o, m: new Map([['k', o]]) }]; l"),
        Object.class);

    assertThat(GraphDescriptions.of(copied)).isEqualTo(
        "[{\"a\"=[1]},{\"a\"=[1]},{\"o\"={\"a\"=[1]},\"m\"={\"k\"={\"a\"=[1]}}}]");
  }

  /** More than crosses at once: in one array, in arrays within, in names, in texts. */
  @ParameterizedTest
  @ValueSource(strings = {
      "Array.from({ length: 70000 }, (_, i) => ({ i, text: 'text ' + i, half: i / 2, odd: i % 2 === 1 }))",
      "Array.from({ length: 300 }, (_, i) => Array.from({ length: i }, (_, j) => [i, { j }]))",
      "({ before: [1, 2], list: Array.from({ length: 200000 }, (_, i) => i), after: { list: ['x', null] } })",
      "Array.from({ length: 3000 }, (_, i) => ({ ['key' + i]: i, same: [i] }))",
      "Array.from({ length: 2000 }, (_, i) => String.fromCharCode(97 + i % 26).repeat(900) + i)",
      "Array.from({ length: 600 }, (_, i) => 'x'.repeat(4000 + i))",
      "Object.fromEntries(Array.from({ length: 3000 }, (_, i) => ['k' + i, { i }]))",
      "[Object.fromEntries(Array.from({ length: 20 }, (_, i) => ['name'.repeat(5000) + i, [i]])), 1]",
      "var deep = { end: [] }; for (let i = 0; i < 150; i++) deep = i % 2 ? [deep, i] : { deep, i }; deep"})
  void moreThanCrossesAtOnce(String expression) {
    assertSame(js.eval(expression));
  }

  @Test
  void recordsOfRecords() {
    JsValue order = js.eval(
        """
            var item = { id: 1, name: 'one', price: 2.5, ignored: 7 };
            class Item { constructor(id) { this.id = id } get name() { return 'from the prototype' } }
            ({ items: [item, new Item(2), item, { id: 3, name: null, price: null }], byName: { one: item, two: new Item(4) }, first: item })""");

    Order read = Objects.requireNonNull(js.toJava(order, Order.class));
    assertThat(read.items()).containsExactly(new Item(1, "one", Optional.of(2.5)), new Item(2, "from the prototype",
        Optional.empty()), new Item(1, "one", Optional.of(2.5)), new Item(3, null, Optional.empty()));
    assertThat(read.items().get(2)).isSameAs(read.items().getFirst())
        .isSameAs(read.byName().get("one"))
        .isSameAs(read
            .first());
    assertThat(read.byName().get("two")).isEqualTo(new Item(4, "from the prototype", Optional.empty()));
    // The same objects as something else.
    assertThat(js.toJava(js.eval("[item, [item]]"), new JsType<List<Object>>() {})).hasToString(
        "[{id=1.0, name=one, price=2.5, ignored=7.0}, [{id=1.0, name=one, price=2.5, ignored=7.0}]]");
    js.setConversion(JsConversion.defaults().withUnknownFields(JsConversion.UnknownFields.REFUSE));
    assertThatThrownBy(() -> js.toJava(order, Order.class)).isInstanceOf(JsConversionException.class)
        .hasMessage(
            "order.items[0].ignored: unknown property; the record has no such component");
  }

  @Test
  void whatIsThrownComesWhereItIsReached() {
    String second =
        "[{ id: 1, name: 'n' }, { get id() { throw new RangeError('second') } }, { get id() { throw 'third' } }]";
    JsType<List<Item>> items = new JsType<>() {};

    assertThatThrownBy(() -> js.toJava(js.eval(second), items)).isInstanceOf(JsException.class)
        .hasMessageContaining(
            "RangeError: second");
    assertThatThrownBy(() -> js.toJava(js.eval(second.replace("id: 1", "id: 'x'")), items)).isInstanceOf(
        JsConversionException.class)
        .hasMessage("value[0].id: expected number, got string \"x\"");
    for (String trap : List.of("ownKeys", "getPrototypeOf", "get", "getOwnPropertyDescriptor")) {
      assertThatThrownBy(() -> js.toJava(js.eval("[1, new Proxy({ a: 1 }, { " + trap + "() { throw new Error('"
          + trap + "') } })]"), Object.class)).as(trap).isInstanceOf(JsException.class).hasMessageContaining(trap);
    }
    assertUsable();
  }

  record Event(Instant at, long number, BigInteger big, Optional<Instant> maybe, BigDecimal decimal,
      @Nullable Number any) {}

  @Test
  void datesAndBigInts() {
    JsValue events = js.eval(
        """
            [{ at: new Date(5), number: 2n ** 62n, big: 10n ** 30n, maybe: new Date(-7), decimal: 3n, any: 4n },
              { at: '2026-01-02T03:04:05Z', number: 1, big: 2, decimal: '0.10', any: 0.5 },
              { at: new (class extends Date {})(8), number: -1n, big: -(2n ** 200n), maybe: null, decimal: 2n ** 200n, any: null }]""");
    BigInteger big = BigInteger.TWO.pow(200);

    assertThat(js.toJava(events, new JsType<List<Event>>() {})).containsExactly(
        new Event(Instant.ofEpochMilli(5), 1L << 62, BigInteger.TEN.pow(30), Optional.of(Instant.ofEpochMilli(-7)),
            BigDecimal.valueOf(3), BigInteger.valueOf(4)),
        new Event(Instant.parse("2026-01-02T03:04:05Z"), 1, BigInteger.TWO, Optional.empty(), new BigDecimal("0.10"),
            0.5),
        new Event(Instant.ofEpochMilli(8), -1, big.negate(), Optional.empty(), new BigDecimal(big), null));
    assertThat(js.toJava(js.eval("[{ a: new Date(1) }, { a: new Date(2) }]"),
        new JsType<List<Map<String, Instant>>>() {}))
        .containsExactly(Map.of("a", Instant.ofEpochMilli(1)), Map.of("a", Instant.ofEpochMilli(2)));
  }

  /** What is refused within a graph is refused with the words that are used for it alone. */
  @ParameterizedTest
  @ValueSource(strings = {"new Date(NaN)", "5n", "-(2n ** 200n)", "2n ** 100n", "new Date(0)", "[]", "({})",
      "Symbol.iterator",
      "(() => 1)", "Object.create(Date.prototype)", "new Proxy(new Date(0), {})", "'x'", "1.5", "true"})
  void whatIsRefusedWithin(String expression) {
    JsValue value = js.eval(expression);
    JsValue list = js.eval("(value) => [{ it: value }]").asFunction().call(value);

    assertSameRefusal(value, Instant.class, list, new JsType<List<Map<String, Instant>>>() {});
    assertSameRefusal(value, Long.class, list, new JsType<List<Map<String, Long>>>() {});
    assertSameRefusal(value, Integer.class, list, new JsType<List<Map<String, Integer>>>() {});
    assertSameRefusal(value, BigInteger.class, list, new JsType<List<Map<String, BigInteger>>>() {});
    assertSameRefusal(value, BigDecimal.class, list, new JsType<List<Map<String, BigDecimal>>>() {});
    assertSameRefusal(value, Number.class, list, new JsType<List<Map<String, Number>>>() {});
    assertSameRefusal(value, Double.class, list, new JsType<List<Map<String, Double>>>() {});
    assertSameRefusal(value, String.class, list, new JsType<List<Map<String, String>>>() {});
  }

  private <T> void assertSameRefusal(JsValue value, Class<T> type, JsValue list, JsType<List<Map<String, T>>> lists) {
    Object alone = resultOf(() -> js.toJava(value, type));
    Object within = resultOf(() -> Objects.requireNonNull(js.toJava(list, lists)).getFirst().get("it"));

    assertThat(within).as(type.getSimpleName()).isEqualTo(alone);
  }

  private static @Nullable Object resultOf(Supplier<@Nullable Object> conversion) {
    try {
      return conversion.get();
    } catch (JsConversionException e) {
      return Objects.requireNonNull(e.getMessage()).replaceFirst("^[^:]*: ", "refused: ");
    }
  }

  @Test
  void trapsAndGettersRunOnceAndInOrder() {
    JsValue value = js.eval(
        """
            var log = [];
            const watched = (name, target) => new Proxy(target, { get(target, key) { log.push(name + '.' + String(key)); return target[key] } });
            [watched('a', { x: 1, y: watched('b', [2]) }), watched('c', { z: 3 })]""");

    assertThat(js.toJava(value, Object.class)).hasToString("[{x=1.0, y=[2.0]}, {z=3.0}]");
    assertThat(js.eval("log.join()").asString()).isEqualTo("a.x,a.y,b.length,b.0,c.z");
  }

  @Test
  void objectsThatAreOnlyToldApartByTheirInside() {
    Object read = js.toJava(js.eval(
        """
            const bare = (object, prototype) => Object.setPrototypeOf(object, prototype);
            [bare(new Map([[1, 2]]), null), bare(new Set([3]), Object.prototype), bare(new Date(0), null), bare(new Map([[4, 5]]), {}),
              new (class extends Map {})([[6, 7]]), bare({}, Map.prototype), bare({ x: 1 }, Date.prototype)]"""),
        Object.class);

    assertThat(read).hasToString("[{1.0=2.0}, [3.0], 1970-01-01T00:00:00Z, {4.0=5.0}, {6.0=7.0}, {}, {x=1.0}]");
  }

  @Test
  void scriptsCannotReachIn() {
    JsValue value = js.eval("[{ a: [1, 'x'] }, [new Map([[1, 2]])], new Date(0), 5n]");
    js.eval(
        """
            for (const name of Object.getOwnPropertyNames(Array.prototype)) { if (name !== 'constructor') try { Array.prototype[name] = () => { throw 'reached' } } catch {} }
            Date.prototype.getTime = Date.prototype.valueOf = Date.prototype[Symbol.toPrimitive] = BigInt.prototype.toString = BigInt.asIntN =
              Map.prototype.get = Map.prototype.set = () => { throw 'reached' };
            Object.keys = Reflect.apply = JSON.parse = Array.isArray = () => { throw 'reached' };
            Object.defineProperty(Object.prototype, '-1', { set() { throw 'reached' } });""");

    assertThat(js.toJava(value, Object.class)).hasToString("[{a=[1.0, x]}, [{1.0=2.0}], 1970-01-01T00:00:00Z, 5]");
  }

  @Test
  void limitsOfOneString() {
    JsType<List<Object>> list = new JsType<>() {};
    try (JsContext limited = JsContext.open(JsLimits.none().withTransfer(1024))) {
      assertThat(limited.toJava(limited.eval("Array.from({ length: 500 }, (_, i) => 'text ' + i)"), list)).hasSize(500)
          .contains("text 0", "text 499");
      assertThat(limited.toJava(limited.eval("['x'.repeat(512)]"), list)).hasSize(1);
      assertThatThrownBy(() -> limited.toJava(limited.eval("[1, ['x'.repeat(513)]]"), list)).isInstanceOf(
          JsTransferLimitException.class);
    }
  }
}
