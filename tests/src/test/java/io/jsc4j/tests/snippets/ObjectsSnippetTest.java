package io.jsc4j.tests.snippets;

import io.jsc4j.HostClass;
import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsIterator;
import io.jsc4j.JsMap;
import io.jsc4j.JsNumber;
import io.jsc4j.JsRegExp;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static io.jsc4j.tests.snippets.Printed.printedBy;
import static org.assertj.core.api.Assertions.assertThat;

/** The snippets of what a context makes and reads. */
final class ObjectsSnippetTest extends ContextTest {
  private static final class Point {
    private double x;
    private final double y;

    Point(double x, double y) {
      this.x = x;
      this.y = y;
    }

    double norm() {
      return Math.hypot(x, y);
    }
  }

  @Test
  void iterator() {
    js.eval("function* readLines() { yield 'one'; yield 'two' }");
    assertThat(printedBy(() -> {
      // @start region="iterator"
      try (JsIterator lines = js.eval("readLines()").asObject().iterate()) {
        while (lines.hasNext()) {
          IO.println(lines.next().asString());
        }
      }
      // @end
    })).containsExactly("one", "two");
  }

  @Test
  void regularExpression() {
    // @start region="regexp"
    JsRegExp date = js.newRegExp("(?<year>\\d+)-(?<month>\\d+)", "");
    String year = date.exec("on 2026-11-25").orElseThrow().group("year").orElseThrow();
    // @end
    assertThat(year).isEqualTo("2026");
  }

  @SuppressWarnings("NarrowCalculation")
  @Test
  void hostException() {
    js.global()
        .set("half",
            // @start region="host-exception"
            js.function("half", call -> {
              int n = call.arg(0).asInt();
              if (n % 2 != 0) {
                throw HostException.rangeError("an odd number has no half: " + n);
              }
              return JsNumber.of(n / 2);
            })
        // @end
        );
    assertThat(js.eval("half(8)").asInt()).isEqualTo(4);
    assertThat(js.eval("try { half(7) } catch (e) { `${e instanceof RangeError} ${e.message}` }").asString()).isEqualTo(
        "true an odd number has no half: 7");
  }

  @Test
  void list() {
    // @start region="list"
    List<JsValue> words = js.eval("['b', 'a']").asArray().asList();
    words.add(JsString.of("c"));
    words.removeFirst();
    // @end
    Assertions.<JsValue>assertThat(words).containsExactly(JsString.of("a"), JsString.of("c"));
  }

  @Test
  void typedFunction() {
    js.global()
        .set("hypot",
            // @start region="typed-function"
            js.function("hypot", HostFunction.ofDoubles(Math::hypot))
        // @end
        );
    assertThat(js.eval("hypot(3, 4)").asDouble()).isEqualTo(5);
  }

  @Test
  void hostClass() {
    // @start region="host-class"
    HostClass<Point> points = HostClass.builder("Point", Point.class)
        .constructor(call -> new Point(call.arg(0).asDouble(), call.arg(1).asDouble()))
        .accessor("x", point -> JsNumber.of(point.x), (point, value) -> point.x = value.asDouble())
        .method("norm", (point, call) -> JsNumber.of(point.norm()))
        .build();
    js.global().set("Point", js.define(points));
    JsValue norm = js.eval("new Point(3, 4).norm()");
    // @end
    assertThat(norm.asDouble()).isEqualTo(5);
    assertThat(js.eval("const p = new Point(1, 0); p.x = 7; p.x").asInt()).isEqualTo(7);
  }

  @SuppressWarnings("NarrowCalculation")
  @Test
  void buffer() {
    int width = 2;
    int height = 3;
    // @start region="buffer"
    JsArrayBuffer pixels = js.newArrayBuffer(width * height * 4);
    try (JsScope scope = js.openScope()) {
      MemorySegment memory = pixels.asSegment(scope);
      render(memory);
    } // memory can no longer be accessed; JavaScript goes on using the bytes
    // @end
    js.global().set("pixels", pixels);
    assertThat(js.eval("new Uint8Array(pixels).join()").asString()).isEqualTo(
        "9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9");
  }

  private static void render(MemorySegment memory) {
    for (long i = 0; i < memory.byteSize(); i++) {
      memory.set(ValueLayout.JAVA_BYTE, i, (byte) 9);
    }
  }

  @Test
  void asyncIteration() {
    js.eval(
        "var closed = false; async function* rows() { try { yield 'one'; yield 'two' } finally { closed = true } }");
    assertThat(printedBy(() -> {
      // @start region="async-iteration"
      try (Stream<JsValue> rows = js.eval("rows()").asObject().asAsyncIterable().stream(Duration.ofSeconds(5))) {
        rows.limit(10).forEach(row -> IO.println(row.asString()));
      } // what the generator has in `finally` has run
      // @end
    })).containsExactly("one", "two");
    assertThat(js.eval("closed").asBoolean()).isTrue();
  }

  @Test
  void map() {
    assertThat(printedBy(() -> {
      // @start region="map"
      JsMap ages = js.newMap();
      ages.put(JsString.of("Ada"), JsNumber.of(36));
      js.global().set("ages", ages.object());
      js.eval("ages.set('Grace', 85)");
      ages.forEach((name, age) -> IO.println(name + " is " + age));
      // @end
    })).containsExactly("Ada is 36", "Grace is 85");
  }

  @Test
  void export() {
    js.export("account", new Account());

    assertThat(js.eval("account.deposit(5); account.balance").asDouble()).isEqualTo(5);
    assertThat(Assertions.catchThrowableOfType(JsThrownException.class, () -> js.eval("account.getClass()")))
        .isNotNull();
  }
}
