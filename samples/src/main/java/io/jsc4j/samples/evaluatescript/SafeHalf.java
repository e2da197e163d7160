package io.jsc4j.samples.evaluatescript;

import io.jsc4j.JsContext;
import io.jsc4j.JsValue;

/** Evaluating a script on the safe API. */
final class SafeHalf {
  private SafeHalf() {}

  /** Evaluates a script. */
  static JsValue evaluateScript(JsContext context, String source) {
    return context.eval(source);
  }
}
