package io.jsc4j.samples.tour;

import io.jsc4j.JsContext;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** JavaScript objects to Java records and back, with errors that say where. */
public final class RecordConversion {
  /** What was ordered; a sealed hierarchy is told apart by the property {@code type}. */
  public sealed interface Item {}

  /** Paper. */
  public record Book(String title, BigDecimal price) implements Item {}

  /** Sound. */
  public record Song(String title, int seconds, Optional<String> artist) implements Item {}

  /** An order. */
  public record Order(int id, LocalDate placed, List<Item> items) {}

  private RecordConversion() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (JsContext js = JsContext.open()) {
      List<Order> orders = js.toJava(js.eval("""
          [{ id: 7, placed: '2026-11-25', items: [
            { type: 'Book', title: 'Emma', price: '12.50' },
            { type: 'Song', title: 'Blue', seconds: 181 }] }]
          """), new JsType<List<Order>>() {});
      // JavaScript's null is Java's.
      Order order = Objects.requireNonNull(orders).getFirst();
      System.out.println(order);
      js.global().set("order", js.toJs(order));
      System.out.println(js.eval("order.items.map(item => `${item.type} ${item.title}`).join(', ')").asString());
      try {
        js.toJava(js.eval("({ id: 8, placed: '2026-11-25', items: [{ type: 'Song', title: 1, seconds: 2 }] })"),
            Order.class);
      } catch (JsConversionException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
