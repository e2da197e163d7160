package io.jsc4j;

import java.util.Objects;
import java.util.function.Function;

/** How a pool is opened. Immutable, and usable on any thread. */
public final class JsPoolOptions {
  private static final JsPoolOptions DEFAULTS = new JsPoolOptions(JsWorkerOptions.defaults().withName("jsc4j pool"),
      Runtime.getRuntime().availableProcessors(), Integer.MAX_VALUE, 1, 10_000, 64L << 20, _ -> JsLimits.none(), false);

  private final JsWorkerOptions worker;
  private final int workers;
  private final int tasksAtOnce;
  private final int tasksPerContext;
  private final int contextsPerRuntime;
  private final long heapPerRuntime;
  private final Function<String, JsLimits> tenantLimits;
  private final boolean isolation;

  /** Where a number is a mistake for sure: each worker takes a thread and megabytes. */
  private static final int MOST_WORKERS = 1024;

  private JsPoolOptions(JsWorkerOptions worker, int workers, int tasksAtOnce, int tasksPerContext,
      int contextsPerRuntime, long heapPerRuntime, Function<String, JsLimits> tenantLimits, boolean isolation) {
    this.worker = worker;
    this.workers = workers;
    this.tasksAtOnce = tasksAtOnce;
    this.tasksPerContext = tasksPerContext;
    this.contextsPerRuntime = contextsPerRuntime;
    this.heapPerRuntime = heapPerRuntime;
    this.tenantLimits = tenantLimits;
    this.isolation = isolation;
  }

  /**
   * One worker for each processor, no limits, a fresh context for each task; a runtime is replaced after 10,000 contexts, or when it has more than 64
   * MiB left of what has been closed.
   */
  public static JsPoolOptions defaults() {
    return DEFAULTS;
  }

  /**
   * The same with other options of the workers: their runtimes and limits, set-up, functions, and the mailbox, of which each tenant has one. The set-up
   * must make the same of each fresh context.
   */
  public JsPoolOptions withWorker(JsWorkerOptions newWorker) {
    return new JsPoolOptions(Objects.requireNonNull(newWorker, "newWorker"), workers, tasksAtOnce, tasksPerContext,
        contextsPerRuntime, heapPerRuntime, tenantLimits, isolation);
  }

  /**
   * The same with another number of workers: as many tasks are done at once. Each has a thread, and an engine's heap of its own, or a process: more of
   * them than the machine has cores serve tasks that wait.
   *
   * @throws IllegalArgumentException if it is less than 1 or more than 1,024
   */
  public JsPoolOptions withWorkers(int newWorkers) {
    requirePositive(newWorkers, "a pool has at least one worker");
    if (newWorkers > MOST_WORKERS) {
      throw new IllegalArgumentException("a pool has at most " + MOST_WORKERS + " workers: " + newWorkers
          + "; tasks that find none free wait for one");
    }
    return new JsPoolOptions(worker, newWorkers, tasksAtOnce, tasksPerContext, contextsPerRuntime, heapPerRuntime,
        tenantLimits, isolation);
  }

  /**
   * The same with a limit to how many tasks of one tenant are done at once; the others of that tenant wait.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public JsPoolOptions withTasksAtOnce(int tasks) {
    requirePositive(tasks, "a tenant has at least one task at once");
    return new JsPoolOptions(worker, workers, tasks, tasksPerContext, contextsPerRuntime, heapPerRuntime, tenantLimits,
        isolation);
  }

  /**
   * The same with contexts that are used for several tasks, one after the other, of the same tenant: quicker, and each task finds what those before it
   * left, though which these were is not said. No context is ever used for two tenants.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public JsPoolOptions withTasksPerContext(int tasks) {
    requirePositive(tasks, "a context is used for at least one task");
    return new JsPoolOptions(worker, workers, tasksAtOnce, tasks, contextsPerRuntime, heapPerRuntime, tenantLimits,
        isolation);
  }

  /**
   * The same with another number of contexts after which a runtime is replaced.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public JsPoolOptions withContextsPerRuntime(int contexts) {
    requirePositive(contexts, "a runtime is used for at least one context");
    return new JsPoolOptions(worker, workers, tasksAtOnce, tasksPerContext, contexts, heapPerRuntime, tenantLimits,
        isolation);
  }

  /**
   * The same with another size of what may be left in a heap when a tenant's context has been closed; if there is more after a collection, the runtime is
   * replaced.
   *
   * @param bytes the size
   * @throws IllegalArgumentException if it is less than 1
   */
  public JsPoolOptions withHeapPerRuntime(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a heap that was emptied is not empty: " + bytes);
    }
    return new JsPoolOptions(worker, workers, tasksAtOnce, tasksPerContext, contextsPerRuntime, bytes, tenantLimits,
        isolation);
  }

  /**
   * The same with limits of each tenant, beside those of the runtimes: of two limits of a kind the lower one ends the script. They hold for each task as
   * those of a runtime do; for a {@link JsTask}, for what JavaScript it runs.
   *
   * @param limits gives the limits of a tenant; called before each of its tasks, on a thread of the pool. What it throws is the failure of the task
   */
  public JsPoolOptions withTenantLimits(Function<String, JsLimits> limits) {
    return new JsPoolOptions(worker, workers, tasksAtOnce, tasksPerContext, contextsPerRuntime, heapPerRuntime, Objects
        .requireNonNull(limits, "limits"), isolation);
  }

  /**
   * The same with the choice whether each worker is in a process of its own, as {@link JsWorker#isolated} has; one that ends, whyever, is replaced. Each
   * process serves one tenant after the other, with a fresh context for each as in a thread. Such a pool takes scripts and calls, no Java code.
   */
  public JsPoolOptions withIsolation(boolean newIsolation) {
    return new JsPoolOptions(worker, workers, tasksAtOnce, tasksPerContext, contextsPerRuntime, heapPerRuntime,
        tenantLimits, newIsolation);
  }

  private static void requirePositive(int number, String rule) {
    if (number < 1) {
      throw new IllegalArgumentException(rule + ": " + number);
    }
  }

  /** The options of the workers. */
  public JsWorkerOptions worker() {
    return worker;
  }

  /** How many workers there are. */
  public int workers() {
    return workers;
  }

  /** How many tasks of one tenant are done at once. */
  public int tasksAtOnce() {
    return tasksAtOnce;
  }

  /** How many tasks of a tenant a context is used for. */
  public int tasksPerContext() {
    return tasksPerContext;
  }

  /** How many contexts a runtime is used for. */
  public int contextsPerRuntime() {
    return contextsPerRuntime;
  }

  /** How many bytes may be left in a heap when a tenant's context has been closed. */
  public long heapPerRuntime() {
    return heapPerRuntime;
  }

  /** What gives the limits of a tenant. */
  public Function<String, JsLimits> tenantLimits() {
    return tenantLimits;
  }

  /** Whether each worker is in a process of its own. */
  public boolean isolation() {
    return isolation;
  }

  JsLimits limitsOf(String tenant) {
    return Objects.requireNonNull(tenantLimits.apply(tenant), "the limits of a tenant; JsLimits.none() for none");
  }

  @Override
  public String toString() {
    return "JsPoolOptions[workers=" + workers + ", tasksAtOnce=" + tasksAtOnce + ", tasksPerContext=" + tasksPerContext
        + ", contextsPerRuntime=" + contextsPerRuntime + ", heapPerRuntime=" + heapPerRuntime + ", isolation="
        + isolation + ", worker="
        + worker
        + "]";
  }
}
