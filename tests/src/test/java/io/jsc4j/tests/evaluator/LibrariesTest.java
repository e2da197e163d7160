package io.jsc4j.tests.evaluator;

import io.jsc4j.JsContext;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Published libraries, unmodified, through the evaluator and through the library. What they print was taken from Node. */
@NeedsEngine
final class LibrariesTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"lodash,lodash.js", "marked,lib/marked.umd.js", "handlebars,dist/handlebars.js", "acorn,dist/acorn.js",
      "typescript,lib/typescript.js"})
  void runInTheEvaluator(String name, String path) throws IOException {
    Path library = extract(name, path);
    if (name.equals("typescript")) {
      WebJar.extract(name, "lib/lib\\..*\\.d\\.ts", folder);
    }
    Path resources = Path.of(System.getProperty("jsc4j.root"), "tests", "src", "test", "resources", "evaluator",
        "libraries");

    Run run = Run.of("--allow-read", resources.resolve(name + ".js").toString(), library.toString(), folder.toString());

    assertThat(run).isEqualTo(new Run(0, Files.readString(resources.resolve(name + ".txt")), ""));
  }

  @Test
  void lodashFromJava() throws IOException {
    try (JsContext js = JsContext.open()) {
      load(js, "lodash", "lodash.js");
      JsObject lodash = js.global().get("_").asObject();

      assertThat(lodash.invoke("kebabCase", JsString.of("fooBarBaz")).asString()).isEqualTo("foo-bar-baz");
      assertThat(lodash.invoke("sum", js.newArray(JsNumber.of(1), JsNumber.of(41))).asInt()).isEqualTo(42);
    }
  }

  @Test
  void markedFromJava() throws IOException {
    try (JsContext js = JsContext.open()) {
      load(js, "marked", "lib/marked.umd.js");

      assertThat(js.global().get("marked").asObject().invoke("parse", JsString.of("*hi*")).asString()).isEqualTo(
          "<p><em>hi</em></p>\n");
    }
  }

  @Test
  void handlebarsFromJava() throws IOException {
    try (JsContext js = JsContext.open()) {
      load(js, "handlebars", "dist/handlebars.js");
      JsObject handlebars = js.global().get("Handlebars").asObject();
      handlebars.invoke("registerHelper", JsString.of("twice"),
          js.function("twice", call -> JsNumber.of(call.arg(0).asDouble() * 2)));
      JsObject data = js.newObject();
      data.set("n", JsNumber.of(21));

      assertThat(handlebars.invoke("compile", JsString.of("{{twice n}}")).asFunction().call(data).asString()).isEqualTo(
          "42");
    }
  }

  @Test
  void acornFromJava() throws IOException {
    try (JsContext js = JsContext.open()) {
      load(js, "acorn", "dist/acorn.js");
      JsObject options = js.newObject();
      options.set("ecmaVersion", JsString.of("latest"));
      JsObject program = js.global()
          .get("acorn")
          .asObject()
          .invoke("parse", JsString.of("f(x => x)"), options)
          .asObject();

      assertThat(js.toJson(program.get("body"))).get()
          .asString()
          .startsWith("[{\"type\":\"ExpressionStatement\",\"start\":0,\"end\":9");
    }
  }

  @Test
  void typescriptFromJava() throws IOException {
    try (JsContext js = JsContext.open()) {
      load(js, "typescript", "lib/typescript.js");

      assertThat(js.global()
          .get("ts")
          .asObject()
          .invoke("transpile", JsString.of("const n: number = <any>5;"))
          .asString())
          .contains(" n = 5;");
    }
  }

  private void load(JsContext js, String name, String path) throws IOException {
    js.eval(Files.readString(extract(name, path)), name + ".js");
  }

  private Path extract(String name, String path) throws IOException {
    WebJar.extract(name, path.replace(".", "\\."), folder);
    return folder.resolve(path.substring(path.lastIndexOf('/') + 1));
  }
}
