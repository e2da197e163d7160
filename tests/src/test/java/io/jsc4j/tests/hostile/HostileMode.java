package io.jsc4j.tests.hostile;

import io.jsc4j.JsCancelledException;
import io.jsc4j.JsContext;
import io.jsc4j.JsCpuLimitException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsHeapLimitException;
import io.jsc4j.JsHostCallLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsMicrotaskLimitException;
import io.jsc4j.JsObject;
import io.jsc4j.JsOutputLimitException;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsStackLimitException;
import io.jsc4j.JsString;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.hostile.HostileScript.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  ALLOCATING(8, (js, script) -> js.eval(script.source(), script.name())),
  /** Evaluated with every limit that there is. */
  LIMITED(9, (js, script) -> js.eval(script.source(), script.name())),
  /** Evaluated without a limit of time; another thread cancels what runs, again and again. */
  CANCELLED(10, (js, script) -> js.eval(script.source(), script.name()));

  private static final long HEAP = 48L << 20;
  private static final long TRANSFER = 8L << 20;
  /** Where a limit other than time must end a script, time must not do it first. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int STACK_DEPTH = 200;
  private static final long OUTPUT = 64 << 10;
  private static final long HOST_CALLS = 1000;
  private static final int MICROTASKS = 1000;
  /** As the directive {@code ends-by} names them. */
  static final Set<String> LIMIT_NAMES =
      Set.of("time", "cpuTime", "heap", "stackDepth", "output", "hostCalls", "microtasks");

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

  /** Whether something within the process ends a script here. */
  boolean canEnd(HostileScript script) {
    return this == LIMITED ? !script.escapes() : !script.escapesWithoutMicrotaskLimit();
  }

  private JsLimits limits(HostileScript script) {
    JsLimits memory = JsLimits.none().withHeap(HEAP).withTransfer(TRANSFER);
    if (this == CANCELLED) {
      return memory;
    }
    if (this != LIMITED) {
      return memory.withTime(Attempt.LIMIT);
    }
    Duration time = script.endsBy().isEmpty() ? Attempt.LIMIT : PATIENCE;
    return memory.withTime(time)
        .withCpuTime(time)
        .withStackDepth(STACK_DEPTH)
        .withOutput(OUTPUT)
        .withHostCalls(HOST_CALLS)
        .withMicrotasks(MICROTASKS);
  }

  /** Runs one in a runtime of its own, and says what went wrong. */
  List<String> run(HostileScript script) {
    Attempt attempt = new Attempt();
    JsRuntimeOptions options = JsRuntimeOptions.defaults()
        .withLimits(limits(script))
        .withCancellation(this == CANCELLED);
    try (JsRuntime runtime = JsRuntime.open(options); Canceller _ = this == CANCELLED ? Canceller.of(runtime) : null) {
      try (JsContext other = runtime.openContext(); JsContext js = runtime.openContext()) {
        HostObjects.grant(js);
        evaluate(script, js, other, attempt);
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
    requireReasons(attempt);
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
    attempt.call("drainMicrotasks", () -> {
      js.drainMicrotasks();
      return true;
    });
    attempt.call("runPendingTasks", js.runtime()::runPendingTasks);
    if (this == LIMITED && !script.endsBy().isEmpty()) {
      requireEnd(script, attempt);
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

  private static void requireEnd(HostileScript script, Attempt attempt) {
    Optional<String> limit = attempt.ended().stream().findFirst().map(HostileMode::limit);
    if (limit.filter(script.endsBy()::contains).isEmpty()) {
      attempt.problem("it was ended by " + limit.orElse("nothing") + " instead of " + script.endsBy());
    }
  }

  /** Only limits that are set may end anything, and only when they are exceeded. */
  private void requireReasons(Attempt attempt) {
    for (JsTerminatedException e : attempt.ended()) {
      boolean right = switch (this) {
        case LIMITED -> !(e instanceof JsCancelledException);
        case CANCELLED -> e instanceof JsCancelledException || e instanceof JsHeapLimitException;
        default -> e instanceof JsTimeLimitException || e instanceof JsHeapLimitException;
      };
      boolean exceeded = e.used() >= e.limit() || e instanceof JsStackLimitException;
      if (!right || !exceeded) {
        attempt.problem("it was ended by " + e);
      }
    }
  }

  /** The limit's name, as in its {@code with} method. */
  private static String limit(JsTerminatedException e) {
    return switch (e) {
      case JsTimeLimitException _ -> "time";
      case JsCpuLimitException _ -> "cpuTime";
      case JsHeapLimitException _ -> "heap";
      case JsStackLimitException _ -> "stackDepth";
      case JsOutputLimitException _ -> "output";
      case JsHostCallLimitException _ -> "hostCalls";
      case JsMicrotaskLimitException _ -> "microtasks";
      case JsCancelledException _ -> "cancel";
    };
  }
}
