package io.jsc4j.samples.evaluator;

import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsContext;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsException;
import io.jsc4j.JsHeapLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One script in a context of its own, from its first line to its exit code. */
final class Session implements AutoCloseable {
  /** Without --timeout, a promise that nothing will ever settle must not hold up the shell for good. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final EvaluatorOptions options;
  private final TextOutput out;
  private final TextOutput err;
  private final long start = System.nanoTime();
  private final JsContext context;
  private final Host host;
  private final Realm realm;
  private final List<Rejection> rejections = new ArrayList<>();

  private record Rejection(JsRef<? extends JsObject> promise, Realm.Explanation explanation) {}

  Session(EvaluatorOptions options, TextOutput out, TextOutput err) {
    this.options = options;
    this.out = out;
    this.err = err;
    FileAccess files = FileAccess.of(options.readRoot());
    // Whoever runs a script at a shell may read why a host function failed.
    this.context = JsContext.open(JsRuntimeOptions.defaults()
        .withLimits(limits(options))
        .withErrorExposure(JsErrorExposure.MESSAGES));
    try {
      this.host = new Host(context, out, err, files, options.arguments());
      this.realm = Realm.install(context, host);
      context.onUnhandledRejection((reason, promise) -> rejections.add(new Rejection(promise.asObject().retain(), realm
          .explain(reason))));
      if (options.strictEval()) {
        context.disableEval("eval and Function are switched off by --strict-eval");
      }
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
  }

  private static JsLimits limits(EvaluatorOptions options) {
    JsLimits limits = JsLimits.none();
    if (options.timeout() != null) {
      limits = limits.withTime(options.timeout());
    }
    if (options.maxHeap() != EvaluatorOptions.NO_HEAP_LIMIT) {
      limits = limits.withHeap(options.maxHeap());
    }
    return limits;
  }

  /** Runs the script and its microtasks, prints what is to be printed, and gives the exit code. */
  int run(ScriptSource script) {
    try {
      JsValue value = host.evaluate(script);
      if (options.action() == EvaluatorOptions.Action.PRINT_CODE && host.quit() == null) {
        print(value);
      }
      return ending(reportRejections());
    } catch (QuitException e) {
      return e.exitCode();
    } catch (JsTerminatedException e) {
      throw terminated(e);
    } catch (JsThrownException e) {
      return ending(report(ErrorReport.of(e, explain(e), host)));
    } catch (JsSyntaxException e) {
      return report(ErrorReport.of(e, new Realm.Explanation(true, String.valueOf(e.getMessage()), ""), host));
    } catch (JsAwaitTimeoutException e) {
      throw new CommandException(ExitCodes.TIMEOUT, "the value is a promise that is still pending after " + Quantities
          .describe(longestWait())
          + (options.timeout() == null
              ? "; --timeout sets how long it is awaited"
              : ", the limit that --timeout sets"));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      // The output is gone, or a string is too long for Java; both messages say so.
      throw new CommandException(ExitCodes.UNCAUGHT, String.valueOf(e.getMessage()));
    }
  }

  /** A script that has called quit has the last word, even if it caught the exception that ends it. */
  private int ending(int code) {
    QuitException quit = host.quit();
    return quit == null ? code : quit.exitCode();
  }

  private void print(JsValue value) {
    JsValue result = value;
    if (realm.isAwaitable(value)) {
      try {
        result = context.await(value, remaining());
      } finally {
        // Awaiting is handling: if it is rejected, that is reported as what it threw.
        rejections.removeIf(rejection -> rejection.promise().get().isSame(value) && close(rejection));
      }
    }
    if (options.json()) {
      out.write(context.toJson(result)
          .orElseThrow(() -> new CommandException(ExitCodes.UNCAUGHT, "the value has no JSON form")) + "\n");
    } else {
      out.write(realm.show(result) + "\n");
    }
  }

  private Duration longestWait() {
    return options.timeout() == null ? LONGEST_WAIT : options.timeout();
  }

  private Duration remaining() {
    Duration remaining = longestWait().minusNanos(System.nanoTime() - start);
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }

  private Realm.Explanation explain(JsThrownException e) {
    try {
      return realm.explain(e.thrown());
    } catch (JsException failed) {
      // A stack nearly full, or a heap nearly full: what the library saw is plain text.
      return new Realm.Explanation(!e.name().isEmpty(), String.valueOf(e.getMessage()), "");
    }
  }

  private int reportRejections() {
    int code = ExitCodes.OK;
    for (Rejection rejection : rejections) {
      code = report(ErrorReport.ofRejection(rejection.explanation(), host));
    }
    return code;
  }

  private int report(ErrorReport report) {
    if (host.quit() == null) {
      err.write(report.text());
    }
    return ExitCodes.UNCAUGHT;
  }

  private CommandException terminated(JsTerminatedException e) {
    return e instanceof JsHeapLimitException
        ? new CommandException(ExitCodes.HEAP,
            "the script was ended: its heap grew beyond " + Quantities.describe(options.maxHeap())
                + ", the limit that --max-heap sets")
        : new CommandException(ExitCodes.TIMEOUT,
            "the script was ended after " + Quantities.describe(longestWait()) + ", the limit that --timeout sets");
  }

  private static boolean close(Rejection rejection) {
    rejection.promise().close();
    return true;
  }

  @Override
  public void close() {
    for (Rejection rejection : rejections) {
      rejection.promise().close();
    }
    context.close();
  }
}
