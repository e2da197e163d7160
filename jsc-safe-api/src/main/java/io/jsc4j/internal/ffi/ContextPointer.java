package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.UniformCalls;
import io.jsc4j.internal.checked.CheckedMode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A {@code JSGlobalContextRef}, bound to a confined arena of the owner thread.
 *
 * <p>The segment that downcalls get is bound to that arena, so the JVM itself refuses a call after the arena is closed, a call from another
 * thread, and closing the arena while a call is running. The arena has exactly one clean-up: {@link #release()}, whose steps stand in
 * written order because an arena runs several clean-ups in none.
 */
public final class ContextPointer {
  private final RuntimePointer runtime;
  private final long address;
  private final MemorySegment bound;
  private final Runnable beforeRelease;
  private final Runnable afterRelease;
  private @Nullable Realm realm;
  private final @Nullable Throwable openedAt = CheckedMode.site("the context was opened here");
  private @Nullable Throwable closedAt;
  private boolean released;
  /** How many of its entries are under way; set by them without a call, which could fail for want of stack. */
  int entries;

  @Unsafe({Obligation.OWNER_THREAD, Obligation.CLEANUP_ORDERED})
  private ContextPointer(RuntimePointer runtime, long address, Arena arena, Runnable beforeRelease,
      Runnable afterRelease) {
    this.runtime = runtime;
    this.address = address;
    this.beforeRelease = beforeRelease;
    this.afterRelease = afterRelease;
    // SAFETY: no memory is accessed through it; size 0. The clean-up is the only one that we register with the arena.
    @SuppressWarnings("restricted")
    MemorySegment segment = MemorySegment.ofAddress(address).reinterpret(arena, ignored -> release());
    this.bound = segment;
  }

  /**
   * Creates a context in a runtime. It is released when the arena is closed or by {@link #release()}, whichever comes first.
   *
   * @param arena a confined arena of the runtime's owner thread
   * @param beforeRelease run on the owner thread, once, before the context goes: gives back every handle; must not throw
   * @param afterRelease run on the owner thread, once, when the context is gone; may close the runtime
   * @throws WrongThreadException if the calling thread does not own the runtime
   * @throws IllegalArgumentException if the arena is not confined to the calling thread
   * @throws IllegalStateException if the thread has too little stack left
   */
  @Unsafe(Obligation.OWNER_THREAD)
  public static ContextPointer create(RuntimePointer runtime, Arena arena, Runnable beforeRelease,
      Runnable afterRelease) {
    runtime.requireOwner();
    Arena confined = requireConfined(arena);
    long address = make(runtime);
    ContextPointer context;
    try {
      context = new ContextPointer(runtime, address, confined, beforeRelease, afterRelease);
    } catch (Throwable t) {
      // SAFETY: created above, handed to nobody.
      UniformCalls.JSGlobalContextRelease(MemorySegment.ofAddress(address));
      throw t;
    }
    runtime.contextCreated();
    try {
      context.startRealm();
    } catch (ScriptThrew | ScriptTerminated e) {
      IllegalStateException failure = StartFailure.of(e, "a context");
      context.release();
      throw failure;
    } catch (Throwable t) {
      context.release();
      throw t;
    }
    return context;
  }

  /** Makes the JavaScript half; before any script of the user. */
  void startRealm() {
    // The limits are for scripts; what every context needs is not counted.
    runtime.watchdog().suspend();
    try {
      realm = Realm.create(this);
    } finally {
      runtime.watchdog().resume();
    }
  }

  /** The first context of a runtime: never seen by scripts; it stays until the runtime goes, for calls that need any context. */
  static ContextPointer createService(RuntimePointer runtime, Arena arena) {
    return new ContextPointer(runtime, make(runtime), arena, () -> {}, () -> {});
  }

  /** The caller releases it. */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.RESULT_PRESENT})
  private static long make(RuntimePointer runtime) {
    // SAFETY: the group is open (its segment is bound to the runtime's arena) and the thread owns it.
    MemorySegment made = UniformCalls.JSGlobalContextCreateInGroup(runtime.group(), MemorySegment.NULL);
    if (made.address() == 0) {
      throw new OutOfMemoryError("the JavaScript engine had no memory for a context");
    }
    try {
      leaveOutCStacks(made);
    } catch (Throwable t) {
      // SAFETY: created above, handed to nobody.
      UniformCalls.JSGlobalContextRelease(made);
      throw t;
    }
    return made.address();
  }

  /** Otherwise the engine walks the stack of C functions for each exception that leaves JavaScript, to show it to an inspector (row {@code exceptionOut}). */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD})
  private static void leaveOutCStacks(MemorySegment context) {
    if (NativeEngine.instance().has(Feature.INSPECTION)) {
      // SAFETY: the caller has just made it; this sets a flag in it.
      UniformCalls.JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions(context, false);
    }
  }

  /**
   * Anyone can write an arena, whose {@code scope()} may answer differently each time, and may not be that of what it allocates. So the scope is
   * asked for once, and that one is checked and used.
   */
  private record FixedScope(MemorySegment.Scope scope) implements Arena {
    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
      throw new UnsupportedOperationException("it only names a scope");
    }

    @Override
    public void close() {
      throw new UnsupportedOperationException("it only names a scope");
    }
  }

  @Unsafe({})
  private static Arena requireConfined(Arena arena) {
    Arena fixed = new FixedScope(arena.scope());
    if (!fixed.scope().isAlive()) {
      throw new IllegalStateException("the arena is closed");
    }
    // SAFETY: no memory is accessed through it; a scope tells who may use it only through a segment.
    @SuppressWarnings("restricted")
    MemorySegment probe = MemorySegment.ofAddress(1).reinterpret(fixed, null);
    if (!probe.isAccessibleBy(Thread.currentThread()) || probe.isAccessibleBy(RuntimePointer.ANOTHER_THREAD)) {
      throw new IllegalArgumentException(
          "a context lives in a confined arena of the thread that owns its runtime (Arena.ofConfined());"
              + " other arenas close on other threads or never");
    }
    return fixed;
  }

  /** The runtime that the context belongs to. */
  public RuntimePointer runtime() {
    return runtime;
  }

  /** Whether the context has been released. */
  public boolean isReleased() {
    return released;
  }

  /**
   * Checks that no call of the context is on the stack.
   *
   * @throws IllegalStateException if one is: the caller runs inside a host function of it
   */
  public void requireNotEntered() {
    if (entries > 0) {
      throw new IllegalStateException(
          "the context is running JavaScript: close it after the outermost call has returned, not from"
              + " inside a host function");
    }
  }

  /** For a downcall, after every check. */
  MemorySegment segment() {
    requireOpen();
    return bound;
  }

  Realm realm() {
    Realm present = realm;
    if (present == null) {
      throw new IllegalStateException("the context is still being created");
    }
    return present;
  }

  /**
   * Checks that the context may still be used.
   *
   * @throws IllegalStateException if it has been released
   */
  @Enforces(Obligation.CONTEXT_OPEN)
  public void requireOpen() {
    if (released) {
      IllegalStateException refusal = new IllegalStateException(CheckedMode.ON
          ? "the context has been closed (opened at " + CheckedMode.where(openedAt) + ", closed at " + CheckedMode
              .where(
                  closedAt) + ")"
          : "the context has been closed");
      if (openedAt != null && closedAt != null) {
        refusal.addSuppressed(openedAt);
        refusal.addSuppressed(closedAt);
      }
      throw refusal;
    }
  }

  /** In checked mode: checks again what {@link #requireOpen} has. */
  void requireEntered() {
    if (released) {
      throw CheckedMode.failure("a closed context was used (opened at " + CheckedMode.where(openedAt) + ", closed at "
          + CheckedMode.where(closedAt) + ")", openedAt, closedAt);
    }
    if (!runtime.isOwner()) {
      throw CheckedMode.failure("a context of the " + runtime + " was used by " + Thread.currentThread(), openedAt);
    }
  }

  /**
   * Releases the context: handles first, with the lock dropped again, then the context itself. Idempotent. While a call of the runtime is on
   * the stack the release waits for its end (the segment that the engine uses stays valid until then).
   */
  public void release() {
    if (released) {
      return;
    }
    closedAt = CheckedMode.site("the context was closed here");
    if (runtime.isEntered()) {
      // First: there may be no memory to note it.
      runtime.afterLeaving(this::releaseNow);
      released = true;
    } else {
      released = true;
      releaseNow();
    }
  }

  private void releaseNow() {
    if (CheckedMode.ON && runtime.depth() > 0) {
      throw CheckedMode.failure("a context is released while calls of its runtime are on the stack", openedAt);
    }
    try {
      giveBackHandles();
      if (CheckedMode.ON && realm != null && !realm.isReleased()) {
        throw CheckedMode.failure("a context is released before its handles", openedAt);
      }
    } finally {
      // Also where there was no memory to give them back: then they stay protected until the runtime goes, and are of no use without the context.
      releaseContext();
    }
  }

  @Unsafe({Obligation.CLEANUP_ORDERED, Obligation.OWNER_THREAD})
  private void releaseContext() {
    try {
      // SAFETY: the raw address, because in an arena's own clean-up the bound segment is dead already; the context is alive until here
      // (only this method releases it, once), the lock is not held, and we are on the arena's, which is the runtime's, thread.
      UniformCalls.JSGlobalContextRelease(MemorySegment.ofAddress(address));
    } finally {
      runtime.contextReleased();
      afterRelease.run();
    }
  }

  @Enforces(Obligation.CLEANUP_ORDERED)
  private void giveBackHandles() {
    beforeRelease.run();
    Realm present = realm;
    if (present != null) {
      present.release();
    }
  }

  /** Releases the service context; the runtime's last step but one. */
  @Unsafe(Obligation.CLEANUP_ORDERED)
  void releaseService() {
    giveBackHandles();
    released = true;
    // SAFETY: as in releaseNow; every other context of the group has been released before.
    UniformCalls.JSGlobalContextRelease(MemorySegment.ofAddress(address));
  }

  @Override
  public String toString() {
    return "context@" + Long.toHexString(address);
  }
}
