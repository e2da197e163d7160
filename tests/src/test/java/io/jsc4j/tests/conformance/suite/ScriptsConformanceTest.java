package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsContext;
import io.jsc4j.JsScript;
import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Scripts: what evaluating one gives, in one go or parsed before, and what does not parse. */
@Covers({"JSEvaluateScript", "JSScriptCreateFromString", "JSScriptEvaluate"})
final class ScriptsConformanceTest extends ConformanceTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"~~|undefined", "~  // nothing~|undefined", ";|undefined",
      "{}|undefined", "x = 1;|1", "if (1) 2|2", "if (0) 2|undefined", "7; var y = 1|7", "9; function f() {}|9",
      "9; class K {}|9", "9; let z = 1|9", "9;;;{}|9", "1; { 2; var a = 3 }|2", "var i = 0; while (i < 3) i++|2",
      "do { 5; break; } while (0)|5", "try { 1 } finally { 2 }|1", "try { throw 1 } catch (e) { e + 1 }|2",
      "switch (1) { case 1: 'one'; break; default: 'other' }|one", "label: { 3; break label }|3",
      "'use strict'; 4|4", "(function () { return this === globalThis })()|true",
      "'use strict'; (function () { return this })()|undefined", "this === globalThis|true", "eval('5; var e')|5",
      "#!/usr/bin/env jsc\\n42|42", "<!-- comment\\n42|42", "'last'; --> comment|last", "1,2,3|3",
      "({}).x ?? 'default'|default",
      "typeof import.meta|!", "return 1|!", "await 1|!", "import 'x'|!", "export default 1|!", "let let = 1|!"})
  void aScriptHasTheValueOfItsLastStatement(String source, String expected) {
    // A real new line can't be in the table.
    String script = source.replace("\\n", "\n").replace("'last'; -->", "'last'\n-->");
    if (expected.equals("!")) {
      assertThat(Assertions.catchThrowable(() -> js.eval(script))).isInstanceOf(JsSyntaxException.class);
      assertThat(Assertions.catchThrowable(() -> js.runtime().compile(script))).isInstanceOf(JsSyntaxException.class);
      return;
    }
    assertThat(js.coerceToString(js.eval(script))).isEqualTo(expected);
    JsContext fresh = js.runtime().openContext();
    try {
      JsScript parsed = js.runtime().compile(script);
      assertThat(fresh.coerceToString(fresh.eval(parsed))).isEqualTo(expected);
    } finally {
      fresh.close();
    }
  }

  /** Each with the line on which the parser gives up. */
  @Covers("JSCheckScriptSyntax")
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"x := 1;|1", "function f( {|1", "'unterminated|1", "1 +|1",
      "}|1",
      "{ ok: 1 }\\nlet a; let a;|2", "\\n\\n  ]|3", "if (true) {\\n\\n|3", "/(/|1", "`open|1", "0b12|1", "08n|1",
      "'use strict'; with (a) {}|1", "'use strict'; 010|1", "new.target|1", "super.x|1",
      "yield => 1; function* g() { yield = 1 }|1",
      "a => { } ()|1", "async () => { await }|1", "class { }|1", "class A { constructor() {} constructor() {} }|1",
      "({ a, b } += 1)|1", "break;|1", "for (const x = 1 of []) {}|1", "\\\\u{110000}|1", "1.e|1", "3in []|1",
      "#private in x|1", "delete this.#x|1", "let [a, a] = []|1"})
  void whatDoesNotParseIsToldWithItsLine(String source, int line) {
    String script = source.replace("\\n", "\n").replace("\\\\", "\\");
    JsSyntaxException evaluated = syntaxError(() -> js.eval(script, "bad.js", 1));
    JsSyntaxException later = syntaxError(() -> js.eval(script, "bad.js", 50));
    JsSyntaxException parsed = syntaxError(() -> js.runtime().compile(script, "bad.js"));

    assertThat(evaluated.line()).hasValue(line);
    assertThat(later.line()).hasValue(line + 49);
    assertThat(parsed.line()).hasValue(line);
    assertThat(parsed.jsMessage()).isEqualTo(later.jsMessage()).isNotEmpty();
    assertThat(parsed.sourceUrl()).hasValue("bad.js");
  }

  @Test
  void nothingOfAScriptThatDoesNotParseRuns() {
    assertThat(syntaxError(() -> js.eval("ran = 1; ran = 2 +")).line()).hasValue(1);

    assertThat(js.eval("typeof ran").asString()).isEqualTo("undefined");
  }

  private static JsSyntaxException syntaxError(ThrowingCallable action) {
    JsSyntaxException thrown = Assertions.catchThrowableOfType(JsSyntaxException.class, action);
    assertThat(thrown).isNotNull();
    return thrown;
  }

  @Test
  void declarationsStayFromScriptToScript() {
    js.eval("var v = 1; let l = 2; const c = 3; function f() { return v + l + c } class K { static k = 4 }");

    assertThat(js.eval("f() + K.k").asInt()).isEqualTo(10);
    assertThat(js.global().get("v").asInt()).isEqualTo(1);
    assertThat(js.global().has("f")).isTrue();
    for (String lexical : new String[]{"l", "c", "K"}) {
      assertThat(js.global().has(lexical)).isFalse();
      assertThat(thrownBy("let " + lexical).name()).isEqualTo("SyntaxError");
      assertThat(thrownBy("var " + lexical).name()).isEqualTo("SyntaxError");
    }
    assertThat(thrownBy("let v").name()).isEqualTo("SyntaxError");
    assertThat(js.eval("var v; v").asInt()).isEqualTo(1);
  }

  @Test
  void aScriptThatThrowsHasDoneWhatCameBefore() {
    thrownBy("var before = 1; throw 0; var after = 2");

    assertThat(js.eval("before").asInt()).isEqualTo(1);
    assertThat(js.eval("after")).isEqualTo(JsValue.undefined());
    thrownBy("let dead = (() => { throw 0 })()");
    assertThat(thrownBy("dead").name()).isEqualTo("ReferenceError");
  }

  @Test
  void aParsedScriptRunsOftenAndAnywhereInItsRuntime() {
    JsScript script = js.runtime().compile("globalThis.count = (globalThis.count ?? 0) + 1", "count.js");
    JsContext other = js.runtime().openContext();
    try {
      for (int i = 1; i <= 100; i++) {
        assertThat(js.eval(script).asInt()).isEqualTo(i);
      }
      assertThat(other.eval(script).asInt()).isEqualTo(1);
      assertThat(js.global().get("count").asInt()).isEqualTo(100);
    } finally {
      other.close();
    }
    assertThat(js.eval(script).asInt()).isEqualTo(101);
  }

  @Test
  void aParsedScriptNamesItsUrl() {
    JsScript script = js.runtime().compile("\n  throw new Error('e')", "parsed.js");
    JsThrownException thrown = thrownBy(() -> js.eval(script));

    assertThat(thrown.sourceUrl()).hasValue("parsed.js");
    assertThat(thrown.line()).hasValue(2);
    assertThat(script.url()).isEqualTo("parsed.js");
  }

  @Covers("JSScriptRelease")
  @Test
  void parsedScriptsComeAndGo() {
    for (int i = 0; i < 200; i++) {
      assertThat(js.eval(js.runtime().compile("'" + "x".repeat(1_000) + "'.length + " + i)).asInt()).isEqualTo(1_000
          + i);
    }
    js.runtime().collectGarbage();
    assertThat(js.eval(js.runtime().compile("1")).asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 20_000})
  void sourcesAreOfAnyLength(int statements) {
    assertThat(js.eval("var n = 0;\n" + "n++;\n".repeat(statements) + "n").asInt()).isEqualTo(statements);
    assertThat(js.eval("[" + "0,".repeat(statements) + "].length").asInt()).isEqualTo(statements);
  }
}
