package io.jsc4j.internal.ffi;

import io.jsc4j.internal.checked.CheckedMode;
import org.jspecify.annotations.Nullable;

/** One call of a host function by JavaScript; dead when the call has returned, and then used again for another one. */
public final class HostFrame {
  private final RuntimePointer runtime;

  // What follows is set anew by each call.
  private ContextPointer context;
  private long thisObject;
  private long arguments;
  private int argumentCount;
  private long result;
  private long thrown;
  private @Nullable Throwable failure;

  /** Makes one for {@link HostFrames}. */
  HostFrame(RuntimePointer runtime) {
    this.runtime = runtime;
    this.context = runtime.service();
  }

  void begin(ContextPointer newContext, long newThis, long newArguments, int newCount) {
    // Only where they differ: see Entry.begin.
    if (context != newContext) {
      context = newContext;
    }
    thisObject = newThis;
    arguments = newArguments;
    argumentCount = newCount;
    result = 0;
    thrown = 0;
  }

  /** There are no arguments any more. */
  void end() {
    argumentCount = 0;
    if (failure != null) {
      failure = null;
    }
  }

  /** How many arguments there are. */
  public int argumentCount() {
    return argumentCount;
  }

  /** An argument; a cell has been protected and belongs to the caller. */
  public NativeValue argument(int index) {
    long encoded = encoded(index);
    NativeValue primitive = runtime.codec().decode(context.segment(), encoded);
    // What is no cell needs neither the lock nor a protection (row "a method of a Java object" of the benchmarks).
    return primitive != null ? primitive : decode(encoded);
  }

  private NativeValue decode(long encoded) {
    try (Entry entry = Entry.open(context)) {
      return entry.decode(encoded);
    }
  }

  @Unsafe({Obligation.OWNER_THREAD})
  private long encoded(int index) {
    java.util.Objects.checkIndex(index, argumentCount);
    // SAFETY: the engine passed argumentCount values, which its own frame keeps alive for the call; afterwards there is none.
    return NativeMemory.getLong(arguments + (long) index * Long.BYTES);
  }

  /** What {@code this} is, the global object where there is none; a cell has been protected and belongs to the caller. */
  public NativeValue thisValue() {
    return isThisObject() ? decode(thisObject) : Objects.global(context);
  }

  /** By the short way {@code this} comes as JavaScript has it: an object, null or undefined. */
  private boolean isThisObject() {
    return runtime.codec().decode(context.segment(), thisObject) == null;
  }

  /** Whether an argument is a number; one that is missing is none. */
  public boolean isNumber(int index) {
    return index < argumentCount && runtime.codec().isNumber(context.segment(), encoded(index));
  }

  /** An argument for which {@link #isNumber} holds, without an object for it. */
  public double number(int index) {
    return runtime.codec().number(context.segment(), encoded(index));
  }

  /** The instance that {@code this} leads to, if our own scripts passed a holder; null for any other object. */
  public @Nullable HostInstance receiver() {
    return isThisObject() ? runtime.hosts().instance(thisObject) : null;
  }

  /** Makes the call return a number. */
  public void returnsNumber(double number) {
    result = runtime.codec().ofNumber(context.segment(), number);
  }

  /** Makes the call return what was passed as {@code this}, which the caller keeps alive. */
  public void returnsThis() {
    result = thisObject;
  }

  /** Makes the call return the value, which stays protected until the engine has it. */
  public void returns(NativeValue value) {
    result = park(value);
  }

  /** What the call will return, so far; a cell has been protected and belongs to the caller. */
  public NativeValue returned() {
    return decode(result);
  }

  /** Makes the call throw the value as it is. */
  public void throwsValue(NativeValue value) {
    thrown = park(value);
  }

  private long park(NativeValue value) {
    if (value instanceof NativeValue.Num(double number)) {
      return runtime.codec().ofNumber(context.segment(), number);
    }
    if (value instanceof NativeValue.Bool(boolean flag)) {
      return runtime.codec().ofBoolean(context.segment(), flag);
    }
    if (value instanceof NativeValue.Nullish) {
      return value == NativeValue.Nullish.NULL
          ? runtime.codec().nullValue(context.segment())
          : runtime.codec().undefined(context.segment());
    }
    try (Entry entry = Entry.open(context)) {
      long encoded = entry.encode(value);
      runtime.park(entry.context(), encoded);
      if (CheckedMode.ON) {
        runtime.requireParked(entry.context(), encoded);
      }
      return encoded;
    }
  }

  /** Makes the call throw a TypeError. */
  public void throwsTypeError(String message) {
    CellPointer error = Realm.makeTypeError(context, message);
    try {
      throwsValue(error);
    } finally {
      Realm.discard(error);
    }
  }

  /** Makes the call throw what scripts see of a Throwable: out of the outermost call it comes as the same object. */
  public void throwsFailure(Throwable newFailure) {
    failure = newFailure;
    runtime.hosts().throwInto(this, newFailure);
  }

  /** Makes the call throw an Error that stands for the Throwable: out of the outermost call it comes as the same object. */
  void throwsHostError(HostErrorView view, HostError hostError) {
    CellPointer error = runtime.hosts().createError(context, view, hostError);
    try {
      throwsValue(error);
    } finally {
      Realm.discard(error);
    }
  }

  /** What the host function has failed with, or null. */
  @Nullable Throwable failure() {
    return failure;
  }

  ContextPointer context() {
    return context;
  }

  long result() {
    return result;
  }

  long thrown() {
    return thrown;
  }
}
