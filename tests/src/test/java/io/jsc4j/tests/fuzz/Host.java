package io.jsc4j.tests.fuzz;

import io.jsc4j.JsExport;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A Java class with a face in JavaScript. */
@JsExport
public final class Host {
  private @Nullable Object field;

  /** For scripts. */
  public Host() {}

  /** A method. */
  @JsExport
  public int twice(int number) {
    return number * 2;
  }

  /** A getter. */
  @JsExport(accessor = true)
  public @Nullable Object getField() {
    return field;
  }

  /** A setter, which a script can give anything. */
  @JsExport(accessor = true)
  public void setField(@Nullable Object value) {
    field = value;
  }

  /** A method that takes and gives a class of the host. */
  @JsExport
  public Host self(Host other) {
    return other == this ? this : new Host();
  }

  /** What scripts implement. */
  public interface Face {
    /** A method. */
    int a(int x);

    /** A method that gives a value. */
    JsValue b(JsValue x);

    /** A method that gives a future. */
    CompletableFuture<String> c();
  }

  /** A record. */
  public record Point(int x, double y, @Nullable String name, List<Point> more) {}

  /** A closed family. */
  public sealed interface Shape permits Circle, Square {}

  /** One of it. */
  public record Circle(double radius) implements Shape {}

  /** One of it. */
  public record Square(Optional<Double> side) implements Shape {}

  /** Classes to convert to. */
  static final List<Class<?>> CLASSES = List.of(Host.class, Face.class, Point.class, Shape.class, Circle.class,
      String.class, int.class, Integer.class, long.class, double.class, boolean.class, byte[].class, int[].class,
      String[].class, List.class, Map.class, Object.class, JsValue.class, io.jsc4j.JsObject.class,
      io.jsc4j.JsFunction.class, io.jsc4j.JsContext.class, Runnable.class, Thread.State.class,
      java.math.BigInteger.class, java.math.BigDecimal.class, java.time.Instant.class, Void.class, void.class,
      java.util.function.Function.class, CompletableFuture.class, java.net.URI.class, java.util.UUID.class);

  /** Types to convert to. */
  static final List<JsType<?>> TYPES = List.of(new JsType<List<Point>>() {}, new JsType<Map<String, Shape>>() {},
      new JsType<Optional<List<@Nullable Integer>>>() {}, new JsType<Face>() {}, new JsType<List<Object>>() {},
      new JsType<Map<Thread.State, double[]>>() {}, new JsType<java.util.Set<List<JsValue>>>() {},
      new JsType<java.util.function.Function<String, Point>>() {});
}
