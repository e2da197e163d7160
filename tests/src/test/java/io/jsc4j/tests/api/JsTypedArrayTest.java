package io.jsc4j.tests.api;

import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsElementType;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTypedArray;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.support.ContextTest;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Covers({"JSObjectMakeTypedArray", "JSObjectMakeTypedArrayWithArrayBufferAndOffset", "JSObjectGetTypedArrayBuffer",
    "JSObjectGetTypedArrayByteLength", "JSObjectGetTypedArrayByteOffset", "JSObjectGetTypedArrayLength"})
final class JsTypedArrayTest extends ContextTest {
  private JsTypedArray array(String expression) {
    return (JsTypedArray) object(expression);
  }

  @Test
  void eachType() {
    for (JsElementType type : JsElementType.values()) {
      JsTypedArray made = js.newTypedArray(type, 3);
      js.global().set("made", made);
      String name = type.constructorName();
      assertThat(js.eval("made instanceof " + name + " && made.length === 3 && made.BYTES_PER_ELEMENT === " + type
          .byteSize()).asBoolean()).as(name).isTrue();
      JsTypedArray found = array("new " + name + "(new ArrayBuffer(64), 8, 2)");
      assertThat(found.elementType()).isEqualTo(type).isEqualTo(array("new " + name + "()").elementType());
      assertThat(found.length()).isEqualTo(2);
      assertThat(found.byteOffset()).isEqualTo(8);
      assertThat(found.byteLength()).isEqualTo(2L * type.byteSize());
      assertThat(found.buffer().byteLength()).isEqualTo(64);
    }
    assertThat(object("new Float16Array(2)")).isNotInstanceOf(JsTypedArray.class);
  }

  @Test
  void valuesStayWhatTheyAre() {
    assertThat(array("Float64Array.of(0.1, -0, NaN, Infinity)").toDoubleArray()).containsExactly(0.1, -0.0, Double.NaN,
        Double.POSITIVE_INFINITY);
    assertThat(array("Float32Array.of(0.1)").toDoubleArray()).containsExactly(0.1f);
    assertThat(array("Float32Array.of(0.1)").toFloatArray()).containsExactly(0.1f);
    assertThat(array("Int8Array.of(-1, 127)").toIntArray()).containsExactly(-1, 127);
    assertThat(array("Uint8Array.of(255)").toIntArray()).containsExactly(255);
    assertThat(array("Uint8Array.of(255)").toShortArray()).containsExactly((short) 255);
    assertThat(array("Uint8ClampedArray.of(300)").toDoubleArray()).containsExactly(255);
    assertThat(array("Uint8Array.of(255)").toByteArray()).containsExactly(-1);
    assertThat(array("Int16Array.of(-2)").toShortArray()).containsExactly((short) -2);
    assertThat(array("Int16Array.of(-2)").toIntArray()).containsExactly(-2);
    assertThat(array("Uint16Array.of(65535)").toIntArray()).containsExactly(65535);
    assertThat(array("Uint16Array.of(65535)").toLongArray()).containsExactly(65535);
    assertThat(array("Int32Array.of(-3)").toIntArray()).containsExactly(-3);
    assertThat(array("Int32Array.of(-3)").toLongArray()).containsExactly(-3);
    assertThat(array("Uint32Array.of(4294967295)").toLongArray()).containsExactly(4294967295L);
    assertThat(array("Uint32Array.of(4294967295)").toDoubleArray()).containsExactly(4294967295d);
    assertThat(array("BigInt64Array.of(-9007199254740993n)").toLongArray()).containsExactly(-9007199254740993L);
  }

  @Test
  void whatWouldChangeAValueIsRefused() {
    assertThatThrownBy(() -> array("BigInt64Array.of(1n)").toDoubleArray()).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("double[] goes with")
        .hasMessageContaining("Float64Array")
        .hasMessageContaining("this is a BigInt64Array");
    assertThatThrownBy(() -> array("BigUint64Array.of(1n)").toLongArray()).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> array("Uint32Array.of(1)").toIntArray()).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> array("Uint16Array.of(1)").toShortArray()).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> array("Float64Array.of(1)").toFloatArray()).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> array("Int16Array.of(1)").toByteArray()).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> array("Int32Array.of(1)").set(0, new double[1])).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> array("BigUint64Array.of(1n)").set(0, new long[1])).isInstanceOf(ClassCastException.class);
  }

  @Test
  void fromJavaArrays() {
    js.global().set("d", js.newTypedArray(new double[]{1.5, -0.0}));
    js.global().set("f", js.newTypedArray(new float[]{1.5f}));
    js.global().set("l", js.newTypedArray(new long[]{Long.MIN_VALUE}));
    js.global().set("i", js.newTypedArray(new int[]{-7}));
    js.global().set("s", js.newTypedArray(new short[]{-7}));
    js.global().set("b", js.newTypedArray(new byte[]{-1}));
    js.global().set("u", js.newTypedArray(JsElementType.UINT32, MemorySegment.ofArray(new int[]{-1})));

    assertThat(js.eval("[d, f, l, i, s, b, u].map(a => a.constructor.name + ':' + a.join()).join(' ')").asString())
        .isEqualTo("Float64Array:1.5,0 Float32Array:1.5 BigInt64Array:-9223372036854775808 Int32Array:-7"
            + " Int16Array:-7 Uint8Array:255 Uint32Array:4294967295");
    assertThatThrownBy(() -> js.newTypedArray(JsElementType.INT32, MemorySegment.ofArray(new byte[7])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void setPutsValuesInPlace() {
    JsTypedArray doubles = array("globalThis.d = new Float64Array(new ArrayBuffer(80), 16, 8)");
    doubles.set(6, new double[]{1, 2});
    assertThat(js.eval("d.join()").asString()).isEqualTo("0,0,0,0,0,0,1,2");
    doubles.set(8, new double[0]);
    for (long index : new long[]{7, -1, 9, Long.MAX_VALUE, 1L << 61, Long.MIN_VALUE}) {
      assertThatThrownBy(() -> doubles.set(index, new double[2])).as("%d", index)
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    JsTypedArray bytes = js.newTypedArray(JsElementType.UINT8_CLAMPED, 2);
    bytes.set(1, new byte[]{-1});
    assertThat(bytes.toIntArray()).containsExactly(0, 255);
    JsTypedArray longs = js.newTypedArray(JsElementType.BIG_INT64, 2);
    longs.set(1, new long[]{5});
    assertThat(longs.toLongArray()).containsExactly(0, 5);
    js.newTypedArray(new int[1]).set(0, new int[]{1});
    js.newTypedArray(new short[1]).set(0, new short[]{1});
    js.newTypedArray(new float[1]).set(0, new float[]{1});
  }

  @Test
  void ofManyElements() {
    double[] values = new double[100_003];
    Arrays.setAll(values, i -> i * 0.5);
    JsTypedArray array = js.newTypedArray(values);

    assertThat(array.toDoubleArray()).isEqualTo(values);
    array.set(1, Arrays.copyOf(values, 100_002));
    assertThat(array.toDoubleArray()[100_002]).isEqualTo(values[100_001]);
  }

  @Test
  void overABuffer() {
    JsArrayBuffer buffer = js.newArrayBuffer(16);
    JsTypedArray two = js.newTypedArray(JsElementType.INT16, buffer, 4, 2);
    two.set(0, new short[]{1, 2});
    assertThat(buffer.toByteArray(4, 4)).containsExactly(1, 0, 2, 0);
    assertThat(two.buffer().isSame(buffer)).isTrue();
    assertThat(js.newTypedArray(JsElementType.FLOAT64, buffer, 16, 0).length()).isZero();

    for (long[] bad : new long[][]{{0, 3}, {8, 2}, {24, 0}, {-8, 1}, {0, 1L << 61}, {0, Long.MAX_VALUE}, {
        Long.MAX_VALUE, 1}}) {
      assertThatThrownBy(() -> js.newTypedArray(JsElementType.FLOAT64, buffer, bad[0], bad[1])).as(Arrays.toString(bad))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> js.newTypedArray(JsElementType.FLOAT64, buffer, 4, 1)).isInstanceOf(
        IllegalArgumentException.class).hasMessageContaining("multiple of 8");
    assertThatThrownBy(() -> js.newTypedArray(JsElementType.FLOAT64, buffer, 0, -1)).isInstanceOf(
        IllegalArgumentException.class);
    JsArrayBuffer resizable = (JsArrayBuffer) object("new ArrayBuffer(16, { maxByteLength: 32 })");
    assertThat(js.newTypedArray(JsElementType.FLOAT64, resizable, 8, 1).length()).isEqualTo(1);
    JsArrayBuffer detached = (JsArrayBuffer) object("(b => (b.transfer(), b))(new ArrayBuffer(8))");
    assertThatThrownBy(() -> js.newTypedArray(JsElementType.UINT8, detached, 0, 0)).isInstanceOf(
        JsThrownException.class)
        .hasMessageStartingWith("TypeError");
  }

  @Test
  void impossibleLengths() {
    assertThatThrownBy(() -> js.newTypedArray(JsElementType.FLOAT64, -1)).isInstanceOf(IllegalArgumentException.class);
    for (long length : new long[]{1L << 40, 1L << 61, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> js.newTypedArray(JsElementType.FLOAT64, length)).isInstanceOf(JsThrownException.class)
          .hasMessageStartingWith("RangeError");
    }
    assertUsable();
  }

  @Test
  void overWhatShrinksOrGoes() {
    JsTypedArray tracking = array(
        "globalThis.t = new Uint16Array(globalThis.r = new ArrayBuffer(8, { maxByteLength: 16 }))");
    JsTypedArray fixed = array("globalThis.f = new Uint16Array(r, 4, 2)");
    js.eval("t.fill(7)");
    assertThat(tracking.length()).isEqualTo(4);
    js.eval("r.resize(12)");
    assertThat(tracking.toIntArray()).containsExactly(7, 7, 7, 7, 0, 0);
    js.eval("r.resize(6)");
    assertThat(tracking.toIntArray()).containsExactly(7, 7, 7);
    assertThat(fixed.length()).isZero();
    assertThat(fixed.toIntArray()).isEmpty();
    assertThatThrownBy(() -> fixed.copyTo(0, MemorySegment.ofArray(new byte[1]))).isInstanceOf(
        IndexOutOfBoundsException.class);
    js.eval("r.transfer()");
    assertThat(tracking.length()).isZero();
    assertThat(tracking.byteLength()).isZero();
    assertThatThrownBy(tracking::toIntArray).isInstanceOf(IllegalStateException.class).hasMessageContaining("detached");
  }

  @Test
  void bytesOfAny() {
    JsTypedArray array = array("BigUint64Array.of(1n, 2n ** 64n - 1n)");
    long[] bits = new long[1];
    array.copyTo(8, MemorySegment.ofArray(bits));
    assertThat(bits).containsExactly(-1);
    array.copyFrom(0, MemorySegment.ofArray(new long[]{-1}));
    assertThat(array.get(0).toString()).startsWith("JsBigInt");
    array.copyTo(0, MemorySegment.ofArray(bits));
    assertThat(bits).containsExactly(-1);
  }
}
