package io.jsc4j.tests.api;

import io.jsc4j.JsEngine;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsScopeTest extends ContextTest {
  private static void assertEnded(JsObject handle, String by) {
    assertThatThrownBy(() -> handle.get("a")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this value can no longer be used")
        .hasMessageContaining(by);
  }

  @Test
  void handlesEndWithTheirScope() {
    JsObject before = object("{ a: 0 }");
    JsObject inside;
    JsSymbol symbol;
    try (JsScope scope = js.openScope()) {
      inside = object("{ a: 1 }");
      symbol = js.newSymbol("s");
      assertThat(inside.get("a").asInt()).isOne();
      assertThat(scope.toString()).startsWith("scope 1 of context");
    }
    assertEnded(inside, "it belonged to scope 1 of context");
    assertThatThrownBy(() -> before.get(symbol)).isInstanceOf(IllegalStateException.class);
    assertThat(before.get("a").asInt()).isZero();
  }

  @Test
  void handlesAreReleasedAtOnce() {
    long before = JsEngine.liveResources().handles();
    try (JsScope _ = js.openScope()) {
      for (int i = 0; i < 100; i++) {
        js.newObject();
      }
      assertThat(JsEngine.liveResources().handles()).isEqualTo(before + 100);
    }
    assertThat(JsEngine.liveResources().handles()).isEqualTo(before);
  }

  @Test
  void escapeMovesAHandleOneScopeOut() {
    JsObject twice;
    JsObject once;
    try (JsScope outer = js.openScope()) {
      try (JsScope inner = js.openScope()) {
        once = inner.escape(object("{ a: 1 }"));
        twice = outer.escape(inner.escape(object("{ a: 2 }")));
      }
      assertThat(once.get("a").asInt()).isOne();
    }
    assertEnded(once, "scope 1");
    assertThat(twice.get("a").asInt()).isEqualTo(2);
  }

  @Test
  void escapeDoesNothingForPlainDataAndForHandlesOfOtherScopes() {
    JsObject root = object("{ a: 1 }");
    try (JsScope outer = js.openScope(); JsScope inner = js.openScope()) {
      assertThat(inner.escape(JsString.of("s"))).isEqualTo(JsString.of("s"));
      assertThat(inner.escape(JsValue.undefined())).isEqualTo(JsValue.undefined());
      assertThat(inner.escape(root)).isSameAs(root);
      JsObject ofInner = object("{ a: 2 }");
      assertThat(outer.escape(ofInner)).isSameAs(ofInner);
    }
    assertThat(root.get("a").asInt()).isOne();
  }

  @Test
  void escapeRefusesWhatHasEnded() {
    JsObject ended;
    try (JsScope _ = js.openScope()) {
      ended = js.newObject();
    }
    try (JsScope scope = js.openScope()) {
      assertThatThrownBy(() -> scope.escape(ended)).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("can no longer be used");
    }
  }

  @Test
  void itIsAnArena() {
    MemorySegment memory;
    try (JsScope scope = js.openScope()) {
      memory = scope.allocate(ValueLayout.JAVA_LONG, 3);
      memory.setAtIndex(ValueLayout.JAVA_LONG, 2, 42);
      assertThat(scope.scope().isAlive()).isTrue();
      assertThat(scope.allocateFrom("text").getString(0)).isEqualTo("text");
      assertThat(scope.allocate(64, 64).address() % 64).isZero();
      assertThat(memory.isAccessibleBy(new Thread(() -> {
      }))).isFalse();
    }
    assertThat(memory.scope().isAlive()).isFalse();
    assertThatThrownBy(() -> memory.getAtIndex(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aContextMayLiveInAScope() {
    io.jsc4j.JsContext inner;
    try (JsScope scope = js.openScope()) {
      inner = js.runtime().openContext((Arena) scope);
      assertThat(inner.eval("1").asInt()).isOne();
    }
    assertThat(inner.isClosed()).isTrue();
    assertUsable();
  }

  @Test
  void aHostFunctionHasAScopeOfItsOwn() {
    long[] handles = new long[2];
    js.global().set("f", js.function("f", call -> {
      handles[0] = JsEngine.liveResources().handles();
      try (JsScope _ = js.openScope()) {
        js.newObject();
        js.newObject();
      }
      handles[1] = JsEngine.liveResources().handles();
      return JsNumber.of(1);
    }));
    js.eval("f()");

    assertThat(handles[1]).isEqualTo(handles[0]);
  }

  @Test
  void theRootScopeGivesBackWhatJavaNoLongerReaches() {
    long before = JsEngine.liveResources().handles();
    for (int round = 0; round < 100 && (round < 5 || JsEngine.liveResources().handles() > before + 1000); round++) {
      for (int i = 0; i < 1000; i++) {
        js.newObject();
      }
      System.gc();
      js.newObject();
    }
    assertThat(JsEngine.liveResources().handles()).isLessThanOrEqualTo(before + 1000);
  }

  @Test
  void aScopeLeftOpenClosesWithItsContext() {
    JsScope scope = js.openScope();
    JsObject inside = js.newObject();
    js.close();

    assertThatThrownBy(() -> inside.get("a")).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    scope.close();
  }
}
