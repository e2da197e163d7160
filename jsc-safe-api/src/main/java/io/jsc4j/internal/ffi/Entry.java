package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.internal.checked.CheckedMode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * One entry into the engine: checks first, then the lock, a frame of native scratch memory with the exception slot, and whatever has to stay
 * protected for the call. Every operation of this package has the shape
 *
 * <pre>{@code
 * try (Entry entry = Entry.open(context)) {
 *     // SAFETY: ...
 *     return entry.result(JSSomething(entry.context(), ..., entry.exceptionSlot()));
 * }
 * }</pre>
 *
 * so that the lock is held from before the call until its result has been protected or copied. Dropping the outermost lock runs the pending
 * microtasks, and with them any JavaScript and any host function.
 */
final class Entry implements AutoCloseable {
  private final ContextPointer context;
  private final RuntimePointer runtime;
  private final MemorySegment contextSegment;
  private final ScratchStack.Frame frame;
  // What to return to. Absolute, so that an outer entry puts right what a StackOverflowError kept an inner one from undoing.
  private final int outerDepth;
  private final int outerEntries;
  private long[] roots = NO_ROOTS;
  private int rootCount;
  private boolean locked;
  private boolean cutsStrings;

  private static final long[] NO_ROOTS = {};

  private Entry(ContextPointer context, int argumentSlots) {
    this.context = context;
    this.runtime = context.runtime();
    runtime.requireOwner();
    this.contextSegment = context.segment();
    if (CheckedMode.ON) {
      context.requireEntered();
    }
    this.outerDepth = runtime.depth();
    this.outerEntries = context.entries();
    this.frame = runtime.scratch().push(1 + argumentSlots);
  }

  /** Enters for a call without an argument array. */
  static Entry open(ContextPointer context) {
    return open(context, 0);
  }

  /**
   * Enters for a call with an array of that many arguments.
   *
   * @throws WrongThreadException if the calling thread does not own the runtime
   * @throws IllegalStateException if the context has been released
   */
  static Entry open(ContextPointer context, int argumentSlots) {
    Entry entry = new Entry(context, argumentSlots);
    entry.runtime.enter(entry.outerDepth + 1);
    context.setEntries(entry.outerEntries + 1);
    try {
      entry.lock();
      if (CheckedMode.ON && !entry.locked) {
        throw CheckedMode.failure("the engine is entered without its lock");
      }
    } catch (Throwable t) {
      entry.leave();
      throw t;
    }
    return entry;
  }

  /** Without it a collection on another thread can finish between a call's return and the protection of its result. */
  @Enforces(Obligation.LOCK_HELD)
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD})
  private void lock() {
    // SAFETY: the context is open and the thread owns it; the lock is recursive, and close() drops exactly this level.
    JavaScriptCore.JSLock(contextSegment);
    locked = true;
  }

  /** From now on a string that is too large to cross to Java is cut off, not refused. */
  void cutStrings() {
    cutsStrings = true;
  }

  boolean cutsStrings() {
    return cutsStrings;
  }

  /** The context, for a downcall. */
  MemorySegment context() {
    return contextSegment;
  }

  RuntimePointer runtime() {
    return runtime;
  }

  /** Where the call puts what was thrown. */
  MemorySegment exceptionSlot() {
    return frame.slots();
  }

  /** The argument array, filled by {@link #argument}. */
  MemorySegment arguments() {
    return frame.slots().asSlice(Long.BYTES);
  }

  /** Encodes an argument into the array. */
  void argument(int index, NativeValue value) {
    frame.slots().setAtIndex(ValueLayout.JAVA_LONG, 1L + index, encode(value));
  }

  /** The value as a {@code JSValueRef}, good until this entry is closed. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.LOCK_HELD, Obligation.ARGUMENTS_ROOTED, Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.NAN_CANONICAL})
  long encode(NativeValue value) {
    PrimitiveCodec codec = runtime.codec();
    // Not a switch over the type, which costs milliseconds the first time, and this stands in the way of every start.
    if (value instanceof CellPointer cell) {
      return cell.address(runtime);
    }
    if (value instanceof NativeValue.Num(double number)) {
      long encoded = codec.ofNumber(contextSegment, number);
      if (CheckedMode.ON && codec.decode(contextSegment, encoded) == null) {
        throw CheckedMode.failure("the number " + number + " was encoded as a pointer");
      }
      return encoded;
    }
    if (value instanceof NativeValue.Bool(boolean flag)) {
      return codec.ofBoolean(contextSegment, flag);
    }
    if (value instanceof NativeValue.Text(String text)) {
      try (StringPointer string = StringPointer.of(text)) {
        // SAFETY: the lock is held from here to root(), which protects the new string until this entry ends.
        long encoded = JavaScriptCore.JSValueMakeString(contextSegment, string.segment()).address();
        root(requirePresent(encoded));
        if (CheckedMode.ON) {
          runtime.protectedCells().requireProtected(encoded, "a string that was made as an argument");
        }
        return encoded;
      }
    }
    return value == NativeValue.Nullish.NULL ? codec.nullValue(contextSegment) : codec.undefined(contextSegment);
  }

  /** Keeps a value that was made for this call until the call has taken it. */
  @Enforces(Obligation.ARGUMENTS_ROOTED)
  void root(long cell) {
    if (rootCount == roots.length) {
      roots = Arrays.copyOf(roots, Math.max(4, rootCount * 2));
    }
    runtime.protectUnchecked(contextSegment, cell);
    roots[rootCount++] = cell;
  }

  /**
   * What a call returned, as a value: the exception slot is read first, a string is copied, a handle's cell is protected.
   *
   * @throws ScriptThrew if the call put something into the exception slot
   * @throws ScriptTerminated if the watchdog ended it
   */
  NativeValue result(MemorySegment returned) {
    throwIfThrown();
    return decode(requirePresent(returned.address()));
  }

  /** A result that the engine says is a new object of a known kind. */
  CellPointer objectResult(MemorySegment returned, CellKind kind) {
    throwIfThrown();
    long cell = requirePresent(returned.address());
    runtime.protect(contextSegment, cell);
    return new CellPointer(runtime, kind, cell);
  }

  /** Decodes a value that the engine just handed over; protects it if it is one that Java keeps a handle to. */
  NativeValue decode(long encoded) {
    if (CheckedMode.ON && encoded == 0) {
      throw CheckedMode.failure("NULL was taken for a value");
    }
    NativeValue primitive = runtime.codec().decode(contextSegment, encoded);
    return primitive != null ? primitive : Values.decodeCell(this, encoded);
  }

  /** The exception slot is the only thing that tells a failed call from one that returned. */
  @Enforces(Obligation.EXCEPTION_READ)
  void throwIfThrown() {
    long thrown = frame.slots().get(ValueLayout.JAVA_LONG, 0);
    if (thrown != 0) {
      frame.slots().set(ValueLayout.JAVA_LONG, 0, 0L);
      throwDecoded(thrown);
    }
  }

  private void throwDecoded(long thrown) {
    runtime.throwIfTerminated();
    // A refusal would hide that, and what, the script threw.
    cutStrings();
    throw new ScriptThrew(decode(thrown));
  }

  /** A NULL without an exception is a termination or a lack of memory, never a value. */
  @Enforces(Obligation.RESULT_PRESENT)
  long requirePresent(long encoded) {
    if (encoded == 0) {
      runtime.throwIfTerminated();
      throw new IllegalStateException(
          "the JavaScript engine returned no value and no exception; it is probably out of memory");
    }
    return encoded;
  }

  @Override
  @Unsafe({Obligation.LOCK_HELD, Obligation.CALLBACK_CONTAINED, Obligation.TERMINATION_SWEPT})
  public void close() {
    try {
      if (CheckedMode.ON && locked && frame.slots().get(ValueLayout.JAVA_LONG, 0) != 0) {
        throw CheckedMode.failure("nobody looked at what a call threw");
      }
      for (int i = 0; i < rootCount; i++) {
        runtime.unprotectUnchecked(contextSegment, roots[i]);
      }
      if (locked) {
        locked = false;
        try {
          if (outerDepth == 0) {
            runtime.watchdog().turnEnds();
          }
        } finally {
          // SAFETY: this thread took exactly this level in lock(). Microtasks may run now, and host functions with them; nothing that
          // this entry produced depends on the lock any more.
          JavaScriptCore.JSUnlock(contextSegment);
        }
      }
    } finally {
      leave();
    }
  }

  private void leave() {
    frame.close();
    context.setEntries(outerEntries);
    runtime.leave(outerDepth);
  }
}
