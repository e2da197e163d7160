package io.jsc4j.tests.api;

import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsDataView;
import io.jsc4j.JsObject;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.support.ContextTest;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("MustBeClosedChecker") // memory that is closed already is a subject
@Covers({"JSObjectGetArrayBufferByteLength", "JSObjectGetArrayBufferBytesPtr"})
final class JsArrayBufferTest extends ContextTest {
  /** Longer than what is copied at once, and no multiple of it. */
  private static final int LONG = 300_007;

  private JsArrayBuffer buffer(String expression) {
    return (JsArrayBuffer) object(expression);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatItIs() {
    JsArrayBuffer plain = buffer("new ArrayBuffer(12)");
    assertThat(plain.byteLength()).isEqualTo(12);
    assertThat(plain.maxByteLength()).isEqualTo(12);
    assertThat(plain.isDetached() || plain.isResizable() || plain.isShared()).isFalse();

    JsArrayBuffer resizable = buffer("new ArrayBuffer(12, { maxByteLength: 100 })");
    assertThat(resizable.byteLength()).isEqualTo(12);
    assertThat(resizable.maxByteLength()).isEqualTo(100);
    assertThat(resizable.isResizable()).isTrue();

    JsArrayBuffer detached = buffer("(b => (b.transfer(), b))(new ArrayBuffer(12))");
    assertThat(detached.byteLength()).isZero();
    assertThat(detached.isDetached()).isTrue();
  }

  @Test
  void made() {
    JsArrayBuffer zeros = js.newArrayBuffer(10);
    js.global().set("zeros", zeros);
    assertThat(js.eval("zeros instanceof ArrayBuffer && zeros.byteLength === 10 && !zeros.resizable").asBoolean())
        .isTrue();
    assertThat(zeros.toByteArray()).containsOnly(0).hasSize(10);
    assertThat(js.newArrayBuffer(0).toByteArray()).isEmpty();

    byte[] content = random(LONG);
    assertThat(js.newArrayBuffer(content).toByteArray()).isEqualTo(content);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(100).fill((byte) 7);
      assertThat(js.newArrayBuffer(memory).toByteArray()).containsOnly(7).hasSize(100);
    }
  }

  @Test
  void impossibleLengths() {
    assertThatThrownBy(() -> js.newArrayBuffer(-1)).isInstanceOf(IllegalArgumentException.class);
    for (long length : new long[]{1L << 40, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> js.newArrayBuffer(length)).isInstanceOf(JsThrownException.class)
          .hasMessageStartingWith("RangeError");
    }
    assertUsable();
  }

  @Test
  void copies() {
    byte[] content = random(LONG);
    JsArrayBuffer buffer = js.newArrayBuffer(LONG);
    buffer.copyFrom(0, content);
    assertThat(buffer.toByteArray()).isEqualTo(content);
    assertThat(buffer.toByteArray(200_000, 100)).isEqualTo(Arrays.copyOfRange(content, 200_000, 200_100));

    int[] ints = new int[70_000];
    buffer.copyTo(5, MemorySegment.ofArray(ints));
    assertThat(MemorySegment.ofArray(ints).mismatch(MemorySegment.ofArray(content).asSlice(5, ints.length * 4L)))
        .isEqualTo(-1);

    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(LONG - 3);
      buffer.copyTo(3, memory);
      assertThat(memory.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(Arrays.copyOfRange(content, 3, LONG));
      buffer.copyFrom(1, memory.fill((byte) 9));
    }
    assertThat(buffer.toByteArray(0, 2)).containsExactly(content[0], 9);
    assertThat(buffer.toByteArray(LONG - 2, 2)).containsExactly(content[LONG - 2], content[LONG - 1]);
  }

  @Test
  void copyingDoesNotPin() {
    JsArrayBuffer buffer = js.newArrayBuffer(new byte[]{1, 2, 3});
    buffer.toByteArray();
    buffer.copyFrom(0, new byte[1]);
    js.global().set("b", buffer);

    assertThat(js.eval("b.transfer().byteLength").asInt()).isEqualTo(3);
    assertThat(buffer.isDetached()).isTrue();
  }

  @Test
  void slices() {
    byte[] content = random(LONG);
    JsArrayBuffer buffer = js.newArrayBuffer(content);
    js.global().set("slice", buffer.slice(10, 250_000));

    assertThat(js.eval("slice instanceof ArrayBuffer").asBoolean()).isTrue();
    assertThat(buffer.slice(10, 250_000).toByteArray()).isEqualTo(Arrays.copyOfRange(content, 10, 250_010));
    assertThat(buffer.slice(LONG, 0).byteLength()).isZero();
    assertThatThrownBy(() -> buffer.slice(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void outOfBounds() {
    JsArrayBuffer buffer = js.newArrayBuffer(10);
    for (long[] range : new long[][]{{-1, 1}, {0, 11}, {10, 1}, {11, 0}, {Long.MAX_VALUE, 1}, {1, Long.MAX_VALUE}, {0,
        -1},
        {Long.MIN_VALUE, 1}, {1L << 32, 1}}) {
      assertThatThrownBy(() -> buffer.toByteArray(range[0], range[1])).as(Arrays.toString(range))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> buffer.slice(range[0], range[1])).isInstanceOf(IndexOutOfBoundsException.class);
      if (range[1] == 1) {
        assertThatThrownBy(() -> buffer.copyTo(range[0], MemorySegment.ofArray(new byte[1])))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.copyFrom(range[0], new byte[1])).isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
    assertThat(buffer.toByteArray(10, 0)).isEmpty();
    assertUsable();
  }

  @Test
  void detached() {
    JsArrayBuffer buffer = buffer("(b => (b.transfer(), b))(new ArrayBuffer(12))");
    assertThatThrownBy(buffer::toByteArray).isInstanceOf(IllegalStateException.class).hasMessageContaining("detached");
    assertThatThrownBy(() -> buffer.copyTo(0, MemorySegment.ofArray(new byte[0]))).isInstanceOf(
        IllegalStateException.class);
    assertThatThrownBy(() -> buffer.copyFrom(0, new byte[0])).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> buffer.slice(0, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void resizableBuffersAreCopied() {
    JsArrayBuffer buffer = buffer("globalThis.r = new ArrayBuffer(200000, { maxByteLength: 400000 })");
    byte[] content = random(200_000);
    buffer.copyFrom(0, content);
    js.eval("r.resize(150000)");
    assertThat(buffer.toByteArray()).isEqualTo(Arrays.copyOf(content, 150_000));
    js.eval("r.resize(0)");
    assertThat(buffer.toByteArray()).isEmpty();
    js.eval("r.resize(400000)");
    assertThat(buffer.toByteArray()).containsOnly(0).hasSize(400_000);
  }

  @Test
  void memoryThatCanNotBeUsed() {
    JsArrayBuffer buffer = js.newArrayBuffer(8);
    Arena arena = Arena.ofConfined();
    MemorySegment closed = arena.allocate(8);
    arena.close();
    assertThatThrownBy(() -> buffer.copyTo(0, closed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> buffer.copyFrom(0, closed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> js.newArrayBuffer(closed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> buffer.copyTo(0, MemorySegment.ofArray(new byte[8]).asReadOnly())).isInstanceOf(
        IllegalArgumentException.class);
    buffer.copyFrom(0, MemorySegment.ofArray(new byte[8]).asReadOnly());
    assertUsable();
  }

  @Test
  void scriptsChangeNothing() {
    js.eval(
        """
            for (const type of [ArrayBuffer, Uint8Array, Float64Array, DataView, Object.getPrototypeOf(Uint8Array)]) {
              for (const key of Reflect.ownKeys(type.prototype)) {
                try { Object.defineProperty(type.prototype, key, { get() { throw new Error('hacked ' + String(key)) } }) } catch {}
              }
              Object.defineProperty(type, Symbol.species, { get() { throw new Error('hacked species') } });
            }
            globalThis.ArrayBuffer = globalThis.Uint8Array = globalThis.DataView = null;
            Object.prototype.get = Object.prototype.length = 1;
            """);
    JsArrayBuffer buffer = js.newArrayBuffer(new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
    buffer.set("byteLength", io.jsc4j.JsNumber.of(1));

    assertThat(buffer.byteLength()).isEqualTo(8);
    assertThat(buffer.isResizable() || buffer.isShared() || buffer.isDetached()).isFalse();
    assertThat(buffer.toByteArray(6, 2)).containsExactly(7, 8);
    assertThat(buffer.slice(2, 2).toByteArray()).containsExactly(3, 4);
    assertThat(js.newTypedArray(new double[]{1.5}).toDoubleArray()).containsExactly(1.5);
    assertThat(js.newTypedArray(new int[]{7}).buffer().byteLength()).isEqualTo(4);
  }

  @Test
  void dataViews() {
    JsDataView view = object("globalThis.d = new DataView(new ArrayBuffer(16), 4, 8)").asDataView();
    assertThat(view.byteLength()).isEqualTo(8);
    assertThat(view.byteOffset()).isEqualTo(4);
    assertThat(view.buffer().byteLength()).isEqualTo(16);
    js.eval("d.setInt16(6, 0x0102)");
    assertThat(view.toByteArray()).containsExactly(0, 0, 0, 0, 0, 0, 1, 2);
    view.copyFrom(1, MemorySegment.ofArray(new byte[]{9}));
    byte[] all = new byte[8];
    view.copyTo(0, MemorySegment.ofArray(all));
    assertThat(all).containsExactly(0, 9, 0, 0, 0, 0, 1, 2);
    assertThat(js.eval("d.getInt8(1)").asInt()).isEqualTo(9);
    assertThatThrownBy(() -> view.copyFrom(8, MemorySegment.ofArray(new byte[1]))).isInstanceOf(
        IndexOutOfBoundsException.class);
    assertThat(view.toString()).contains("JsDataView");

    for (String other : new String[]{"{}", "new ArrayBuffer(1)", "new Uint8Array(1)",
        "Object.create(DataView.prototype)",
        "new Proxy(d, {})"}) {
      JsObject object = object(other);
      assertThatThrownBy(object::asDataView).as(other)
          .isInstanceOf(ClassCastException.class)
          .hasMessageContaining("DataView");
    }
  }
}
