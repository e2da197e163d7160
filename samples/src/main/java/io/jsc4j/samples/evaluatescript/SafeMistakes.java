package io.jsc4j.samples.evaluatescript;

import io.jsc4j.JsContext;
import io.jsc4j.JsObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The same mistakes on the safe API, as far as they can be written at all. */
final class SafeMistakes {
  private SafeMistakes() {}

  static String cString() throws RefusedException {
    return RefusedException.orCompile("""
        static void mistake(JsContext context, Arena arena) {
          SafeHalf.evaluateScript(context, arena.allocateFrom("40 + 2"));
        }
        """);
  }

  static String ignoredException() {
    try (JsContext context = JsContext.open()) {
      return context.coerceToString(SafeHalf.evaluateScript(context, Mistake.FAILURE));
    }
  }

  /** There is nothing to free: the nearest that one can write. */
  static String freedSource() throws RefusedException {
    return RefusedException.orCompile("""
        static void mistake(JsContext context, String source) {
          source.close();
          SafeHalf.evaluateScript(context, source);
        }
        """);
  }

  static String afterContext() {
    JsObject value;
    try (JsContext context = JsContext.open()) {
      value = SafeHalf.evaluateScript(context, Mistake.OBJECT).asObject();
    }
    return value.get("total").toString();
  }

  static String otherThread() {
    CompletableFuture<JsObject> handedOver = new CompletableFuture<>();
    CountDownLatch used = new CountDownLatch(1);
    Thread.ofPlatform().name("worker").daemon().start(() -> {
      try (JsContext context = JsContext.open()) {
        handedOver.complete(SafeHalf.evaluateScript(context, Mistake.OBJECT).asObject());
        Mistake.awaitUninterruptibly(used);
      }
    });
    try {
      return handedOver.join().get("total").toString();
    } finally {
      used.countDown();
    }
  }

  /** NullAway refuses this at compile time; most projects have no such checker. */
  @SuppressWarnings("NullAway") // The mistake itself.
  static String nullContext() {
    JsContext missing = null;
    return SafeHalf.evaluateScript(missing, Mistake.SUM).toString();
  }
}
