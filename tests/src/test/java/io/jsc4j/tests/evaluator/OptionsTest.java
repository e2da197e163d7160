package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsEngine
final class OptionsTest {
  @TempDir
  Path folder;

  private String script(String text) throws IOException {
    return Files.writeString(folder.resolve("script.js"), text).toString();
  }

  @Test
  void printsAValueOrRunsQuietly() {
    assertThat(Run.of("-p", "6*7")).isEqualTo(new Run(0, "42\n", ""));
    assertThat(Run.of("-e", "6*7")).isEqualTo(new Run(0, "", ""));
    assertThat(Run.of("-p", "[1, 2, 3].map(x => x ** 2)").out()).isEqualTo("[ 1, 4, 9 ]\n");
    assertThat(Run.of("-p", "'a string'").out()).isEqualTo("a string\n");
    assertThat(Run.of("-p", "").out()).isEqualTo("undefined\n");
  }

  @Test
  void valuesAttachByEqualsSignOrFollow() {
    assertThat(Run.of("-p=1 + 1").out()).isEqualTo("2\n");
    assertThat(Run.of("--timeout=5s", "-p", "1")).isEqualTo(new Run(0, "1\n", ""));
    assertThat(Run.of("--timeout", "5s", "--max-heap", "256m", "-p", "1")).isEqualTo(new Run(0, "1\n", ""));
    assertThat(Run.of("-p", "-5").out()).isEqualTo("-5\n");
    assertThat(Run.of("-p", "--timeout").err()).startsWith(
        "jsc: Expected parameter for option '-p' but found '--timeout'");
  }

  @Test
  void optionsEndAtTheFile() throws IOException {
    String file = script("print(scriptArgs)");
    assertThat(Run.of(file, "-p", "--json", "x", "--version").out()).isEqualTo(
        "[ '-p', '--json', 'x', '--version' ]\n");
    assertThat(Run.of("--strict-eval", file).out()).isEqualTo("[]\n");
    assertThat(Run.of("-p", "scriptArgs", "a", "-e", "b").out()).isEqualTo("[ 'a', '-e', 'b' ]\n");
  }

  @Test
  void anOptionalValueNeverTakesTheScript() throws IOException {
    String file = script("print(typeof readFile(scriptArgs[0]), scriptArgs.length)");
    assertThat(Run.of("--allow-read", file, file)).isEqualTo(new Run(0, "string 1\n", ""));
    assertThat(Run.of("--allow-read=" + folder, file, file)).isEqualTo(new Run(0, "string 1\n", ""));
    assertThat(Run.of("--allow-read", "--timeout=5s", file, file)).isEqualTo(new Run(0, "string 1\n", ""));
    assertThat(Run.of("-e", "1", "--allow-read").code()).isZero();
  }

  @Test
  void standardInput() {
    assertThat(Run.withInput("print('in', scriptArgs)", "-", "a").out()).isEqualTo("in [ 'a' ]\n");
    assertThat(Run.withInput("", "-")).isEqualTo(new Run(0, "", ""));
    assertThat(Run.withInput("\nnull.x", "-").err()).startsWith("[stdin]:2:");
  }

  @Test
  void json() {
    assertThat(Run.of("--json", "-p", "({ a: [1, 'x', null], u: undefined })").out()).isEqualTo(
        "{\"a\":[1,\"x\",null]}\n");
    assertThat(Run.of("--json", "-p", "Promise.resolve({ deep: { er: { est: {} } } })").out())
        .isEqualTo("{\"deep\":{\"er\":{\"est\":{}}}}\n");
    assertThat(Run.of("--json", "-p", "() => 1")).isEqualTo(new Run(1, "", "jsc: the value has no JSON form\n"));
    assertThat(Run.of("--json", "-p", "JSON.stringify = () => 'x'; 1").out()).isEqualTo("1\n");
    assertThat(Run.of("--json", "-p", "a = {}; a.a = a").code()).isEqualTo(1);
  }

  @Test
  void strictEvalIsForScriptsOnly() {
    Run run = Run.of("--strict-eval", "-p", "eval('1')");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("EvalError").contains("--strict-eval");
    assertThat(Run.of("--strict-eval", "-p", "new Function('return 1')()").err()).contains("EvalError");
    assertThat(Run.of("--strict-eval", "-p", "({ a: 1 })")).isEqualTo(new Run(0, "{ a: 1 }\n", ""));
  }

  @Test
  void help() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("./jsc [options] FILE.js", "-e=CODE", "--allow-read[=DIR]", "--max-heap=SIZE",
        "Exit codes: 0; 1");
    assertThat(run.err()).isEmpty();
    assertThat(Run.of("-h")).isEqualTo(run);
  }

  @Test
  void version() {
    Run run = Run.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern(
        "jsc4j \\S+\nJavaScriptCore \\S+ \\(.+\\)\nloaded from /.+\nmissing capabilities: .+\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-such-option", "--timeout", "-e", "--max-heap", "-p"})
  void unusableOptionsAreUsageErrors(String option) {
    Run run = Run.of(option);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("jsc: ").contains(option).contains("Try './jsc --help'");
  }

  @Test
  void contradictionsAreUsageErrors() {
    assertThat(Run.of()).isEqualTo(new Run(2, "",
        "jsc: nothing to run: give a FILE.js, - for standard input, -e CODE or -p CODE\nTry './jsc --help'.\n"));
    assertThat(Run.of("-e", "1", "-p", "2")).isEqualTo(new Run(2, "",
        "jsc: -e and -p exclude each other\nTry './jsc --help'.\n"));
    assertThat(Run.of("--json", "-e", "1").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"--timeout,0s", "--timeout,5", "--timeout,-1s", "--timeout,2h", "--timeout,''",
      "--timeout,9999999999999s", "--max-heap,0",
      "--max-heap,64x", "--max-heap,-1m", "--max-heap,''", "--max-heap,999999999999g"})
  void quantitiesAreChecked(String option, String value) {
    Run run = Run.of(option, value, "-p", "1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("jsc: " + option + " takes a ").contains("'" + value + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"500ms", "2s", "1m"})
  void timesThatAreAccepted(String time) {
    assertThat(Run.of("--timeout", time, "-p", "1").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"67108864", "65536k", "64m", "64M", "64mb", "1g"})
  void sizesThatAreAccepted(String size) {
    assertThat(Run.of("--max-heap", size, "-p", "1").code()).isZero();
  }
}
