package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsException;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What is thrown, however odd, and what is told of it. */
final class ExceptionsConformanceTest extends ConformanceTest {
  /** What is thrown, what its name is, and what its message is. */
  @Covers("JSEvaluateScript")
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"17|~~|17", "undefined|~~|undefined", "null|~~|null",
      "'text'|~~|text", "''|~~|~~", "true|~~|true", "5n|~~|5", "Symbol('s')|~~|Symbol(s)", "[1, 2]|~~|1,2",
      "({})|~~|[object Object]", "({ message: 'm' })|~~|[object Object]", "({ toString: () => 'told' })|~~|told",
      "new Error('m')|Error|m", "new Error|Error|~~", "new TypeError('t')|TypeError|t", "new RangeError|RangeError|~~",
      "new (class Mine extends Error { name = 'Mine' })('m')|Mine|m",
      "Object.assign(new Error('m'), { name: 'N' })|N|m",
      "new AggregateError([1], 'all')|AggregateError|all", "Object.assign(new Error, { message: 17 })|Error|~~",
      "({ get message() { throw Error('ex') } })|~~|[object Object]",
      "Object.defineProperty(new Error, 'message', { get() { throw Error('getter') } })|Error|~~",
      "Object.defineProperty(new Error('m'), 'name', { get() { throw Error('getter') } })|Error|m",
      "Object.defineProperty(new Error('m'), 'stack', { get() { throw Error('getter') } })|Error|m",
      "Object.setPrototypeOf(new Error('m'), null)|Error|m", "function f() {}|~~|function f() {}"})
  void anythingCanBeThrown(String expression, String name, String message) {
    JsThrownException thrown = thrownBy("throw (" + expression + ")");

    assertThat(thrown).isNotNull();
    assertThat(thrown.jsMessage()).isEqualTo(message);
    assertThat(thrown.thrown().typeOf()).isEqualTo(js.eval("typeof (" + expression + ")").asString());
    assertThat(thrown.name()).isEqualTo(name);
    assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Object.create(null)", "({ toString() { throw new Error('errstr') } })",
      "({ toString() { return {} }, valueOf() { return {} } })", "new Proxy({}, { get() { throw 1 } })",
      "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
      "({ get toString() { throw this } })"})
  void whatCannotBeDescribedIsStillTheThrownValue(String expression) {
    JsValue value = js.eval("var thrown = (" + expression + "); thrown");
    JsThrownException thrown = thrownBy("throw thrown");

    assertThat(thrown.thrown().isSame(value)).isTrue();
    assertThat(thrown).hasMessageContaining("cannot be converted to a string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"String = () => 42", "String = function () { throw Error('ctor') }", "Error = undefined",
      "Object.defineProperty(globalThis, 'String', { get() { throw Error('getter') } })",
      "Error.prototype.toString = () => { throw 1 }",
      "Object.defineProperty(Error.prototype, 'name', { get() { throw 1 } })",
      "Object.getOwnPropertyDescriptor = Reflect.get = Reflect.apply = () => { throw 1 }",
      "WeakMap.prototype.get = WeakMap.prototype.has = () => { throw 1 }",
      "Function.prototype.call = Function.prototype.apply = () => { throw 1 }", "Error.stackTraceLimit = 0",
      "Object.prototype.message = 'of the prototype'; Object.prototype.get = () => { throw 1 }"})
  void overwrittenGlobalsDoNotDisturb(String script) {
    js.eval("var error = new RangeError('message'); " + script);
    JsThrownException thrown = thrownBy("throw error");

    assertThat(thrown.jsMessage()).isEqualTo("message");
    assertThat(thrownBy("null.x").jsMessage()).contains("null is not an object");
  }

  @Covers("JSObjectMakeError")
  @Test
  void anErrorThatJavaMakesIsOneOfTheContext() {
    JsObject error = js.newError("an error message");

    assertThat(js.coerceToString(error)).isEqualTo("Error: an error message");
    assertThat(holds("e => e instanceof Error && e.constructor === Error && Object.hasOwn(e, 'message')", error))
        .isTrue();
    assertThat(holds("e => !Object.keys(e).includes('message')", error)).isTrue();
    assertThat(thrownBy(() -> function("e => { throw e }").call(error)).thrown().isSame(error)).isTrue();
    assertThat(js.newError("").get("message")).isEqualTo(JsString.of(""));
  }

  @Test
  void thePositionIsThatOfTheThrow() {
    String source = "function inner() {\n  throw new Error('here');\n}\nfunction outer() { inner() }\nouter();";
    JsThrownException thrown = thrownBy(() -> js.eval(source, "positions.js", 100));

    assertThat(thrown.sourceUrl()).hasValue("positions.js");
    assertThat(thrown.line()).hasValue(101);
    assertThat(thrown.jsStack().lines()).hasSize(3)
        .satisfiesExactly(line -> assertThat(line).startsWith("inner@positions.js:101:"), line -> assertThat(line)
            .startsWith("outer@positions.js:103:"), line -> assertThat(line).startsWith(
                "global code@positions.js:104:"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"undefinedVariable|ReferenceError", "null.x|TypeError",
      "undefined()|TypeError",
      "({}).x.y|TypeError", "new (() => 1)|TypeError", "const c = 1; c = 2|TypeError", "t; let t|ReferenceError",
      "[].length = -1|RangeError", "'x'.repeat(-1)|RangeError", "'x'.repeat(2 ** 31)|RangeError",
      "new ArrayBuffer(2 ** 53)|RangeError", "1n + 1|TypeError", "1n / 0n|RangeError", "BigInt('x')|SyntaxError",
      "JSON.parse('{')|SyntaxError", "new RegExp('(')|SyntaxError", "eval('1 +')|SyntaxError",
      "new Function('1 +')|SyntaxError", "decodeURIComponent('%')|URIError", "Symbol() + ''|TypeError",
      "(function f() { f() })()|RangeError", "'use strict'; undeclared = 1|ReferenceError",
      "'use strict'; Object.freeze([1])[0] = 2|TypeError", "new Date(NaN).toISOString()|RangeError",
      "(1).toString(1)|RangeError", "Object.defineProperty(1, 'x', {})|TypeError", "class A extends 1 {}|TypeError",
      "Reflect.construct(1)|TypeError", "structuredClone|ReferenceError", "null[Symbol.iterator]|TypeError",
      "let [x] = 1|TypeError", "for (const x of 1) {}|TypeError"})
  void theEnginesOwnErrorsHaveTheirType(String script, String name) {
    JsThrownException thrown = thrownBy(script);

    assertThat(thrown).isNotNull();
    assertThat(thrown.name()).isEqualTo(name);
    assertThat(thrown.thrown().asObject().isInstanceOf(js.eval(name).asFunction())).isTrue();
    assertThat(thrown).hasMessageStartingWith(name + ": ");
  }

  @Test
  void whatIsToldOutlivesTheContextAndTheHandleDoesNot() throws Exception {
    JsThrownException thrown = thrownBy("throw new Error('kept')");
    closeContext();

    assertThat(thrown.jsMessage()).isEqualTo("kept");
    assertThat(((JsException) thrown).jsStack()).contains("global code");
    assertThat(catchThrowable(() -> ((JsObject) thrown.thrown()).get("message")))
        .isInstanceOf(IllegalStateException.class);
  }
}
