package io.jsc4j.tests.snippets;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The snippets of package {@code io.jsc4j}, its contexts and its scopes. */
@NeedsEngine
final class SnippetTest {
  /** What a snippet prints. */
  private static String printedBy(Runnable snippet) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      snippet.run();
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void firstSteps() {
    assertThat(printedBy(() -> {
      // @start region="first-steps"
      try (var js = JsContext.open()) {
        js.global()
            .set("add", js.function("add", call -> JsNumber.of(call.arg(0).asDouble() + call.arg(1).asDouble())));
        switch (js.eval("add(40, 2)")) {
          case JsNumber(double n) -> IO.println(n);
          case JsObject o -> IO.println(o.keys());
          default -> {
          }
        }
      }
      // @end
    })).isEqualToNormalizingNewlines("42.0\n");
  }

  @Test
  void context() {
    assertThat(printedBy(() -> {
      // @start region="context"
      try (var js = JsContext.open()) {
        IO.println(js.eval("[1, 2, 3].map(x => x ** 2).join()").asString());
      }
      // @end
    })).isEqualToNormalizingNewlines("1,4,9\n");
  }

  @SuppressWarnings("try") // The scope is named for the reader.
  @Test
  void scope() {
    try (JsContext js = JsContext.open()) {
      long before = JsEngine.liveResources().handles();
      int id;
      // @start region="scope"
      try (JsScope scope = js.openScope()) {
        JsObject row = js.eval("({ id: 1 })").asObject();
        id = row.get("id").asInt();
      } // row can no longer be used
      // @end
      assertThat(id).isEqualTo(1);
      assertThat(JsEngine.liveResources().handles()).isEqualTo(before);
    }
  }
}
