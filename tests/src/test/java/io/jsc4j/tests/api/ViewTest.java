package io.jsc4j.tests.api;

import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsContext;
import io.jsc4j.JsElementType;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Java's views of memory that belongs to the engine: how long they last, and what has none. */
@SuppressWarnings({"try", "MustBeClosedChecker"}) // closing too early is the subject
final class ViewTest extends ContextTest {
  private JsArrayBuffer buffer(String expression) {
    return (JsArrayBuffer) object(expression);
  }

  private static void assertEnded(MemorySegment view) {
    assertThat(view.scope().isAlive()).isFalse();
    assertThatThrownBy(() -> view.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void bothSidesSeeTheSameBytes() {
    JsTypedArray array = (JsTypedArray) object("globalThis.a = new Float64Array(4)");
    try (JsScope scope = js.openScope()) {
      MemorySegment view = array.asSegment(scope);
      assertThat(view.byteSize()).isEqualTo(32);
      view.setAtIndex(ValueLayout.JAVA_DOUBLE, 3, 1.5);
      assertThat(js.eval("a[3] = a[3] * 2, a.join()").asString()).isEqualTo("0,0,0,3");
      assertThat(view.getAtIndex(ValueLayout.JAVA_DOUBLE, 3)).isEqualTo(3);
      assertThat(array.asByteBuffer(scope).asDoubleBuffer().get(3)).isEqualTo(3);
      MemorySegment again = array.buffer().asSegment(scope);
      assertThat(again.address()).isEqualTo(view.address());
    }
  }

  @Test
  void aTypedArraySeesItsOwnRange() {
    buffer("globalThis.b = new ArrayBuffer(16)");
    JsTypedArray middle = (JsTypedArray) object("new Int16Array(b, 4, 3)");
    try (JsScope scope = js.openScope()) {
      MemorySegment view = middle.asSegment(scope);
      view.fill((byte) 1);
      assertThat(js.eval("new Uint8Array(b).join('')").asString()).isEqualTo("0000111111000000");
      assertThat(view.byteSize()).isEqualTo(6);
      assertThatThrownBy(() -> view.get(ValueLayout.JAVA_BYTE, 6)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> view.get(ValueLayout.JAVA_BYTE, -1)).isInstanceOf(IndexOutOfBoundsException.class);
      MemorySegment ofDataView = object("new DataView(b, 15)").asDataView().asSegment(scope);
      ofDataView.set(ValueLayout.JAVA_BYTE, 0, (byte) 8);
      assertThat(js.eval("new Uint8Array(b)[15]").asInt()).isEqualTo(8);
      ByteBuffer bytes = object("new DataView(b, 4, 2)").asDataView().asByteBuffer(scope);
      assertThat(bytes.getShort(0)).isEqualTo((short) 0x0101);
    }
  }

  @Test
  void everyAccessThrowsAfterTheScope() {
    JsArrayBuffer buffer = js.newArrayBuffer(8);
    MemorySegment view;
    ByteBuffer bytes;
    MemorySegment slice;
    try (JsScope scope = js.openScope()) {
      view = buffer.asSegment(scope);
      slice = view.asSlice(2, 2);
      bytes = buffer.asByteBuffer(scope);
    }
    assertEnded(view);
    assertEnded(slice);
    assertThatThrownBy(() -> bytes.get(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> view.fill((byte) 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> buffer.copyFrom(0, view)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theViewOutlivesItsHandle() {
    try (JsScope outer = js.openScope()) {
      MemorySegment view;
      try (JsScope inner = js.openScope()) {
        JsArrayBuffer buffer = js.newArrayBuffer(1 << 20);
        view = buffer.asSegment(outer).fill((byte) 5);
        assertThat(inner.scope().isAlive()).isTrue();
      }
      for (int i = 0; i < 20; i++) {
        js.newArrayBuffer(1 << 20);
        js.runtime().collectGarbage();
      }
      assertThat(view.get(ValueLayout.JAVA_BYTE, (1 << 20) - 1)).isEqualTo((byte) 5);
    }
  }

  @Test
  void anotherThreadCanNotAccessIt() throws Exception {
    try (JsScope scope = js.openScope()) {
      JsArrayBuffer buffer = js.newArrayBuffer(8);
      MemorySegment view = buffer.asSegment(scope);
      Threads.onPlatformThread(() -> {
        assertThatThrownBy(() -> view.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(WrongThreadException.class);
        assertThatThrownBy(() -> buffer.asSegment(scope)).isInstanceOf(WrongThreadException.class);
        assertThatThrownBy(() -> buffer.asByteBuffer(scope)).isInstanceOf(WrongThreadException.class);
      });
    }
  }

  @Test
  void transferCopiesWhatJavaLooksAt() {
    JsArrayBuffer buffer = buffer("globalThis.b = new ArrayBuffer(8)");
    try (JsScope scope = js.openScope()) {
      MemorySegment view = buffer.asSegment(scope).fill((byte) 3);
      assertThat(js.eval("globalThis.c = b.transfer(); new Uint8Array(c).fill(4); b.detached").asBoolean()).isFalse();
      assertThat(view.get(ValueLayout.JAVA_BYTE, 7)).isEqualTo((byte) 3);
      js.eval("b.transfer(4); b.transfer(16); b.transferToFixedLength(); b.transferToFixedLength(0); b = c = null");
      js.runtime().collectGarbage();
      assertThat(view.get(ValueLayout.JAVA_BYTE, 7)).isEqualTo((byte) 3);
    }
  }

  @Test
  void whatMovesOrShrinksIsNotShared() {
    try (JsScope scope = js.openScope()) {
      for (String source : new String[]{"new ArrayBuffer(8, { maxByteLength: 16 })",
          "new ArrayBuffer(8, { maxByteLength: 8 })",
          "new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 }), 0, 4)"}) {
        assertThatThrownBy(() -> view(source, scope)).as(source)
            .isInstanceOf(UnsupportedOperationException.class)
            .hasMessageContaining("resizable")
            .hasMessageContaining("copyTo");
      }
      for (String source : new String[]{"new WebAssembly.Memory({ initial: 1 }).buffer",
          "new WebAssembly.Memory({ initial: 0 }).buffer",
          "new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true }).buffer",
          "new Float32Array(new WebAssembly.Memory({ initial: 1 }).buffer, 8, 2)",
          "(m => (m.grow(1), m.buffer))(new WebAssembly.Memory({ initial: 1 }))"}) {
        assertThatThrownBy(() -> view(source, scope)).as(source)
            .isInstanceOf(UnsupportedOperationException.class)
            .hasMessageContaining("WebAssembly")
            .hasMessageContaining("copyTo");
      }
    }
  }

  private MemorySegment view(String source, JsScope scope) {
    JsObject object = object(source);
    return object instanceof JsArrayBuffer buffer ? buffer.asSegment(scope) : ((JsTypedArray) object).asSegment(scope);
  }

  @Test
  void detachedAndEmpty() {
    try (JsScope scope = js.openScope()) {
      assertThatThrownBy(() -> view("(b => (b.transfer(), b))(new ArrayBuffer(8))", scope)).isInstanceOf(
          IllegalStateException.class).hasMessageContaining("detached");
      assertThatThrownBy(() -> view("(a => (a.buffer.transfer(), a))(new Int8Array(8))", scope)).isInstanceOf(
          IllegalStateException.class).hasMessageContaining("detached");
      assertThatThrownBy(() -> view(
          "(m => { const b = m.buffer; m.grow(1); return b })(new WebAssembly.Memory({ initial: 1 }))",
          scope)).isInstanceOf(IllegalStateException.class).hasMessageContaining("detached");
      assertThat(view("new ArrayBuffer(0)", scope).byteSize()).isZero();
      assertThat(view("new Float64Array(0)", scope).byteSize()).isZero();
      assertThat(view("new Uint8Array(new ArrayBuffer(8), 8)", scope).byteSize()).isZero();
    }
  }

  @Test
  void aScopeThatCanNotHoldIt() {
    JsArrayBuffer buffer = js.newArrayBuffer(8);
    JsScope closed = js.openScope();
    closed.close();
    assertThatThrownBy(() -> buffer.asSegment(closed)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    try (JsContext other = JsContext.open(); JsScope foreign = other.openScope()) {
      assertThatThrownBy(() -> buffer.asSegment(foreign)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another runtime");
    }
    js.eval("0");
    assertThat(js.newArrayBuffer(8).slice(0, 8).isDetached()).isFalse();
  }

  @Test
  void aScopeOfAnotherContextOfTheRuntime() {
    try (JsRuntime runtime = JsRuntime.open(); JsContext one = runtime.openContext()) {
      MemorySegment view;
      JsContext other = runtime.openContext();
      JsArrayBuffer buffer = one.newArrayBuffer(8);
      view = buffer.asSegment(other.openScope());
      view.set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
      other.close();
      assertEnded(view);
      assertThat(buffer.toByteArray()[0]).isEqualTo((byte) 1);
      try (JsScope scope = one.openScope()) {
        JsContext third = runtime.openContext();
        view = third.newArrayBuffer(8).asSegment(scope);
        third.close();
        runtime.collectGarbage();
        view.set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
      }
      assertEnded(view);
    }
  }

  @Test
  void leftOpen() {
    List<MemorySegment> views = new ArrayList<>();
    js.global().set("leave", js.function("leave", call -> {
      JsScope scope = js.openScope();
      views.add(((JsArrayBuffer) call.arg(0)).asSegment(scope));
      views.getFirst().set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
      return JsNumber.of(1);
    }));
    js.eval("leave(new ArrayBuffer(8))");
    assertEnded(views.getFirst());

    JsContext own = JsContext.open();
    views.add(own.newArrayBuffer(8).asSegment(own.openScope()));
    own.close();
    assertEnded(views.getLast());

    try (Arena arena = Arena.ofConfined()) {
      JsContext inArena = JsContext.open(arena);
      views.add(inArena.newArrayBuffer(8).asSegment(inArena.openScope()));
    }
    assertEnded(views.getLast());
  }

  /** A downcall of another runtime keeps the arena open, while everything else of this runtime closes. */
  @Test
  void aViewThatCanNotEndKeepsTheHeap() {
    JsContext owner = JsContext.open();
    JsScope scope = owner.openScope();
    MemorySegment view = owner.newArrayBuffer(1 << 20).asSegment(scope);
    view.fill((byte) 9);
    // Its calls use memory of the scope.
    JsContext guest = JsContext.open(scope);
    guest.global().set("close", guest.function("close", call -> {
      owner.close();
      assertThat(owner.isClosed() && owner.runtime().isClosed()).isTrue();
      assertThat(view.scope().isAlive()).isTrue();
      js.newArrayBuffer(1 << 20);
      assertThat(view.get(ValueLayout.JAVA_BYTE, (1 << 20) - 1)).isEqualTo((byte) 9);
      return JsValue.undefined();
    }));
    guest.eval("close()");
    assertThat(view.get(ValueLayout.JAVA_BYTE, (1 << 20) - 1)).isEqualTo((byte) 9);
    scope.close();
    assertEnded(view);
    assertThat(guest.isClosed()).isTrue();
  }

  @Test
  void manyViewsOfOneScope() {
    try (JsScope scope = js.openScope()) {
      List<MemorySegment> views = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        views.add(js.newTypedArray(JsElementType.INT32, 10).asSegment(scope).fill((byte) i));
      }
      js.runtime().collectGarbage();
      for (int i = 0; i < 1000; i++) {
        assertThat(views.get(i).get(ValueLayout.JAVA_BYTE, 39)).isEqualTo((byte) i);
      }
    }
    assertUsable();
  }
}
