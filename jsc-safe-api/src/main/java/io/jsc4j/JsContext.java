package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.Evaluators;
import io.jsc4j.internal.ffi.HostCallback;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ScriptPointer;
import io.jsc4j.internal.ffi.Scripts;
import io.jsc4j.internal.ffi.Values;
import io.jsc4j.internal.lifetime.HandleScope;
import io.jsc4j.internal.lifetime.LeakLedger;
import io.jsc4j.internal.lifetime.ScopeStack;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A global object, and the way to run scripts in it.
 *
 * {@snippet file="SnippetTest.java" region="context"}
 *
 * <p>It belongs to the thread that owns its {@link #runtime()}: every method but {@link #runtime()}, {@link #isClosed()} and {@link #toString()}
 * throws {@link WrongThreadException} on another thread. After {@link #close()} they throw {@link IllegalStateException}. What runs JavaScript
 * throws {@link JsException} if that throws or is ended, and what a host function threw that it ran. A value of another runtime as argument is
 * an {@link IllegalArgumentException}.
 *
 * <p>Pending microtasks (promise reactions) run when the outermost call from Java ends; {@link #batch(Supplier)} makes several calls one.
 */
public final class JsContext extends JsTurns implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  final JsRuntime runtime;
  private final ContextPointer pointer;
  private final ScopeStack scopes;
  /** Null if the arena is the caller's. */
  private final @Nullable Arena ownArena;
  private final boolean ownsRuntime;
  private volatile String name = "context " + NUMBERS.incrementAndGet();
  private final Set<LeakLedger.Ticket> references = new HashSet<>();
  private final JsOperations operations = new JsOperations(this);
  private final JsNumberOperations numbers = new JsNumberOperations(this, operations);
  private final JsPromises promises = new JsPromises(this);
  private final HostFaces faces = new HostFaces(this);
  private final LeakLedger.Ticket ticket;

  // The arena that is made here is closed by close().
  @SuppressWarnings("MustBeClosedChecker")
  JsContext(JsRuntime runtime, @Nullable Arena arena, boolean ownsRuntime) {
    this.runtime = runtime;
    this.ownsRuntime = ownsRuntime;
    this.scopes = new ScopeStack(name);
    this.ticket = LeakLedger.open(this, LeakLedger.Kind.CONTEXT);
    Arena home = arena == null ? Arena.ofConfined() : arena;
    this.ownArena = arena == null ? home : null;
    try {
      this.pointer = ContextPointer.create(runtime.pointer(), home, this::releasing, this::released);
    } catch (RuntimeException | Error e) {
      ticket.close();
      if (ownArena != null) {
        ownArena.close();
      }
      throw e;
    }
  }

  /**
   * Opens a context in a runtime of its own, which closes with it.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if the calling thread is virtual, or has too little stack left
   */
  public static JsContext open() {
    return open(JsRuntimeOptions.defaults());
  }

  /**
   * Opens a context in a runtime of its own with limits; both close together.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if the calling thread is virtual, or has too little stack left
   * @throws UnsupportedOperationException if the engine lacks what a limit needs
   */
  public static JsContext open(JsLimits limits) {
    return open(JsRuntime.open(limits), null);
  }

  /**
   * Opens a context in a runtime of its own with options; both close together.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if the calling thread is virtual, or has too little stack left
   * @throws UnsupportedOperationException if the engine lacks what an option needs
   */
  public static JsContext open(JsRuntimeOptions options) {
    return open(JsRuntime.open(options), null);
  }

  /**
   * Opens a context in a runtime of its own; both close with the arena, at the latest.
   *
   * @param arena a confined arena of the calling thread
   * @throws IllegalArgumentException if the arena is not confined to the calling thread
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if the calling thread is virtual, or has too little stack left
   */
  public static JsContext open(Arena arena) {
    java.util.Objects.requireNonNull(arena, "arena");
    return open(JsRuntime.open(), arena);
  }

  private static JsContext open(JsRuntime runtime, @Nullable Arena arena) {
    try {
      return runtime.openContext(arena, true);
    } catch (RuntimeException | Error e) {
      runtime.close();
      throw e;
    }
  }

  /** The runtime that it belongs to. */
  public JsRuntime runtime() {
    return runtime;
  }

  // --- evaluating

  /** Evaluates a script in the global scope, and returns the value of its last statement. */
  public JsValue eval(String source) {
    return evaluate(java.util.Objects.requireNonNull(source, "source"), null, 1);
  }

  /**
   * Evaluates a script.
   *
   * @param source the text
   * @param url what stack traces call it
   * @return the value of its last statement
   */
  public JsValue eval(String source, String url) {
    return eval(source, url, 1);
  }

  /**
   * Evaluates a script.
   *
   * @param source the text
   * @param url what stack traces call it
   * @param firstLine the number of its first line, from 1
   * @return the value of its last statement
   * @throws JsSyntaxException if it does not parse
   * @throws IllegalArgumentException if the first line is less than 1, or the source longer than 2^29 - 24 characters
   */
  public JsValue eval(String source, String url, int firstLine) {
    return evaluate(java.util.Objects.requireNonNull(source, "source"), java.util.Objects.requireNonNull(url, "url"),
        firstLine);
  }

  private JsValue evaluate(String source, @Nullable String url, int firstLine) {
    JsRuntime.requireFirstLine(firstLine);
    requireOwner();
    runtime.sources().add(source, url, firstLine);
    Span span = Events.eval(name, url, source.length());
    try {
      return runValue(() -> Scripts.evaluate(pointer, source, url, firstLine));
    } catch (JsThrownException e) {
      JsSyntaxException syntaxError = e.name().equals("SyntaxError")
          ? runtime.syntaxError(source, url, firstLine)
          : null;
      // The same error comes from a script that does not parse and from one that parses another: hence the question.
      throw syntaxError != null ? syntaxError : e;
    } finally {
      Events.finish(span);
    }
  }

  /**
   * Evaluates a parsed script.
   *
   * @return the value of its last statement
   * @throws IllegalArgumentException if another runtime parsed it
   */
  public JsValue eval(JsScript script) {
    if (java.util.Objects.requireNonNull(script, "script").runtime() != runtime) {
      throw new IllegalArgumentException(
          "this script was parsed by another runtime; runtimes share nothing: compile it in this one");
    }
    ScriptPointer parsed = script.parsed();
    if (parsed == null) {
      return evaluate(script.source(), script.namedUrl(), script.firstLine());
    }
    requireOwner();
    runtime.sources().add(script.source(), script.namedUrl(), script.firstLine());
    Span span = Events.eval(name, script.url(), script.source().length());
    try {
      return runValue(() -> Scripts.evaluate(pointer, parsed));
    } finally {
      Events.finish(span);
      java.lang.ref.Reference.reachabilityFence(script);
    }
  }

  /**
   * Evaluates text as {@code eval} does when it is called directly where the scope's properties are variables: names are looked up in the scope
   * object (and its prototypes) before the globals, and assigning to one that the scope has sets the property. {@code var}, {@code let},
   * {@code function} and the like are declared for the text and the functions in it alone, not in the scope nor in the global object. {@code this}
   * is the global object, and {@code eval} the built-in one. Text that begins with {@code 'use strict'} is strict code.
   *
   * <p>It works after {@link #disableEval} too, for the text itself, not for an {@code eval} in it; columns in the first line of the text are
   * then some tens higher. Stack traces call the text {@code eval code}.
   *
   * @return the value of its last statement
   * @throws JsSyntaxException if it does not parse
   */
  public JsValue evalIn(String source, JsObject scope) {
    return JsEvaluation.in(this, source, scope);
  }

  /**
   * Evaluates text as strict code, as a direct {@code eval} in strict code does: what it declares is declared for the text alone. {@code this} is
   * the global object. What {@link #evalIn} says of {@code eval}, {@link #disableEval} and stack traces holds here too.
   *
   * @return the value of its last statement
   * @throws JsSyntaxException if it does not parse as strict code
   */
  public JsValue evalStrict(String source) {
    return JsEvaluation.strict(this, source);
  }

  /** The global object. */
  public JsObject global() {
    return (JsObject) runValue(() -> Objects.global(pointer));
  }

  /**
   * Runs something with limits of its own, beside those of the runtime: for each outermost call that it makes, or, inside a host function, for all
   * that it does. A script that exceeds them is ended with a {@link JsTerminatedException}; in the latter case the one around it is ended, too, even
   * if the host function catches that.
   *
   * {@snippet file="SnippetTest.java" region="with-limits"}
   *
   * @param limits what applies until the action has returned
   * @param action what to run; it may use the context, and others of the runtime
   * @return what the action returns
   * @throws IllegalStateException in a host function or a batch, if the runtime has neither limits nor {@link JsRuntimeOptions#withCancellation cancellation}
   * @throws UnsupportedOperationException if the engine lacks what a limit needs
   */
  public <T extends @Nullable Object> T withLimits(JsLimits limits, Supplier<T> action) {
    java.util.Objects.requireNonNull(limits, "limits");
    java.util.Objects.requireNonNull(action, "action");
    requireUsable();
    return runtime.withLimits(limits, action);
  }

  // --- promises

  /**
   * Settles the promises whose futures other threads have completed, as {@link JsRuntime#runPendingTasks} does, then runs the pending microtasks.
   * Does nothing inside a host function or a batch, where they wait for the outermost call to end.
   */
  public void drainMicrotasks() {
    requireUsable();
    runtime.tasks().run();
    // What has just run may have closed it.
    if (!isClosed()) {
      runVoid(() -> Contexts.drainMicrotasks(pointer));
    }
  }

  /**
   * Waits for a promise, as {@code await} does: runs microtasks, deferred work of the engine, and what other threads have completed ({@link
   * #toPromise}) until it settles. Any other value settles at once.
   *
   * @param value a promise, a thenable, or any value
   * @param timeout how long to wait at most; zero looks once
   * @return what it is fulfilled with
   * @throws JsThrownException if it is rejected; what a host function threw comes out as the same object
   * @throws JsAwaitTimeoutException if it is still pending then
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; the interrupt status stays set
   * @throws IllegalStateException inside a host function or a batch, where no microtask runs
   */
  public JsValue await(JsValue value, Duration timeout) {
    NativeValue content = JsValues.toNative(value);
    java.util.Objects.requireNonNull(timeout, "timeout");
    requireUsable();
    return JsAwait.await(this, content, timeout);
  }

  /**
   * Sets who hears of promises that are rejected while nothing handles them. Once set it can be replaced, not removed.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#UNHANDLED_REJECTIONS}
   */
  public void onUnhandledRejection(JsRejectionHandler handler) {
    java.util.Objects.requireNonNull(handler, "handler");
    HostCallback callback = new RejectionCalls(this, handler);
    runVoid(() -> {
      CellPointer function = Contexts.createHostFunction(pointer, "unhandledRejection", 2, callback);
      try {
        Contexts.setUnhandledRejectionCallback(pointer, function);
      } finally {
        Realm.discard(function);
      }
    });
  }

  /**
   * What the host has given to the scripts of this context, in that order: everything by which they can run Java code, or reach a Java object. A fresh
   * context has nothing. What the collector has found to be out of reach is not listed any more; what it has not found yet is. What scripts got from
   * another context of the runtime is listed there.
   */
  public List<JsGrant> capabilities() {
    requireUsable();
    return JsGrants.of(this);
  }

  /**
   * Makes {@code eval} and {@code Function} throw an EvalError in scripts, for good; {@link #eval(String)} goes on working.
   *
   * @param message the error's message
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#EVAL_CONTROL}
   */
  public void disableEval(String message) {
    java.util.Objects.requireNonNull(message, "message");
    runVoid(() -> Evaluators.disableEval(pointer, message));
  }

  // --- lifetime

  /** What messages call it: {@code context 1} and so on, until {@link #setName} says otherwise. Works on any thread, and after close. */
  public String name() {
    return name;
  }

  /** Gives it a name, for messages, {@link #toString} and an inspector: {@code JSGlobalContextSetName}. */
  public void setName(String name) {
    java.util.Objects.requireNonNull(name, "name");
    runVoid(() -> Contexts.setName(pointer, name));
    this.name = name;
    scopes.rename(name);
  }

  /** Opens a scope inside the innermost one; handles made from now on end with it. */
  public JsScope openScope() {
    requireUsable();
    return new JsScope(this, scopes.open());
  }

  void closeScope(HandleScope scope, Arena memory) {
    scope.requireClosable();
    // First, because it may be refused: then the scope stays open as a whole. Unless it is closed already, and an error in one of its clean-ups kept
    // the rest from happening.
    if (memory.scope().isAlive()) {
      memory.close();
    }
    scope.close();
  }

  <T extends JsHandle> JsRef<T> retain(JsHandle handle, Function<CellPointer, T> factory) {
    return run(() -> {
      CellPointer copy = Values.duplicate(pointer, handle.cell());
      scopes.adoptRetained(copy);
      return new JsRef<>(this, factory.apply(copy));
    });
  }

  void referenceOpened(LeakLedger.Ticket reference) {
    references.add(reference);
  }

  void referenceClosed(LeakLedger.Ticket reference, CellPointer cell) {
    references.remove(reference);
    reference.close();
    scopes.releaseRetained(cell, "its reference has been closed");
  }

  /** Whether it has been closed. */
  public boolean isClosed() {
    return pointer.isReleased();
  }

  /**
   * Ends every handle of the context, then the context; a runtime of its own closes too. Idempotent.
   *
   * @throws IllegalStateException if JavaScript of the context is running: the caller is a host function; or in a batch of its runtime
   */
  @Override
  public void close() {
    requireOwner();
    if (isClosed()) {
      return;
    }
    runtime.batches().requireNone();
    pointer.requireNotEntered();
    if (ownsRuntime) {
      runtime.close();
    } else {
      closeWithRuntime();
    }
  }

  void closeWithRuntime() {
    try {
      if (ownArena != null) {
        ownArena.close();
      }
    } catch (IllegalStateException e) {
      // No call is on the stack, but a StackOverflowError once kept the JVM from noting the end of one: its few bytes stay.
    }
    pointer.release();
  }

  /** The context is about to go, whatever closes it. */
  private void releasing() {
    promises.closing();
    scopes.releaseAll();
  }

  /** The context is gone, whatever closed it. */
  private void released() {
    // First what takes no memory, of which there may be none.
    runtime.contextClosed(this);
    ticket.close();
    references.forEach(LeakLedger.Ticket::close);
    references.clear();
    promises.closed();
    if (ownsRuntime) {
      runtime.closeAfterOperation();
    }
    runtime.completeAfterClosing();
  }

  void requireOwner() {
    runtime.pointer().requireOwner();
  }

  void requireUsable() {
    requireOwner();
    pointer.requireOpen();
  }

  @Override
  ContextPointer pointer() {
    return pointer;
  }

  JsNumberOperations numbers() {
    return numbers;
  }

  JsPromises promises() {
    return promises;
  }

  @Override
  HostFaces faces() {
    return faces;
  }

  ScopeStack scopes() {
    return scopes;
  }

  /** Runs an operation of the engine, and turns what it throws into what users see. */
  @Override
  <T extends @Nullable Object> T run(Supplier<T> operation) {
    return operations.run(operation);
  }

  /** The public form of a value that the innermost scope takes over. */
  @Override
  JsValue wrap(NativeValue value) {
    return JsValues.fromNative(this, value);
  }

  @Override
  public String toString() {
    return name + (isClosed() ? " (closed)" : "");
  }
}
