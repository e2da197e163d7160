package io.jsc4j.tests.evaluator;

import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsEngine
final class BadInputTest {
  @TempDir
  Path folder;

  private String file(byte[] content) throws IOException {
    return Files.write(folder.resolve("script.js"), content).toString();
  }

  private String file(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8));
  }

  private static void isUsageError(Run run, String message) {
    assertThat(run).isEqualTo(new Run(2, "", "jsc: " + message + "\n"));
  }

  @Test
  void aFileThatCannotBeRead() throws IOException {
    String missing = folder.resolve("missing.js").toString();
    isUsageError(Run.of(missing), "can't read " + missing + ": there is no such file");
    isUsageError(Run.of(folder.toString()), "can't read " + folder + ": it is a directory");
    assertThat(Run.of("nul\0name.js").code()).isEqualTo(2);
    assertThat(Run.of("").code()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNotText() throws IOException {
    String latin1 = file("print(1)\n'\u00e9'".getBytes(StandardCharsets.ISO_8859_1));
    isUsageError(Run.of(latin1), "can't read " + latin1 + ": it is not UTF-8 text (byte 10, line 2)");
    byte[] utf16 = "print(1)".getBytes(StandardCharsets.UTF_16);
    assertThat(Run.of(file(utf16)).err()).contains("it is not UTF-8 text (byte 0, line 1)");
    assertThat(Run.of(file(new byte[]{'1', (byte) 0xc3})).err()).contains("it is not UTF-8 text (byte 1, line 1)");
    assertThat(Run.withInput(new byte[]{(byte) 0xff}, "-").err()).contains("can't read [stdin]: it is not UTF-8 text");
  }

  @Test
  void aHugeFile() throws IOException {
    Path huge = folder.resolve("huge.js");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(200L << 20);
    }
    isUsageError(Run.of(huge.toString()), "can't read " + huge + ": it has more than 128 MB, the most that is read");
  }

  @Test
  void byteOrderMarkAndShebang() throws IOException {
    assertThat(Run.of(file("\ufeffprint('mark')")).out()).isEqualTo("mark\n");
    assertThat(Run.of(file("#!/usr/bin/env jsc\nprint('shebang')")).out()).isEqualTo("shebang\n");
    assertThat(Run.of(file("\ufeff#!/usr/bin/env jsc\nprint('both')")).out()).isEqualTo("both\n");
    String shebang = file("#!/usr/bin/env jsc\nnull.x");
    assertThat(Run.of(shebang).err()).startsWith(shebang + ":2:");
  }

  @Test
  void nulAndLoneSurrogates() throws IOException {
    assertThat(Run.of(file("print('a\0b'.length, ['a\0b'])")).out()).isEqualTo("3 [ 'a\\x00b' ]\n");
    assertThat(Run.of("-p", "'a\\0b'").out()).isEqualTo("a\0b\n");
    assertThat(Run.of("-p", "'\\ud800|\\udc00|\\ud83d\\ude00'").out()).isEqualTo("\ufffd|\ufffd|\ud83d\ude00\n");
    assertThat(Run.of("-p", "['\\ud800']").out()).isEqualTo("[ '\\ud800' ]\n");
    assertThat(Run.of("-e", "throw new Error('\\udfff')").err()).contains("Error: \ufffd\n");
    assertThat(Run.of(file("x\0 = 1")).code()).isEqualTo(1);
  }

  @Test
  void hostileThrownValues() {
    assertThat(Run.of("-e", "throw null")).isEqualTo(new Run(1, "", "uncaught null\n"));
    assertThat(Run.of("-e", "throw new Proxy({}, new Proxy({}, { get() { throw 1 } }))").err()).isEqualTo(
        "uncaught {}\n");
    assertThat(Run.of("-e", "throw { toString() { throw 1 } }").err()).isEqualTo(
        "uncaught { toString: [Function: toString] }\n");
    assertThat(Run.of("-e", "throw { get message() { throw 1 } }").err()).isEqualTo("uncaught { message: [Getter] }\n");
    assertThat(Run.of("-e",
        "const e = new Error(); Object.defineProperty(e, 'message', { get() { throw 9 } }); throw e").code())
        .isEqualTo(1);
    assertThat(Run.of("-e", "const e = new Error('m'); e.stack = 'at f (x.js:99999999999999:1)'; throw e").code())
        .isEqualTo(1);
    assertThat(Run.of("-e", "throw Object.create(null)").err()).isEqualTo("uncaught [Object: null prototype] {}\n");
    assertThat(Run.of("-e", "throw Symbol('s')").err()).isEqualTo("uncaught Symbol(s)\n");
    assertThat(Run.of("-e", "const r = Proxy.revocable({}, {}); r.revoke(); throw r.proxy").err()).isEqualTo(
        "uncaught <Revoked Proxy>\n");
  }

  @Test
  void gettersThatThrowAreNotRun() {
    assertThat(Run.print("({ get a() { throw 1 }, b: 2 })")).isEqualTo("{ a: [Getter], b: 2 }\n");
    assertThat(Run.print("new (class { get [Symbol.toStringTag]() { throw 1 } })")).isEqualTo("{}\n");
  }

  @Test
  void deepAndLarge() {
    assertThat(Run.of("-e", "(function f() { f() })()").err()).contains("RangeError: Maximum call stack size exceeded");
    assertThat(Run.print("let a = []; for (let i = 0; i < 1e5; i++) a = [a]; a")).isEqualTo("[ [ [ [Array] ] ] ]\n");
    assertThat(Run.of("-e", "'x'.repeat(2 ** 31)").err()).contains("RangeError");
    Run tooLong = Run.of("-p", "'\u20ac'.repeat(2 ** 30)");
    assertThat(tooLong.code()).isEqualTo(1);
    assertThat(tooLong.err()).startsWith("jsc: a string of 1073741824 ");
    assertThat(Run.print("'x'.repeat(5e6)")).hasSize(5_000_001);
    assertThat(Run.print("['x'.repeat(20000)]")).contains("... 10000 more characters");
    assertThat(Run.print("new Array(1e6).fill(7)")).contains("... 999900 more items");
    assertThat(Run.print("new Uint8Array(5e7)")).contains("... 49999900 more items");
  }

  @Test
  void anEngineThatIsNone() throws IOException {
    // This JVM has its engine already, so another one takes a JVM of its own.
    Path noLibrary = Files.writeString(folder.resolve("lib.so"), "not a library");
    for (String engine : new String[]{noLibrary.toString(), folder.resolve("missing.so").toString()}) {
      Run run = Jvm.run("--engine", engine, "-p", "1");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("jsc: ").contains(engine).doesNotContain("\tat ");
    }
  }

  @Test
  void aReaderThatGoesAway() throws IOException {
    Run run = Jvm.runAndCloseOutput("-e", "for (let i = 0; i < 1e6; i++) print('line', i)");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }
}
