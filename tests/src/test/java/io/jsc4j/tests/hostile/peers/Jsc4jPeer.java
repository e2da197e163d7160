package io.jsc4j.tests.hostile.peers;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.hostile.HostObjects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** jsc4j with its limits of time, heap, microtasks and transfer. */
final class Jsc4jPeer implements Peer {
  private static final long TRANSFER = 8L << 20;
  private static final int MICROTASKS = 10_000;

  @Override
  public PeerContext open() {
    JsLimits limits = JsLimits.none()
        .withTime(TIME)
        .withHeap((long) HEAP_MEGABYTES << 20)
        .withMicrotasks(MICROTASKS)
        .withTransfer(TRANSFER);
    return new Context(JsRuntime.open(JsRuntimeOptions.defaults().withLimits(limits)));
  }

  @Override
  public String version() {
    return "jsc4j with JavaScriptCore " + JsEngine.load().version();
  }

  @Override
  public boolean lacks(String source) {
    return false;
  }

  private static final class Context implements PeerContext {
    private final JsRuntime runtime;
    private final JsContext js;

    Context(JsRuntime runtime) {
      this.runtime = runtime;
      this.js = runtime.openContext();
      HostObjects.grant(js);
    }

    @Override
    public <T extends @Nullable Object> T limited(Callable<T> action) throws Exception {
      return action.call();
    }

    @Override
    public boolean isLimit(Throwable thrown) {
      return thrown instanceof JsTerminatedException;
    }

    @Override
    public Object eval(String source, String name) {
      return js.eval(source, name);
    }

    @Override
    public void runJobs() {
      js.drainMicrotasks();
      runtime.runPendingTasks();
    }

    @Override
    public Map<String, Callable<?>> uses(Object value) {
      JsValue result = (JsValue) value;
      Map<String, Callable<?>> uses = new LinkedHashMap<>();
      uses.put("text", () -> js.coerceToString(result));
      if (result instanceof JsObject object) {
        uses.put("keys", object::keys);
        uses.put("properties", () -> object.keys().stream().limit(MANY).map(object::get).toList());
        uses.put("JSON", () -> js.toJson(object));
      }
      if (result instanceof JsFunction function) {
        uses.put("call", () -> function.call(JsNumber.of(1)));
      }
      return uses;
    }

    @Override
    public Map<String, Callable<Integer>> questions() {
      Map<String, Callable<Integer>> questions = new LinkedHashMap<>();
      questions.put("arithmetic", () -> js.eval("6 * 7").asInt());
      questions.put("property", () -> js.eval("({ answer: 42 })").asObject().get("answer").asInt());
      questions.put("element", () -> js.eval("[1, 42]").asArray().get(1).asInt());
      questions.put("host function", () -> js.eval("(f => f(41))")
          .asFunction()
          .call(js.function("next", call -> JsNumber.of(call.arg(0).asInt() + 1)))
          .asInt());
      return questions;
    }

    @Override
    public void close() {
      js.close();
      runtime.close();
    }
  }
}
