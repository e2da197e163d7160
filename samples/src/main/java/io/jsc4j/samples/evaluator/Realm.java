package io.jsc4j.samples.evaluator;

import io.jsc4j.JsContext;
import io.jsc4j.JsObject;
import io.jsc4j.JsValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The part of the evaluator that is written in JavaScript: the console, and what shows values and errors. */
final class Realm {
  private static final String URL = "jsc4j:evaluator/";
  /** Each is a function that adds to one table; a later one uses what an earlier one put there. */
  private static final List<String> PARTS = List.of("intrinsics.js", "lookup.js", "text.js", "layout.js", "names.js",
      "errors.js",
      "inspect.js", "entries.js", "format.js", "console.js", "globals.js");

  private final JsObject table;

  private Realm(JsObject table) {
    this.table = table;
  }

  /** Sets up a fresh context, before any script has run in it. */
  static Realm install(JsContext context, Host host) {
    JsObject table = context.eval("({ __proto__: null })").asObject();
    JsObject functions = context.eval("({ __proto__: null })").asObject();
    host.define(functions);
    for (String part : PARTS) {
      context.eval(source(part), URL + part).asFunction().call(table, functions);
    }
    return new Realm(table);
  }

  private static String source(String part) {
    try (InputStream in = Realm.class.getResourceAsStream(part)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + part + " is missing beside " + Realm.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the resource " + part, e);
    }
  }

  /** The text of a value as -p prints it. */
  String show(JsValue value) {
    return table.get("show").asFunction().call(value).asString();
  }

  /** Whether it is a promise. */
  boolean isAwaitable(JsValue value) {
    return table.get("isAwaitable").asFunction().call(value).asBoolean();
  }

  /**
   * What a script threw.
   *
   * @param isError whether it is an Error
   * @param header {@code TypeError: message}, or the value as text
   * @param stack the lines of the stack and what else belongs to the error; may be empty
   */
  record Explanation(boolean isError, String header, String stack) {}

  Explanation explain(JsValue thrown) {
    JsObject explanation = table.get("explain").asFunction().call(thrown).asObject();
    return new Explanation(explanation.get("isError").asBoolean(), explanation.get("header").asString(), explanation
        .get("stack")
        .asString());
  }
}
