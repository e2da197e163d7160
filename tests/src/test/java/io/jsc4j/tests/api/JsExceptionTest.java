package io.jsc4j.tests.api;

import io.jsc4j.JsException;
import io.jsc4j.JsScope;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class JsExceptionTest extends ContextTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      throw new Error('m')                             | Error      | m             | Error: m
      throw new TypeError('m')                         | TypeError  | m             | TypeError: m
      throw new Error()                                | Error      |               | Error
      throw new (class Own extends Error {})('m')      | Error      | m             | Error: m
      throw Object.assign(new Error('m'), {name: 'N'}) | N          | m             | N: m
      throw new DOMExceptionLike                       | ReferenceError | Can't find variable: DOMExceptionLike | \
      ReferenceError: Can't find variable: DOMExceptionLike
      throw 'text'                                     |            | text          | text
      throw 5                                          |            | 5             | 5
      throw null                                       |            | null          | null
      throw undefined                                  |            | undefined     | undefined
      throw 7n                                         |            | 7             | 7
      throw Symbol('s')                                |            | Symbol(s)     | Symbol(s)
      throw [1, 2]                                     |            | 1,2           | 1,2
      throw { message: 'like an error', name: 'E' }    |            | [object Object] | [object Object]
      throw new AggregateError([1], 'many')            | AggregateError | many      | AggregateError: many
      """)
  void whatWasThrown(String source, String name, String message, String headline) {
    JsThrownException e = thrownBy(source);

    assertThat(e.name()).isEqualTo(name == null ? "" : name);
    assertThat(e.jsMessage()).isEqualTo(message == null ? "" : message);
    assertThat(e.getMessage()).isEqualTo(headline);
    assertUsable();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      throw { toString() { throw 1 } }
      throw { toString() { return {} } }
      throw Object.create(null)
      throw new Proxy({}, new Proxy({}, { get() { throw new Error('trap') } }))
      throw new Proxy(function () {}, new Proxy({}, { get() { throw new Error('trap') } }))
      throw new Proxy(new Error('x'), new Proxy({}, { get() { throw new Error('trap') } }))
      { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy; }
      throw Object.defineProperty(new Error('x'), 'message', { get() { throw 1 } })
      throw Object.defineProperty(new Error('x'), 'name', { get() { throw 1 } })
      throw Object.defineProperty(new Error('x'), 'stack', { get() { throw 1 } })
      throw Object.assign(new Error('x'), { name: 5, stack: {}, line: 'l', column: NaN, sourceURL: [] })
      throw Object.setPrototypeOf(new Error('x'), null)
      """)
  void thrownValuesThatDoNotWantToBeDescribed(String source) {
    JsThrownException e = thrownBy(source);

    assertThat(e).isNotNull();
    assertThat(e.getMessage()).isNotNull();
    assertThat(e.thrown()).isNotNull();
    assertUsable();
  }

  @Test
  void aThrownValueIsTheValue() {
    JsThrownException e = thrownBy("var o = { code: 5 }; throw o");

    assertThat(e.thrown().asObject().get("code").asInt()).isEqualTo(5);
    assertThat(e.thrown().isSame(js.eval("o"))).isTrue();
  }

  @Test
  void aThrownHandleEndsWithItsScope() {
    JsThrownException e;
    try (JsScope _ = js.openScope()) {
      e = thrownBy("throw { a: 1 }");
    }
    JsValue thrown = e.thrown();

    assertThat(e.getMessage()).isEqualTo("[object Object]");
    assertThatThrownBy(() -> thrown.asObject().get("a")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theStackIsJavaScriptThenJava() {
    JsException e = catchThrowableOfType(JsException.class, () -> js.eval("""
        function outer() { return inner(); }
        function inner() { throw new RangeError('deep'); }
        [1].map(() => outer());
        """, "stack.js", 100));

    assertThat(e.line()).hasValue(101);
    assertThat(e.column().orElse(0)).isBetween(20, 60);
    assertThat(e.jsStack()).startsWith("inner@stack.js:101:").contains("\nouter@stack.js:100:");
    StackTraceElement[] frames = e.getStackTrace();
    assertThat(Arrays.stream(frames).limit(5).map(StackTraceElement::getMethodName))
        .containsExactly("inner", "outer", "(anonymous)", "map", "global code");
    assertThat(frames[0]).hasToString("JavaScript.inner(stack.js:101)");
    assertThat(frames[3].isNativeMethod()).isTrue();
    assertThat(Arrays.stream(frames).map(StackTraceElement::getClassName)).contains(JsExceptionTest.class.getName());
    assertThat(e.jsStack() + Arrays.toString(frames)).doesNotContain("jsc4j:realm");
  }

  @Test
  void aForgedStackIsOnlyText() {
    JsThrownException e = thrownBy(
        "throw Object.assign(new Error('x'), { stack: 'a@b:c:d\\n@\\n\\nf@u:99999999999:1\\n\\u0000@:' })");

    assertThat(e.getStackTrace()).isNotEmpty();
    assertThat(e.jsStack()).startsWith("a@b:c:d");
  }

  @Test
  void errorsMadeWithoutThrowingKeepTheirOwnPosition() {
    JsException e = catchThrowableOfType(JsException.class,
        () -> js.eval("var e = new Error('made here');\n\n\nthrow e;", "made.js"));

    assertThat(e.line()).hasValue(1);
    assertThat(e.sourceUrl()).hasValue("made.js");
  }

  @Test
  void whatIsNoErrorHasNoPosition() {
    JsException e = thrownBy("throw 1");

    assertThat(e.line()).isEmpty();
    assertThat(e.column()).isEmpty();
    assertThat(e.sourceUrl()).isEmpty();
    assertThat(e.jsStack()).isEmpty();
  }

  @Test
  void itOutlivesTheContext() {
    JsThrownException e = thrownBy("throw Object.assign(new Error('kept'), { a: 1 })");
    js.close();

    assertThat(e.getMessage()).isEqualTo("Error: kept");
    assertThat(e.line()).hasValue(1);
    JsValue thrown = e.thrown();
    assertThatThrownBy(() -> thrown.asObject().get("a")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void itCanBeSerializedWithoutTheThrownValue() throws IOException, ClassNotFoundException {
    JsThrownException e = thrownBy("throw new TypeError('sent')");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      JsThrownException copy = (JsThrownException) in.readObject();
      assertThat(copy.getMessage()).isEqualTo("TypeError: sent");
      assertThat(copy.name()).isEqualTo("TypeError");
      assertThat(copy.line()).isEqualTo(e.line());
      assertThat(copy.getStackTrace()[0]).isEqualTo(e.getStackTrace()[0]);
    }
  }
}
