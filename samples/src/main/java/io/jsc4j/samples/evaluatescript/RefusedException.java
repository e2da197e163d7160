package io.jsc4j.samples.evaluatescript;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** A program that javac does not compile, with its reason. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private RefusedException(String message) {
    super(message);
  }

  /**
   * Compiles a method of a class in this package.
   *
   * @return never a result that matters: these methods are made to be refused
   * @throws RefusedException with the compiler's first error
   */
  static String orCompile(String method) throws RefusedException {
    ToolProvider javac = ToolProvider.findFirst("javac")
        .orElseThrow(() -> new IllegalStateException("there is no javac here: run the sample with a JDK"));
    StringWriter output = new StringWriter();
    try {
      Path folder = Files.createTempDirectory("evaluate-script");
      try {
        Path source = Files.writeString(folder.resolve("Refused.java"), """
            package %s;
            import io.jsc4j.JsContext;
            import java.lang.foreign.Arena;
            class Refused {
            %s}
            """.formatted(RefusedException.class.getPackageName(), method));
        PrintWriter writer = new PrintWriter(output);
        javac.run(writer, writer, "-proc:none", "-implicit:none", "-cp", System.getProperty("java.class.path"), "-d",
            folder.toString(), source.toString());
        writer.flush();
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't write what is to be compiled", e);
    }
    String reason = firstError(output.toString());
    if (!reason.isEmpty()) {
      throw new RefusedException(reason);
    }
    return "it compiles";
  }

  /** {@code cannot find symbol} alone says little: the symbol stands some lines below. */
  private static String firstError(String output) {
    String error = output.lines()
        .filter(line -> line.contains(": error: "))
        .findFirst()
        .map(line -> line.substring(line.indexOf(": error: ") + ": error: ".length()))
        .orElse("");
    String details = output.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("symbol:") || line.startsWith("location:"))
        .limit(2)
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .collect(Collectors.joining(", "));
    return details.isEmpty() ? error : error + ": " + details;
  }
}
