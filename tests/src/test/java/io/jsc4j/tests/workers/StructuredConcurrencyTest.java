package io.jsc4j.tests.workers;

import io.jsc4j.tests.stress.ForkedJvm;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scripts end with the {@code StructuredTaskScope} that they were started in. */
@NeedsEngine
@Tag("slow")
final class StructuredConcurrencyTest {
  private static final String PROGRAM = "StructuredScopes";

  @Test
  void scriptsEndWithTheirScope(@TempDir Path folder) throws Exception {
    compile(folder);
    ForkedJvm.Result result = ForkedJvm.of(PROGRAM)
        .withClassesFirst(folder)
        .withOptions(List.of("--enable-preview"))
        .run(ForkedJvm.folder("workers", PROGRAM), Duration.ofMinutes(2));
    assertThat(result.passed()).as("%s: %s", result.describe(), result.output()).isTrue();
  }

  /** The API is a preview: only what is compiled for it may use it. */
  private static void compile(Path folder) throws Exception {
    Path source = folder.resolve(PROGRAM + ".java");
    try (InputStream text = Objects.requireNonNull(StructuredConcurrencyTest.class.getResourceAsStream(PROGRAM
        + ".java"))) {
      Files.copy(text, source);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of("--enable-preview", "--release", Integer.toString(Runtime.version().feature()),
          "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
      assertThat(compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source)).call())
          .as("%s", messages)
          .isTrue();
    }
  }
}
