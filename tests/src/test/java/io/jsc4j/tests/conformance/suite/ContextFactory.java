package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsContext;
import io.jsc4j.JsLimits;
import io.jsc4j.JsRuntime;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.stream.Stream;

/** The ways to open a context. What a script sees must be the same in each. */
enum ContextFactory {
  /** With a runtime of its own. */
  ALONE {
    @Override
    Opened open() {
      JsContext js = JsContext.open();
      return new Opened(js, js);
    }
  },

  /** In a runtime whose first context has been used, and stays open. */
  BESIDE_ANOTHER {
    @Override
    Opened open() {
      JsRuntime runtime = JsRuntime.open();
      runtime.openContext().eval("Array.prototype.join = () => 'another context'; var shared = 1");
      return new Opened(runtime.openContext(), runtime);
    }
  },

  /** In a runtime whose first context has been closed. */
  AFTER_ANOTHER {
    @Override
    Opened open() {
      JsRuntime runtime = JsRuntime.open();
      runtime.openContext().close();
      return new Opened(runtime.openContext(), runtime);
    }
  },

  /** Until an arena is closed, and with limits that no test reaches: the watchdog is armed at each call. */
  LIMITED_IN_AN_ARENA {
    // The arena is closed by whoever closes what is returned.
    @SuppressWarnings("MustBeClosedChecker")
    @Override
    Opened open() {
      JsRuntime runtime = JsRuntime.open(JsLimits.none().withTime(Duration.ofMinutes(10)).withHeap(1L << 32));
      Arena arena = Arena.ofConfined();
      return new Opened(runtime.openContext(arena), () -> {
        if (arena.scope().isAlive()) {
          arena.close();
        }
        runtime.close();
      });
    }
  };

  /**
   * A context, and what closes it with all that was opened for it.
   *
   * @param context the context
   * @param owner closes it
   */
  record Opened(JsContext context, AutoCloseable owner) {}

  abstract Opened open();

  /** All, or those that the system property {@code jsc4j.conformance.contexts} names, with commas. */
  static Stream<ContextFactory> chosen() {
    String names = System.getProperty("jsc4j.conformance.contexts", "");
    return names.isEmpty() ? Stream.of(values()) : Stream.of(names.split(",", -1)).map(ContextFactory::valueOf);
  }
}
