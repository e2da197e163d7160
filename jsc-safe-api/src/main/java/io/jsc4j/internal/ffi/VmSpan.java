package io.jsc4j.internal.ffi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the VM around something that calls JavaScript many times.
 *
 * <p>The engine's watchdog begins to count with each entry of its VM. Where one native operation enters it anew for each of many short calls
 * (microtasks, the getters that {@code JSON.stringify} asks), it would never be found out how long they take together. So a call of a function
 * of ours stands around them, and the watchdog counts on. The engine drops its lock for that function.
 */
final class VmSpan {
  private final RuntimePointer runtime;
  private @Nullable CellPointer runner;
  private Runnable work = () -> {};

  VmSpan(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /**
   * Does it within the span; not at all where too little stack is left for our few frames.
   *
   * @param action lets nothing out
   * @throws ScriptTerminated if a limit ended what ran
   */
  void run(Runnable action) {
    ContextPointer service = runtime.service();
    if (runner == null) {
      runner = Contexts.createCallable(service, frame -> work.run());
    }
    work = action;
    try {
      Functions.call(service, runner, NativeValue.Nullish.UNDEFINED);
    } catch (ScriptThrew e) {
      Realm.discard(e.thrown());
    }
  }

  /**
   * The same for what has a result, which is no handle, and may fail; where too little stack is left it runs without the span.
   *
   * @throws ScriptThrew if the action does
   * @throws ScriptTerminated if a limit ended what ran
   */
  <T extends @Nullable Object> T call(Supplier<T> action) {
    Outcome<T> outcome = new Outcome<>(action);
    try {
      run(outcome);
    } catch (ScriptTerminated e) {
      outcome.discard();
      throw e;
    }
    return outcome.get();
  }

  private static final class Outcome<T extends @Nullable Object> implements Runnable {
    private final Supplier<T> action;
    private @Nullable Supplier<T> result;
    private @Nullable ScriptThrew threw;

    Outcome(Supplier<T> action) {
      this.action = action;
    }

    @Override
    public void run() {
      try {
        T value = action.get();
        result = () -> value;
      } catch (ScriptThrew e) {
        threw = e;
      } catch (RuntimeException | Error e) {
        result = () -> {
          throw e;
        };
      }
    }

    T get() {
      if (threw != null) {
        throw threw;
      }
      return result == null ? action.get() : result.get();
    }

    void discard() {
      if (threw != null) {
        Realm.discard(threw.thrown());
      }
    }
  }

  /** Gives back what it keeps; the runtime is about to be released. */
  void release() {
    if (runner != null) {
      Realm.discard(runner);
      runner = null;
    }
  }
}
