package io.jsc4j.samples.tour;

import io.jsc4j.JsContext;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import java.util.HexFormat;

/** A WebAssembly module from bytes, with a Java function as its import. */
public final class WebAssemblyModule {
  /**
   * <pre>
   * (module
   *   (import "java" "twice" (func $twice (param i32) (result i32)))
   *   (func (export "twicePlusOne") (param i32) (result i32)
   *     (i32.add (call $twice (local.get 0)) (i32.const 1))))
   * </pre>
   */
  private static final String MODULE = "0061736d01000000" // magic, version
      + "010601" + "60017f017f" // types: (i32) -> i32
      + "020e01" + "046a617661" + "057477696365" + "0000" // imports: java.twice
      + "030201" + "00" // functions
      + "071001" + "0c7477696365506c75734f6e65" + "0001" // exports
      + "0a0b01" + "0900" + "20001000" + "41016a" + "0b"; // code

  private WebAssemblyModule() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (JsContext js = JsContext.open()) {
      JsObject java = js.newObject();
      java.set("twice", js.function("twice", call -> JsNumber.of(2 * call.arg(0).asInt())));
      JsObject imports = js.newObject();
      imports.set("java", java);

      JsObject module = js.compileWebAssembly(HexFormat.of().parseHex(MODULE));
      JsObject exports = js.instantiateWebAssembly(module, imports);
      System.out.println("twicePlusOne(20) = " + exports.invoke("twicePlusOne", JsNumber.of(20)).asInt());
    }
  }
}
