package io.jsc4j.samples.evaluatescript;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Evaluating a script on the raw bindings, done right. Each line marked {@code UNSAFE} says what must hold there.
 * Nothing checks any of it: to the compiler a context, a value, a string and a C string are all one type.
 */
final class RawHalf {
  private RawHalf() {}

  /**
   * Evaluates a script. The value is protected from the collector: whoever calls this must unprotect it before the
   * context goes.
   */
  static MemorySegment evaluateScript(MemorySegment context, String source) {
    try (Arena arena = Arena.ofConfined()) {
      // UNSAFE: the argument is UTF-8 that ends with a zero, so a NUL in the source cuts it off, and a lone surrogate
      // is lost.
      MemorySegment script = JavaScriptCore.JSStringCreateWithUTF8CString(arena.allocateFrom(source));
      // UNSAFE: as large as a pointer, NULL at the start (an arena gives zeroed memory), and alive until it has been
      // read.
      MemorySegment exception = arena.allocate(ValueLayout.ADDRESS);
      // UNSAFE: the context is one, has not been released, and belongs to a heap that this thread may use.
      JavaScriptCore.JSLock(context);
      try {
        // UNSAFE: the script is a JSStringRef (not a C string) and has not been released; no callback that this runs
        // lets an exception out.
        MemorySegment value = JavaScriptCore.JSEvaluateScript(context, script, MemorySegment.NULL,
            MemorySegment.NULL, 1, exception);
        // UNSAFE: this is read before the value is looked at: nothing else tells that the script failed.
        MemorySegment thrown = exception.get(ValueLayout.ADDRESS, 0);
        if (thrown.address() != 0) {
          throw new IllegalStateException("the script threw " + text(context, thrown));
        }
        // UNSAFE: without an exception too the result may be NULL, after a termination or for a NULL context.
        if (value.address() == 0) {
          throw new IllegalStateException("the engine returned no value");
        }
        // UNSAFE: the lock has been held since the value was made. JSC does not see references in Java's heap: without
        // the lock a concurrent collection frees the value before this line is reached.
        JavaScriptCore.JSValueProtect(context, value);
        return value;
      } finally {
        // UNSAFE: by the thread that took the lock, once. Pending microtasks run here, in any script's name.
        JavaScriptCore.JSUnlock(context);
        // UNSAFE: once, and by nobody else; the engine has its own reference to what it still needs.
        JavaScriptCore.JSStringRelease(script);
      }
    }
  }

  /** {@code String(value)}. */
  static String text(MemorySegment context, MemorySegment value) {
    // UNSAFE: the context and the value are alive, and the value belongs to the context's heap. NULL comes back if
    // toString throws.
    MemorySegment string = JavaScriptCore.JSValueToStringCopy(context, value, MemorySegment.NULL);
    // UNSAFE: a JSStringRef.
    long length = JavaScriptCore.JSStringGetLength(string);
    // UNSAFE: the characters belong to the string, and there are as many as it said.
    MemorySegment characters = JavaScriptCore.JSStringGetCharactersPtr(string).asSlice(0, length * Character.BYTES);
    String text = new String(characters.toArray(ValueLayout.JAVA_CHAR));
    // UNSAFE: once, and after the last look at the characters.
    JavaScriptCore.JSStringRelease(string);
    return text;
  }
}
