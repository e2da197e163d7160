package io.jsc4j.tests.obligations;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsLimits;
import io.jsc4j.JsLiveResources;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import static io.jsc4j.tests.obligations.Refusals.holds;
import static io.jsc4j.tests.obligations.Refusals.isRefused;
import static io.jsc4j.tests.obligations.Refusals.refused;

/** Callbacks, the end of a context, and limits. */
final class CallbackScenarios {
  private CallbackScenarios() {}

  /** A function of a closed context, reached through another one of the same runtime. */
  static void callbackContextOpen() {
    try (JsRuntime runtime = JsRuntime.open(); JsContext stays = runtime.openContext()) {
      AtomicBoolean ran = new AtomicBoolean();
      try (JsContext goes = runtime.openContext()) {
        stays.global().set("f", goes.function("f", call -> {
          ran.set(true);
          return JsNumber.of(1);
        }));
        holds(stays.eval("f()").asInt() == 1, "wrong value");
      }
      ran.set(false);
      boolean refused = isRefused(JsThrownException.class, "the context of this host function has been closed",
          () -> stays.eval("f()"));
      holds(!ran.get(), "a host function of a closed context ran");
      holds(refused, "a host function of a closed context returned a value");
    }
  }

  /** A host function closes the runtime that is calling it. The context's arena is not its own, so the JVM does not refuse it. */
  @SuppressWarnings("try") // Closing what is in use is the point.
  static void notEntered() {
    try (Arena arena = Arena.ofConfined(); JsRuntime runtime = JsRuntime.open()) {
      JsContext js = runtime.openContext(arena);
      js.global().set("close", js.function("close", call -> {
        runtime.close();
        return JsValue.undefined();
      }));
      refused(IllegalStateException.class, "close it after the outermost call has returned", () -> js.eval(
          "close(); [1, 2, 3].map(x => ({ x })).length"));
      holds(js.eval("6 * 7").asInt() == 42, "the context was closed all the same");
    }
  }

  /** A handle of a closed context: given back, and of no use to a context that is still open. */
  static void cleanupOrdered() {
    try (JsRuntime runtime = JsRuntime.open()) {
      try (JsContext stays = runtime.openContext()) {
        JsObject orphan;
        try (JsContext goes = runtime.openContext()) {
          orphan = goes.eval("({ a: 1 })").asObject();
        }
        boolean refused = isRefused(IllegalStateException.class, "can no longer be used", () -> {
          stays.global().set("orphan", orphan);
          return stays.eval("orphan.a");
        });
        holds(refused, "a handle outlived its context");
      }
    }
    JsLiveResources left = JsEngine.liveResources();
    holds(left.equals(new JsLiveResources(0, 0, 0, 0, 0, 0)), "left behind: " + left);
  }

  /** Longer than one tick; without the watchdog it runs to its end, and an endless loop would run for ever. */
  static void watchdogRearmed() {
    try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(100)))) {
      refused(JsTerminatedException.class, "100", () -> js.eval(
          "const end = Date.now() + 2000; while (Date.now() < end); 'ran to its end'"));
      holds(js.eval("6 * 7").asInt() == 42, "wrong value");
    }
  }

  /** The limit strikes in a script that a host function evaluates, and the one around it catches that. */
  static void terminationSwept() {
    try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(100)))) {
      js.global().set("nested", js.function("nested", call -> js.eval("for (;;);")));
      for (int i = 0; i < 3; i++) {
        refused(JsTerminatedException.class, "100", () -> js.eval("try { nested() } catch {} finally { 1 }"));
        holds(js.eval("6 * 7").asInt() == 42, "wrong value");
      }
    }
  }
}
