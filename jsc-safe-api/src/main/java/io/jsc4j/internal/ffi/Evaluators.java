package io.jsc4j.internal.ffi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates text as {@code eval} does when it is called directly: in a scope, or as strict code, with declarations that stay inside.
 *
 * <p>In a context whose {@code eval} is disabled it is enabled until the text has been parsed: the text is then preceded by a call of a host
 * function that disables it again, before any code of a user runs.
 */
public final class Evaluators {
  private static final class Names {
    // Random, because a script that knew them could use the helpers.
    private static final String SUFFIX = UUID.randomUUID().toString().replace('-', '_');
    static final String BEGIN = "begin_" + SUFFIX;
    static final String SOURCE = ServiceScript.read("evaluators.js")
        .replace("$scope", "scope_" + SUFFIX)
        .replace("$source", "source_" + SUFFIX)
        .replace("$begin", BEGIN);
  }

  private final ContextPointer context;
  private @Nullable CellPointer functions;
  private @Nullable String disabledMessage;

  Evaluators(ContextPointer context) {
    this.context = context;
  }

  /** Gives back what it holds; the context is about to be released. */
  void release() {
    Realm.discard(functions);
    functions = null;
  }

  /** Makes {@code eval} and {@code Function} throw in scripts; not here. */
  public static void disableEval(ContextPointer context, String message) {
    Contexts.setEvalEnabled(context, false, message);
    context.realm().evaluators().disabledMessage = message;
  }

  /**
   * Evaluates text whose names are those of the scope object before all others.
   *
   * @throws ScriptThrew if it throws, or does not parse
   */
  public static NativeValue evaluateIn(ContextPointer context, String source, CellPointer scope) {
    Evaluators evaluators = context.realm().evaluators();
    CellPointer enter = evaluators.function("inScope");
    try {
      CellPointer evaluate =
          (CellPointer) Functions.call(context, enter, NativeValue.Nullish.UNDEFINED, scope);
      try {
        return evaluators.evaluate(evaluate, source, false);
      } finally {
        Realm.discard(evaluate);
      }
    } finally {
      Realm.discard(enter);
    }
  }

  /**
   * Evaluates text as strict code.
   *
   * @throws ScriptThrew if it throws, or does not parse
   */
  public static NativeValue evaluateStrict(ContextPointer context, String source) {
    Evaluators evaluators = context.realm().evaluators();
    CellPointer evaluate = evaluators.function("strict");
    try {
      return evaluators.evaluate(evaluate, source, true);
    } finally {
      Realm.discard(evaluate);
    }
  }

  private CellPointer function(String name) {
    CellPointer present = functions;
    if (present == null) {
      present = (CellPointer) Scripts.evaluate(context, Names.SOURCE, "jsc4j:realm/evaluators.js", 1);
      functions = present;
    }
    return (CellPointer) Objects.get(context, present, name);
  }

  private NativeValue evaluate(CellPointer evaluate, String source, boolean strict) {
    String message = disabledMessage;
    NativeValue eval = context.realm().eval();
    if (message == null) {
      return Functions.call(context, evaluate, NativeValue.Nullish.UNDEFINED, eval, new NativeValue.Text(source));
    }
    // The call that precedes the text takes a directive's place, so a directive is put before it again.
    String prefix = (strict || isStrict(source) ? "'use strict';" : "") + Names.BEGIN + "();";
    CellPointer begin = Contexts.createHostFunction(context, "", 0, frame -> {
      Contexts.setEvalEnabled(context, false, message);
      frame.returns(NativeValue.Nullish.UNDEFINED);
    });
    try {
      Contexts.setEvalEnabled(context, true, message);
      return Functions.call(context, evaluate, NativeValue.Nullish.UNDEFINED, eval, new NativeValue.Text(prefix.concat(
          source)), begin);
    } finally {
      if (!context.isReleased()) {
        Contexts.setEvalEnabled(context, false, message);
      }
      Realm.discard(begin);
    }
  }

  /** Whether the text begins with the directive: then, and only then, a {@code with} at its end is a syntax error. */
  private boolean isStrict(String source) {
    Scripts.checkSyntax(context, source, null, 1);
    try {
      Scripts.checkSyntax(context, source.concat("\nwith({});"), null, 1);
      return false;
    } catch (ScriptThrew e) {
      Realm.discard(e.thrown());
      return true;
    }
  }
}
