package io.jsc4j.internal.ffi;

import io.jsc4j.internal.checked.CheckedMode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** One call of a host function by JavaScript; dead when the call has returned. */
public final class HostFrame {
  private final ContextPointer context;
  private final MemorySegment thisObject;
  private final MemorySegment arguments;
  private final int argumentCount;
  private long result;
  private long thrown;
  private @Nullable Throwable failure;

  @Unsafe({})
  HostFrame(ContextPointer context, MemorySegment thisObject, MemorySegment arguments, int argumentCount) {
    this.context = context;
    this.thisObject = thisObject;
    // SAFETY: the engine passed argumentCount values, which its own frame keeps alive for the call.
    @SuppressWarnings("restricted")
    MemorySegment bounded = arguments.reinterpret((long) argumentCount * Long.BYTES);
    this.arguments = bounded;
    this.argumentCount = argumentCount;
  }

  /** How many arguments there are. */
  public int argumentCount() {
    return argumentCount;
  }

  /** An argument; a cell has been protected and belongs to the caller. */
  public NativeValue argument(int index) {
    try (Entry entry = Entry.open(context)) {
      return entry.decode(arguments.getAtIndex(ValueLayout.JAVA_LONG, index));
    }
  }

  /** What {@code this} is; a cell has been protected and belongs to the caller. */
  public NativeValue thisValue() {
    try (Entry entry = Entry.open(context)) {
      return entry.decode(thisObject.address());
    }
  }

  /** Whether an argument is a number; one that is missing is none. */
  public boolean isNumber(int index) {
    return index < argumentCount && context.runtime()
        .codec()
        .isNumber(context.segment(), arguments.getAtIndex(ValueLayout.JAVA_LONG, index));
  }

  /** An argument for which {@link #isNumber} holds, without an object for it. */
  public double number(int index) {
    return context.runtime().codec().number(context.segment(), arguments.getAtIndex(ValueLayout.JAVA_LONG, index));
  }

  /** The instance that {@code this} leads to, if our own scripts passed a holder; null for any other object. */
  public @Nullable HostInstance receiver() {
    return context.runtime().hosts().instance(thisObject);
  }

  /** Makes the call return a number. */
  public void returnsNumber(double number) {
    result = context.runtime().codec().ofNumber(context.segment(), number);
  }

  /** Makes the call return what was passed as {@code this}, which the caller keeps alive. */
  public void returnsThis() {
    result = thisObject.address();
  }

  /** Makes the call return the value, which stays protected until the engine has it. */
  public void returns(NativeValue value) {
    result = park(value);
  }

  /** What the call will return, so far; a cell has been protected and belongs to the caller. */
  public NativeValue returned() {
    try (Entry entry = Entry.open(context)) {
      return entry.decode(result);
    }
  }

  /** Makes the call throw the value as it is. */
  public void throwsValue(NativeValue value) {
    thrown = park(value);
  }

  private long park(NativeValue value) {
    try (Entry entry = Entry.open(context)) {
      long encoded = entry.encode(value);
      context.runtime().park(entry.context(), encoded);
      if (CheckedMode.ON) {
        context.runtime().requireParked(entry.context(), encoded);
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
    context.runtime().hosts().throwInto(this, newFailure);
  }

  /** Makes the call throw an Error that stands for the Throwable: out of the outermost call it comes as the same object. */
  void throwsHostError(HostErrorView view, HostError hostError) {
    CellPointer error = context.runtime().hosts().createError(context, view, hostError);
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
