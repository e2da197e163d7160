package io.jsc4j.tests.conversion;

import io.jsc4j.JsContext;
import io.jsc4j.JsConversion;
import io.jsc4j.JsConversion.References;
import io.jsc4j.JsEngine;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Graphs that are built in JavaScript many objects at a time. */
final class BuiltGraphsTest extends ContextTest {
  private static final List<String> NAMES = List.of("a", "b", "id", "7", "0", "__proto__", "length", "toString", "ü",
      "");

  /** A graph from a seed, with objects that come again, and cycles. */
  private static final class Generator {
    private final Random random;
    private final List<Object> made = new ArrayList<>();
    private int size;

    Generator(int seed, int size) {
      this.random = new Random(seed);
      this.size = size;
    }

    @Nullable Object any() {
      if (size-- <= 0 || random.nextInt(3) == 0) {
        return primitive();
      }
      if (!made.isEmpty() && random.nextInt(5) == 0) {
        return made.get(random.nextInt(made.size()));
      }
      return random.nextBoolean() ? list() : map();
    }

    private @Nullable Object primitive() {
      return switch (random.nextInt(12)) {
        case 0 -> null;
        case 1 -> random.nextBoolean();
        case 2 -> (double) random.nextInt();
        case 3 -> -0.0;
        case 4 -> Double.NaN;
        case 5 -> "";
        case 6 -> "x".repeat(random.nextInt(40));
        case 7 -> "ä€" + "\ud800";
        case 8 -> BigInteger.valueOf(random.nextLong()).multiply(BigInteger.TEN.pow(random.nextInt(40)));
        case 9 -> Instant.ofEpochMilli(random.nextInt());
        case 10 -> Long.MIN_VALUE + random.nextInt(9);
        default -> 0.1;
      };
    }

    List<@Nullable Object> list() {
      List<@Nullable Object> list = new ArrayList<>();
      made.add(list);
      for (int i = random.nextInt(8); i > 0; i--) {
        list.add(any());
      }
      return list;
    }

    private Map<String, @Nullable Object> map() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      made.add(map);
      // Names that are indexes come first in JavaScript.
      for (String name : List.of("0", "7")) {
        if (random.nextInt(4) == 0) {
          map.put(name, any());
        }
      }
      for (int i = random.nextInt(6); i > 0; i--) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        if (!name.equals("0") && !name.equals("7")) {
          map.put(name, any());
        }
      }
      return map;
    }
  }

  private void assertSame(Object graph) {
    JsValue built = js.toJs(graph);

    assertThat(js.eval("describe").asFunction().call(built).asString()).isEqualTo(GraphDescriptions.of(graph));
  }

  @Test
  void graphsOfEveryShape() {
    js.eval(GraphDescriptions.SCRIPT);
    js.setConversion(JsConversion.defaults().withMaxDepth(500));
    for (int seed = 0; seed < 300; seed++) {
      assertSame(new Generator(seed, seed).list());
    }
  }

  /** More than is built at once: elements, nested objects, names, texts, cells. */
  @Test
  void moreThanIsBuiltAtOnce() {
    js.eval(GraphDescriptions.SCRIPT);
    assertSame(IntStream.range(0, 200_000).mapToObj(i -> (double) i).toList());
    assertSame(IntStream.range(0, 30_000).mapToObj(i -> Map.of("name" + i % 50_000, List.of("text " + i))).toList());
    assertSame(IntStream.range(0, 3_000).mapToObj(i -> "y".repeat(900) + i).toList());
    assertSame(List.of(Map.of("long".repeat(200_000), List.of("x".repeat(300_000), 1.0)), "end"));
    List<byte[]> cells = IntStream.range(0, 1_000).mapToObj(i -> new byte[]{(byte) i}).toList();
    long before = JsEngine.liveResources().handles();
    js.global().set("cells", js.toJs(List.of(cells, Map.of("k", cells))));
    assertThat(js.eval(
        "cells[0].length === 1000 && cells[0].every((cell, i) => cell[0] === i % 256) && cells[1].k === cells[0]")
        .asBoolean()).isTrue();
    assertThat(JsEngine.liveResources().handles()).isLessThan(before + 20);
  }

  @Test
  void datesAndBigInts() {
    BigInteger large = BigInteger.TEN.pow(5_000);
    js.global()
        .set("built", js.toJs(List.of(Instant.ofEpochMilli(7), BigInteger.TEN.pow(30), Long.MAX_VALUE, large, Map.of(
            "at",
            Instant.EPOCH))));

    assertThat(js.eval(
        """
            [built[0] instanceof Date, built[0].getTime(), built[1] === 10n ** 30n, built[2] === 2n ** 63n - 1n, built[3] === 10n ** 5000n,
              built[4].at.getTime(), Object.prototype.toString.call(built[4].at)].join()""")
        .asString()).isEqualTo("true,7,true,true,true,0,[object Date]");
  }

  @Test
  void cyclesThroughObjectsThatAreNotWholeYet() {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> list = new ArrayList<>(List.of("first", map));
    map.put("self", map);
    map.put("__proto__", list);
    map.put("after", 1);
    list.add(list);
    js.global().set("l", js.toJs(list));

    assertThat(js.eval(
        """
            [l[1].self === l[1], Object.getOwnPropertyDescriptor(l[1], '__proto__').value === l, l[2] === l, l.length, Object.keys(l[1]).join(),
              Object.getPrototypeOf(l[1]) === Object.prototype, Array.isArray(l), Object.getPrototypeOf(l) === Array.prototype].join(' ')""")
        .asString()).isEqualTo("true true true 3 self,__proto__,after true true true");
  }

  @Test
  void whatScriptsHaveDoneToTheirPrototypesChangesNothing() {
    js.eval(
        """
            var reached = [];
            const trap = (object, key) => Object.defineProperty(object, key, { set() { reached.push(key) }, configurable: true });
            for (const key of ['a', '0', '1', 'target', 'source', 'key', 'number']) { trap(Object.prototype, key); trap(Array.prototype, key); }
            const { call } = Function.prototype;
            Array.prototype.slice = Array.prototype.push = Array.prototype[Symbol.iterator] = function () { reached.push('called') };
            Object.defineProperty(Array, Symbol.species, { get() { reached.push('species') } });
            Array.prototype.constructor = function () { reached.push('constructor') };
            Date.prototype.constructor = Date = BigInt = function () { reached.push('constructor') };""");
    js.global().set("built", js.toJs(List.of(Map.of("a", List.of(1, 2)), 3, Instant.EPOCH, BigInteger.TEN.pow(20))));

    assertThat(js.eval("JSON.stringify([built[0], built[1]]) + built[2].getTime() + built[3] + reached.length")
        .asString())
        .isEqualTo("[{\"a\":[1,2]},3]01000000000000000000000");
  }

  @Test
  void whatIsBuiltIsOfTheContextItself() {
    try (JsRuntime runtime = JsRuntime.open();
        JsContext one = runtime.openContext();
        JsContext other = runtime
            .openContext()) {
      one.global().set("built", one.toJs(List.of(Map.of("a", List.of()))));
      other.global().set("built", one.eval("built"));

      String check = "built instanceof Array && built[0] instanceof Object && built[0].a instanceof Array";
      assertThat(one.eval(check).asBoolean()).isTrue();
      assertThat(other.eval(check).asBoolean()).isFalse();
    }
  }

  @Test
  void copiesOfSharedObjects() {
    js.setConversion(JsConversion.defaults().withReferences(References.COPY));
    Map<String, Object> shared = Collections.singletonMap("a", List.of());
    js.global().set("built", js.toJs(List.of(shared, shared)));

    assertThat(js.eval("built[0] !== built[1] && built[0].a !== built[1].a && Object.keys(built[1]).join()").asString())
        .isEqualTo("a");
  }
}
