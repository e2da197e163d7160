package io.jsc4j;

import io.jsc4j.internal.process.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The options of an isolated worker as data, for its process. */
final class JsProcessOptions {
  /** What a process has in memory before a script runs, and what its Java part needs for data on its way. */
  private static final long OWN_MEMORY = 128L << 20;
  private static final long MIN_HEAP = 16L << 20;

  private JsProcessOptions() {}

  /** In the parent. */
  static Map<String, @Nullable Object> encode(JsWorkerOptions options) {
    JsRuntimeOptions runtime = options.runtime();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", options.name());
    fields.put("stackSize", options.stackSize().orElse(0));
    fields.put("limits", encode(limits(options)));
    fields.put("errorExposure", runtime.errorExposure().name());
    fields.put("without", runtime.without().stream().<@Nullable Object>map(Enum::name).toList());
    List<@Nullable Object> setup = new ArrayList<>();
    for (JsWorkerOptions.Setup script : options.setup()) {
      setup.add(List.of(script.source(), script.url()));
    }
    fields.put("setup", setup);
    fields.put("functions", List.copyOf(options.functions().keySet()));
    return fields;
  }

  /** Where the whole process is limited, the engine's heap gets a part of that, so that a script that wants too much is ended before its process. */
  private static JsLimits limits(JsWorkerOptions options) {
    JsLimits limits = options.runtime().limits();
    if (options.maxMemory().isEmpty()) {
      return limits;
    }
    long heap = Math.max(MIN_HEAP, options.maxMemory().getAsLong() - OWN_MEMORY);
    return limits.withHeap(Math.min(heap, limits.heap().orElse(Long.MAX_VALUE)));
  }

  private static Map<String, @Nullable Object> encode(JsLimits limits) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    limits.time().ifPresent(time -> fields.put("time", time.toString()));
    limits.cpuTime().ifPresent(time -> fields.put("cpuTime", time.toString()));
    limits.heap().ifPresent(heap -> fields.put("heap", Long.toString(heap)));
    limits.stackDepth().ifPresent(depth -> fields.put("stackDepth", depth));
    limits.output().ifPresent(bytes -> fields.put("output", Long.toString(bytes)));
    limits.hostCalls().ifPresent(calls -> fields.put("hostCalls", Long.toString(calls)));
    limits.microtasks().ifPresent(microtasks -> fields.put("microtasks", microtasks));
    limits.transfer().ifPresent(transfer -> fields.put("transfer", Long.toString(transfer)));
    return fields;
  }

  /**
   * In the process of the worker.
   *
   * @param functions gives the function of an index
   */
  static JsWorkerOptions decode(@Nullable Object encoded, IntFunction<JsDataFunction> functions) {
    Fields fields = Fields.of(encoded);
    JsWorkerOptions options = JsWorkerOptions.defaults()
        .withName(fields.text("name"))
        .withRuntime(JsRuntimeOptions.defaults()
            .withLimits(limits(Fields.of(fields.get("limits"))))
            .withErrorExposure(JsErrorExposure.valueOf(fields.text("errorExposure")))
            .without(fields.list("without")
                .stream()
                .map(Fields::text)
                .map(JsBuiltin::valueOf)
                .toArray(JsBuiltin[]::new)));
    if (fields.integer("stackSize") > 0) {
      options = options.withStackSize(fields.integer("stackSize"));
    }
    for (Object script : fields.list("setup")) {
      List<@Nullable Object> parts = Fields.list(script);
      options = options.withSetup(Fields.text(parts.getFirst()), Fields.text(parts.getLast()));
    }
    List<@Nullable Object> names = fields.list("functions");
    for (int i = 0; i < names.size(); i++) {
      options = options.withFunction(Fields.text(names.get(i)), functions.apply(i));
    }
    return options;
  }

  private static JsLimits limits(Fields fields) {
    JsLimits limits = JsLimits.none();
    if (fields.has("time")) {
      limits = limits.withTime(Duration.parse(fields.text("time")));
    }
    if (fields.has("cpuTime")) {
      limits = limits.withCpuTime(Duration.parse(fields.text("cpuTime")));
    }
    if (fields.has("stackDepth")) {
      limits = limits.withStackDepth(fields.count("stackDepth"));
    }
    if (fields.has("output")) {
      limits = limits.withOutput(Long.parseLong(fields.text("output")));
    }
    if (fields.has("hostCalls")) {
      limits = limits.withHostCalls(Long.parseLong(fields.text("hostCalls")));
    }
    if (fields.has("microtasks")) {
      limits = limits.withMicrotasks(fields.count("microtasks"));
    }
    if (fields.has("heap")) {
      limits = limits.withHeap(Long.parseLong(fields.text("heap")));
    }
    if (fields.has("transfer")) {
      limits = limits.withTransfer(Long.parseLong(fields.text("transfer")));
    }
    return limits;
  }
}
