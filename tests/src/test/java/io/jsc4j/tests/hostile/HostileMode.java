package io.jsc4j.tests.hostile;

import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsString;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.hostile.HostileScript.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A way in which a host runs a script. */
@SuppressWarnings("ImmutableEnumChecker") // Its fields are never changed.
enum HostileMode {
  /** Evaluated. */
  EVAL(0, (js, script) -> js.eval(script.source(), script.name())),
  /** Parsed once, evaluated twice. */
  COMPILED(1, (js, script) -> {
    var parsed = js.runtime().compile(script.source(), script.name());
    js.eval(parsed);
    return js.eval(parsed);
  }),
  /** Evaluated beside another context of the same runtime, which then gets the result. */
  BESIDE(2, (js, script) -> js.eval(script.source(), script.name())),
  /** Evaluated in a function, which gets the host's objects as arguments. */
  CALLED(3, (js, script) -> {
    JsFunction body = js.eval("(function (host, HostPoint, account, source) { return eval(source); })").asFunction();
    JsObject global = js.global();
    return body.call(global.get("host"), global.get("HostPoint"), global.get("account"), JsString.of(script.source()));
  }),
  /** Evaluated in strict mode. */
  STRICT(4, (js, script) -> js.evalStrict(script.source())),
  /** Evaluated with an object as its innermost scope. */
  EVAL_IN(5, (js, script) -> js.evalIn(script.source(), js.parseJson("{\"x\":1,\"y\":{\"z\":2}}").asObject())),
  /** Evaluated by a host function, inside JavaScript that catches everything and tries to go on. */
  NESTED(6, (js, script) -> {
    JsFunction run = js.function("run", call -> js.eval(script.source(), script.name()));
    return js.eval("(run => { try { return run(); } catch (e) { return e; } finally { globalThis.went = 'on'; } })")
        .asFunction()
        .call(run);
  }),
  /** Evaluated while the engine collects without a pause and overwrites what it frees. */
  COLLECTING(7, (js, script) -> js.eval(script.source(), script.name())),
  /** The same, with the other order: the collector runs at every tenth slow allocation. */
  ALLOCATING(8, (js, script) -> js.eval(script.source(), script.name()));

  private static final long HEAP = 48L << 20;
  private static final long TRANSFER = 8L << 20;

  /** How it runs one. */
  private interface Way {
    JsValue run(JsContext js, HostileScript script);
  }

  /** With which of the uses of a result it begins. */
  private final int turn;
  private final Way way;

  HostileMode(int turn, Way way) {
    this.turn = turn;
    this.way = way;
  }

  /** The engine's options for its JVM. */
  Map<String, String> environment() {
    return switch (this) {
      case COLLECTING -> Map.of("JSC_collectContinuously", "1", "JSC_scribbleFreeCells", "1");
      case ALLOCATING -> Map.of("JSC_slowPathAllocsBetweenGCs", "10", "JSC_scribbleFreeCells", "1",
          "JSC_sweepSynchronously", "1");
      default -> Map.of();
    };
  }

  /** Whether the corpus says what the evaluation comes to here. */
  private boolean expectsOutcome() {
    return this == EVAL || this == BESIDE || this == COLLECTING || this == ALLOCATING;
  }

  /** Runs one in a runtime of its own, and says what went wrong. */
  List<String> run(HostileScript script) {
    Attempt attempt = new Attempt();
    JsLimits limits = JsLimits.none().withTime(Attempt.LIMIT).withHeap(HEAP).withTransfer(TRANSFER);
    try (JsRuntime runtime = JsRuntime.open(JsRuntimeOptions.defaults().withLimits(limits))) {
      try (JsContext other = runtime.openContext(); JsContext js = runtime.openContext()) {
        HostObjects.grant(js);
        evaluate(script, js, other, attempt);
        attempt.call("drainMicrotasks", () -> {
          js.drainMicrotasks();
          return true;
        });
        attempt.call("runPendingTasks", runtime::runPendingTasks);
        Probe.polluted(js, attempt, script);
        if (this == BESIDE) {
          Probe.clean(other, attempt, "in the context beside");
        }
      }
      try (JsContext fresh = runtime.openContext()) {
        Probe.clean(fresh, attempt, "in a new context");
      }
    } catch (RuntimeException | Error e) {
      attempt.problem("opening or closing threw " + e);
    }
    return attempt.problems();
  }

  private void evaluate(HostileScript script, JsContext js, JsContext other, Attempt attempt) {
    List<JsValue> results = new ArrayList<>();
    Outcome outcome = attempt.call("the evaluation", () -> {
      try {
        return results.add(way.run(js, script));
      } catch (JsThrownException e) {
        results.add(e.thrown());
        throw e;
      }
    });
    // On a busy machine the limit can strike any script; but what has no end must be ended.
    boolean right = script.expected().isEmpty() || script.expected().contains(outcome)
        || outcome == Outcome.TERMINATED;
    if (expectsOutcome() && !right) {
      attempt.problem("the evaluation came to " + outcome + " " + results + " instead of " + script.expected());
    }
    for (JsValue result : results) {
      ResultUses.all(js, result, attempt, turn);
      if (this == BESIDE) {
        attempt.call("passing it to another context", () -> {
          JsFunction look = other.eval("(v => typeof v === 'object' && v ? Object.keys(v).length : String(v))")
              .asFunction();
          return look.call(result);
        });
      }
    }
  }
}
