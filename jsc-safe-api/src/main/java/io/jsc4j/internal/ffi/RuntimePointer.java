package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.UniformCalls;
import io.jsc4j.internal.checked.CheckedMode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A {@code JSContextGroupRef} (one heap, one VM) with the thread that owns it and all that its calls share.
 *
 * <p>Confined to the thread that created it, except {@link #toString()} and {@link #isOwner()}. It owns one confined arena, to which its group
 * and its service context are bound; the arena closes last.
 */
public final class RuntimePointer {
  /** Never started; stands for any thread that isn't the caller's in {@link MemorySegment#isAccessibleBy}. */
  static final Thread ANOTHER_THREAD = Thread.ofPlatform().unstarted(() -> {});

  private final Thread owner = Thread.currentThread();
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment group;
  private final ContextPointer service;
  private final PrimitiveCodec codec;
  private final EntryStack entries;
  private final PropertyNames names;
  private final StringUnits units = new StringUnits();
  private final ServiceRealm serviceRealm = new ServiceRealm(this);
  private final ByteStaging staging = new ByteStaging(this);
  private final HostObjects hosts;
  private final Watchdog watchdog;
  private final @Nullable RunLoop runLoop;
  private final ArrayDeque<Runnable> afterLeaving = new ArrayDeque<>();
  // The next two are set by entries without a call, which could fail for want of stack.
  int depth;
  /** Whether an entry holds the VM's lock; false in a callback, for which the engine drops it. */
  boolean lockHeld;
  private int openContexts;
  private final @Nullable ProtectedCells protectedCells = CheckedMode.ON ? new ProtectedCells(this) : null;
  private long liveCells;
  private int liveWeak;
  private long transferLimit = Long.MAX_VALUE;
  private @Nullable TransferRefusal transferRefusal;
  private long parked;
  private int openViews;
  private boolean closed;
  private HostErrorView.Policy errorPolicy = HostErrorView.Policy.SILENT;

  @Unsafe({Obligation.OWNER_THREAD, Obligation.OPTIONS_BEFORE_VM, Obligation.RESULT_PRESENT})
  private RuntimePointer(WatchdogLimits limits, boolean interruptible) {
    NativeEngine engine = NativeEngine.instance();
    RunLoop loop = engine.has(Feature.RUN_LOOP) ? RunLoop.pushForThisThread() : null;
    try {
      // SAFETY: the engine is loaded and its options are set; the thread becomes the owner.
      long address = UniformCalls.JSContextGroupCreate().address();
      if (address == 0) {
        throw new OutOfMemoryError("the JavaScript engine had no memory for a runtime");
      }
      // SAFETY: no memory is accessed through it; size 0. Bound to our arena, so that no call outlives close().
      @SuppressWarnings("restricted")
      MemorySegment bound = MemorySegment.ofAddress(address).reinterpret(arena, null);
      this.group = bound;
    } finally {
      if (loop != null) {
        loop.pop();
      }
    }
    this.runLoop = loop;
    this.service = ContextPointer.createService(this, arena);
    this.entries = new EntryStack(this, arena);
    this.names = new PropertyNames(this);
    this.codec = PrimitiveCodec.choose(service.segment());
    this.hosts = new HostObjects(this);
    this.watchdog = new Watchdog(this, limits, interruptible);
  }

  /**
   * Creates a VM that belongs to the calling thread.
   *
   * @param interruptible whether scripts can be ended from outside even if there are no limits
   * @throws IllegalStateException if the calling thread is virtual: the engine ties itself to the stack of an operating-system thread; or if it has
   *     too little stack left
   * @throws UnsupportedOperationException if the engine lacks what the limits need
   */
  public static RuntimePointer create(WatchdogLimits limits, boolean interruptible) {
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("a runtime needs a platform thread, and " + Thread.currentThread()
          + " is virtual: the engine remembers the stack of the thread that it runs on. Open it on a platform thread");
    }
    Watchdog.requireSupported(limits, interruptible);
    RuntimePointer runtime = new RuntimePointer(limits, interruptible);
    try {
      runtime.hosts.start();
      runtime.service.startRealm();
      ObjectTypes.learn(runtime.service);
      runtime.watchdog.arm();
      return runtime;
    } catch (ScriptThrew | ScriptTerminated e) {
      IllegalStateException failure = StartFailure.of(e, "a runtime");
      runtime.close();
      throw failure;
    } catch (Throwable t) {
      runtime.close();
      throw t;
    }
  }

  /** Sets what makes the exceptions for what may not cross to Java. */
  public void setTransferRefusal(TransferRefusal refusal) {
    transferRefusal = refusal;
  }

  /** Limits the size of a single string or buffer that crosses to Java, in bytes. */
  public void setTransferLimit(long bytes) {
    transferLimit = bytes;
  }

  /** Checks the size of a string or buffer that is about to be copied to Java, and counts it; throws what {@link #setTransferRefusal} was given. */
  public void requireTransferable(long bytes) {
    if (bytes > transferLimit) {
      throw java.util.Objects.requireNonNull(transferRefusal, "set when it was opened").tooLarge(bytes, transferLimit);
    }
    Termination termination = watchdog.addOutput(bytes);
    if (termination != null) {
      throw java.util.Objects.requireNonNull(transferRefusal, "set when it was opened").ended(termination);
    }
  }

  /** At how many bytes a string of that size is cut off that crosses anyway; it counts, and ends the script where it is too much. */
  long cutAt(long bytes) {
    watchdog.addOutput(bytes);
    return Math.min(transferLimit, watchdog.outputLimit());
  }

  /** What {@link #setTransferLimit} has set. */
  public long transferLimit() {
    return transferLimit;
  }

  /** Whether the calling thread owns the runtime. */
  public boolean isOwner() {
    return Thread.currentThread() == owner;
  }

  /**
   * Checks the calling thread.
   *
   * @throws WrongThreadException if it does not own the runtime
   */
  @Enforces(Obligation.OWNER_THREAD)
  public void requireOwner() {
    if (Thread.currentThread() != owner) {
      throw new WrongThreadException("a runtime and everything in it belong to the thread that opened it (" + owner
          + "), but this is " + Thread.currentThread());
    }
  }

  /** Whether {@link #close()} has been called. */
  public boolean isClosed() {
    return closed;
  }

  /** How many cells Java keeps protected in it. */
  public long liveCells() {
    return liveCells;
  }

  /** How many host functions and host errors JavaScript can still reach, or has not collected yet. */
  public int liveHostObjects() {
    return hosts.size();
  }

  /** The context for calls that belong to none. */
  public ContextPointer service() {
    return service;
  }

  MemorySegment group() {
    return group;
  }

  PrimitiveCodec codec() {
    return codec;
  }

  EntryStack entries() {
    return entries;
  }

  PropertyNames names() {
    return names;
  }

  StringUnits units() {
    return units;
  }

  ServiceRealm serviceRealm() {
    return serviceRealm;
  }

  ByteStaging staging() {
    return staging;
  }

  HostObjects hosts() {
    return hosts;
  }

  /** Sets who decides what scripts see of what a host function throws; until then they see that it failed. */
  public void setErrorPolicy(HostErrorView.Policy policy) {
    errorPolicy = policy;
  }

  HostErrorView.Policy errorPolicy() {
    return errorPolicy;
  }

  /** What ends scripts. */
  public Watchdog watchdog() {
    return watchdog;
  }

  /** An instance whose face has been collected, each once; null if there is none. */
  public @Nullable HostInstance nextCollected() {
    return hosts.nextCollected();
  }

  // --- entering and leaving

  /** Whether a call of the runtime is on the stack: then nothing of it may be released. */
  @Enforces(Obligation.NOT_ENTERED)
  public boolean isEntered() {
    return depth > 0;
  }

  int depth() {
    return depth;
  }

  void enter(int newDepth) {
    depth = newDepth;
    if (newDepth == 1) {
      watchdog.outermostEntered();
    }
  }

  void leave(int outerDepth) {
    if (outerDepth == 0) {
      watchdog.outermostLeft();
      if (watchdog.hasTerminated()) {
        sweepTermination();
      }
    }
    depth = outerDepth;
    while (depth == 0 && !afterLeaving.isEmpty()) {
      afterLeaving.remove().run();
    }
  }

  /** Runs the action when the outermost call has returned. */
  void afterLeaving(Runnable action) {
    afterLeaving.add(action);
  }

  void throwIfTerminated() {
    Termination termination = watchdog.termination();
    if (termination != null) {
      throw new ScriptTerminated(termination);
    }
  }

  /** The termination of the last outermost entry, once: null unless the watchdog ended it. */
  public @Nullable Termination takeTermination() {
    return depth == 0 ? watchdog.takeTermination() : watchdog.termination();
  }

  /** A termination that a host function saw, or that struck while microtasks ran, can stay in the VM and makes the next call fail; make that call here. */
  @Enforces(Obligation.TERMINATION_SWEPT)
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.STRING_VALID})
  private void sweepTermination() {
    try (StringPointer empty = StringPointer.of("")) {
      for (int attempt = 0; attempt < 3; attempt++) {
        // SAFETY: the service context lives as long as the runtime; an empty script touches no value; its result is undefined.
        MemorySegment result = UniformCalls.JSEvaluateScript(service.segment(), empty.segment(), MemorySegment.NULL,
            MemorySegment.NULL, 1, MemorySegment.NULL);
        if (result.address() != 0) {
          return;
        }
      }
    }
  }

  // --- protection

  /** Protects a cell that Java will keep; the caller holds the lock. */
  void protect(MemorySegment context, long cell) {
    protectUnchecked(context, cell);
    liveCells++;
  }

  @Enforces(Obligation.RESULT_PROTECTED)
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.LOCK_HELD})
  void protectUnchecked(MemorySegment context, long cell) {
    // SAFETY: the cell came from the engine under the lock that is still held, or is protected already.
    UniformCalls.JSValueProtect(context, MemorySegment.ofAddress(cell));
    if (protectedCells != null) {
      protectedCells.added(cell);
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.RESULT_PROTECTED})
  void unprotectUnchecked(MemorySegment context, long cell) {
    if (protectedCells != null) {
      protectedCells.removing(cell);
    }
    // SAFETY: undoes one protectUnchecked of the same cell; nothing uses the address for this protection afterwards.
    UniformCalls.JSValueUnprotect(context, MemorySegment.ofAddress(cell));
  }

  /** Gives back the protection of a pointer that has been marked released. */
  public void unprotect(CellPointer cell) {
    unprotect(cell.addressToGiveBack());
  }

  /** Gives back the protection of a cell whose pointer Java no longer reaches. */
  void unprotect(long cell) {
    int outerDepth = depth;
    // The call takes and drops the lock, and may so run what is pending.
    enter(outerDepth + 1);
    try {
      unprotectUnchecked(service.segment(), cell);
      liveCells--;
    } finally {
      leave(outerDepth);
    }
  }

  /** In checked mode, what is protected. */
  ProtectedCells protectedCells() {
    return java.util.Objects.requireNonNull(protectedCells, "only in checked mode");
  }

  /** Names a cell's protection so that it can be given back when the pointer itself is unreachable. */
  public Protection protectionOf(CellPointer cell) {
    return new Protection(this, cell.rawAddress());
  }

  /**
   * Keeps what a callback returns (or throws) protected beyond its return, until the next one: the engine dropped its lock for the callback
   * and takes the value only after it has the lock again.
   */
  @Enforces(Obligation.CALLBACK_RESULT_PARKED)
  void park(MemorySegment context, long encoded) {
    long before = parked;
    boolean cell = encoded != 0 && codec.decode(context, encoded) == null;
    if (cell) {
      protectUnchecked(context, encoded);
    }
    parked = cell ? encoded : 0;
    if (before != 0) {
      unprotectUnchecked(context, before);
    }
  }

  /** In checked mode: checks that what a callback is about to return, or to throw, is protected until the engine has it. */
  void requireParked(MemorySegment context, long encoded) {
    if (encoded != 0 && codec.decode(context, encoded) == null && parked != encoded) {
      throw CheckedMode.failure("what a host function returns is not protected until the engine has taken it");
    }
  }

  // --- life

  void weakCreated() {
    liveWeak++;
  }

  void weakReleased() {
    liveWeak--;
  }

  int liveWeak() {
    return liveWeak;
  }

  void contextCreated() {
    openContexts++;
  }

  void contextReleased() {
    openContexts--;
  }

  /** Runs deferred work of the VM that is due on this thread (WebAssembly, FinalizationRegistry); false if the engine has no run loop. */
  public boolean pumpRunLoop() {
    requireOwner();
    RunLoop loop = runLoop;
    if (loop == null) {
      return false;
    }
    int outerDepth = depth;
    enter(outerDepth + 1);
    try {
      watchdog.within(loop::runPending);
    } finally {
      leave(outerDepth);
    }
    return true;
  }

  void viewOpened() {
    openViews++;
  }

  /** No access through the view is possible any more. */
  void viewEnded(long cell) {
    unprotect(cell);
    openViews--;
    if (closed && !hasViews()) {
      release();
    }
  }

  /** Whether Java can still reach memory of the heap: an arena stays open while any native call uses its memory, whatever else is closed. */
  @Enforces(Obligation.VIEWS_ENDED)
  private boolean hasViews() {
    return openViews > 0;
  }

  /**
   * Releases the VM, or leaves that to the end of the last view of its memory; idempotent. Every context must have been released before.
   *
   * @throws WrongThreadException if the calling thread does not own it
   * @throws IllegalStateException if a call of it is on the stack, or a context is still open
   */
  public void close() {
    requireOwner();
    if (closed) {
      return;
    }
    if (depth > 0) {
      throw new IllegalStateException(
          "the runtime is running JavaScript: close it after the outermost call has returned");
    }
    if (openContexts > 0) {
      throw new IllegalStateException(openContexts + " contexts of the runtime are still open");
    }
    closed = true;
    if (!hasViews()) {
      release();
    }
  }

  @Unsafe({Obligation.CLEANUP_ORDERED, Obligation.OWNER_THREAD, Obligation.NOT_ENTERED, Obligation.VIEWS_ENDED})
  private void release() {
    if (parked != 0) {
      unprotectUnchecked(service.segment(), parked);
      parked = 0;
    }
    if (CheckedMode.ON && (depth > 0 || openViews > 0)) {
      throw CheckedMode.failure("a runtime is released while " + (depth > 0
          ? depth + " of its calls are on the stack"
          : openViews + " views of its memory are open"));
    }
    staging.release();
    names.release();
    serviceRealm.release();
    hosts.beforeRelease();
    watchdog.release();
    service.releaseService();
    if (protectedCells != null) {
      protectedCells.requireEmpty(liveCells);
    }
    // SAFETY: all contexts of the group are released and this is the group's only reference.
    UniformCalls.JSContextGroupRelease(group);
    hosts.afterRelease();
    if (runLoop != null) {
      runLoop.release();
    }
    try {
      arena.close();
    } catch (IllegalStateException e) {
      // No call is on the stack, but a StackOverflowError once kept the JVM from noting the end of one: its few bytes stay.
    }
  }

  @Override
  public String toString() {
    return "runtime of " + owner.getName();
  }
}
