package io.jsc4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker does in its context, on the thread that owns it. */
final class JsWorkerTasks {
  /** Of a worker without a time limit. Whoever gave the task can cancel it. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private JsWorkerTasks() {}

  /** Makes a fresh context ready: the Java functions, then the set-up scripts. */
  static void prepare(JsContext context, Map<String, JsDataFunction> functions, List<JsWorkerOptions.Setup> setup) {
    try (JsScope _ = context.openScope()) {
      for (Map.Entry<String, JsDataFunction> entry : functions.entrySet()) {
        context.global().set(entry.getKey(), context.function(entry.getKey(), over(entry.getKey(), entry.getValue())));
      }
      for (JsWorkerOptions.Setup script : setup) {
        long begin = System.nanoTime();
        settled(context, context.eval(script.source(), script.url()), rest(context, JsLimits.none(), begin));
      }
    }
  }

  /** A function over plain data, as a host function. */
  private static HostFunction over(String name, JsDataFunction function) {
    return call -> {
      List<@Nullable Object> arguments = new ArrayList<>(call.count());
      for (int i = 0; i < call.count(); i++) {
        arguments.add(JsPlainData.toJava(call.context(), call.arg(i)));
      }
      Object result;
      try {
        result = function.call(Collections.unmodifiableList(arguments));
      } catch (Exception e) {
        // Checked ones too: the same object comes out of the task, unless a script catches it.
        throw JsErrors.<RuntimeException>same(e);
      }
      return JsPlainData.toJs(call.context(), JsPlainData.copyResult(result, name));
    };
  }

  /** Does a task under limits beside those of the runtime. */
  static <T extends @Nullable Object> T within(JsContext context, JsLimits limits, JsTask<T> task) throws Exception {
    if (limits.equals(JsLimits.none())) {
      return task.run(context);
    }
    return context.withLimits(limits, () -> {
      try {
        return task.run(context);
      } catch (Exception e) {
        throw JsErrors.<RuntimeException>same(e);
      }
    });
  }

  /**
   * Evaluates a script, and awaits what it results in.
   *
   * @param limits what applies beside the limits of the runtime: to the waiting too
   */
  static @Nullable Object eval(JsContext context, JsLimits limits, String source, @Nullable String url) {
    long begin = System.nanoTime();
    JsValue value = url == null ? context.eval(source) : context.eval(source, url);
    return JsPlainData.toJava(context, settled(context, value, rest(context, limits, begin)));
  }

  /**
   * Calls a global function, and awaits what it results in.
   *
   * @param limits what applies beside the limits of the runtime: to the waiting too
   */
  static @Nullable Object call(JsContext context, JsLimits limits, String name, List<@Nullable Object> arguments) {
    long begin = System.nanoTime();
    JsValue found = context.global().get(name);
    if (!(found instanceof JsFunction function)) {
      throw new ClassCastException("expected a global function '" + name + "', got " + found.typeOf());
    }
    JsValue[] values = new JsValue[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = JsPlainData.toJs(context, arguments.get(i));
    }
    return JsPlainData.toJava(context, settled(context, function.call(values), rest(context, limits, begin)));
  }

  /** What is left of the time of a task: a script and the promise that it gives have one limit together. */
  private static Duration rest(JsContext context, JsLimits limits, long begin) {
    Duration ofRuntime = context.runtime().limits().time().orElse(FOR_EVER);
    Duration ofTask = limits.time().orElse(FOR_EVER);
    return (ofTask.compareTo(ofRuntime) < 0 ? ofTask : ofRuntime).minusNanos(System.nanoTime() - begin);
  }

  /** The value, or what it is fulfilled with if it is a promise. Other objects with a {@code then} are data. */
  private static JsValue settled(JsContext context, JsValue value, Duration limit) {
    if (value.getClass() != JsObject.class) {
      return value;
    }
    JsSettlement promise = context.promises().followIfPromise((JsObject) value);
    return promise == null ? value : JsAwait.await(promise, limit);
  }
}
