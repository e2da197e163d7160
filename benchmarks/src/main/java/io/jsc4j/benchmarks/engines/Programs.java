package io.jsc4j.benchmarks.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The programs of the rows that compare engines: published libraries, unmodified, in the jars of WebJars, with something to do. A library is evaluated
 * as it stands; then {@code run()} does the work once, checks it, and returns 1.
 */
public final class Programs {
  private static final String JARS = "/META-INF/resources/webjars/";
  private static final String ES5 = "pako/dist/pako.es5.min.js";
  private static final Map<String, Program> ALL = Map.of(
      "esprima", new Program("esprima/dist/esprima.js", ES5),
      "acorn", new Program("acorn/dist/acorn.js", "marked/lib/marked.umd.js"),
      "marked", new Program("marked/lib/marked.umd.js", "js-yaml/README.md"),
      "handlebars", new Program("handlebars/dist/handlebars.js", ""),
      "lodash", new Program("lodash/lodash.js", ""),
      "pako", new Program("pako/dist/pako.es5.js", ES5),
      "jsYaml", new Program("js-yaml/dist/js-yaml.js", ""),
      "decimal", new Program("decimal.js/decimal.js", ""),
      "cryptoJs", new Program("crypto-js/crypto-js.js", ""));

  /** A library, and the file that is the global variable {@code input}; both without the version that is in their path. */
  private record Program(String library, String input) {}

  private Programs() {}

  /** The names of all. */
  public static List<String> names() {
    return ALL.keySet().stream().sorted().toList();
  }

  /** The scripts to evaluate one after the other in a fresh context. */
  public static List<String> scripts(String name) throws IOException {
    Program program = ALL.get(name);
    if (program == null) {
      throw new IllegalArgumentException("there is no program " + name);
    }
    String input = program.input().isEmpty() ? "" : "var input = " + quoted(file(program.input())) + ";";
    return List.of(resource("/io/jsc4j/benchmarks/programs/before.js"), file(program.library()), input,
        resource("/io/jsc4j/benchmarks/programs/" + name + ".js"));
  }

  private static String file(String path) throws IOException {
    String library = path.substring(0, path.indexOf('/'));
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + library + "/pom.properties")) {
      properties.load(in);
    }
    return resource(JARS + library + "/" + properties.getProperty("version") + path.substring(path.indexOf('/')));
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Programs.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException("the class path has no " + path);
    }
    return in;
  }

  /** As a literal of JavaScript. */
  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(c -> {
      if (c == '"' || c == '\\' || c < ' ' || c > '~') {
        literal.append("\\u%04x".formatted(c));
      } else {
        literal.append((char) c);
      }
    });
    return literal.append('"').toString();
  }
}
