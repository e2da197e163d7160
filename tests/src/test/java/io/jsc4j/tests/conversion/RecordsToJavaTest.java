package io.jsc4j.tests.conversion;

import io.jsc4j.JsConversion;
import io.jsc4j.JsConversion.MissingFields;
import io.jsc4j.JsConversion.UnknownFields;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsTag;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Records and sealed types made of JavaScript objects. */
final class RecordsToJavaTest extends ToJavaTestCase {
  record Item(String name, double price) {}

  record Order(int id, List<Item> items, Optional<String> note) {}

  record Named(@Nullable String name, int count, List<String> tags, Optional<String> note) {}

  record Page<T>(List<T> rows, T first) {}

  record Tree<T>(T value, List<Tree<T>> children) {}

  record Strict(int number) {
    Strict {
      if (number < 0) {
        throw new IllegalArgumentException("must not be negative");
      }
    }
  }

  record Failing(int number) {
    Failing {
      throw new AssertionError("an error, not an exception");
    }
  }

  sealed interface Shape permits Circle, Polygon, Standard {}

  @JsTag("circle")
  record Circle(double radius) implements Shape {}

  sealed interface Polygon extends Shape permits Square {}

  record Square(double side) implements Polygon {}

  enum Standard implements Shape {
    UNIT {
      @Override
      double area() {
        return 1;
      }
    };

    abstract double area();
  }

  sealed interface Result<T> permits Ok, Failed {}

  record Ok<V>(V value) implements Result<V> {}

  record Failed<T>(String reason) implements Result<T> {}

  sealed interface Clashing permits One, Other {}

  @JsTag("x")
  record One() implements Clashing {}

  @JsTag("x")
  record Other() implements Clashing {}

  sealed interface Open permits Anything {}

  static non-sealed class Anything implements Open {}

  @Test
  void aRecordOfRecords() {
    assertThat(convert("{ id: 7, items: [{ name: 'a', price: 1.5 }, { name: 'b', price: 2 }], more: 1 }", Order.class))
        .isEqualTo(new Order(7, List.of(new Item("a", 1.5), new Item("b", 2)), Optional.empty()));
    assertThat(convert("{ id: 7, items: [], note: 'n' }", Order.class)).isEqualTo(new Order(7, List.of(), Optional.of(
        "n")));
    assertThat(convert("new (class { get id() { return 8 } get items() { return [] } })", Order.class)).isEqualTo(
        new Order(8, List.of(), Optional.empty()));
  }

  @Test
  void theMessageNamesThePlace() {
    String items = "{ id: 1, items: [1, 2, 3, 4].map(i => ({ name: 'n', price: i === 4 ? 'x' : i })) }";

    assertRefused(items, Order.class, "order.items[3].price", "expected number, got string \"x\"");
    assertRefused("{ id: 1 }", Order.class, "order.items", "expected array, got undefined");
    assertRefused("{ id: 1.5, items: [] }", Order.class, "order.id",
        "expected whole number of 32 bits, got number 1.5");
    assertRefused("5", Order.class, "order", "expected object, got number 5");
    assertRefused("[]", Order.class, "order", "expected object, got array");
    assertRefused("{ 'a b': 'x' }", new JsType<Map<String, Integer>>() {}, "value[\"a b\"]",
        "expected number, got string \"x\"");
    assertRefused("'" + "y".repeat(50) + "'", int.class, "value", "expected number, got string \"" + "y".repeat(40)
        + "...\"");
  }

  @Test
  void missingFieldsByPolicy() {
    js.setConversion(JsConversion.defaults().withMissingFields(MissingFields.DEFAULT));
    assertThat(convert("{}", Named.class)).isEqualTo(new Named(null, 0, List.of(), Optional.empty()));
    assertThat(convert("undefined", boolean.class)).isEqualTo(false);
    assertThat(convert("undefined", byte[].class)).isEmpty();
    assertThat(convert("undefined", int[].class)).isEmpty();
    assertThat(convert("undefined", new JsType<Map<String, String>>() {})).isEmpty();

    js.setConversion(JsConversion.defaults().withMissingFields(MissingFields.NULL));
    assertThat(convert("{ count: 1 }", Named.class)).extracting(Named::tags).isNull();
    assertThat(convert("[1, , 3]", new JsType<List<Integer>>() {})).containsExactly(1, null, 3);
    assertRefused("{}", Named.class, "named.count", "expected number, got undefined");

    js.setConversion(JsConversion.defaults());
    assertRefused("{}", Named.class, "named.name", "expected string, got undefined");
    assertThat(js.conversion()).isEqualTo(JsConversion.defaults());
  }

  @Test
  void unknownFieldsByPolicy() {
    js.setConversion(JsConversion.defaults().withUnknownFields(UnknownFields.REFUSE));

    assertThat(convert("{ name: 'a', price: 1 }", Item.class)).isEqualTo(new Item("a", 1));
    assertThat(convert("{ type: 'circle', radius: 1 }", Shape.class)).isEqualTo(new Circle(1));
    assertThat(convert("{ type: 'circle', radius: 1 }", Circle.class)).isEqualTo(new Circle(1));
    assertRefused("{ name: 'a', price: 1, prize: 2 }", Item.class, "item.prize",
        "unknown property; the record has no such component");
    assertRefused("{ type: 'x', name: 'a', price: 1 }", Item.class, "item.type",
        "unknown property; the record has no such component");
  }

  @Test
  void sealedHierarchiesByTag() {
    assertThat(convert("[{ type: 'circle', radius: 1 }, { type: 'Square', side: 2 }, 'UNIT']",
        new JsType<List<Shape>>() {})).containsExactly(new Circle(1), new Square(2), Standard.UNIT);
    assertThat(convert("[{ type: 'Ok', value: 5 }, { type: 'Failed', reason: 'r' }]",
        new JsType<List<Result<Integer>>>() {})).containsExactly(new Ok<>(5), new Failed<>("r"));
    assertRefused("{ type: 'Ok', value: 'x' }", new JsType<Result<Integer>>() {}, "result.value",
        "expected number, got string \"x\"");
    assertRefused("{ type: 'Circle', radius: 1 }", Shape.class, "shape.type",
        "expected one of \"circle\", \"Square\", got string \"Circle\"");
    assertRefused("{ radius: 1 }", Shape.class, "shape.type", "expected one of \"circle\", \"Square\", got undefined");
    assertRefused("'CIRCLE'", Shape.class, "shape",
        "expected object or the name of a constant, got string \"CIRCLE\"");
    assertRefused("1", Polygon.class, "polygon", "expected object, got number 1");

    js.setConversion(JsConversion.defaults().withTagProperty("kind"));
    assertThat(convert("{ kind: 'Square', side: 2 }", Polygon.class)).isEqualTo(new Square(2));
  }

  @Test
  void sealedHierarchiesThatCannotBeConverted() {
    assertThatThrownBy(() -> convert("{}", Clashing.class)).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("have the same tag \"x\": give one another with @JsTag");
    assertThatThrownBy(() -> convert("{}", Open.class)).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("is neither a record nor an enum nor sealed");
  }

  @Test
  void genericRecords() {
    assertThat(convert("{ rows: [1, 2], first: 1 }", new JsType<Page<Integer>>() {})).isEqualTo(new Page<>(List.of(1,
        2), 1));
    assertThat(convert("{ rows: [1], first: 'x' }", Page.class)).isEqualTo(new Page<>(List.of(1.0), "x"));
    assertThat(convert("{ value: 'a', children: [{ value: 'b', children: [] }] }", new JsType<Tree<String>>() {}))
        .isEqualTo(new Tree<>("a", List.of(new Tree<>("b", List.of()))));
    assertRefused("{ rows: [1, 'x'], first: 1 }", new JsType<Page<Integer>>() {}, "page.rows[1]",
        "expected number, got string \"x\"");
  }

  @Test
  void whatConstructorsThrow() {
    assertThatThrownBy(() -> convert("[{ number: -1 }]", new JsType<List<Strict>>() {})).isInstanceOf(
        JsConversionException.class)
        .hasMessage(
            "value[0]: the constructor of Strict threw java.lang.IllegalArgumentException: must not be negative")
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> convert("{ number: 1 }", Failing.class)).isInstanceOf(AssertionError.class)
        .hasMessage("an error, not an exception");
    assertUsable();
  }

  @Test
  void whatGettersThrow() {
    assertThatThrownBy(() -> convert("{ get name() { throw new RangeError('g') } }", Item.class)).isInstanceOf(
        JsThrownException.class).hasMessage("RangeError: g");
    assertThatThrownBy(() -> convert("new Proxy({}, { ownKeys() { throw 1 } })", Map.class)).isInstanceOf(
        JsThrownException.class);
    assertUsable();
  }
}
