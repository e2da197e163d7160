package io.jsc4j.tests.fuzz;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsException;
import io.jsc4j.JsObject;
import io.jsc4j.JsPool;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsValue;
import io.jsc4j.JsWorker;
import io.jsc4j.tests.abuse.PublicApi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What a program can do in one step. */
final class Operations {
  private static final int MOST_RUNTIMES = 3;
  private static final int MOST_CONTEXTS = 6;
  private static final Set<Class<?>> WORKERS = Set.of(JsWorker.class, JsPool.class);

  /** What can be called on an instance of each type, and without one. */
  private static final Map<Class<?>, List<Executable>> METHODS = new LinkedHashMap<>();
  private static final List<Executable> STATICS = new ArrayList<>();

  /** What the API returns of the JDK's own that remains tied to the engine. */
  private static final List<Class<?>> JDK = List.of(Collection.class, Map.class, Iterator.class, Map.Entry.class,
      CompletableFuture.class, Flow.Publisher.class, Flow.Subscription.class, BaseStream.class, MemorySegment.class,
      ByteBuffer.class, Host.Face.class, Arena.class);

  static {
    for (Class<?> type : PublicApi.types()) {
      for (Executable executable : PublicApi.executables(type)) {
        if (executable instanceof Constructor || Modifier.isStatic(executable.getModifiers())) {
          STATICS.add(executable);
        } else {
          METHODS.computeIfAbsent(type, _ -> new ArrayList<>()).add(executable);
        }
      }
    }
  }

  private final FuzzProgram program;
  private final JdkOperations jdk;

  Operations(FuzzProgram program) {
    this.program = program;
    this.jdk = new JdkOperations(program, this);
  }

  /** How many methods and constructors there are, those of one name and number of parameters counted once. */
  static int known() {
    Set<String> names = new HashSet<>();
    STATICS.forEach(executable -> names.add(name(executable)));
    METHODS.values().forEach(methods -> methods.forEach(executable -> names.add(name(executable))));
    return names.size();
  }

  private static String name(Executable executable) {
    return executable.getDeclaringClass().getSimpleName() + "." + executable.getName() + "/" + executable
        .getParameterCount();
  }

  private Random random() {
    return program.random();
  }

  /** Does something; gives what it throws. */
  @Nullable Throwable one() {
    int kind = random().nextInt(100);
    if (kind < 55) {
      return method();
    } else if (kind < 60) {
      return call(STATICS.get(random().nextInt(STATICS.size())), null, Pool.NOWHERE);
    } else if (kind < 63) {
      return furnish();
    } else if (kind < 75) {
      return evaluate();
    } else if (kind < 82) {
      return setGlobal();
    } else if (kind < 92) {
      return jdk.one();
    } else if (kind < 95) {
      boolean virtual = random().nextInt(3) == 0;
      AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
      program.tally().trace(program.depth(), "on another thread");
      program.elsewhere(virtual, () -> thrown.set(random().nextInt(4) == 0 ? jdk.one() : method()));
      return thrown.get();
    } else if (kind < 98) {
      program.pool().forget(random());
      return null;
    }
    if (random().nextInt(4) == 0) {
      System.gc();
    }
    return null;
  }

  /** A method of something in the pool. Types take turns, however many there are of each. */
  private @Nullable Throwable method() {
    List<Class<?>> types = new ArrayList<>(METHODS.keySet());
    for (int tries = 0; tries < 20; tries++) {
      Class<?> type = types.get(random().nextInt(types.size()));
      Pool.Entry entry = program.pool().pick(type, Pool.NOWHERE, random());
      List<Executable> methods = METHODS.get(type);
      if (entry == null || methods == null || (isPlain(type) && random().nextInt(8) > 0)) {
        continue;
      }
      Executable method = methods.get(random().nextInt(methods.size()));
      // What closes much comes seldom, or little is left to do.
      if (!method.getName().equals("close") || !isLarge(type) || random().nextInt(8) == 0) {
        return call(method, entry.value(), entry.home());
      }
    }
    return null;
  }

  private static boolean isPlain(Class<?> type) {
    return type.isEnum() || type.isRecord() || type.equals(JsValue.class) || Throwable.class.isAssignableFrom(type)
        || type.getSimpleName().startsWith("JsEngine");
  }

  private static boolean isLarge(Class<?> type) {
    return type.equals(JsContext.class) || type.equals(JsRuntime.class);
  }

  private @Nullable Throwable evaluate() {
    Pool.Entry entry = program.pool().pick(JsContext.class, Pool.NOWHERE, random());
    return entry == null
        ? null
        : evaluate((JsContext) entry.value(), entry.home(), program.arguments().script(entry.home()));
  }

  /** Values of known kinds, so that there is something to work with. */
  @Nullable Throwable furnish() {
    Pool.Entry entry = program.pool().pick(JsContext.class, Pool.NOWHERE, random());
    Throwable thrown = null;
    for (int i = 0; entry != null && thrown == null && i < 5; i++) {
      String source = Scripts.FURNITURE.get(random().nextInt(Scripts.FURNITURE.size()));
      thrown = evaluate((JsContext) entry.value(), entry.home(), source);
    }
    return thrown;
  }

  private @Nullable Throwable evaluate(JsContext context, int home, String script) {
    return attempt("eval " + script, () -> context.eval(script), home);
  }

  /** Gives scripts something that they know by name. */
  private @Nullable Throwable setGlobal() {
    Pool.Entry entry = program.pool().pick(JsContext.class, Pool.NOWHERE, random());
    if (entry == null) {
      return null;
    }
    JsContext context = (JsContext) entry.value();
    String name = Scripts.NAMES.get(random().nextInt(5));
    Object value = program.arguments().of(JsValue.class, entry.home());
    HostFunction function = random().nextInt(3) == 0
        ? (HostFunction) Callbacks.of(HostFunction.class, program, entry.home())
        : null;
    return attempt("global " + name + " = " + (function == null ? describe(value) : "host function"), () -> {
      JsObject global = context.global();
      if (function != null) {
        global.set(name, context.function(name, function));
      } else if (value instanceof JsValue known) {
        global.set(name, known);
      }
      return global;
    }, entry.home());
  }

  /** Closes it, and gives tasks no time where it would wait for them. */
  static void close(AutoCloseable closeable) throws Exception {
    if (closeable instanceof JsWorker worker) {
      worker.close(Duration.ZERO);
    } else if (closeable instanceof JsPool workers) {
      workers.close(Duration.ZERO);
    } else {
      closeable.close();
    }
  }

  private boolean isAllowed(Executable executable) {
    String name = executable.getName();
    List<Class<?>> parameters = List.of(executable.getParameterTypes());
    if (name.equals("open") && (parameters.isEmpty() || parameters.equals(List.of(Arena.class)))) {
      // Without limits what a script leaves behind may never end, and rightly so: Object.prototype.then, say.
      return false;
    }
    if (name.equals("close") && parameters.isEmpty() && WORKERS.contains(executable.getDeclaringClass())) {
      // It waits for what they have been given, and rightly so, if that is the await of a promise that nobody settles.
      return false;
    }
    if (!name.equals("open") && !name.equals("openContext")) {
      return true;
    }
    return program.opens() && (name.equals("open")
        ? program.pool().openRuntimes() < MOST_RUNTIMES
        : program.pool().openContexts() < MOST_CONTEXTS);
  }

  private @Nullable Throwable call(Executable executable, @Nullable Object receiver, int home) {
    if (!isAllowed(executable)) {
      return null;
    }
    @Nullable Object[] arguments = new @Nullable Object[executable.getParameterCount()];
    Parameter[] parameters = executable.getParameters();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = program.arguments()
          .of(executable.getName(), parameters[i].getName(), executable.getGenericParameterTypes()[i], home);
    }
    String name = name(executable);
    if (program.tally().isTracing()) {
      List<String> described = new ArrayList<>();
      for (Object argument : arguments) {
        described.add(describe(argument));
      }
      program.tally().trace(program.depth(), describe(receiver) + " of " + home + " . " + name + " " + described);
    }
    return attempt(null, name, () -> invoke(executable, receiver, arguments), home);
  }

  private static @Nullable Object invoke(Executable executable, @Nullable Object receiver, @Nullable Object[] arguments)
      throws Exception {
    try {
      return executable instanceof Method method
          ? method.invoke(receiver, arguments)
          : ((Constructor<?>) executable).newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw Operations.<RuntimeException>sneaky(e.getCause());
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T extends Throwable> T sneaky(@Nullable Throwable thrown) throws T {
    throw (T) java.util.Objects.requireNonNull(thrown);
  }

  /** Does it, keeps what it gives, and looks at what it throws. */
  @Nullable Throwable attempt(String what, Callable<@Nullable Object> action, int home) {
    return attempt(what, what.lines().findFirst().orElse("").split(" ", 2)[0], action, home);
  }

  private @Nullable Throwable attempt(@Nullable String what, String counted, Callable<@Nullable Object> action,
      int home) {
    if (what != null) {
      program.tally().trace(program.depth(), what);
    }
    try {
      Object result = action.call();
      keep(result, home);
      program.tally().count(counted, null);
      return null;
    } catch (Throwable t) {
      program.tally().trace(program.depth(), "  -> " + t);
      program.tally().count(counted, t);
      program.complain(t);
      if (t instanceof JsException) {
        program.pool().add(t, home, random());
      }
      return t;
    }
  }

  /** Into the pool with it, if something can be done with it. */
  void keep(@Nullable Object value, int home) {
    if (value == null) {
      return;
    }
    if (value instanceof Optional<?> optional) {
      keep(optional.orElse(null), home);
      return;
    }
    boolean api = value.getClass().getName().startsWith("io.jsc4j.") && METHODS.keySet()
        .stream()
        .anyMatch(type -> type
            .isInstance(value));
    if (api || JDK.stream().anyMatch(type -> type.isInstance(value))) {
      program.pool().add(value, home, random());
    }
    if (value instanceof List<?> list && value.getClass().getName().startsWith("java.") && !list.isEmpty()) {
      keep(list.getFirst(), home);
    }
    if (value instanceof JsContext context && !context.runtime().isClosed()) {
      program.pool().home(context.runtime());
    } else if (value instanceof JsRuntime runtime) {
      program.pool().home(runtime);
    }
  }

  /** Without asking the engine. */
  static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    boolean plain = value instanceof Record && value.getClass().getName().startsWith("io.jsc4j.Js");
    if (plain || value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Enum
        || value instanceof Class) {
      String text = value.toString();
      return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }
    if (value instanceof Object[] array) {
      List<String> elements = new ArrayList<>();
      for (Object element : array) {
        elements.add(describe(element));
      }
      return elements.toString();
    }
    return value.getClass().getSimpleName() + "@" + Integer.toHexString(System.identityHashCode(value));
  }
}
