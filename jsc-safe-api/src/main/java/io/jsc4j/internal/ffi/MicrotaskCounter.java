package io.jsc4j.internal.ffi;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many microtasks follow from each other in a turn: a microtask of our own is put at the end of the queue, again and again, so that
 * each time it comes all those have run that the ones before had left. The engine tells nobody how many wait.
 */
final class MicrotaskCounter {
  private static final String URL = ServiceScript.MICROTASKS.url();

  private final RuntimePointer runtime;
  private @Nullable CellPointer report;
  private IntConsumer counted = count -> {};
  /** A turn that was ended leaves its counting behind, which goes on in the next one. */
  private int turn;

  MicrotaskCounter(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** Reports when each of the counts is reached, if the turn has not ended by then; ascending. */
  void count(List<Integer> counts, IntConsumer whenCounted) {
    counted = whenCounted;
    ContextPointer service = runtime.service();
    NativeValue array = null;
    try {
      CellPointer callable = report;
      if (callable == null) {
        callable = Contexts.createCallable(service, this::report);
        report = callable;
      }
      array = Objects.createArray(service, counts.stream().map(NativeValue.Num::new).toArray(NativeValue[]::new));
      Realm.discard(ServiceRealm.call(service, ServiceScript.MICROTASKS, "count", array, callable,
          new NativeValue.Num(++turn)));
    } catch (ScriptThrew e) {
      // Too little stack is left for our few frames: the other limits hold.
      Realm.discard(e.thrown());
    } catch (ScriptTerminated e) {
      // Whoever ends the turn hears of it.
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

  /** Whether a backtrace has nothing but the counter: then nobody else's microtask is running. */
  static boolean isAlone(String backtrace) {
    return backtrace.lines().allMatch(line -> line.contains(URL));
  }

  /** Gives back what it keeps; the runtime is about to be released. */
  void release() {
    if (report != null) {
      Realm.discard(report);
      report = null;
    }
  }
}
