package io.jsc4j.samples.evaluator;

import io.jsc4j.JsEngine;
import io.jsc4j.spi.JscLibraryException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The evaluator without the process around it. */
public final class Evaluator {
  private static final String ENGINE_PROPERTY = "io.jsc4j.library";

  private Evaluator() {}

  /**
   * Does what the command line says; reads and writes nothing but the given streams (and what --allow-read allows).
   *
   * @param args the command line
   * @param in where {@code -} reads the script from
   * @param out what the script prints
   * @param err errors, and what the script prints with {@code console.error}
   * @return the exit code
   */
  public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    return run(args, in, out, err, false);
  }

  /** The same; a script that no limit can end ends the process if that is its own. */
  static int run(String[] args, InputStream in, OutputStream out, OutputStream err, boolean ownsProcess) {
    TextOutput messages = new TextOutput(err);
    try {
      EvaluatorOptions options = EvaluatorOptions.parse(args);
      if (ownsProcess && options.timeout() != null) {
        LastResort.endProcessAfter(options.timeout(), messages);
      }
      return run(options, in, new TextOutput(out), messages);
    } catch (CommandException e) {
      return fail(messages, e.exitCode(), e.getMessage());
    } catch (JscLibraryException e) {
      return fail(messages, ExitCodes.USAGE, e.getMessage());
    } catch (QuitException e) {
      return e.exitCode();
    } catch (OutOfMemoryError e) {
      return fail(messages, ExitCodes.UNCAUGHT, "a value does not fit into Java's memory (" + e.getMessage()
          + "); the JVM's option -Xmx sets its size");
    }
  }

  private static int fail(TextOutput messages, int code, @org.jspecify.annotations.Nullable String message) {
    try {
      messages.write("jsc: " + message + "\n");
    } catch (RuntimeException e) {
      // There is nowhere left to say it; the exit code does.
    }
    return code;
  }

  private static int run(EvaluatorOptions options, InputStream in, TextOutput out, TextOutput err) {
    if (options.choosesEngine()) {
      System.setProperty(ENGINE_PROPERTY, engine(options.engine()));
    }
    return switch (options.action()) {
      case SHOW_HELP -> {
        out.write(EvaluatorOptions.help());
        yield ExitCodes.OK;
      }
      case SHOW_VERSION -> {
        out.write(version());
        yield ExitCodes.OK;
      }
      case RUN_FILE -> evaluate(options, options.subject().equals("-")
          ? ScriptSource.ofStandardInput(in)
          : ScriptSource.ofFile(options.subject()),
          out, err);
      case RUN_CODE, PRINT_CODE -> evaluate(options, new ScriptSource("[eval]", options.subject()), out, err);
    };
  }

  private static String engine(String name) {
    return switch (name) {
      case "bundled", "system" -> name;
      // The property takes anything with a slash for a path.
      default -> ScriptSource.pathOf(name).toAbsolutePath().toString();
    };
  }

  private static int evaluate(EvaluatorOptions options, ScriptSource script, TextOutput out, TextOutput err) {
    try (Session session = new Session(options, out, err)) {
      return session.run(script);
    }
  }

  private static String version() {
    JsEngine engine = JsEngine.load();
    String missing = engine.missingCapabilities().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    Path library = engine.library();
    return """
        jsc4j %s
        JavaScriptCore %s (%s)
        loaded from %s
        missing capabilities: %s
        """.formatted(JsEngine.libraryVersion(), engine.version(), engine.origin(), library, missing.isEmpty()
        ? "none"
        : missing);
  }
}
