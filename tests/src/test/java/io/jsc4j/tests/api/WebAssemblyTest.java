package io.jsc4j.tests.api;

import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class WebAssemblyTest extends ContextTest {
  /** Imports {@code env.add} of two numbers, exports {@code run} that calls it with 40 and 2. */
  private static final byte[] IMPORTING = HexFormat.of()
      .parseHex("0061736d01000000"
          + "010b0260027f7f017f6000017f" + "020b0103656e76036164640000" + "03020101" + "0707010372756e0001"
          + "0a0a010800412841021000" + "0b");

  /** A memory of one page that may grow, exported as {@code mem}. */
  private static final byte[] MEMORY = HexFormat.of()
      .parseHex("0061736d01000000" + "0503010001" + "0707" + "01036d656d0200");

  @Test
  void modulesFromBytes() {
    JsObject module = js.compileWebAssembly(IMPORTING);
    JsObject imports = js.newObject();
    JsObject env = js.newObject();
    imports.set("env", env);
    env.set("add", js.function("add", call -> JsNumber.of(call.arg(0).asInt() + call.arg(1).asInt())));
    JsObject exports = js.instantiateWebAssembly(module, imports);

    assertThat(exports.invoke("run").asInt()).isEqualTo(42);
    js.global().set("module", module);
    assertThat(js.eval(
        "module instanceof WebAssembly.Module && new WebAssembly.Instance(module, { env: { add: (a, b) => a * b } }).exports.run()")
        .asInt()).isEqualTo(80);
    js.global().set("exports", exports);
    assertThat(js.eval("exports.run instanceof Function").asBoolean()).isTrue();
  }

  @Test
  void whatFails() {
    assertThatThrownBy(() -> js.compileWebAssembly(new byte[]{1, 2, 3})).isInstanceOf(JsThrownException.class)
        .satisfies(e -> assertThat(((JsThrownException) e).name()).isEqualTo("CompileError"));
    JsObject module = js.compileWebAssembly(IMPORTING);
    assertThatThrownBy(() -> js.instantiateWebAssembly(module)).isInstanceOf(JsThrownException.class)
        .satisfies(e -> assertThat(((JsThrownException) e).name()).isEqualTo("TypeError"));
    assertThatThrownBy(() -> js.instantiateWebAssembly(module, object("{ env: {} }"))).isInstanceOf(
        JsThrownException.class).satisfies(e -> assertThat(((JsThrownException) e).name()).isEqualTo("LinkError"));
    assertThatThrownBy(() -> js.instantiateWebAssembly(js.newObject())).isInstanceOf(JsThrownException.class)
        .satisfies(e -> assertThat(((JsThrownException) e).name()).isEqualTo("TypeError"));
    IllegalStateException failure = new IllegalStateException("mine");
    JsObject imports = object("{ env: {} }");
    imports.get("env").asObject().set("add", js.function("add", call -> {
      throw failure;
    }));
    JsObject exports = js.instantiateWebAssembly(module, imports);
    assertThatThrownBy(() -> exports.invoke("run")).isSameAs(failure);
  }

  @Test
  void memoryIsCopied() {
    JsObject memory = js.instantiateWebAssembly(js.compileWebAssembly(MEMORY)).get("mem").asObject();
    JsArrayBuffer buffer = (JsArrayBuffer) memory.get("buffer");
    buffer.copyFrom(65530, new byte[]{1, 2, 3});
    js.global().set("memory", memory);
    assertThat(js.eval("new Uint8Array(memory.buffer)[65532]").asInt()).isEqualTo(3);

    memory.invoke("grow", JsNumber.of(1));
    assertThat(buffer.isDetached()).isTrue();
    assertThatThrownBy(buffer::toByteArray).isInstanceOf(IllegalStateException.class);
    JsArrayBuffer grown = (JsArrayBuffer) memory.get("buffer");
    assertThat(grown.byteLength()).isEqualTo(131072);
    assertThat(grown.toByteArray(65530, 4)).containsExactly(1, 2, 3, 0);
  }

  @Test
  void scriptsChangeNothing() {
    js.eval("""
        WebAssembly.Module = WebAssembly.Instance = function () { throw new Error('hacked') };
        globalThis.WebAssembly = null;
        """);
    JsObject exports = js.instantiateWebAssembly(js.compileWebAssembly(MEMORY));
    assertThat(exports.get("mem")).isInstanceOf(JsObject.class);
    assertThat(exports.get("other")).isEqualTo(JsValue.undefined());
  }
}
