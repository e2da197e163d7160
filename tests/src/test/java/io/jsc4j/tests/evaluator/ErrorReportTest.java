package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsEngine
final class ErrorReportTest {
  @TempDir
  Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void positionLineCaretAndStack() throws IOException {
    String file = file("fail.js", """
        function inner(x) {
        \treturn x.missing.property;
        }
        function outer() {
          return inner({});
        }
        [1].forEach(outer);
        """);
    assertThat(Run.of(file)).isEqualTo(new Run(1, "", """
        FILE:2:18: TypeError: undefined is not an object (evaluating 'x.missing.property')
        \treturn x.missing.property;
        \t                ^
            at inner (FILE:2:18)
            at outer (FILE:5:15)
            at forEach (native)
            at FILE:7:12
        """.replace("FILE", file)));
  }

  @Test
  void syntaxErrors() throws IOException {
    String file = file("syntax.js", "let ok = 1;\nlet bad = ;\n");
    Run run = Run.of(file);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo(file + ":2:11: SyntaxError: Unexpected token ';'\nlet bad = ;\n          ^\n");
  }

  @Test
  void anErrorInALoadedFilePointsThere() throws IOException {
    String loaded = file("loaded.js", "\n\nthrow new RangeError('from the loaded file')");
    Run run = Run.of("--allow-read", "-e", "load(" + "'" + loaded + "')");
    assertThat(run.err()).startsWith(loaded + ":3:")
        .contains("RangeError: from the loaded file\nthrow new RangeError(", "at [eval]:1:");
    String broken = file("broken.js", "\nlet = ");
    assertThat(Run.of("--allow-read", "-e", "load('" + broken + "')").err()).contains("SyntaxError", broken);
  }

  @Test
  void whatElseBelongsToAnError() {
    assertThat(Run.of("-e",
        "throw Object.assign(new Error('outer', { cause: new TypeError('inner') }), { code: 'E1' })").err())
        .contains("Error: outer", "code: 'E1'", "[cause]: TypeError: inner");
    assertThat(Run.of("-e", "class AppError extends Error { name = 'AppError' }; throw new AppError('own')").err())
        .contains("[eval]:1:")
        .contains("AppError: own");
  }

  @Test
  void evaluatedCodeAndNativeFrames() {
    assertThat(Run.of("-e", "eval('null.x')").err()).contains("TypeError");
    assertThat(Run.of("-e", "new Function('null.x')()").err()).contains("TypeError");
    assertThat(Run.of("-e", "JSON.parse('{')").err()).contains("SyntaxError: ")
        .contains("parse (native)")
        .doesNotContain("jsc4j:");
  }

  @Test
  void onlyAPartOfALongLine() throws IOException {
    String file = file("minified.js", "var a=1;".repeat(5000) + "null.x;" + "var b=2;".repeat(5000));
    List<String> lines = Run.of(file).err().lines().toList();
    assertThat(lines.getFirst()).startsWith(file + ":1:400");
    assertThat(lines.get(1)).hasSize(100).contains("null.x;");
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isIn('.', 'x');
  }

  @Test
  void thePrintersOwnFramesAreLeftOut() {
    String report = Run.of("-e",
        "function mine() { throw new Error('in a callback') }\nconsole.log('%d', { valueOf: mine })").err();
    assertThat(report).startsWith("[eval]:1:").contains("at mine").doesNotContain("jsc4j:");
    assertThat(Run.of("-e", "readFile('x')").err()).startsWith("[eval]:1:").doesNotContain("jsc4j:");
  }
}
