package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsEngine
final class ExitCodesTest {
  @ParameterizedTest
  @ValueSource(strings = {"throw new Error('x')", "throw null", "throw undefined", "throw 5", "let x = ;", "null.x",
      "undefinedVariable",
      "Promise.reject(1)", "(async () => { throw new Error() })()", "(function f() { f() })()"})
  void uncaughtIsOne(String code) {
    Run run = Run.of("-e", code);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotEmpty();
  }

  @Test
  void aRejectionThatIsHandledInTimeIsNone() {
    assertThat(Run.of("-e",
        "const p = Promise.reject(1); Promise.resolve().then(() => p.catch(() => print('handled')))"))
        .isEqualTo(new Run(0, "handled\n", ""));
  }

  @Test
  void unhandledRejectionsAreReportedEach() {
    Run run = Run.of("-e", "Promise.reject(new TypeError('first'));\nPromise.reject({ second: 2 })");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("[eval]:1:", "unhandled rejection: TypeError: first",
        "unhandled rejection: { second: 2 }");
  }

  @ParameterizedTest
  @CsvSource({"quit(),0", "quit(0),0", "quit(7),7", "quit(255),255", "'quit(3); print(1)',3",
      "'try { quit(4) } catch { } print(1)',4",
      "'try { quit(5) } finally { throw new Error() }',5", "'Promise.resolve().then(() => quit(6)); 0',6",
      "'[1].forEach(() => quit(8))',8",
      "'quit(1.5)',1", "'quit(-1)',1", "'quit(\"3\")',1"})
  void quitGivesTheCode(String code, int expected) {
    Run run = Run.of("-e", code);
    assertThat(run.code()).isEqualTo(expected);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void quitPrintsNoValueAndNoError() {
    assertThat(Run.of("-p", "print('a'); quit(3); 1")).isEqualTo(new Run(3, "a\n", ""));
    assertThat(Run.of("-p", "Promise.resolve().then(() => quit(9))")).isEqualTo(new Run(9, "", ""));
  }

  @Test
  void microtasksRunToTheEnd() {
    assertThat(Run.of("-e",
        "let n = 0; (function next() { if (n++ < 100) Promise.resolve().then(next); else print(n) })()").out())
        .isEqualTo("101\n");
  }

  @Test
  void aPromiseIsAwaited() {
    assertThat(Run.of("-p", "(async () => { await null; return { done: true } })()")).isEqualTo(new Run(0,
        "{ done: true }\n", ""));
    assertThat(Run.of("-p", "Promise.resolve().then(() => { throw new RangeError('late') })").err())
        .contains("RangeError: late")
        .doesNotContain("unhandled");
    Run rejected = Run.of("-p", "Promise.reject(new TypeError('once'))");
    assertThat(rejected.code()).isEqualTo(1);
    assertThat(rejected.err()).containsOnlyOnce("TypeError: once");
    assertThat(Run.of("-p", "({ then: 5 })").out()).isEqualTo("{ then: 5 }\n");
    assertThat(Run.of("-p", "({ then() { throw 1 } })").out()).isEqualTo("{ then: [Function: then] }\n");
  }

  @Test
  void aPromiseThatNothingSettles() {
    assertThat(Run.of("--timeout", "200ms", "-p", "new Promise(() => {})")).isEqualTo(
        new Run(124, "",
            "jsc: the value is a promise that is still pending after 200 ms, the limit that --timeout sets\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"for (;;);", "for (;;) try { for (;;); } finally { continue }",
      "[1, 2, 3].sort(() => { for (;;); })",
      "Promise.resolve().then(() => { for (;;); })", "(async () => { await 1; for (;;); })()",
      "/(a+)+$/; for (;;) 'x'.repeat(100)",
      "({ toString() { for (;;); } }) + ''", "console.log('%d', { valueOf() { for (;;); } })"})
  void timeoutIsOneHundredTwentyFour(String code) {
    Run run = Run.of("--timeout", "200ms", "-e", code);
    assertThat(run).isEqualTo(new Run(124, "",
        "jsc: the script was ended after 200 ms, the limit that --timeout sets\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"const a = []; for (;;) a.push({ x: [1, 2, 3] })",
      "let s = []; for (;;) s.push('x'.repeat(1e4) + s.length)",
      "const m = new Map(); for (let i = 0;; i++) m.set(i, new Array(100).fill(i))"})
  void heapLimitIsOneHundredThirtySeven(String code) {
    Run run = Run.of("--max-heap", "32m", "-e", code);
    assertThat(run).isEqualTo(
        new Run(137, "", "jsc: the script was ended: its heap grew beyond 32 MB, the limit that --max-heap sets\n"));
  }

  @Test
  void whatWasPrintedBeforeALimitStays() {
    assertThat(Run.of("--timeout=200ms", "-e", "print('before'); for (;;);").out()).isEqualTo("before\n");
  }

  @Test
  void aLoopOfMicrotasksIsEnded() {
    Run run = Run.of("--timeout=200ms", "-e", "(async () => { for (;;) await 0 })()");
    assertThat(run.code()).isEqualTo(124);
    assertThat(run.err()).contains("was ended after 200 ms");
  }

  /** The engine does not look at its limit in WebAssembly: the process ends instead. */
  @Test
  void aLoopInWebAssemblyEndsWithTheProcess() throws IOException {
    Run run = Jvm.run("--timeout", "200ms", "-e",
        """
            new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1,
              0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11]))).exports.f()""");
    assertThat(run.code()).isEqualTo(124);
    assertThat(run.err()).contains("did not end after", "--timeout");
  }
}
