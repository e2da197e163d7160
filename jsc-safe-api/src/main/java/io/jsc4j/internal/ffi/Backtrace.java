package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;

/** The JavaScript that is running, as the engine tells it without running any: {@code #0 name() at url:line}, a line for each frame. */
final class Backtrace {
  private Backtrace() {}

  /**
   * At most that many frames, innermost first.
   *
   * @param context a context that is alive for the call
   */
  @Unsafe({Obligation.OWNER_THREAD, Obligation.STRING_VALID})
  static String of(MemorySegment context, int frames) {
    // SAFETY: the caller's context is alive; the function walks the stack and runs nothing; the string is ours to release.
    long string = JavaScriptCore.JSContextCreateBacktrace(context, frames).address();
    if (string == 0) {
      return "";
    }
    try (StringPointer text = StringPointer.adopt(string)) {
      return text.readWhole();
    }
  }

  /**
   * Whether an exception of the script that is running is on its way. Then a tick of the watchdog must not call what clears exceptions: native
   * code of the engine that had thrown it would go on with a null pointer.
   *
   * @param service the service context: asking its global object runs no JavaScript of users
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID})
  static boolean isExceptionPending(ContextPointer service) {
    try (Entry entry = Entry.open(service);
        StringPointer known = StringPointer.of("Object")) {
      // SAFETY: the lock is held.
      MemorySegment global = UniformCalls.JSContextGetGlobalObject(entry.context());
      // SAFETY: as above. The property is there; the engine says no only while an exception is on its way, and leaves that alone.
      return !JavaScriptCore.JSObjectHasProperty(entry.context(), global, known.segment());
    }
  }

  /** How many frames of scripts there are, at most that many. */
  static int depth(MemorySegment context, int most) {
    return (int) of(context, most).lines().count();
  }
}
