package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Evaluating source text and parsed scripts. */
public final class Scripts {
  private Scripts() {}

  /**
   * Evaluates source text in the global scope of a context.
   *
   * @param url what stack traces call it, or null
   * @param firstLine the number of its first line, from 1
   * @throws ScriptThrew if it throws, or does not parse
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID,
      Obligation.EXCEPTION_READ,
      Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED, Obligation.CALLBACK_CONTAINED})
  public static NativeValue evaluate(ContextPointer context, String source, @Nullable String url, int firstLine) {
    try (Entry entry = Entry.open(context);
        StringPointer text = StringPointer.of(entry.runtime(), source);
        StringPointer name = StringPointer.of(entry.runtime(), url == null ? "" : url)) {
      // SAFETY: both strings are ours and outlive the call; an undefined `this` means the global object.
      MemorySegment result = UniformCalls.JSEvaluateScript(entry.context(), text.segment(), MemorySegment.NULL,
          url == null ? MemorySegment.NULL : name.segment(), firstLine, entry.exceptionSlot());
      return entry.result(result);
    }
  }

  /**
   * Checks that source text parses.
   *
   * @throws ScriptThrew with a SyntaxError that has the position
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID,
      Obligation.EXCEPTION_READ})
  public static void checkSyntax(ContextPointer context, String source, @Nullable String url, int firstLine) {
    try (Entry entry = Entry.open(context);
        StringPointer text = StringPointer.of(entry.runtime(), source);
        StringPointer name = StringPointer.of(entry.runtime(), url == null ? "" : url)) {
      // SAFETY: both strings are ours and outlive the call; nothing is evaluated.
      JavaScriptCore.JSCheckScriptSyntax(entry.context(), text.segment(), url == null
          ? MemorySegment.NULL
          : name.segment(), firstLine,
          entry.exceptionSlot());
      entry.throwIfThrown();
    }
  }

  /**
   * Parses source text for evaluation in any context of the runtime.
   *
   * @return null if it does not parse; {@link #checkSyntax} tells why
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID})
  public static @Nullable ScriptPointer parse(RuntimePointer runtime, String source, @Nullable String url) {
    NativeEngine.instance().require(Feature.PARSED_SCRIPTS);
    try (Entry entry = Entry.open(runtime.service());
        StringPointer text = StringPointer.of(entry.runtime(), source);
        StringPointer name = StringPointer.of(entry.runtime(), url == null ? "" : url)) {
      // SAFETY: both strings are ours and outlive the call; the two places for errors may be NULL (JSScriptRef.cpp looks before it
      // writes). The script keeps its own reference to the source.
      MemorySegment script = JavaScriptCore.JSScriptCreateFromString(runtime.group(),
          url == null ? MemorySegment.NULL : name.segment(), 1, text.segment(), MemorySegment.NULL,
          MemorySegment.NULL);
      return script.address() == 0 ? null : new ScriptPointer(entry.runtime(), script.address());
    }
  }

  /**
   * Evaluates a parsed script in the global scope of a context.
   *
   * @throws IllegalArgumentException if another runtime parsed it
   * @throws ScriptThrew if it throws
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.SCRIPT_OF_RUNTIME,
      Obligation.EXCEPTION_READ, Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED, Obligation.CALLBACK_CONTAINED})
  public static NativeValue evaluate(ContextPointer context, ScriptPointer script) {
    MemorySegment parsed = script.segment(context.runtime());
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the script is alive and of this group; an undefined `this` means the global object.
      MemorySegment result = JavaScriptCore.JSScriptEvaluate(entry.context(), parsed, MemorySegment.NULL, entry
          .exceptionSlot());
      return entry.result(result);
    }
  }
}
