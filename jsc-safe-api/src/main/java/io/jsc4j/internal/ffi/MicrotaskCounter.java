package io.jsc4j.internal.ffi;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many microtasks follow from each other in a turn: a microtask of our own is put at the end of the queue, again and again, so that
 * each time it comes all those have run that the ones before had left. The engine tells nobody how many wait.
 */
final class MicrotaskCounter {
  private final RuntimePointer runtime;
  private final IntConsumer counted;
  private @Nullable CellPointer report;
  /** A turn that was ended leaves its counting behind, which goes on in the next one. */
  private int turn;

  MicrotaskCounter(RuntimePointer runtime, IntConsumer counted) {
    this.runtime = runtime;
    this.counted = counted;
  }

  /** A turn begins that may have to be counted. */
  void begin() {
    turn++;
    if (report == null) {
      prepare();
    }
  }

  /** Not in a tick of the watchdog, which may find less stack; without limits, since it ends turns of its own. */
  private void prepare() {
    runtime.watchdog().suspend();
    try {
      ServiceRealm.load(runtime.service(), ServiceScript.MICROTASKS);
      report = Contexts.createCallable(runtime.service(), this::report);
    } catch (ScriptThrew e) {
      // Too little stack is left for our few frames: the other limits hold.
      Realm.discard(e.thrown());
    } finally {
      runtime.watchdog().resume();
    }
  }

  /**
   * Reports when each of the counts is reached, if the turn has not ended by then; ascending.
   *
   * @return whether it could begin
   */
  boolean count(List<Integer> counts) {
    CellPointer callable = report;
    ContextPointer service = runtime.service();
    if (callable == null || Backtrace.isExceptionPending(service)) {
      return false;
    }
    NativeValue array = null;
    try {
      array = Objects.createArray(service, counts.stream().map(NativeValue.Num::new).toArray(NativeValue[]::new));
      Realm.discard(ServiceRealm.call(service, ServiceScript.MICROTASKS, "count", array, callable,
          new NativeValue.Num(turn)));
      return true;
    } catch (ScriptThrew e) {
      // Too little stack is left for our few frames: the next tick tries again.
      Realm.discard(e.thrown());
      return false;
    } catch (ScriptTerminated e) {
      // Whoever ends the turn hears of it.
      return false;
    } finally {
      Realm.discard(array);
    }
  }

  private void report(HostFrame frame) {
    if (frame.number(1) == turn) {
      counted.accept((int) frame.number(0));
    }
    frame.returns(NativeValue.Nullish.UNDEFINED);
  }

  /** Gives back what it keeps; the runtime is about to be released. */
  void release() {
    if (report != null) {
      Realm.discard(report);
      report = null;
    }
  }
}
