package io.jsc4j.tests.conversion;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLiveResources;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import io.jsc4j.spi.JscLibraryException;
import io.jsc4j.tests.support.EngineUnderTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/** Round trips of generated values: what goes to JavaScript comes back equal, and the other way round. */
final class ConversionPropertiesTest {
  private static @Nullable JsContext open;
  private static @Nullable JsLiveResources before;

  enum Color {
    RED,
    GREEN,
    BLUE
  }

  record Everything(byte b, short s, int i, long l, double d, char c, boolean z, String text, Color color,
      BigInteger whole, BigDecimal exact, Optional<String> maybe, List<Integer> numbers, Set<String> names,
      Map<String, List<Long>> map) {}

  record Tree(String name, List<Tree> children) {}

  record Moments(Instant instant, LocalDate date, LocalTime time, LocalDateTime both, Duration duration) {}

  @BeforeContainer
  static void openContext() {
    try {
      before = JsEngine.liveResources();
      open = JsContext.open();
    } catch (JscLibraryException e) {
      if (EngineUnderTest.name().equals("bundled") && Boolean.getBoolean("jsc4j.requireBundled")) {
        throw e;
      }
    }
  }

  @AfterContainer
  static void closeContext() {
    if (open != null) {
      open.close();
      assertThat(JsEngine.liveResources()).isEqualTo(before);
    }
  }

  private static JsContext js() {
    if (open == null) {
      throw new TestAbortedException("there is no " + EngineUnderTest.name() + " engine here");
    }
    return open;
  }

  private static <T> @Nullable T thereAndBack(Object value, JsType<T> type) {
    try (var _ = js().openScope()) {
      return js().toJava(js().toJs(value), type);
    }
  }

  @Property
  void doubles(@ForAll double value) {
    assertThat(thereAndBack(value, new JsType<Double>() {})).isEqualTo(value);
  }

  @Property
  void floats(@ForAll float value) {
    assertThat(thereAndBack(value, new JsType<Float>() {})).isEqualTo(value);
  }

  @Property
  void longs(@ForAll long value) {
    assertThat(thereAndBack(value, new JsType<Long>() {})).isEqualTo(value);
  }

  @Property
  void bigIntegers(@ForAll("hugeIntegers") BigInteger value) {
    assertThat(thereAndBack(value, new JsType<BigInteger>() {})).isEqualTo(value);
  }

  @Provide
  Arbitrary<BigInteger> hugeIntegers() {
    return Arbitraries.bigIntegers().between(BigInteger.TWO.pow(300).negate(), BigInteger.TWO.pow(300));
  }

  @Property
  void bigDecimals(@ForAll BigDecimal value) {
    assertThat(thereAndBack(value, new JsType<BigDecimal>() {})).isEqualTo(value);
  }

  /** Any UTF-16 units, lone surrogates and NUL among them. */
  @Property
  void strings(@ForAll("units") String value) {
    assertThat(thereAndBack(value, new JsType<String>() {})).isEqualTo(value);
    assertThat(thereAndBack(Map.of(value, value), new JsType<Map<String, String>>() {})).isEqualTo(Map.of(value,
        value));
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.chars().range('\0', '\uffff').list().ofMaxSize(40).map(units -> {
      StringBuilder text = new StringBuilder();
      units.forEach(text::append);
      return text.toString();
    });
  }

  @Property
  void byteArrays(@ForAll byte[] value) {
    assertThat(thereAndBack(value, new JsType<byte[]>() {})).isEqualTo(value);
  }

  @Property
  void longArrays(@ForAll long[] value) {
    assertThat(thereAndBack(value, new JsType<long[]>() {})).isEqualTo(value);
  }

  @Property(tries = 300)
  void records(@ForAll("everything") Everything value) {
    assertThat(thereAndBack(value, new JsType<Everything>() {})).isEqualTo(value);
  }

  @Provide
  Arbitrary<Everything> everything() {
    Arbitrary<Integer> ints = Arbitraries.integers();
    Arbitrary<List<Integer>> numbers = ints.list().ofMaxSize(5);
    Arbitrary<Set<String>> names = units().set().ofMaxSize(5);
    Arbitrary<Map<String, List<Long>>> maps = Arbitraries.maps(units(), Arbitraries.longs().list().ofMaxSize(3))
        .ofMaxSize(4);
    Arbitrary<Everything> plain = Combinators.combine(ints, Arbitraries.longs(), Arbitraries.doubles(), units(),
        Arbitraries.of(Color.class), hugeIntegers(), Arbitraries.bigDecimals(), units().optional())
        .as((i, l, d, text,
            color, whole, exact, maybe) -> new Everything(i.byteValue(), i.shortValue(), i, l, d, (char) i.intValue(),
                i > 0, text, color, whole, exact, maybe, List.of(), Set.of(), Map.of()));
    return Combinators.combine(plain, numbers, names, maps)
        .as((e, n, s, m) -> new Everything(e.b, e.s, e.i, e.l, e.d,
            e.c, e.z, e.text, e.color, e.whole, e.exact, e.maybe, n, s, m));
  }

  @Property(tries = 300)
  void trees(@ForAll("tree") Tree value) {
    assertThat(thereAndBack(value, new JsType<Tree>() {})).isEqualTo(value);
  }

  @Provide
  Arbitrary<Tree> tree() {
    return Arbitraries.recursive(() -> units().map(name -> new Tree(name, List.of())), children -> Combinators.combine(
        units(), children.list().ofMaxSize(3)).as(Tree::new), 0, 4);
  }

  @Property
  void moments(@ForAll("momentsOfAnyKind") Moments value) {
    assertThat(thereAndBack(value, new JsType<Moments>() {})).isEqualTo(value);
  }

  @Provide
  Arbitrary<Moments> momentsOfAnyKind() {
    Arbitrary<Long> millis = Arbitraries.longs().between(-8_640_000_000_000_000L, 8_640_000_000_000_000L);
    Arbitrary<Integer> nanos = Arbitraries.integers().between(0, 999_999_999);
    return Combinators.combine(millis, nanos).as((milli, nano) -> {
      Instant instant = Instant.ofEpochMilli(milli);
      LocalDateTime both = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(nano);
      return new Moments(instant, both.toLocalDate(), both.toLocalTime(), both, Duration.ofSeconds(milli, nano));
    });
  }

  /** What JSON can say: from JavaScript to Java and back it is equal, key order included. */
  @Property(tries = 500)
  void jsonGraphs(@ForAll("json") String json) {
    try (var _ = js().openScope()) {
      JsFunction parse = js().eval("JSON.parse").asFunction();
      JsValue parsed = parse.call(io.jsc4j.JsString.of(json));
      Object java = js().toJava(parsed, Object.class);
      assertThat(js().toJson(js().toJs(java))).isEqualTo(js().toJson(parsed));
    }
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<Object> leaves = Arbitraries.oneOf(Arbitraries.doubles().between(-1e9, 1e9).map(Object.class::cast),
        Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(4).map(Object.class::cast), Arbitraries.of(true,
            false).map(Object.class::cast));
    Arbitrary<Object> graphs = Arbitraries.recursive(() -> leaves, inner -> Arbitraries.oneOf(inner.list()
        .ofMaxSize(4)
        .map(ArrayList<Object>::new)
        .map(Object.class::cast), Arbitraries.maps(Arbitraries.strings()
            .alpha()
            .numeric()
            .ofMaxLength(3), inner)
            .ofMaxSize(4)
            .map(LinkedHashMap<String, Object>::new)
            .map(
                Object.class::cast)), 0, 4);
    return graphs.map(ConversionPropertiesTest::write);
  }

  private static String write(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(ConversionPropertiesTest::write).toList().toString();
      case Map<?, ?> map -> {
        List<String> entries = new ArrayList<>();
        map.forEach((key, content) -> entries.add("\"" + key + "\":" + write(java.util.Objects.requireNonNull(
            content))));
        yield "{" + String.join(",", entries) + "}";
      }
      case String text -> "\"" + text + "\"";
      default -> value.toString();
    };
  }
}
