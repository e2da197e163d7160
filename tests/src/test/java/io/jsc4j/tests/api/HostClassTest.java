package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.HostFunction;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

final class HostClassTest extends ContextTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final HostClass<Point> POINT = HostClass.builder("Point", Point.class)
      .constructor(2, call -> new Point(call.arg(0).asDouble(), call.arg(1).asDouble()))
      .accessor("x", point -> JsNumber.of(point.x), (point, value) -> point.x = value.asDouble())
      .accessor("y", point -> JsNumber.of(point.y))
      .accessor("both", (point, call) -> call.context().newArray(JsNumber.of(point.x), JsNumber.of(point.y)),
          (point, call) -> {
            point.x = call.arg(0).asArray().get(0).asDouble();
            return JsValue.undefined();
          })
      .method("norm", (point, _) -> JsNumber.of(Math.hypot(point.x, point.y)))
      .method("scale", 1, (point, call) -> {
        point.x *= call.arg(0).asDouble();
        point.y *= call.arg(0).asDouble();
        return call.thisValue();
      })
      .method("fail", (_, call) -> {
        throw new IllegalStateException(call.arg(0).asString());
      })
      .staticMethod("hypot", HostFunction.ofDoubles(Math::hypot))
      .staticAccessor("count", () -> JsNumber.of(COUNT.get()), value -> COUNT.set(value.asInt()))
      .staticAccessor("fixed", () -> JsString.of("fixed"))
      .constant("DIMENSIONS", 2)
      .constant("KIND", "flat")
      .constant("IS_POINT", true)
      .build();

  static final class Point {
    double x;
    double y;

    Point(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  @BeforeEach
  void define() {
    COUNT.set(0);
    js.global().set("Point", js.define(POINT));
  }

  private String caught(String expression) {
    return js.eval("try { (() => { 'use strict'; " + expression
        + " })(); 'nothing' } catch (e) { (e instanceof TypeError) + ' ' + e.message }").asString();
  }

  @Test
  void constructed() {
    assertThat(js.eval("new Point(3, 4).norm()").asDouble()).isEqualTo(5);
    assertThat(js.eval("new Point(1, 2) instanceof Point").asBoolean()).isTrue();
    Point point = js.eval("new Point(1, 2)").asObject().hostObject(Point.class).orElseThrow();
    assertThat(point.x).isEqualTo(1);
    assertThat(js.define(POINT).construct(JsNumber.of(5), JsNumber.of(6)).hostObject(Point.class).orElseThrow().y)
        .isEqualTo(6);
    assertThat(caught("Point(1, 2)")).startsWith("true Cannot call a class constructor");
  }

  @Test
  void looksLikeAClass() {
    assertThat(js.eval("Point.name + Point.length + typeof Point").asString()).isEqualTo("Point2function");
    assertThat(js.eval("Object.getOwnPropertyNames(Point.prototype).join()").asString())
        .isEqualTo("constructor,x,y,both,norm,scale,fail");
    assertThat(js.eval("Point.prototype.scale.name + Point.prototype.scale.length").asString()).isEqualTo("scale1");
    assertThat(js.eval("Object.getOwnPropertyDescriptor(Point.prototype, 'x').get.name").asString()).isEqualTo("get x");
    assertThat(js.eval("Object.keys(new Point(1, 2)).length + JSON.stringify(new Point(1, 2))").asString())
        .isEqualTo("0{}");
    assertThat(js.eval("String(new Point(1, 2))").asString()).isEqualTo("[object Point]");
    assertThat(js.eval("'prototype' in Point.prototype.norm").asBoolean()).isFalse();
  }

  @Test
  void accessors() {
    assertThat(js.eval("const p = new Point(1, 2); p.x = 10; p.x + p.y").asInt()).isEqualTo(12);
    assertThat(js.eval("p.both = [7]; p.both.join()").asString()).isEqualTo("7,2");
    assertThat(caught("p.y = 1")).startsWith("true Attempted to assign to readonly property");
    assertThat(js.eval("p.y = 5; p.y").asInt()).isEqualTo(2);
    assertThat(thrownByJava("p.x = 'a'")).isInstanceOf(ClassCastException.class)
        .hasMessage("expected number, got string \"a\"");
    assertThat(js.eval("p.extra = 1; p.extra").asInt()).isOne();
  }

  private Throwable thrownByJava(String script) {
    return catchThrowable(() -> js.eval(script));
  }

  @Test
  void staticMembers() {
    assertThat(js.eval("Point.hypot(3, 4) + Point.count++ + Point.count").asInt()).isEqualTo(6);
    assertThat(COUNT.get()).isOne();
    assertThat(js.eval("Point.fixed").asString()).isEqualTo("fixed");
    assertThat(caught("Point.fixed = 1")).startsWith("true");
    assertThat(js.eval("Point.DIMENSIONS + Point.KIND + Point.IS_POINT").asString()).isEqualTo("2flattrue");
    assertThat(caught("Point.DIMENSIONS = 3")).startsWith("true");
    assertThat(js.eval("Object.keys(Point).join()").asString()).isEqualTo("DIMENSIONS,KIND,IS_POINT");
    assertThat(caught("Point.hypot('a', 1)")).isEqualTo(
        "true argument 0 of 'hypot': expected number, got string \"a\"");
  }

  @Test
  void thisValueIsTheFace() {
    assertThat(js.eval("{ const p = new Point(1, 2); p.scale(2) === p && p.x === 2 }").asBoolean()).isTrue();
  }

  @Test
  void exceptionsBehaveAsInHostFunctions() {
    assertThatThrownBy(() -> js.eval("new Point(1, 2).fail('why')")).isInstanceOf(IllegalStateException.class)
        .hasMessage("why");
    assertThat(js.eval("try { new Point(1, 2).fail('why') } catch (e) { e instanceof Error && e.message }").asString())
        .isEqualTo("a host function failed");
    assertThatThrownBy(() -> js.eval("new Point('a')")).isInstanceOf(ClassCastException.class);
    assertThat(js.eval("try { new Point('a') } catch (e) { e.message }").asString())
        .isEqualTo("expected number, got string");
  }

  @Test
  void definedOncePerContext() {
    JsFunction one = js.define(POINT);

    assertThat(js.define(POINT).isSame(one)).isTrue();
    assertThat(js.eval("Point").isSame(one)).isTrue();
  }

  @Test
  void aJavaObjectHasOneFace() {
    Point point = new Point(1, 2);
    JsObject face = js.toJsObject(POINT, point);

    assertThat(js.toJsObject(POINT, point).isSame(face)).isTrue();
    assertThat(face.hostObject(Point.class)).containsSame(point);
    assertThat(face.hostObject(Object.class)).containsSame(point);
    assertThat(face.hostObject(String.class)).isEmpty();
    assertThat(js.toJsObject(POINT, new Point(1, 2)).isSame(face)).isFalse();
    assertThat(face.isInstanceOf(js.define(POINT))).isTrue();
    assertThat(js.newObject().hostObject(Object.class)).isEmpty();
    assertThat(js.function("f", _ -> JsValue.undefined()).hostObject(Object.class)).isEmpty();

    JsObject made = js.eval("new Point(8, 9)").asObject();
    assertThat(js.toJsObject(POINT, made.hostObject(Point.class).orElseThrow()).isSame(made)).isTrue();
  }

  @Test
  void equalObjectsAreNotTheSame() {
    HostClass<String> text = HostClass.builder("Text", String.class)
        .accessor("length", s -> JsNumber.of(s.length()))
        .build();
    String one = String.valueOf(new char[]{'a'});
    String two = String.valueOf(new char[]{'a'});

    assertThat(js.toJsObject(text, one).isSame(js.toJsObject(text, two))).isFalse();
    assertThat(js.toJsObject(text, two).get("length").asInt()).isOne();
  }

  @Test
  void aConstructorMayGiveAnObjectThatHasAFace() {
    Point only = new Point(1, 1);
    HostClass<Point> single = HostClass.builder("Single", Point.class).constructor(_ -> only).build();
    js.global().set("Single", js.define(single));

    assertThat(js.eval("new Single() === new Single()").asBoolean()).isTrue();
    assertThat(js.eval("new Single()").isSame(js.toJsObject(single, only))).isTrue();
  }

  @Test
  void withoutAConstructorNewIsATypeError() {
    HostClass<Point> closed = HostClass.builder("Closed", Point.class)
        .accessor("x", point -> JsNumber.of(point.x))
        .build();
    js.global().set("Closed", js.define(closed));

    assertThat(caught("new Closed()")).isEqualTo("true Closed can't be constructed");
    assertThat(caught("new (class extends Closed {})()")).isEqualTo("true Closed can't be constructed");
    assertThat(js.toJsObject(closed, new Point(5, 0)).get("x").asInt()).isEqualTo(5);
  }

  @Test
  void whatTheBuilderRefuses() {
    HostClass.Builder<Point> builder = HostClass.builder("P", Point.class).method("m", (_, _) -> JsValue.undefined());

    assertThatThrownBy(() -> builder.accessor("m", _ -> JsValue.undefined()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'m'");
    assertThatThrownBy(() -> builder.method("constructor", (_, _) -> JsValue.undefined()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.constant("prototype", 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.method("n", -1, (_, _) -> JsValue.undefined()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.constant("m", 1).build().name()).isEqualTo("P");
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void objectsOfAnotherTypeAreRefused() {
    HostClass raw = POINT;

    assertThatThrownBy(() -> js.toJsObject(raw, "a string")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String");
  }

  @Test
  void thrownJavaScriptGoesThrough() {
    HostClass<Point> strange = HostClass.builder("Strange", Point.class)
        .constructor(call -> {
          call.arg(0).asFunction().call();
          return new Point(0, 0);
        })
        .build();
    js.global().set("Strange", js.define(strange));

    assertThatThrownBy(() -> js.eval("new Strange(() => { throw new RangeError('mine') })"))
        .isInstanceOf(JsThrownException.class)
        .hasMessage("RangeError: mine");
    assertUsable();
  }
}
