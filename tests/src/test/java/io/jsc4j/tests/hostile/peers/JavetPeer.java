package io.jsc4j.tests.hostile.peers;

import com.caoccao.javet.enums.V8AwaitMode;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import com.caoccao.javet.interop.V8Guard;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.IV8ValueArray;
import com.caoccao.javet.values.reference.IV8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueArray;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Javet as its pages on termination and on memory say: a {@code V8Guard} for each call, V8's own flag for the largest
 * heap, and a callback near that limit which ends the execution and lets the heap grow a little. Beyond that a thread of
 * ours ends the execution again and again where once was not enough.
 */
final class JavetPeer implements Peer {
  /** What it is given of the host's functions. */
  private static final Pattern LACKING =
      Pattern.compile("\\bhost\\.(?!(?:echo|call|eval|throwing)\\b)|\\bHostPoint\\b|\\baccount\\b");

  private final boolean ownMethods;

  /**
   * With its own methods for what scripts made, {@code toString}, {@code getOwnPropertyNames} and {@code get}; or with functions
   * of JavaScript's that were taken before any script ran, because those methods end the process when the script throws in them.
   */
  JavetPeer(boolean ownMethods) {
    this.ownMethods = ownMethods;
    V8RuntimeOptions.V8_FLAGS.setMaxHeapSize(HEAP_MEGABYTES);
  }

  @Override
  public PeerContext open() throws JavetException {
    return new Context(V8Host.getV8Instance().createV8Runtime(), ownMethods);
  }

  @Override
  public String version() {
    try (V8Runtime runtime = V8Host.getV8Instance().createV8Runtime()) {
      return "Javet " + com.caoccao.javet.interop.loader.JavetLibLoader.LIB_VERSION + " with V8 " + runtime.getVersion()
          + (ownMethods ? ", by its own methods" : "");
    } catch (JavetException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean lacks(String source) {
    return LACKING.matcher(source).find();
  }

  private static final class Context implements PeerContext {
    private final V8Runtime v8;
    private final Again again;
    /** The functions {@code String}, {@code Object.keys}, one that reads properties, and {@code JSON.stringify}; or none. */
    private final @Nullable Map<String, V8ValueFunction> functions;

    Context(V8Runtime v8, boolean ownMethods) throws JavetException {
      this.v8 = v8;
      this.again = Again.after(TIME.multipliedBy(2), TIME, v8::terminateExecution);
      v8.setNearHeapLimitCallback((current, initial) -> {
        v8.terminateExecution();
        return current * 2;
      });
      functions = ownMethods ? null : functions();
      try (V8ValueObject host = v8.createV8ValueObject()) {
        grant(host, "echo", arguments -> arguments[0].toClone());
        grant(host, "call", arguments -> ((IV8ValueFunction) arguments[0])
            .call(null, Arrays.copyOfRange(arguments, 1, arguments.length)));
        grant(host, "eval", arguments -> v8.getExecutor(arguments[0].asString()).execute());
        grant(host, "throwing", arguments -> {
          throw new IllegalStateException("host: " + arguments[0]);
        });
        v8.getGlobalObject().set("host", host);
      }
    }

    private Map<String, V8ValueFunction> functions() throws JavetException {
      Map<String, V8ValueFunction> all = new LinkedHashMap<>();
      all.put("text", v8.getExecutor("String").execute());
      all.put("keys", v8.getExecutor("(keys => value => keys(value).length)(Object.keys)").execute());
      all.put("properties", v8.getExecutor(
          "((keys, most) => value => { const all = keys(value); for (let i = 0; i < most"
              + " && i < all.length; i++) value[all[i]]; })(Object.keys, " + MANY + ")").execute());
      all.put("JSON", v8.getExecutor("JSON.stringify").execute());
      return all;
    }

    private void grant(V8ValueObject host, String name,
        IJavetDirectCallable.NoThisAndResult<RuntimeException> function) throws JavetException {
      try (V8ValueFunction value = function(name, function)) {
        host.set(name, value);
      }
    }

    private V8ValueFunction function(String name, IJavetDirectCallable.NoThisAndResult<RuntimeException> function)
        throws JavetException {
      return v8.createV8ValueFunction(
          new JavetCallbackContext(name, JavetCallbackType.DirectCallNoThisAndResult, function));
    }

    @Override
    public <T extends @Nullable Object> T limited(Callable<T> action) throws Exception {
      try (V8Guard _ = v8.getGuard(TIME.toMillis()); Again.Run _ = again.during()) {
        return action.call();
      } finally {
        // One that came too late would end the next call.
        if (v8.isExecutionTerminating()) {
          v8.cancelTerminateExecution();
        }
      }
    }

    @Override
    public boolean isLimit(Throwable thrown) {
      return thrown instanceof JavetTerminatedException;
    }

    @Override
    public Object eval(String source, String name) throws JavetException {
      return v8.getExecutor(source).setResourceName(name).execute();
    }

    @Override
    public void runJobs() {
      v8.await(V8AwaitMode.RunNoWait);
    }

    @Override
    public Map<String, Callable<?>> uses(Object value) {
      Map<String, Callable<?>> uses = new LinkedHashMap<>();
      if (functions != null && value instanceof V8ValueObject object) {
        functions.forEach((name, function) -> uses.put(name, () -> function.call(null, object)));
      } else if (value instanceof V8ValueObject object) {
        uses.put("text", object::toString);
        uses.put("keys", () -> count(object));
        uses.put("properties", () -> properties(object));
        uses.put("JSON", object::toJsonString);
      }
      if (value instanceof IV8ValueFunction function) {
        uses.put("call", () -> function.call(null, v8.createV8ValueInteger(1)));
      }
      return uses;
    }

    private static int count(V8ValueObject object) throws JavetException {
      try (IV8ValueArray names = object.getOwnPropertyNames()) {
        return names.getLength();
      }
    }

    private static int properties(V8ValueObject object) throws JavetException {
      int found = 0;
      try (IV8ValueArray names = object.getOwnPropertyNames()) {
        for (int i = 0; i < Math.min(MANY, names.getLength()); i++) {
          try (V8Value name = names.get(i); V8Value property = object.get(name)) {
            found += property.isUndefined() ? 0 : 1;
          }
        }
      }
      return found;
    }

    @Override
    public Map<String, Callable<Integer>> questions() {
      Map<String, Callable<Integer>> questions = new LinkedHashMap<>();
      questions.put("arithmetic", () -> v8.getExecutor("6 * 7").executeInteger());
      questions.put("property", () -> {
        try (V8ValueObject object = v8.getExecutor("({ answer: 42 })").execute()) {
          return object.getInteger("answer");
        }
      });
      questions.put("element", () -> {
        try (V8ValueArray array = v8.getExecutor("[1, 42]").execute()) {
          return array.getInteger(1);
        }
      });
      questions.put("host function", () -> {
        try (V8ValueFunction caller = v8.getExecutor("(f => f(41))").execute();
            V8ValueFunction next = function("next", arguments -> v8.createV8ValueInteger(arguments[0].asInt() + 1))) {
          return caller.callInteger(null, next);
        }
      });
      return questions;
    }

    @Override
    public void close() {
      again.close();
      v8.setNearHeapLimitCallback(null);
      try {
        v8.close();
      } catch (JavetException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
