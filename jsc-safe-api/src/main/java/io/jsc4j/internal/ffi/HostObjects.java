package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JSClassDefinition;
import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The Java objects (host functions, thrown exceptions) that JavaScript objects of one runtime stand for.
 *
 * <p>JavaScript holds each through a <em>holder</em>: an object of one class whose private data is a number. The number leads here; the holder's
 * finalizer, which may run on any thread and in the middle of a collection, removes it and does nothing else. Mapping by address would be
 * wrong: the engine reuses addresses.
 */
final class HostObjects {
  /** Host objects and protected cells that a closed runtime left behind: a defect of ours, so tests look at it. */
  private static final LongAdder LEFT_HOST_OBJECTS = new LongAdder();
  private static final LongAdder LEFT_CELLS = new LongAdder();
  private static final LongAdder LEFT_WEAK = new LongAdder();
  /** From then on what is left behind is no defect of ours. */
  private static volatile boolean finalizerFailed;
  /** The value undefined, which is no cell, and so the same in all runtimes. */
  private static volatile long undefined;

  private record HostFunction(ContextPointer context, HostCallback callback) {}

  /** The class of all holders, made once for the process. */
  private static final class HolderClass {
    static final MemorySegment CLASS = create();

    @Unsafe(Obligation.CALLBACK_CONTAINED)
    private static MemorySegment create() {
      MemorySegment callStub = Upcalls.stub(HostObjects::callAsFunction);
      MemorySegment finalizeStub = Upcalls.stub((holder, _, _, _, _, _) -> {
        finalizeHolder(holder);
        return 0;
      });
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment definition = JSClassDefinition.allocate(arena);
        definition.fill((byte) 0);
        JSClassDefinition.attributes(definition, JavaScriptCore.kJSClassAttributeNoAutomaticPrototype());
        // Pointers as numbers: reading and writing those is linked already, for the entries.
        definition.set(ValueLayout.JAVA_LONG, JSClassDefinition.className$offset(), arena.allocateFrom("HostFunction")
            .address());
        definition.set(ValueLayout.JAVA_LONG, JSClassDefinition.callAsFunction$offset(), callStub.address());
        definition.set(ValueLayout.JAVA_LONG, JSClassDefinition.finalize$offset(), finalizeStub.address());
        // SAFETY: the engine copies the definition and its strings; the class is never released.
        return UniformCalls.JSClassCreate(definition);
      }
    }
  }

  private final RuntimePointer runtime;
  private final int number;
  private final Map<Integer, Object> objects = new ConcurrentHashMap<>();
  private final HostFrames frames;
  private final HostShortcut shortcut;
  /** Faces that have been collected: the collector adds, the owner thread takes. */
  private final Queue<HostInstance> collected = new ConcurrentLinkedQueue<>();
  private int lastId;
  private @Nullable CellPointer errors;
  private @Nullable CellPointer fallbackError;
  private @Nullable Throwable fallbackFailure;
  /** Goes through one host function after the other: only the first knows the whole way. */
  private WeakReference<Throwable> lastCrossed = new WeakReference<>(null);

  HostObjects(RuntimePointer runtime) {
    this.runtime = runtime;
    this.frames = new HostFrames(runtime);
    this.shortcut = new HostShortcut(runtime);
    this.number = OpenRuntimes.add(runtime);
  }

  /** Makes what needs a working runtime: the WeakMap of errors, and an Error for when making one fails. */
  void start() {
    ContextPointer service = runtime.service();
    undefined = runtime.codec().undefined(service.segment());
    errors = (CellPointer) Scripts.evaluate(service, "new WeakMap()", null, 1);
    fallbackError = Objects.createError(service, "a host function failed, and so did describing it");
  }

  int number() {
    return number;
  }

  static long undefined() {
    return undefined;
  }

  int size() {
    return objects.size();
  }

  /** What the scripts of a context may reach, by number: the callbacks of its host functions, and the instances of all contexts. */
  SortedMap<Integer, Object> reachable(ContextPointer context) {
    SortedMap<Integer, Object> found = new TreeMap<>();
    objects.forEach((id, object) -> {
      if (object instanceof HostFunction function && function.context() == context) {
        found.put(id, function.callback());
      } else if (object instanceof HostInstance) {
        found.put(id, object);
      }
    });
    return found;
  }

  /** The number of the youngest. */
  int lastId() {
    return lastId;
  }

  @Nullable HostInstance nextCollected() {
    return collected.poll();
  }

  CellPointer errors() {
    return java.util.Objects.requireNonNull(errors, "the runtime has started");
  }

  /** Gives back what {@link #start} made. */
  void beforeRelease() {
    shortcut.release();
    if (errors != null) {
      Realm.discard(errors);
    }
    if (fallbackError != null) {
      Realm.discard(fallbackError);
    }
  }

  /** The VM is gone and has finalized every holder. */
  void afterRelease() {
    OpenRuntimes.remove(number);
    LEFT_HOST_OBJECTS.add(finalizerFailed ? 0 : objects.size());
    LEFT_CELLS.add(runtime.liveCells());
    LEFT_WEAK.add(runtime.liveWeak());
  }

  /** Counted over all open runtimes, from any thread, and so only approximately while they run; exact when none is open. */
  static NativeEngine.Census census() {
    List<RuntimePointer> open = new ArrayList<>();
    OpenRuntimes.forEach(open::add);
    return new NativeEngine.Census(open.size(),
        LEFT_CELLS.sum() + open.stream().mapToLong(RuntimePointer::liveCells).sum(),
        LEFT_HOST_OBJECTS.sum() + open.stream().mapToLong(RuntimePointer::liveHostObjects).sum(),
        LEFT_WEAK.sum() + open.stream().mapToLong(RuntimePointer::liveWeak).sum());
  }

  // --- making

  /** A function of the context that runs the callback. */
  CellPointer createFunction(ContextPointer context, String name, int length, HostCallback callback) {
    return LockSpan.holding(runtime, () -> {
      CellPointer invoker = createInvoker(context, callback);
      try {
        return Realm.makeFunction(context, invoker, name, length);
      } finally {
        Realm.discard(invoker);
      }
    });
  }

  /** A function of the context that runs the callback with what it gets as {@code (this, [...arguments])}; only our own scripts may get it. */
  CellPointer createInvoker(ContextPointer context, HostCallback callback) {
    return LockSpan.holding(runtime, () -> {
      CellPointer holder = createCallable(context, callback);
      try {
        // The holder has just got the last number.
        return Realm.invoker(context, holder, shortcut.function(), number, lastId);
      } finally {
        Realm.discard(holder);
      }
    });
  }

  /** A bare holder that runs the callback when it is called; only our own scripts may get it. */
  CellPointer createCallable(ContextPointer context, HostCallback callback) {
    return createHolder(context, new HostFunction(context, callback));
  }

  /** A holder that leads to the instance; only our own scripts may get it. */
  CellPointer createInstance(ContextPointer context, HostInstance instance) {
    return createHolder(context, instance);
  }

  /** An Error of the context that stands for a Throwable, with what scripts see of it. */
  CellPointer createError(ContextPointer context, HostErrorView view, HostError error) {
    NativeValue cause = NativeValue.Nullish.UNDEFINED;
    NativeValue errors = NativeValue.Nullish.UNDEFINED;
    CellPointer holder = createHolder(context, error);
    try {
      cause = view.cause() == null ? cause : createRelated(context, view.cause());
      errors = view.errors().isEmpty() ? errors : createRelated(context, view.errors());
      return Realm.makeError(context, view, holder, cause, errors);
    } finally {
      Realm.discard(holder);
      if (view.cause() != null && view.cause().value() == null) {
        Realm.discard(cause);
      }
      Realm.discard(errors);
    }
  }

  /** The same outside of a host function; a cell belongs to the caller. */
  NativeValue createError(ContextPointer context, Throwable failure) {
    HostErrorView view = runtime.errorPolicy().view(failure);
    return view.value() instanceof CellPointer cell ? Values.duplicate(context, cell) : createRelated(context, view);
  }

  private NativeValue createRelated(ContextPointer context, HostErrorView view) {
    NativeValue value = view.value();
    return value != null ? value : createError(context, view, new HostError(view.failure(), null));
  }

  private CellPointer createRelated(ContextPointer context, List<HostErrorView> views) {
    List<NativeValue> made = new ArrayList<>();
    NativeValue[] values = new NativeValue[views.size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = createRelated(context, views.get(i));
        if (views.get(i).value() == null) {
          made.add(values[i]);
        }
      }
      return Objects.createArray(context, values);
    } finally {
      made.forEach(Realm::discard);
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.RESULT_PRESENT,
      Obligation.RESULT_PROTECTED, Obligation.CALLBACK_CONTAINED})
  private CellPointer createHolder(ContextPointer context, Object object) {
    int id = ++lastId;
    while (objects.putIfAbsent(id, object) != null) {
      id = ++lastId;
    }
    try (Entry entry = Entry.open(context)) {
      MemorySegment data = MemorySegment.ofAddress(((long) number << 32) | (id & 0xffff_ffffL));
      // SAFETY: the data is a number that the engine only stores; the object is protected under the lock.
      MemorySegment holder = UniformCalls.JSObjectMake(entry.context(), HolderClass.CLASS, data);
      return entry.objectResult(holder, CellKind.OBJECT);
    } catch (Throwable t) {
      objects.remove(id);
      throw t;
    }
  }

  /** What a thrown value stands for, or null. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT})
  @Nullable HostError hostErrorOf(ContextPointer context, CellPointer thrown) {
    if (fallbackError != null && thrown.isSameCell(fallbackError)) {
      Throwable failure = fallbackFailure;
      fallbackFailure = null;
      return failure == null ? null : new HostError(failure, null);
    }
    if (!(Realm.hostErrorHolder(context, thrown) instanceof CellPointer holder)) {
      return null;
    }
    try {
      // SAFETY: only realm.js puts objects into the map of errors, and only holders; the holder is protected.
      long data = UniformCalls.JSObjectGetPrivate(MemorySegment.ofAddress(holder.objectAddress(runtime))).address();
      return objects.get((int) data) instanceof HostError error ? error : null;
    } finally {
      Realm.discard(holder);
    }
  }

  /** The instance that a holder leads to, or null. */
  @Nullable HostInstance instance(CellPointer holder) {
    return instance(holder.objectAddress(runtime));
  }

  /** The instance that an object leads to, which is null for anything but a holder. */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.IS_OBJECT})
  @Nullable HostInstance instance(long object) {
    // SAFETY: it is an object, which its handle or the engine's frame keeps alive; for one without private data the function answers NULL.
    long data = UniformCalls.JSObjectGetPrivate(MemorySegment.ofAddress(object)).address();
    return (int) (data >>> 32) == number && objects.get((int) data) instanceof HostInstance instance ? instance : null;
  }

  // --- upcalls

  /** The upcall for each call of a holder: {@code JSObjectCallAsFunctionCallback}. */
  @Unsafe({Obligation.CALLBACK_CONTAINED, Obligation.CALLBACK_CONTEXT_OPEN, Obligation.CALLBACK_RESULT_PARKED,
      Obligation.OWNER_THREAD})
  static long callAsFunction(long context, long holder, long thisObject, long argumentCount, long arguments,
      long exception) {
    // First, so that there is an exception, undefined, even if the runtime can't be found for want of stack or memory; it allocates nothing.
    // SAFETY: the engine passes a valid place for one JSValueRef.
    NativeMemory.setLong(exception, undefined);
    // SAFETY: the callee is a holder, because only holders have this callback; its data is the number that createHolder stored.
    long data = UniformCalls.JSObjectGetPrivate(MemorySegment.ofAddress(holder)).address();
    RuntimePointer runtime = OpenRuntimes.get((int) (data >>> 32));
    return runtime == null
        ? 0
        : runtime.hosts().call((int) data, thisObject, arguments, (int) argumentCount, exception);
  }

  /** A call of a host function, by whichever way it came. */
  @Unsafe({Obligation.CALLBACK_CONTEXT_OPEN, Obligation.OWNER_THREAD})
  long call(int id, long thisObject, long arguments, int argumentCount, long exception) {
    // For what fails from here on.
    CellPointer fallback = fallbackError;
    if (fallback != null) {
      // SAFETY: the engine passes a valid place for one JSValueRef.
      NativeMemory.setLong(exception, fallback.rawAddress());
    }
    boolean lockHeld = runtime.lockHeld;
    // The engine has dropped all levels of the lock for this call, and takes them again when it has returned.
    runtime.lockHeld = false;
    try {
      return dispatch(id, thisObject, arguments, argumentCount, exception);
    } finally {
      try {
        dropLostLock();
      } finally {
        runtime.lockHeld = lockHeld;
      }
    }
  }

  /** A StackOverflowError inside the callback can have kept an entry from dropping the lock; the engine wants it as it left it. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD})
  private void dropLostLock() {
    if (runtime.lockHeld) {
      // SAFETY: this thread holds the one level that an entry of the callback, none of which is under way any more, has taken.
      UniformCalls.JSUnlock(runtime.service().segment());
    }
  }

  @Unsafe({Obligation.CALLBACK_RESULT_PARKED, Obligation.OWNER_THREAD})
  private long dispatch(int id, long thisObject, long arguments, int argumentCount, long exception) {
    Throwable failure = null;
    int around = frames.nesting;
    frames.nesting = around + 1;
    try {
      if (!(objects.get(id) instanceof HostFunction(ContextPointer context, HostCallback callback))) {
        throw new IllegalStateException("this host function no longer exists");
      }
      HostFrame frame = frames.innermost();
      frame.begin(context.isReleased() ? runtime.service() : context, thisObject, arguments, argumentCount);
      try {
        requireContextOpen(context);
        callback.call(frame);
      } catch (ContextReleased e) {
        failure = e;
        throwPlainError(frame, String.valueOf(e.getMessage()));
      } catch (Throwable t) {
        Throwable described = frame.failure();
        failure = described == null ? t : described;
        if (described != null && t instanceof ScriptThrew threw) {
          // Describing it has failed, for want of stack.
          Realm.discard(threw.thrown());
        }
        throwInto(frame, failure);
      }
      long thrown = frame.thrown();
      long result = thrown != 0 ? 0 : frame.result();
      frame.end();
      // Last: what fails before finds the fallback in the slot.
      // SAFETY: the engine's place for one JSValueRef, which lasts as long as the callback.
      NativeMemory.setLong(exception, thrown);
      return result;
    } catch (Throwable t) {
      // The fallback is in the exception slot already.
      Throwable reason = failure != null ? failure : t;
      fallbackFailure = reason instanceof ScriptThrew || reason instanceof ScriptTerminated ? null : reason;
      if (t instanceof ScriptThrew threw) {
        Realm.discard(threw.thrown());
      }
      return 0;
    } finally {
      frames.nesting = around;
    }
  }

  /** Makes a call throw what scripts see of a Throwable. */
  void throwInto(HostFrame frame, Throwable failure) {
    if (failure instanceof ScriptThrew threw) {
      frame.throwsValue(threw.thrown());
      Realm.discard(threw.thrown());
      return;
    }
    if (failure instanceof ScriptTerminated) {
      // Whoever ran the script hears of the limit; the script itself only has to stop.
      throwPlainError(frame, "a limit has ended the script");
      return;
    }
    HostErrorView view = runtime.errorPolicy().view(failure);
    if (frame.context().isReleased()) {
      throwPlainError(frame, view.message());
    } else if (view.value() != null) {
      frame.throwsValue(view.value());
    } else {
      frame.throwsHostError(view, new HostError(failure, lastCrossed.refersTo(failure) ? null : new Throwable()));
      lastCrossed = new WeakReference<>(failure);
    }
  }

  /** Says that a host function did not run. */
  private static final class ContextReleased extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ContextReleased() {
      super("the context of this host function has been closed");
    }
  }

  /** Another context of the runtime may still reach the functions of a closed one. */
  @Enforces(Obligation.CALLBACK_CONTEXT_OPEN)
  private static void requireContextOpen(ContextPointer context) {
    if (context.isReleased()) {
      throw new ContextReleased();
    }
  }

  /** For a context that can't make errors any more. */
  private void throwPlainError(HostFrame frame, String message) {
    runtime.serviceRealm().freeze();
    CellPointer error = Objects.createError(runtime.service(), message);
    try {
      frame.throwsValue(error);
    } finally {
      Realm.discard(error);
    }
  }

  /** The upcall when a holder is collected: {@code JSObjectFinalizeCallback}; on any thread, and it must not call the engine's contexts. */
  @Unsafe(Obligation.CALLBACK_CONTAINED)
  static void finalizeHolder(long holder) {
    try {
      // SAFETY: the engine passes the holder that it is about to free; reading its data takes no context.
      long data = UniformCalls.JSObjectGetPrivate(MemorySegment.ofAddress(holder)).address();
      RuntimePointer runtime = OpenRuntimes.get((int) (data >>> 32));
      if (runtime != null) {
        HostObjects hosts = runtime.hosts();
        if (hosts.objects.remove((int) data) instanceof HostInstance instance) {
          hosts.collected.add(instance);
        }
      }
    } catch (VirtualMachineError e) {
      // No memory: what it stood for stays until the runtime goes.
      finalizerFailed = true;
      throw e;
    }
  }
}
