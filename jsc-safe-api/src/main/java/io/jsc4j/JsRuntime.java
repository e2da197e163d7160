package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.Cancellation;
import io.jsc4j.internal.ffi.Feature;
import io.jsc4j.internal.ffi.HeapStatistics;
import io.jsc4j.internal.ffi.HostInstance;
import io.jsc4j.internal.ffi.Limit;
import io.jsc4j.internal.ffi.NativeEngine;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.RuntimePointer;
import io.jsc4j.internal.ffi.ScriptPointer;
import io.jsc4j.internal.ffi.ScriptTerminated;
import io.jsc4j.internal.ffi.ScriptThrew;
import io.jsc4j.internal.ffi.Scripts;
import io.jsc4j.internal.ffi.Termination;
import io.jsc4j.internal.ffi.Watchdog;
import io.jsc4j.internal.ffi.WatchdogLimits;
import io.jsc4j.internal.lifetime.LeakLedger;
import io.jsc4j.internal.lifetime.ReleaseTable;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One JavaScript heap, and the thread that owns it. Its contexts share objects; two runtimes share nothing, and run in parallel.
 *
 * <p>It belongs to the platform thread that opens it. Every method but {@link #options()}, {@link #limits()}, {@link #cancel()} and {@link #isClosed()} throws {@link
 * WrongThreadException} on another thread, and {@link IllegalStateException} after {@link #close()}.
 */
public final class JsRuntime implements AutoCloseable {
  private static final int MAX_EMPTY_LINES = 100_000;

  private final RuntimePointer pointer;
  private final JsRuntimeOptions options;
  private final LeakLedger.Ticket ticket;
  private final ReleaseTable held = new ReleaseTable();
  private final JsSources sources = new JsSources();
  private final JsCrossings crossings = new JsCrossings();
  private final Set<JsContext> contexts = new LinkedHashSet<>();
  private final JsTasks tasks = new JsTasks(this);
  private final JsBatches batches = new JsBatches();
  private final HostReferences hostReferences = new HostReferences();
  /** Set by operations without a call, which could fail for want of stack. */
  int operations;
  private int terminations;
  private boolean closing;
  private boolean closesAfterOperation;
  private @Nullable Throwable failedInHandler;

  private JsRuntime(JsRuntimeOptions options) {
    this.pointer = RuntimePointer.create(options.limits().toNative(), options.cancellation());
    this.options = options;
    pointer.setTransferRefusal(new TransferRefusals(this));
    pointer.setTransferLimit(options.limits().transfer().orElse(Long.MAX_VALUE));
    pointer.setErrorPolicy(new HostErrorViews(this, options.errorExposure()));
    this.ticket = LeakLedger.open(this, LeakLedger.Kind.RUNTIME);
  }

  /**
   * Opens a runtime without limits.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if the calling thread is virtual, or has too little stack left
   */
  public static JsRuntime open() {
    return open(JsRuntimeOptions.defaults());
  }

  /**
   * Opens a runtime whose scripts are ended when they exceed a limit.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if the calling thread is virtual, or has too little stack left
   * @throws UnsupportedOperationException if the engine lacks what a limit needs
   */
  public static JsRuntime open(JsLimits limits) {
    return open(JsRuntimeOptions.defaults().withLimits(Objects.requireNonNull(limits, "limits")));
  }

  /**
   * Opens a runtime with options.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if the calling thread is virtual, or has too little stack left
   * @throws UnsupportedOperationException if the engine lacks what an option needs
   */
  public static JsRuntime open(JsRuntimeOptions options) {
    Objects.requireNonNull(options, "options");
    JsEngine.load();
    return new JsRuntime(options);
  }

  /** Opens a context: a global object of its own. */
  public JsContext openContext() {
    return openContext(null, false);
  }

  /**
   * Opens a context that closes with an arena, at the latest.
   *
   * @param arena a confined arena of the calling thread
   * @throws IllegalArgumentException if the arena is not confined to the calling thread
   */
  public JsContext openContext(Arena arena) {
    return openContext(Objects.requireNonNull(arena, "arena"), false);
  }

  /** Opens a context in an arena, or in one of its own. */
  JsContext openContext(@Nullable Arena arena, boolean ownsRuntime) {
    requireUsable();
    JsContext context = new JsContext(this, arena, ownsRuntime);
    try {
      contexts.add(context);
      if (!options.without().isEmpty()) {
        context.runVoid(() -> JsBuiltins.remove(context.pointer(), options.without()));
      }
    } catch (Throwable t) {
      context.closeWithRuntime();
      throw t;
    }
    return context;
  }

  /** An operation of one of its contexts begins; {@link #operationEnds} gets what it returns. */
  int operationBegins() {
    if (operations == 0) {
      crossings.begin();
    }
    return operations++;
  }

  void operationEnds(int outer) {
    operations = outer;
    if (outer == 0) {
      crossings.end();
    }
    if (outer == 0 && closesAfterOperation) {
      close();
    }
  }

  /** The context that owns it is gone; if that happened inside an operation of another, its result has to be taken over first. */
  void closeAfterOperation() {
    closesAfterOperation = operations > 0;
    if (!closesAfterOperation) {
      close();
    }
  }

  /** What a rejection handler threw; the operation that is ending, in whichever context, throws it. */
  void failLater(Throwable failure) {
    failedInHandler = failure;
  }

  @Nullable Throwable takeFailure() {
    Throwable failure = failedInHandler;
    failedInHandler = null;
    return failure;
  }

  JsTasks tasks() {
    return tasks;
  }

  JsBatches batches() {
    return batches;
  }

  /** Whether an operation or a call of the engine is under way. */
  boolean isRunning() {
    return operations > 0 || pointer.isEntered();
  }

  /** A context is gone; its futures are completed now, or when all of the runtime is closed. */
  void completeAfterClosing() {
    if (!closing) {
      tasks.complete();
    }
  }

  JsCrossings crossings() {
    return crossings;
  }

  JsSources sources() {
    return sources;
  }

  /** How many contexts are open. */
  int openContexts() {
    return contexts.size();
  }

  /** A script was ended. */
  void noteTermination() {
    terminations++;
  }

  /** How many times a script was ended. */
  int terminations() {
    return terminations;
  }

  void contextClosed(JsContext context) {
    contexts.remove(context);
  }

  /**
   * Parses a script without a name; see {@link #compile(String, String, int)}.
   *
   * @throws JsSyntaxException if it does not parse
   */
  public JsScript compile(String source) {
    return parse(Objects.requireNonNull(source, "source"), null, 1);
  }

  /**
   * Parses a script; see {@link #compile(String, String, int)}.
   *
   * @throws JsSyntaxException if it does not parse
   */
  public JsScript compile(String source, String url) {
    return compile(source, url, 1);
  }

  /**
   * Parses a script once, to evaluate it many times.
   *
   * @param source the text
   * @param url what stack traces call it
   * @param firstLine the number of its first line, from 1
   * @throws JsSyntaxException if it does not parse
   * @throws IllegalArgumentException if the first line is less than 1, or the source longer than 2^29 - 24 characters
   */
  public JsScript compile(String source, String url, int firstLine) {
    return parse(Objects.requireNonNull(source, "source"), Objects.requireNonNull(url, "url"), firstLine);
  }

  private JsScript parse(String source, @Nullable String url, int firstLine) {
    requireUsable();
    requireFirstLine(firstLine);
    ScriptPointer parsed = null;
    if (firstLine <= MAX_EMPTY_LINES && NativeEngine.instance().has(Feature.PARSED_SCRIPTS)) {
      // The engine forgets the first line of a parsed script when it evaluates it, so empty lines take the place of those before.
      String text = firstLine == 1 ? source : "\n".repeat(firstLine - 1).concat(source);
      // Null too where that is no script, as one that begins with #!; it is then parsed at each evaluation.
      parsed = Scripts.parse(pointer, text, url);
    }
    if (parsed == null) {
      JsSyntaxException failure = syntaxError(source, url, firstLine);
      if (failure != null) {
        throw failure;
      }
    }
    JsScript script = new JsScript(this, source, url, firstLine, parsed);
    if (parsed != null) {
      releaseWhenUnreachable(script, parsed::release);
    }
    return script;
  }

  static void requireFirstLine(int firstLine) {
    if (firstLine < 1) {
      throw new IllegalArgumentException("lines count from 1, got " + firstLine);
    }
  }

  /** Why a script does not parse, or null if it does. */
  @Nullable JsSyntaxException syntaxError(String source, @Nullable String url, int firstLine) {
    try {
      return JsSyntaxErrors.find(pointer.service(), source, url, firstLine);
    } catch (ScriptTerminated e) {
      // A limit struck before, in the script that runs around this one.
      throw JsTerminations.exception(this, e.termination());
    }
  }

  /**
   * Does on this thread what waits for it: settles the promises whose futures other threads have completed ({@link JsContext#toPromise}, {@link
   * JsContext#asyncFunction}), runs the reactions, and lets the engine do deferred work that is due. Waits for nothing. An application with a loop of
   * its own calls it when {@link #onWorkPending} says so.
   *
   * <p>Does nothing inside a host function or a batch. Each promise is settled by an operation of its own, with the time limit of one; what that throws (a limit
   * that ended a reaction, the failure of a rejection handler) comes out, and the rest waits for the next time.
   *
   * @return how many completions and requests of other threads there were
   * @throws JsTerminatedException if a limit ended a reaction
   */
  public int runPendingTasks() {
    requireUsable();
    if (isRunning()) {
      return 0;
    }
    int count = tasks.run();
    // A reaction may have closed it.
    if (!pointer.isClosed()) {
      runDeferredWork();
    }
    return count;
  }

  /** Runs what is due on the engine's run loop, and the microtasks that come of it; not inside JavaScript. */
  private void runDeferredWork() {
    if (!contexts.isEmpty()) {
      contexts.iterator().next().run(pointer::pumpRunLoop);
    }
  }

  /**
   * Sets who is told that {@link #runPendingTasks} has something to do. It is called when there is something after there was nothing (once, not for
   * each completion), on the thread that completes, which may be any; so all that it should do is wake the loop of the owner thread. If there is
   * something already, it is called at once. What it throws is logged. It does not hear of deferred work of the engine itself (WebAssembly,
   * FinalizationRegistry).
   *
   * @param handler what to call; it replaces an earlier one
   */
  public void onWorkPending(Runnable handler) {
    Objects.requireNonNull(handler, "handler");
    requireUsable();
    tasks.whenPending(handler);
  }

  /** The limits that it was opened with. */
  public JsLimits limits() {
    return options.limits();
  }

  /** The options that it was opened with. */
  public JsRuntimeOptions options() {
    return options;
  }

  /** Collects garbage now, completely; only a hint where the engine lacks {@link JsCapability#SYNCHRONOUS_COLLECTION}. */
  public void collectGarbage() {
    requireUsable();
    Span span = Events.garbageCollection(toString());
    try {
      HeapStatistics.collect(pointer.service());
    } finally {
      Events.finish(span);
    }
  }

  /**
   * What is in the heap. It walks the heap: some milliseconds for each million objects.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#MEMORY_STATISTICS}
   * @throws IllegalStateException if too little stack is left
   * @throws JsTerminatedException if a limit has ended the script that is running around this call
   */
  public JsHeapStatistics heapStatistics() {
    requireUsable();
    try {
      return JsHeapStatistics.of(HeapStatistics.of(pointer));
    } catch (ScriptThrew e) {
      Realm.discard(e.thrown());
      throw new IllegalStateException("too little stack is left to look at the heap", e);
    } catch (ScriptTerminated e) {
      throw JsTerminations.exception(this, e.termination());
    }
  }

  /**
   * Ends the outermost call that is running, within some 10 ms of CPU time while JavaScript runs: it throws {@link JsCancelledException}. A host
   * function that sleeps or waits is interrupted. Calls that begin later are not affected. Any thread may call it, also after close. An interrupt of
   * the owner thread does the same, to this call and to the next ones while the interrupt status is set.
   *
   * @return whether a call was running; it may have ended by itself meanwhile
   * @throws UnsupportedOperationException if the runtime was opened without limits and without {@link JsRuntimeOptions#withCancellation}
   */
  public boolean cancel() {
    if (!options.cancellation() && options.limits().toNative().equals(WatchdogLimits.NONE)) {
      throw new UnsupportedOperationException("scripts of this runtime can't be cancelled: open it with limits, or with"
          + " JsRuntimeOptions.withCancellation(true)");
    }
    return pointer.watchdog().cancellation().cancelRunning();
  }

  <T extends @Nullable Object> T withLimits(JsLimits limits, Supplier<T> action) {
    long transfer = pointer.transferLimit();
    Watchdog.Span span = pointer.watchdog().begin(limits.toNative());
    try {
      pointer.setTransferLimit(Math.min(transfer, limits.transfer().orElse(Long.MAX_VALUE)));
      return action.get();
    } finally {
      span.close();
      pointer.setTransferLimit(transfer);
    }
  }

  Cancellation cancellation() {
    return pointer.watchdog().cancellation();
  }

  /** A task was cancelled; what it still begins must not run. */
  void requireNotCancelled() {
    if (cancellation().isStanding()) {
      throw JsTerminations.exception(this, new Termination(Limit.CANCELLED, 0, 0, ""));
    }
  }

  /** Whether it has been closed. */
  public boolean isClosed() {
    return pointer.isClosed();
  }

  RuntimePointer pointer() {
    return pointer;
  }

  HostReferences hostReferences() {
    return hostReferences;
  }

  void releaseWhenUnreachable(Object owner, Runnable release) {
    held.adopt(owner, release);
  }

  void releaseUnreachable() {
    held.releaseUnreachable();
    tellCollected();
  }

  /** Runs what users want to do when a face is gone; that may do anything, even close this. */
  private void tellCollected() {
    HostInstance collected;
    while ((collected = pointer.nextCollected()) != null) {
      collected.collected();
    }
  }

  private void requireUsable() {
    pointer.requireOwner();
    if (pointer.isClosed()) {
      throw new IllegalStateException("the runtime has been closed");
    }
  }

  /**
   * Closes its contexts, then frees the heap. Idempotent.
   *
   * @throws IllegalStateException if JavaScript of the runtime is running: the caller is a host function; or in a batch
   */
  @Override
  public void close() {
    pointer.requireOwner();
    if (pointer.isClosed()) {
      return;
    }
    batches.requireNone();
    if (pointer.isEntered()) {
      throw new IllegalStateException(
          "the runtime is running JavaScript: close it after the outermost call has returned, not from inside a host function");
    }
    boolean outer = closing;
    closing = true;
    try {
      closeAll();
    } finally {
      closing = outer;
    }
    completeAfterClosing();
  }

  private void closeAll() {
    List<JsContext> open = new ArrayList<>(contexts);
    for (JsContext context : open) {
      // One that owns this runtime has just closed the others with it.
      if (!context.isClosed()) {
        context.closeWithRuntime();
      }
    }
    tasks.close();
    held.releaseAll();
    crossings.end();
    hostReferences.releaseAll();
    pointer.close();
    ticket.close();
    tellCollected();
  }

  @Override
  public String toString() {
    return "JsRuntime@" + Integer.toHexString(System.identityHashCode(this)) + (isClosed() ? " (closed)" : "");
  }
}
