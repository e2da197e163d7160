package io.jsc4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** How a worker is opened. Immutable, and usable on any thread. */
public final class JsWorkerOptions {
  private static final JsWorkerOptions DEFAULTS = new JsWorkerOptions("jsc4j worker", JsRuntimeOptions.defaults(), 1024,
      0, 0, List.of(), Map.of());

  /**
   * A script that runs in the fresh context, before any task.
   *
   * @param source the text
   * @param url what stack traces call it
   */
  public record Setup(String source, String url) {
    /** Checks them. */
    public Setup {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(url, "url");
    }
  }

  private final String name;
  private final JsRuntimeOptions runtime;
  private final int mailbox;
  private final long stackSize;
  private final long maxMemory;
  private final List<Setup> setup;
  private final Map<String, JsDataFunction> functions;

  private JsWorkerOptions(String name, JsRuntimeOptions runtime, int mailbox, long stackSize, long maxMemory,
      List<Setup> setup, Map<String, JsDataFunction> functions) {
    this.name = name;
    this.runtime = runtime;
    this.mailbox = mailbox;
    this.stackSize = stackSize;
    this.maxMemory = maxMemory;
    this.setup = setup;
    this.functions = functions;
  }

  /** No limits, a mailbox for 1024 tasks, and nothing in the context but JavaScript's own globals. */
  public static JsWorkerOptions defaults() {
    return DEFAULTS;
  }

  /** The same with another name of the worker's thread. */
  public JsWorkerOptions withName(String newName) {
    return new JsWorkerOptions(Objects.requireNonNull(newName, "newName"), runtime, mailbox, stackSize, maxMemory,
        setup, functions);
  }

  /** The same with other options of its runtime: limits among them, which hold for each task. */
  public JsWorkerOptions withRuntime(JsRuntimeOptions newRuntime) {
    return new JsWorkerOptions(name, Objects.requireNonNull(newRuntime, "newRuntime"), mailbox, stackSize, maxMemory,
        setup, functions);
  }

  /**
   * The same with another size of the mailbox.
   *
   * @param tasks how many tasks may wait; who gives one more has to wait
   * @throws IllegalArgumentException if it is less than 1
   */
  public JsWorkerOptions withMailbox(int tasks) {
    if (tasks < 1) {
      throw new IllegalArgumentException("a mailbox has room for at least one task: " + tasks);
    }
    return new JsWorkerOptions(name, runtime, tasks, stackSize, maxMemory, setup, functions);
  }

  /**
   * The same with another size of the stack of the worker's thread, on which scripts run: {@link Thread.Builder.OfPlatform#stackSize}.
   *
   * @param bytes the size; the system decides if there is none
   * @throws IllegalArgumentException if it is less than 256 KiB
   */
  public JsWorkerOptions withStackSize(long bytes) {
    if (bytes < 256 * 1024) {
      throw new IllegalArgumentException("the engine needs a stack of 256 KiB at least: " + bytes);
    }
    return new JsWorkerOptions(name, runtime, mailbox, bytes, maxMemory, setup, functions);
  }

  /**
   * The same with a limit on the memory of the whole process of an isolated worker, the Java heap and the engine's included. Other workers ignore it.
   * The engine's heap is limited to what is left without the 128 MB that such a process needs for itself, so that most scripts that want too much end
   * with the exception for that; a process that has more all the same is killed. It is looked at every 10 ms, so it may pass the limit by what it
   * can fill in that time; and only where there is a {@code /proc}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public JsWorkerOptions withMaxMemory(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("a memory limit must be positive: " + bytes);
    }
    return new JsWorkerOptions(name, runtime, mailbox, stackSize, bytes, setup, functions);
  }

  /**
   * The same with one more script that runs in the fresh context, after those before and before any task.
   *
   * @param source the text
   * @param url what stack traces call it
   */
  public JsWorkerOptions withSetup(String source, String url) {
    List<Setup> more = new ArrayList<>(setup);
    more.add(new Setup(source, url));
    return new JsWorkerOptions(name, runtime, mailbox, stackSize, maxMemory, Collections.unmodifiableList(more),
        functions);
  }

  /**
   * The same with a Java function as one more global, there before the set-up scripts run. One of the same name is replaced.
   *
   * @param functionName its name
   * @param function what it runs
   */
  public JsWorkerOptions withFunction(String functionName, JsDataFunction function) {
    Map<String, JsDataFunction> more = new LinkedHashMap<>(functions);
    more.put(Objects.requireNonNull(functionName, "functionName"), Objects.requireNonNull(function, "function"));
    return new JsWorkerOptions(name, runtime, mailbox, stackSize, maxMemory, setup, Collections.unmodifiableMap(more));
  }

  /** The name of its thread. */
  public String name() {
    return name;
  }

  /** The options of its runtime. */
  public JsRuntimeOptions runtime() {
    return runtime;
  }

  /** How many tasks may wait. */
  public int mailbox() {
    return mailbox;
  }

  /** The size of its thread's stack in bytes, if it is not the system's. */
  public OptionalLong stackSize() {
    return stackSize == 0 ? OptionalLong.empty() : OptionalLong.of(stackSize);
  }

  /** The memory limit of the process of an isolated worker, in bytes. */
  public OptionalLong maxMemory() {
    return maxMemory == 0 ? OptionalLong.empty() : OptionalLong.of(maxMemory);
  }

  /** The scripts that run in the fresh context, in this order; unmodifiable. */
  public List<Setup> setup() {
    return setup;
  }

  /** The Java functions among the globals, in the order in which they were added; unmodifiable. */
  public Map<String, JsDataFunction> functions() {
    return functions;
  }

  @Override
  public String toString() {
    return "JsWorkerOptions[name=" + name + ", runtime=" + runtime + ", mailbox=" + mailbox + ", stackSize="
        + (stackSize == 0 ? "default" : stackSize) + ", maxMemory=" + (maxMemory == 0 ? "none" : maxMemory)
        + ", setup=" + setup.size() + " scripts, functions=" + functions.keySet() + "]";
  }
}
