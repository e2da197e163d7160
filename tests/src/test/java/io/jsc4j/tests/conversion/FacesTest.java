package io.jsc4j.tests.conversion;

import io.jsc4j.HostClass;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsExport;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsType;
import io.jsc4j.tests.support.ContextTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Objects that have a face in JavaScript cross as themselves, also within what is converted. */
final class FacesTest extends ContextTest {
  /** Exported. */
  @JsExport
  public static class Counter {
    private int count;

    /** Counts. */
    @JsExport
    public int next() {
      return ++count;
    }
  }

  /** Of a class that is exported. */
  public static final class Special extends Counter {}

  record Pair(Counter left, Counter right) {}

  private static final class Plain {}

  /** Keeps counters. */
  public interface Keeper {
    Counter keep(Counter counter);
  }

  @Test
  void exportedObjectsGoAsTheirFaces() {
    Counter counter = new Counter();
    JsObject list = js.toJs(List.of(counter, new Pair(counter, new Special()), Map.of("c", counter))).asObject();
    js.global().set("list", list);

    assertThat(js.eval("list[0].next() + list[1].left.next()").asInt()).isEqualTo(3);
    assertThat(js.eval("list[0] === list[1].left && list[0] === list[2].c && list[1].right.next() === 1").asBoolean())
        .isTrue();
    assertThat(counter.next()).isEqualTo(3);
  }

  @Test
  void facesComeBackAsTheirObjects() {
    Counter counter = new Counter();
    js.export("counter", counter);
    Special special = new Special();
    js.global().set("special", js.toJs(special));

    assertThat(js.toJava(js.eval("counter"), Counter.class)).isSameAs(counter);
    assertThat(js.toJava(js.eval("[counter, special]"), new JsType<List<Counter>>() {})).containsExactly(counter,
        special);
    Pair pair = js.toJava(js.eval("({ left: special, right: counter })"), Pair.class);
    assertThat(pair).isEqualTo(new Pair(special, counter));
    assertThatThrownBy(() -> js.toJava(js.eval("({ left: counter, right: {} })"), Pair.class)).isInstanceOf(
        JsConversionException.class).hasMessage("pair.right: expected Counter, got object");
    assertThatThrownBy(() -> js.toJava(js.eval("counter"), Special.class)).isInstanceOf(JsConversionException.class);
  }

  @Test
  void objectsOfHostClassesToo() {
    HostClass<Plain> plains = HostClass.builder("Plain", Plain.class).build();
    Plain plain = new Plain();
    JsObject face = js.toJsObject(plains, plain);

    assertThat(js.toJava(face, Plain.class)).isSameAs(plain);
    assertThatThrownBy(() -> js.toJava(JsNumber.of(1), Plain.class)).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("it is no record");
    assertThatThrownBy(() -> js.toJs(plain)).isInstanceOf(JsConversionException.class);
  }

  @Test
  void throughInterfaces() {
    Keeper keeper = object("{ keep(counter) { counter.next(); return counter; } }").as(Keeper.class);
    Counter counter = new Counter();

    assertThat(keeper.keep(counter)).isSameAs(counter);
    assertThat(counter.next()).isEqualTo(2);
  }
}
