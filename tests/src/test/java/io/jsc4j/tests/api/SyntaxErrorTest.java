package io.jsc4j.tests.api;

import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsThrownException;
import io.jsc4j.tests.support.ContextTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SyntaxErrorTest extends ContextTest {
  static Stream<Arguments> positions() {
    return Stream.of(
        Arguments.of("let x = ;", 1, 9),
        Arguments.of("x y", 1, 3),
        Arguments.of("\n\n  a b\n", 3, 5),
        Arguments.of("ok;\r\nlet x = ;\r\nmore;", 2, 9),
        Arguments.of("foo bar\r\nbaz", 1, 5),
        Arguments.of("\r let x = ;", 2, 10),
        Arguments.of("a\r b\n let x = ;", 3, 10),
        Arguments.of("\r x y\n a\n", 2, 4),
        Arguments.of("a\r\r\n\r b c", 4, 4),
        Arguments.of("''\u2028 let x = ;", 2, 10),
        Arguments.of("/*\n\r\n\r*/ x y", 4, 6),
        Arguments.of("a\u2029b c", 2, 3),
        Arguments.of("é ñ", 1, 3),
        Arguments.of("'\ud83d\ude00' y", 1, 6),
        Arguments.of("日本 = 1; 語 x", 1, 11),
        Arguments.of("\t@", 1, 2),
        Arguments.of("  )", 1, 3),
        Arguments.of("let a; let a;", 1, 12),
        Arguments.of("({ a: 1, b c })", 1, 12),
        Arguments.of("function f() {\n  let x = 1;\n  x x\n}\n", 3, 5),
        Arguments.of("`\n${ x y }`", 2, 6),
        Arguments.of("for (const x of y z);", 1, 19),
        Arguments.of("export default 1", 1, 1),
        Arguments.of("'use strict'; with (a) {}", 1, 15));
  }

  @ParameterizedTest
  @MethodSource("positions")
  void lineAndColumn(String source, int line, int column) {
    assertThatThrownBy(() -> js.eval(source, "s.js")).isInstanceOfSatisfying(JsSyntaxException.class, e -> {
      assertThat(e.sourceUrl()).hasValue("s.js");
      assertThat(e.line()).hasValue(line);
      assertThat(e.column()).hasValue(column);
    });
    assertThatThrownBy(() -> js.runtime().compile(source, "s.js", 1000)).isInstanceOfSatisfying(JsSyntaxException.class,
        e -> {
          assertThat(e.line()).hasValue(999 + line);
          assertThat(e.column()).hasValue(column);
        });
    assertUsable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 +", "{", "'abc", "`abc\n", "/abc", "/* abc", "f(", "if (1) {\n\n\n", "`a${", "(", "x = {",
      "class A {",
      "\\", "\"\\u{110000}\"", "/(/", "0b2", "break;", "return 1", "await 1", "a?.b = 1", "#", "var 1a",
      "import x from 'y'",
      "class A { constructor() {} constructor() {} }", "'use strict'; 010", "\ud800", "\0"})
  void whatElseDoesNotParse(String source) {
    assertThatThrownBy(() -> js.eval(source, "s.js", 7)).isInstanceOfSatisfying(JsSyntaxException.class, e -> {
      assertThat(e.getMessage()).startsWith("SyntaxError: ");
      assertThat(e.jsMessage()).isNotEmpty();
      assertThat(e.line().orElse(0)).isBetween(7, 11);
      e.column().ifPresent(column -> assertThat(column).isBetween(1, source.length() + 1));
    });
  }

  @Test
  void nothingOfTheScriptRuns() {
    assertThatThrownBy(() -> js.eval("globalThis.ran = true; let x = ;")).isInstanceOf(JsSyntaxException.class);

    assertThat(js.global().has("ran")).isFalse();
  }

  @Test
  void withoutUrlThereIsNone() {
    assertThatThrownBy(() -> js.eval("x y")).isInstanceOfSatisfying(JsSyntaxException.class,
        e -> assertThat(e.sourceUrl()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval('1 +* 2')", "new Function('(')", "JSON.parse('{')", "throw new SyntaxError('mine')",
      "new RegExp('(')", "let declared; eval('var declared')"})
  void aSyntaxErrorThatAScriptMeetsIsAThrownError(String source) {
    assertThatThrownBy(() -> js.eval(source)).isInstanceOfSatisfying(JsThrownException.class,
        e -> assertThat(e.name()).isEqualTo("SyntaxError"));
  }

  @Test
  void declaringTwiceInTwoScriptsIsAThrownError() {
    js.eval("let once");

    assertThatThrownBy(() -> js.eval("let once")).isInstanceOf(JsThrownException.class).hasMessageContaining("once");
  }

  @Test
  void aLargeSourceIsLocatedInTime() {
    String source = "var a = [1, 2, 3].map(x => x + 1);\n".repeat(20_000) + "let x = ;";

    assertThatThrownBy(() -> js.eval(source)).isInstanceOfSatisfying(JsSyntaxException.class, e -> {
      assertThat(e.line()).hasValue(20_001);
      assertThat(e.column()).hasValue(9);
    });
  }
}
