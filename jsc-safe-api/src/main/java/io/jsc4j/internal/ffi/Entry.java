package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.UniformCalls;
import io.jsc4j.internal.checked.CheckedMode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One entry into the engine: checks first, then the lock, native memory for the exception slot and the arguments, and whatever has to stay
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
  /** How many arguments have a place of their own; a call with more takes memory for them. */
  private static final int KEPT_ARGUMENTS = 7;
  /** What an entry needs of native memory: the exception slot, then the arguments. */
  static final int SLOTS = 1 + KEPT_ARGUMENTS;

  private final RuntimePointer runtime;
  private final MemorySegment slots;
  private final MemorySegment exceptionSlot;
  private final MemorySegment keptArguments;
  /** Of an entry that is made for one use. */
  private final @Nullable Arena own;

  // What follows is set anew by each use.
  private ContextPointer context;
  private MemorySegment contextSegment;
  private MemorySegment arguments;
  private @Nullable Arena ofArguments;
  // What to return to. Absolute, so that an outer entry puts right what a StackOverflowError kept an inner one from undoing.
  private int outerDepth;
  private int outerEntries;
  private long[] roots = NO_ROOTS;
  private int rootCount;
  private boolean locked;
  private boolean cutsStrings;

  private static final long[] NO_ROOTS = {};

  /** Makes one for {@link EntryStack}. */
  Entry(RuntimePointer runtime, MemorySegment slots, @Nullable Arena own) {
    this.runtime = runtime;
    this.slots = slots;
    this.exceptionSlot = slots.asSlice(0, Long.BYTES);
    this.keptArguments = slots.asSlice(Long.BYTES);
    this.arguments = keptArguments;
    this.own = own;
    this.context = runtime.service();
    this.contextSegment = context.segment();
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
  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena of many arguments.
  static Entry open(ContextPointer context, int argumentSlots) {
    RuntimePointer runtime = context.runtime();
    runtime.requireOwner();
    MemorySegment segment = context.segment();
    if (CheckedMode.ON) {
      context.requireEntered();
    }
    Entry entry = runtime.entries().at(runtime.depth());
    entry.begin(context, segment, argumentSlots);
    try {
      runtime.enter(entry.outerDepth + 1);
      context.entries = entry.outerEntries + 1;
      if (argumentSlots > KEPT_ARGUMENTS) {
        entry.ofArguments = Arena.ofConfined();
        entry.arguments = entry.ofArguments.allocate(ValueLayout.JAVA_LONG, argumentSlots);
      }
      entry.lock();
      if (CheckedMode.ON && !runtime.lockHeld) {
        throw CheckedMode.failure("the engine is entered without its lock");
      }
    } catch (Throwable t) {
      // Also drops the lock, if it has been taken.
      entry.close();
      throw t;
    }
    return entry;
  }

  private void begin(ContextPointer newContext, MemorySegment newSegment, int argumentSlots) {
    // Only where they differ: a reference that an old object gets costs the collector's fence, several times what comparing does.
    if (context != newContext) {
      context = newContext;
      contextSegment = newSegment;
    }
    if (ofArguments != null) {
      ofArguments = null;
      arguments = keptArguments;
    }
    outerDepth = runtime.depth();
    outerEntries = newContext.entries;
    rootCount = 0;
    locked = false;
    cutsStrings = false;
    slots.set(ValueLayout.JAVA_LONG, 0, 0L);
    for (int i = Math.min(argumentSlots, KEPT_ARGUMENTS); i > 0; i--) {
      slots.setAtIndex(ValueLayout.JAVA_LONG, i, 0L);
    }
  }

  /** Without it a collection on another thread can finish between a call's return and the protection of its result. */
  @Enforces(Obligation.LOCK_HELD)
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD})
  private void lock() {
    // Where an entry around this one has it, a level more would only cost time (benchmark row "in a batch").
    if (!runtime.lockHeld) {
      // SAFETY: the context is open and the thread owns it; the lock is recursive, and close() drops exactly this level.
      UniformCalls.JSLock(contextSegment);
      locked = true;
      runtime.lockHeld = true;
    } else if (outerDepth == 0) {
      // A StackOverflowError kept the one before from dropping it: this one does.
      locked = true;
    }
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
    return exceptionSlot;
  }

  /** The argument array, filled by {@link #argument}. */
  MemorySegment arguments() {
    return arguments;
  }

  /** Encodes an argument into the array. */
  void argument(int index, NativeValue value) {
    arguments.setAtIndex(ValueLayout.JAVA_LONG, index, encode(value));
  }

  /** Encodes a number into the array. */
  void argument(int index, double number) {
    arguments.setAtIndex(ValueLayout.JAVA_LONG, index, encodeNumber(number));
  }

  /** The value as a {@code JSValueRef}, good until this entry is closed. */
  long encode(NativeValue value) {
    // Not a switch over the type, which costs milliseconds the first time, and this stands in the way of every start.
    if (value instanceof CellPointer cell) {
      return cell.address(runtime);
    }
    if (value instanceof NativeValue.Num(double number)) {
      return encodeNumber(number);
    }
    PrimitiveCodec codec = runtime.codec();
    if (value instanceof NativeValue.Bool(boolean flag)) {
      return codec.ofBoolean(contextSegment, flag);
    }
    if (value instanceof NativeValue.Text(String text)) {
      return encodeText(text);
    }
    return value == NativeValue.Nullish.NULL ? codec.nullValue(contextSegment) : codec.undefined(contextSegment);
  }

  /** A number as a {@code JSValueRef}. */
  long encodeNumber(double number) {
    PrimitiveCodec codec = runtime.codec();
    long encoded = codec.ofNumber(contextSegment, number);
    if (CheckedMode.ON && codec.decode(contextSegment, encoded) == null) {
      throw CheckedMode.failure("the number " + number + " was encoded as a pointer");
    }
    return encoded;
  }

  /** A string as a {@code JSValueRef}, good until this entry is closed. */
  long encodeText(String text) {
    long encoded = makeString(text);
    root(encoded);
    if (CheckedMode.ON) {
      runtime.protectedCells().requireProtected(encoded, "a string that was made as an argument");
    }
    return encoded;
  }

  /** A new string, which the caller protects at once. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.LOCK_HELD, Obligation.STRING_VALID, Obligation.RESULT_PRESENT})
  long makeString(String text) {
    try (StringPointer string = StringPointer.of(runtime, text)) {
      // SAFETY: the string is ours, and the lock is held until the caller has protected the value.
      return requirePresent(UniformCalls.JSValueMakeString(contextSegment, string.segment()).address());
    }
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
    return result(returned.address());
  }

  /** The same for the address. */
  NativeValue result(long returned) {
    throwIfThrown();
    return decode(requirePresent(returned));
  }

  /**
   * What a call returned, if it is a number: without an object for it.
   *
   * @throws ScriptThrew if the call put something into the exception slot
   * @throws ScriptTerminated if the watchdog ended it
   * @throws OtherResult if it is no number
   */
  double numberResult(long returned) {
    throwIfThrown();
    long encoded = requirePresent(returned);
    PrimitiveCodec codec = runtime.codec();
    if (!codec.isNumber(contextSegment, encoded)) {
      throw new OtherResult(decode(encoded));
    }
    return codec.number(contextSegment, encoded);
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
    long thrown = slots.get(ValueLayout.JAVA_LONG, 0);
    if (thrown != 0) {
      slots.set(ValueLayout.JAVA_LONG, 0, 0L);
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
      try {
        if (CheckedMode.ON && runtime.lockHeld && slots.get(ValueLayout.JAVA_LONG, 0) != 0) {
          throw CheckedMode.failure("nobody looked at what a call threw");
        }
        for (int i = 0; i < rootCount; i++) {
          runtime.unprotectUnchecked(contextSegment, roots[i]);
        }
      } finally {
        if (locked) {
          locked = false;
          try {
            if (outerDepth == 0) {
              runtime.watchdog().turnEnds();
            }
          } finally {
            // Before it is dropped: what is noted as held is held, even if dropping it fails.
            runtime.lockHeld = false;
            // SAFETY: this thread took exactly this level in lock(). Microtasks may run now, and host functions with them; nothing that
            // this entry produced depends on the lock any more.
            UniformCalls.JSUnlock(contextSegment);
          }
        }
      }
    } finally {
      // Fields, here and below: a call can fail for want of stack.
      int outer = outerDepth;
      context.entries = outerEntries;
      try {
        leave(outer);
      } finally {
        runtime.depth = outer;
      }
    }
  }

  private void leave(int outer) {
    try {
      if (ofArguments != null) {
        ofArguments.close();
      }
      if (own != null) {
        own.close();
      }
    } finally {
      // Last, and by value: what this runs may enter again, at this depth.
      runtime.leave(outer);
    }
  }
}
