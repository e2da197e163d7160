package io.jsc4j.tests.api;

import io.jsc4j.JsException;
import io.jsc4j.JsScript;
import io.jsc4j.tests.support.ContextTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class CodeFrameTest extends ContextTest {
  private JsException thrown(String source, String url, int firstLine) {
    return catchThrowableOfType(JsException.class, () -> js.eval(source, url, firstLine));
  }

  @Test
  void theLineWithItsNeighbours() {
    JsException e = thrown("// first\nfunction f(shape) {\n\treturn shape.size.width;\n}\nf({})", "shape.js", 8);

    assertThat(e.codeFrame()).hasValue("""
         9 | function f(shape) {
        10 | \treturn shape.size.width;
           | \t                 ^
        11 | }
        """);
  }

  @Test
  void theFirstAndTheLastLine() {
    assertThat(thrown("null.x\n1", "a.js", 1).codeFrame()).hasValue("""
        1 | null.x
          |     ^
        2 | 1
        """);
    assertThat(thrown("1\nnull.x", "a.js", 1).codeFrame()).hasValue("""
        1 | 1
        2 | null.x
          |     ^
        """);
    assertThat(thrown("null.x", "a.js", 9).codeFrame()).hasValue(" 9 | null.x\n   |     ^\n");
  }

  @Test
  void everyLineTerminator() {
    assertThat(thrown("1\r\n2\r3\u20284\u2029null.x\r\n6", "a.js", 1).codeFrame()).hasValue("""
        4 | 4
        5 | null.x
          |     ^
        6 | 6
        """);
  }

  @Test
  void aSyntaxError() {
    assertThat(thrown("let a = 1;\nlet b = = 2;", "broken.js", 1).codeFrame()).hasValue("""
        1 | let a = 1;
        2 | let b = = 2;
          |         ^
        """);
  }

  @Test
  void ofAnEarlierScript() {
    js.eval("function f() {\n  throw new Error('x')\n}", "first.js");
    JsException e = thrown("\n\n\nf()", "second.js", 1);

    assertThat(e.sourceUrl()).hasValue("first.js");
    assertThat(e.codeFrame().orElseThrow()).contains("2 |   throw new Error('x')");
  }

  @Test
  void ofAParsedScript() {
    JsScript script = js.runtime().compile("0\nnull.x", "parsed.js");

    assertThat(catchThrowableOfType(JsException.class, () -> js.eval(script)).codeFrame().orElseThrow()).contains(
        "2 | null.x");
  }

  @Test
  void aLongLineIsCut() {
    String source = "a;".repeat(5_000) + "null.x;" + "b;".repeat(5_000);
    String frame = thrown("var a, b\n" + source + "\nlast", "min.js", 1).codeFrame().orElseThrow();

    assertThat(frame.lines()).allMatch(line -> line.length() < 110).anyMatch(line -> line.contains("a;null.x;b;"));
    String[] lines = frame.split("\n", -1);
    assertThat(lines[1].charAt(lines[2].indexOf('^') - 1)).isEqualTo('l');
  }

  @Test
  void controlCharactersAreNotPrinted() {
    assertThat(thrown("/*\u001b[31m\0*/ null.x", "a.js", 1).codeFrame().orElseThrow()).contains("1 | /*?[31m?*/ null.x")
        .doesNotContain("\u001b", "\0");
  }

  @Test
  void withoutAUrlOnlyWhereThereIsNoDoubt() {
    assertThat(thrownBy("null.first").codeFrame().orElseThrow()).contains("1 | null.first");
    assertThat(thrownBy("null.first").codeFrame()).isPresent();
    assertThat(thrownBy("null.second").codeFrame()).isEmpty();
  }

  @Test
  void withoutAPositionOrATextThereIsNone() {
    assertThat(thrownBy("throw 1").codeFrame()).isEmpty();
    assertThat(thrown("throw Object.assign(new Error('x'), { sourceURL: 'unknown.js' })", "a.js", 1).codeFrame())
        .isEmpty();
    assertThat(thrown("throw Object.assign(new Error('x'), { line: 1e9 })", "a.js", 1).codeFrame()).isEmpty();
    assertThat(thrown("throw Object.assign(new Error('x'), { line: -1, column: -5 })", "a.js", 1).codeFrame())
        .isEmpty();
    assertThat(thrown("throw Object.assign(new Error('x'), { column: 1e9 })", "a.js", 1).codeFrame()).isPresent();
  }

  @Test
  void oldTextsAreForgotten() {
    js.eval("function old() { null.x }", "old.js");
    for (int i = 0; i < 300; i++) {
      js.eval("1", i + ".js");
    }
    JsException e = catchThrowableOfType(JsException.class, () -> js.eval("old()"));

    assertThat(e.sourceUrl()).hasValue("old.js");
    assertThat(e.codeFrame()).isEmpty();
  }

  @Test
  void hugeTextsAreForgottenFirstCome() {
    js.eval("function old() { null.x }", "old.js");
    js.eval("/*" + " ".repeat(5 << 20) + "*/", "huge.js");
    assertThat(catchThrowableOfType(JsException.class, () -> js.eval("old()")).codeFrame()).isPresent();
    js.eval("/*" + " ".repeat(5 << 20) + "*/", "huger.js");

    assertThat(catchThrowableOfType(JsException.class, () -> js.eval("old()")).codeFrame()).isEmpty();
  }

  @Test
  void itOutlivesTheContextButIsNotSerialized() throws IOException, ClassNotFoundException {
    JsException e = thrown("null.x", "a.js", 1);
    js.close();
    assertThat(e.codeFrame()).isPresent();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((JsException) in.readObject()).codeFrame()).isEmpty();
    }
  }
}
