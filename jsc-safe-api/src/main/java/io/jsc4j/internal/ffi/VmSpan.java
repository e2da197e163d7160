package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the VM around something that calls JavaScript many times.
 *
 * <p>The engine's watchdog begins to count with each entry of its VM. Where it is entered anew for each of many short
 * microtasks, it would never be found out how long they take together. So a call of a function
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

  /** Gives back what it keeps; the runtime is about to be released. */
  void release() {
    if (runner != null) {
      Realm.discard(runner);
      runner = null;
    }
  }
}
