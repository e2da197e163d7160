package io.jsc4j.tests.api;

import io.jsc4j.JsArray;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import io.jsc4j.JsWeakRef;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Covers({"JSWeakCreate", "JSWeakGetObject", "JSWeakRelease"})
final class WeakReferenceTest extends ContextTest {
  @Test
  void givesTheObjectWhileItLives() {
    JsObject object = object("{ n: 5 }");
    JsWeakRef<? extends JsObject> weak = object.weak();

    assertThat(weak.get().orElseThrow().isSame(object)).isTrue();
    assertThat(weak.get().orElseThrow()).isNotSameAs(object);
    js.runtime().collectGarbage();
    assertThat(weak.get().orElseThrow().get("n").asInt()).isEqualTo(5);
    assertThat(weak.context()).isSameAs(js);
    assertThat(weak.toString()).startsWith("JsWeakRef@");
  }

  @Test
  void keepsTheKindOfTheHandle() {
    JsWeakRef<JsFunction> function = js.eval("(() => 42)").asFunction().weak();
    JsWeakRef<JsArray> array = js.newArray(JsNumber.of(1)).weak();
    js.eval("0");

    function.get().ifPresent(f -> assertThat(f.call().asInt()).isEqualTo(42));
    array.get().ifPresent(a -> assertThat(a.get(0).asInt()).isOne());
    assertThat(js.eval("new Date(0)").asObject().weak().get()).isPresent();
    assertThat(js.eval("new ArrayBuffer(1)").asObject().weak().get()).isPresent();
    assertThat(js.eval("new Int8Array(1)").asObject().weak().get()).isPresent();
  }

  /** The stack may hold an address by chance, so most must be gone, not each. */
  @Test
  void doesNotKeepTheObjectAlive() {
    List<JsWeakRef<?>> weak = new ArrayList<>();
    try (JsScope _ = js.openScope()) {
      for (int i = 0; i < 1000; i++) {
        weak.add(js.newObject().weak());
      }
    }
    assertThat(JsEngine.liveResources().weakReferences()).isGreaterThanOrEqualTo(1000);
    js.eval("(function f(n) { return n ? f(n - 1) + 1 : 0 })(200)");
    js.runtime().collectGarbage();

    assertThat(weak.stream().filter(reference -> reference.get().isEmpty()).count()).isGreaterThan(900);
  }

  @Test
  void whatItGivesKeepsTheObjectAlive() {
    JsWeakRef<?> weak;
    try (JsScope scope = js.openScope()) {
      JsObject object = js.newObject();
      weak = object.weak();
      scope.escape(weak.get().orElseThrow());
    }
    JsObject again = weak.get().orElseThrow();
    js.runtime().collectGarbage();
    assertThat(weak.get().orElseThrow().isSame(again)).isTrue();
  }

  @Test
  void manyThatJavaForgetsAreReleasedByTheOwner() {
    JsObject object = js.newObject();
    for (int i = 0; i < 20_000; i++) {
      assertThat(object.weak().get()).isPresent();
      if (i % 4_000 == 0) {
        System.gc();
      }
    }
    for (int i = 0; i < 100 && JsEngine.liveResources().weakReferences() > 15_000; i++) {
      System.gc();
      js.eval("0");
    }
    assertThat(JsEngine.liveResources().weakReferences()).isLessThanOrEqualTo(15_000);
  }

  @Test
  void worksInsideHostFunctions() {
    JsObject object = js.newObject();
    JsWeakRef<? extends JsObject> weak = object.weak();
    js.global().set("look", js.function("look", _ -> weak.get().<JsValue>map(found -> found).orElse(JsValue.ofNull())));

    assertThat(js.eval("look()").isSame(object)).isTrue();
  }

  @Test
  void endsWithItsContextAndRuntime() {
    JsWeakRef<? extends JsObject> ofClosedContext;
    JsWeakRef<? extends JsObject> ofClosedRuntime;
    try (JsContext other = js.runtime().openContext()) {
      ofClosedContext = other.newObject().weak();
    }
    try (JsRuntime runtime = JsRuntime.open()) {
      ofClosedRuntime = runtime.openContext().newObject().weak();
    }
    assertThatThrownBy(ofClosedContext::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    assertThatThrownBy(ofClosedRuntime::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    js.runtime().collectGarbage();
    assertUsable();
  }

  @Test
  void belongsToTheThreadOfTheRuntime() throws InterruptedException {
    JsWeakRef<? extends JsObject> weak = js.newObject().weak();

    Threads.assertWrongThread(weak::get);
    Threads.assertWrongThread(() -> js.global().weak());
  }

  @Test
  void endedHandlesHaveNone() {
    JsObject ended;
    try (JsScope _ = js.openScope()) {
      ended = js.newObject();
    }
    assertThatThrownBy(ended::weak).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can no longer be used");
  }
}
