package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.Evaluators;
import io.jsc4j.internal.ffi.NativeValue;
import java.util.Objects;
import java.util.function.Supplier;

/** Evaluates text as {@code eval} does: {@link JsContext#evalIn} and {@link JsContext#evalStrict}. */
final class JsEvaluation {
  /** The line that makes the parser read what follows as strict code. */
  private static final String DIRECTIVE = "'use strict'\n";

  private JsEvaluation() {}

  static JsValue in(JsContext context, String source, JsObject scope) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(scope, "scope");
    return evaluate(context, source, false, () -> Evaluators.evaluateIn(context.pointer(), source, scope.cell()));
  }

  static JsValue strict(JsContext context, String source) {
    Objects.requireNonNull(source, "source");
    return evaluate(context, source, true, () -> Evaluators.evaluateStrict(context.pointer(), source));
  }

  private static JsValue evaluate(JsContext context, String source, boolean strict, Supplier<NativeValue> operation) {
    Span span = Events.eval(context.name(), null, source.length());
    try {
      return context.runValue(operation);
    } catch (JsThrownException e) {
      JsSyntaxException syntaxError = e.name().equals("SyntaxError") ? syntaxError(context, source, strict) : null;
      throw syntaxError != null ? syntaxError : e;
    } finally {
      Events.finish(span);
    }
  }

  private static @org.jspecify.annotations.Nullable JsSyntaxException syntaxError(JsContext context, String source,
      boolean strict) {
    JsSyntaxException error = context.runtime().syntaxError(source, null, 1);
    if (error != null || !strict) {
      return error;
    }
    error = context.runtime().syntaxError(DIRECTIVE.concat(source), null, 1);
    return error == null ? null : error.linesEarlier(1);
  }
}
