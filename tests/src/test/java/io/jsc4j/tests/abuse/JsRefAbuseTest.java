package io.jsc4j.tests.abuse;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("try") // closing too early and twice is the subject
final class JsRefAbuseTest extends ContextTest {
  @Test
  void usedAfterClose() {
    JsRef<? extends JsObject> ref = js.newObject().retain();
    JsObject handle = ref.get();
    ref.close();

    assertThatThrownBy(ref::get).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the reference has been closed");
    assertThatThrownBy(handle::keys).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("its reference has been closed");
    assertThatThrownBy(handle::retain).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> js.newArray(handle)).isInstanceOf(IllegalStateException.class);
    assertUsable();
  }

  @Test
  void closedTwice() {
    JsObject object = js.newObject();
    JsRef<? extends JsObject> one = object.retain();
    JsRef<? extends JsObject> two = object.retain();
    one.close();
    one.close();
    js.runtime().collectGarbage();

    assertThat(two.get().keys()).isEmpty();
    assertThat(JsEngine.liveResources().references()).isOne();
    two.close();
  }

  @Test
  void usedFromAnotherThread() throws Exception {
    try (JsRef<? extends JsObject> ref = js.newObject().retain()) {
      Threads.assertWrongThread(ref::get);
      Threads.assertWrongThread(ref::close);
      assertThat(ref.get().keys()).isEmpty();
    }
  }

  @Test
  void closedInsideACallback() {
    JsRef<? extends JsObject> ref = object("{ m() { close(this); return this.a }, a: 5 }").retain();
    js.global().set("close", js.function("close", call -> {
      ref.close();
      js.runtime().collectGarbage();
      return JsValue.undefined();
    }));

    assertThat(ref.get().invoke("m").asInt()).as("the running call keeps its object").isEqualTo(5);
    assertThatThrownBy(ref::get).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closedAfterItsContext() {
    JsContext other = js.runtime().openContext();
    JsRef<? extends JsObject> ref = other.newObject().retain();
    other.close();

    assertThatThrownBy(ref::get).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("context has been closed");
    ref.close();
    ref.close();
    assertUsable();
  }

  @Test
  void ofAHandleThatHasEnded() {
    JsObject ended;
    try (var _ = js.openScope()) {
      ended = js.newObject();
    }
    assertThatThrownBy(ended::retain).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can no longer be used");
    assertThat(JsEngine.liveResources().references()).isZero();
  }

  @Test
  void thousands() {
    JsObject object = js.newObject();
    // Kept, because one that Java's collector has found to be out of reach is not counted any more.
    List<JsRef<?>> references = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      references.add(object.retain());
    }
    assertThat(JsEngine.liveResources().references()).isEqualTo(5_000);
    js.close();
    assertThat(JsEngine.liveResources().references()).isZero();
    references.forEach(JsRef::close);
  }
}
