package io.jsc4j.tests.packaging;

import io.jsc4j.tests.packaging.ChildJvm.Result;
import io.jsc4j.tests.support.EngineUnderTest;
import io.jsc4j.tests.support.NeedsEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine's own {@code console} writes nowhere: neither to the process's streams, which only another process sees, nor to a file. */
@NeedsEngine
@Tag("packaging")
final class ConsoleTest {
  @TempDir
  Path folder;

  @Test
  void consoleWritesNowhere() throws Exception {
    Path source = Files.writeString(Files.createDirectory(folder.resolve("source")).resolve("Main.java"), """
        import io.jsc4j.*;

        void main() {
          try (JsContext js = JsContext.open()) {
            IO.println(js.eval(\"""
                const called = [];
                for (const name of Object.keys(console)) {
                  console[name](name, { a: 1 }, new Error('text'));
                  console[name]();
                  called.push(name);
                }
                console.assert(false, 'no');
                called.length > 20;
                \"""));
          }
        }
        """);
    Result result = ChildJvm.onClassPath(Places.library())
        .with("-Dio.jsc4j.library=" + EngineUnderTest.name(), "--enable-native-access=ALL-UNNAMED", source.toString())
        .run(folder);
    assertThat(result.out()).isEqualTo("true\n");
    assertThat(result.err().lines().filter(line -> !line.startsWith("SLF4J"))).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> name.equals("source") || name
          .startsWith("out") || name.startsWith("err"));
    }
  }
}
