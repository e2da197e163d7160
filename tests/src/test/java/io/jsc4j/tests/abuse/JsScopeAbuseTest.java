package io.jsc4j.tests.abuse;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("try") // closing too early and twice is the subject
final class JsScopeAbuseTest extends ContextTest {
  private void define(String name, HostFunction function) {
    js.global().set(name, js.function(name, function));
  }

  @Test
  void usedAfterClose() {
    JsScope scope = js.openScope();
    JsObject object = js.newObject();
    scope.close();

    assertThatThrownBy(() -> scope.allocate(8)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> scope.escape(object)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> scope.escape(js.newObject())).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThat(scope.scope().isAlive()).isFalse();
    assertThat(scope.toString()).startsWith("scope");
  }

  @Test
  void closedTwice() {
    JsScope scope = js.openScope();
    JsScope inner = js.openScope();
    inner.close();
    inner.close();
    JsObject ofScope = js.newObject();
    inner.close();
    assertThat(ofScope.keys()).isEmpty();
    scope.close();
    scope.close();
    assertUsable();
  }

  @Test
  void closedOutOfOrder() {
    JsScope outer = js.openScope();
    JsObject ofOuter = js.newObject();
    MemorySegment memory = outer.allocate(8);
    JsScope inner = js.openScope();

    assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("scope 1")
        .hasMessageContaining("scope 2")
        .hasMessageContaining("innermost first")
        .hasMessageContaining("try-with-resources");
    assertThat(ofOuter.keys()).as("it stays open as a whole").isEmpty();
    assertThat(memory.scope().isAlive()).isTrue();
    inner.close();
    outer.close();
    assertUsable();
  }

  @Test
  void usedFromAnotherThread() throws Exception {
    try (JsScope scope = js.openScope()) {
      JsObject object = js.newObject();
      Threads.assertWrongThread(scope::close);
      Threads.assertWrongThread(() -> scope.allocate(8));
      Threads.assertWrongThread(() -> scope.escape(object));
      Threads.onPlatformThread(() -> assertThat(scope.toString()).startsWith("scope"));
      assertThat(object.keys()).isEmpty();
    }
  }

  @Test
  void anOuterScopeClosedInsideACallback() {
    try (JsScope scope = js.openScope()) {
      JsObject ofScope = js.newObject();
      define("close", call -> {
        scope.close();
        return JsValue.undefined();
      });

      assertThatThrownBy(() -> js.eval("close()")).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was opened outside the call of host function 'close'");
      assertThat(ofScope.keys()).isEmpty();
    }
    assertUsable();
  }

  @Test
  void leftOpenInACallback() {
    List<JsScope> scopes = new ArrayList<>();
    List<JsObject> handles = new ArrayList<>();
    define("leave", call -> {
      scopes.add(js.openScope());
      handles.add(js.newObject());
      scopes.add(js.openScope());
      handles.add(js.newObject());
      return handles.getLast();
    });

    assertThat(js.eval("leave()").asObject().keys()).as("the result was taken before").isEmpty();
    for (JsObject handle : handles) {
      assertThatThrownBy(handle::keys).isInstanceOf(IllegalStateException.class).hasMessageContaining("is closed");
    }
    assertThatThrownBy(() -> scopes.getFirst().allocate(8)).isInstanceOf(IllegalStateException.class);
    scopes.forEach(JsScope::close);
    assertUsable();
  }

  @Test
  void openedInACallbackAndClosedInALaterOne() {
    List<JsScope> scopes = new ArrayList<>();
    define("open", call -> {
      scopes.add(js.openScope());
      return JsValue.undefined();
    });
    define("close", call -> {
      JsObject mine = js.newObject();
      scopes.getFirst().close();
      assertThat(mine.keys()).isEmpty();
      return mine;
    });
    js.eval("open()");

    assertThat(js.eval("close()").asObject().keys()).isEmpty();
  }

  @Test
  void escapedOutOfACallback() {
    List<JsObject> escaped = new ArrayList<>();
    define("escape", call -> {
      try (JsScope scope = js.openScope()) {
        escaped.add(scope.escape(js.newObject()));
      }
      assertThat(escaped.getFirst().keys()).isEmpty();
      return JsValue.undefined();
    });
    js.eval("escape()");

    assertThatThrownBy(() -> escaped.getFirst().keys()).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("host function 'escape'");
  }

  @Test
  void anOuterScopeEscapesInsideACallback() {
    try (JsScope outer = js.openScope()) {
      JsObject object = js.newObject();
      define("escape", call -> {
        outer.escape(object);
        outer.escape(js.newObject());
        return JsValue.undefined();
      });
      js.eval("escape()");
      outer.close();
      assertThat(object.keys()).isEmpty();
    }
  }

  @Test
  void leftOpenAtContextClose() {
    JsContext other = js.runtime().openContext();
    JsScope outer = other.openScope();
    JsScope inner = other.openScope();
    MemorySegment memory = inner.allocate(8);
    JsObject object = other.newObject();
    other.close();

    assertThatThrownBy(object::keys).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> inner.escape(object)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> outer.allocate(1)).isInstanceOf(IllegalStateException.class);
    outer.close();
    inner.close();
    assertThat(memory.scope().isAlive()).isFalse();
    assertUsable();
  }

  @Test
  void escapeOfAForeignHandleDoesNothing() {
    try (JsContext other = JsContext.open(); JsScope scope = js.openScope(); JsScope ofOther = other.openScope()) {
      JsObject foreign = other.newObject();
      assertThat(scope.escape(foreign)).isSameAs(foreign);
      ofOther.close();
      assertThatThrownBy(foreign::keys).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void memoryThatANativeCallUsesKeepsTheScopeOpen() {
    JsScope scope = js.openScope();
    JsContext inScope = js.runtime().openContext(scope);
    JsObject object = js.newObject();
    inScope.global().set("close", inScope.function("close", call -> {
      scope.close();
      return JsValue.undefined();
    }));

    assertThatThrownBy(() -> inScope.eval("close()")).isInstanceOf(IllegalStateException.class);
    assertThat(object.keys()).as("it stays open as a whole").isEmpty();
    assertThat(inScope.isClosed()).isFalse();
    scope.close();
    assertThat(inScope.isClosed()).isTrue();
    assertThatThrownBy(object::keys).isInstanceOf(IllegalStateException.class);
    assertUsable();
  }

  @Test
  void thousandsOfNestedScopes() {
    List<JsScope> scopes = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      scopes.add(js.openScope());
      js.newObject();
    }
    scopes.reversed().forEach(JsScope::close);
    assertUsable();
  }
}
