package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Telling values apart and converting them. */
public final class Values {
  private Values() {}

  /** A heap value that the engine just handed over: strings are copied, the rest is protected. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.LOCK_HELD, Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED})
  static NativeValue decodeCell(Entry entry, long cell) {
    MemorySegment value = MemorySegment.ofAddress(cell);
    // SAFETY: the value came from the engine under the lock that the entry still holds; asking for a type allocates nothing.
    int type = UniformCalls.JSValueGetType(entry.context(), value);
    if (type == JavaScriptCore.kJSTypeString()) {
      return new NativeValue.Text(copyString(entry, value));
    }
    CellKind kind = type == JavaScriptCore.kJSTypeObject() ? ObjectTypes.of(cell) : null;
    if (kind == null) {
      kind = kindOf(entry.context(), type, value);
    }
    if (kind == null) {
      throw new IllegalStateException("the JavaScript engine returned a value of the unknown type " + type);
    }
    entry.runtime().protect(entry.context(), cell);
    return new CellPointer(entry.runtime(), kind, cell);
  }

  /** What a protected value is, by asking the engine, or null if it is no heap value that Java keeps a handle to; the lock need not be held for it. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.RESULT_PROTECTED})
  static @Nullable CellKind kindOf(MemorySegment context, MemorySegment value) {
    // SAFETY: the caller knows that the value is protected; asking for a type allocates nothing.
    return kindOf(context, UniformCalls.JSValueGetType(context, value), value);
  }

  private static @Nullable CellKind kindOf(MemorySegment context, int type, MemorySegment value) {
    if (type == JavaScriptCore.kJSTypeObject()) {
      return objectKind(context, value);
    }
    if (type == JavaScriptCore.kJSTypeSymbol()) {
      return CellKind.SYMBOL;
    }
    return type == JavaScriptCore.kJSTypeBigInt() ? CellKind.BIG_INT : null;
  }

  /** What the engine can tell for certain about an object, by questions that run no JavaScript, not even for a proxy. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.LOCK_HELD, Obligation.IS_OBJECT})
  private static CellKind objectKind(MemorySegment context, MemorySegment object) {
    // SAFETY: the engine just said that it is an object; the lock is held, and asking for a kind allocates nothing.
    if (UniformCalls.JSObjectIsFunction(context, object)) {
      return CellKind.FUNCTION;
    }
    // SAFETY: as above.
    if (UniformCalls.JSValueIsArray(context, object)) {
      return CellKind.ARRAY;
    }
    // SAFETY: as above; an object has a type of typed array or none, so there is nothing to throw.
    int elements = UniformCalls.JSValueGetTypedArrayType(context, object, MemorySegment.NULL);
    if (elements == JavaScriptCore.kJSTypedArrayTypeArrayBuffer()) {
      return CellKind.ARRAY_BUFFER;
    }
    if (elements != JavaScriptCore.kJSTypedArrayTypeNone()) {
      return CellKind.TYPED_ARRAY;
    }
    // SAFETY: as above.
    return UniformCalls.JSValueIsDate(context, object) ? CellKind.DATE : CellKind.OBJECT;
  }

  /** The characters of a value, converted as {@code String(value)} does; a string itself is only copied. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.LOCK_HELD, Obligation.EXCEPTION_READ, Obligation.STRING_VALID,
      Obligation.CALLBACK_CONTAINED})
  private static String copyString(Entry entry, MemorySegment value) {
    // SAFETY: the value is on its way from the engine or protected by its handle, and the lock is held; the copy is ours to release.
    MemorySegment copied = UniformCalls.JSValueToStringCopy(entry.context(), value, entry.exceptionSlot());
    entry.throwIfThrown();
    try (StringPointer string = StringPointer.adopt(entry.requirePresent(copied.address()))) {
      return entry.cutsStrings() ? string.readCut(entry.runtime()) : string.read(entry.runtime());
    }
  }

  /**
   * {@code String(value)}; runs {@code toString} of an object.
   *
   * @throws ScriptThrew if that throws, or the value is a symbol
   */
  public static String toJsString(ContextPointer context, NativeValue value) {
    try (Entry entry = Entry.open(context)) {
      return copyString(entry, MemorySegment.ofAddress(entry.encode(value)));
    }
  }

  /**
   * {@code Number(value)}; runs {@code valueOf} of an object.
   *
   * @throws ScriptThrew if that throws, or the value is a symbol or a big int
   */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.ARGUMENTS_ROOTED,
      Obligation.EXCEPTION_READ, Obligation.CALLBACK_CONTAINED})
  public static double toJsNumber(ContextPointer context, NativeValue value) {
    try (Entry entry = Entry.open(context)) {
      MemorySegment encoded = MemorySegment.ofAddress(entry.encode(value));
      // SAFETY: the value is protected by its handle or rooted by the entry.
      double number = JavaScriptCore.JSValueToNumber(entry.context(), encoded, entry.exceptionSlot());
      entry.throwIfThrown();
      return number;
    }
  }

  /** {@code Boolean(value)}; runs nothing. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.ARGUMENTS_ROOTED})
  public static boolean toJsBoolean(ContextPointer context, NativeValue value) {
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the value is protected by its handle or rooted by the entry.
      return JavaScriptCore.JSValueToBoolean(entry.context(), MemorySegment.ofAddress(entry.encode(value)));
    }
  }

  /** {@code one === other}; runs nothing. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME})
  public static boolean isStrictEqual(ContextPointer context, NativeValue one, NativeValue other) {
    try (Entry entry = Entry.open(context)) {
      MemorySegment left = MemorySegment.ofAddress(entry.encode(one));
      MemorySegment right = MemorySegment.ofAddress(entry.encode(other));
      // SAFETY: both are protected by their handles or rooted by the entry.
      return JavaScriptCore.JSValueIsStrictEqual(entry.context(), left, right);
    }
  }

  /** A second pointer to the same cell, with a protection of its own. */
  public static CellPointer duplicate(ContextPointer context, CellPointer cell) {
    long address = cell.address(context.runtime());
    try (Entry entry = Entry.open(context)) {
      context.runtime().protect(entry.context(), address);
      return new CellPointer(context.runtime(), cell.kind(), address);
    }
  }

  /** {@code Symbol(description)}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID,
      Obligation.RESULT_PRESENT,
      Obligation.RESULT_PROTECTED})
  public static CellPointer createSymbol(ContextPointer context, String description) {
    try (Entry entry = Entry.open(context); StringPointer text = StringPointer.of(entry.runtime(), description)) {
      // SAFETY: the string is ours; the symbol is protected under the lock.
      MemorySegment symbol = JavaScriptCore.JSValueMakeSymbol(entry.context(), text.segment());
      return entry.objectResult(symbol, CellKind.SYMBOL);
    }
  }

  /** {@code BigInt(digits)}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.STRING_VALID,
      Obligation.EXCEPTION_READ,
      Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED})
  public static CellPointer createBigInt(ContextPointer context, String digits) {
    NativeEngine.instance().require(Feature.BIG_INT);
    try (Entry entry = Entry.open(context); StringPointer text = StringPointer.of(entry.runtime(), digits)) {
      // SAFETY: the string is ours; the big int is protected under the lock.
      MemorySegment bigInt = JavaScriptCore.JSBigIntCreateWithString(entry.context(), text.segment(), entry
          .exceptionSlot());
      return entry.objectResult(bigInt, CellKind.BIG_INT);
    }
  }
}
