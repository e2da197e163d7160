package io.jsc4j.tests.snippets;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsEngineOptions;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static io.jsc4j.tests.snippets.Printed.printedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The snippets of package {@code io.jsc4j}, its contexts and its scopes. */
@NeedsEngine
final class SnippetTest {
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
    })).containsExactly("42.0");
  }

  @Test
  void context() {
    assertThat(printedBy(() -> {
      // @start region="context"
      try (var js = JsContext.open()) {
        IO.println(js.eval("[1, 2, 3].map(x => x ** 2).join()").asString());
      }
      // @end
    })).containsExactly("1,4,9");
  }

  @Test
  void limits() {
    assertThat(printedBy(() -> {
      // @start region="limits"
      var limits = JsLimits.none()
          .withTime(Duration.ofMillis(200))
          .withHeap(100_000_000)
          .withHostCalls(1000)
          .withOutput(1_000_000);
      try (var js = JsContext.open(limits)) {
        js.global().set("load", js.function("load", call -> JsNumber.of(1)));
        try {
          js.eval("for (;;) try { load() } catch {}", "greedy.js");
        } catch (JsTerminatedException e) {
          IO.println(e.getMessage());
        }
        IO.println(js.eval("6 * 7"));
      }
      // @end
    })).containsExactly("the script was ended at call 1001 of a host function: its host call limit is 1000"
        + " (at greedy.js:1)", "42");
  }

  @Test
  void withLimits() {
    assertThat(printedBy(() -> {
      try (var js = JsContext.open()) {
        js.eval("var transform = text => text.toUpperCase()");
        // @start region="with-limits"
        var brief = JsLimits.none().withTime(Duration.ofMillis(500));
        var result = js.withLimits(brief, () -> js.global().invoke("transform", JsString.of("hello")));
        IO.println(result.asString());
        // @end
      }
    })).containsExactly("HELLO");
  }

  @Test
  void batch() {
    try (var js = JsContext.open()) {
      var prices = js.eval("({ net: 100, tax: 19 })").asObject();
      // @start region="batch"
      double gross = js.batch(() -> prices.getDouble("net") + prices.getDouble("tax"));
      // @end
      assertThat(gross).isEqualTo(119);
    }
  }

  @Test
  void options() {
    // @start region="options"
    var options = JsRuntimeOptions.defaults()
        .withLimits(JsLimits.none().withTime(Duration.ofSeconds(1)))
        .withErrorExposure(JsErrorExposure.MESSAGES);
    try (var js = JsContext.open(options)) {
      js.eval("6 * 7");
    }
    // @end
    assertThat(options.limits().time()).hasValue(Duration.ofSeconds(1));
  }

  /** Only the options are made: the engine has been loaded by other tests, and then refuses them. */
  @Test
  void engineOptions() {
    ThrowingCallable configure = () ->
    // @start region="engine-options"
    JsEngine.configure(JsEngineOptions.none().with("useTemporal", true).with("useFTLJIT", false));
    // @end
    assertThat(JsEngine.load().version()).isNotEmpty();
    assertThatThrownBy(configure).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void mapDoubles() {
    assertThat(printedBy(() -> {
      try (var js = JsContext.open()) {
        // @start region="map-doubles"
        JsFunction discounted = js.eval("((price, amount) => amount > 10 ? price * 0.9 : price)").asFunction();
        double[] prices = {10, 20};
        double[] amounts = {5, 50};
        double[] out = new double[2];
        discounted.mapDoubles(List.of(prices, amounts), out);
        IO.println(Arrays.toString(out));
        // @end
      }
    })).containsExactly("[10.0, 18.0]");
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
