package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Properties: by name, by index and by symbol; all may run getters, setters and traps. */
public final class Objects {
  private Objects() {}

  /** The global object of a context. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.RESULT_PROTECTED})
  public static CellPointer global(ContextPointer context) {
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the context is open; the result is protected under the lock.
      return entry.objectResult(UniformCalls.JSContextGetGlobalObject(entry.context()), CellKind.OBJECT);
    }
  }

  /** {@code {}}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.RESULT_PROTECTED,
      Obligation.RESULT_PRESENT})
  public static CellPointer create(ContextPointer context) {
    try (Entry entry = Entry.open(context)) {
      // SAFETY: no class, no data: a plain object.
      MemorySegment object = UniformCalls.JSObjectMake(entry.context(), MemorySegment.NULL, MemorySegment.NULL);
      return entry.objectResult(object, CellKind.OBJECT);
    }
  }

  /** {@code [...elements]}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.ARGUMENTS_ROOTED,
      Obligation.EXCEPTION_READ, Obligation.RESULT_PROTECTED, Obligation.RESULT_PRESENT})
  public static CellPointer createArray(ContextPointer context, NativeValue... elements) {
    try (Entry entry = Entry.open(context, elements.length)) {
      for (int i = 0; i < elements.length; i++) {
        entry.argument(i, elements[i]);
      }
      // SAFETY: the elements are protected by their handles or rooted by the entry.
      MemorySegment array =
          UniformCalls.JSObjectMakeArray(entry.context(), elements.length, entry.arguments(), entry.exceptionSlot());
      return entry.objectResult(array, CellKind.ARRAY);
    }
  }

  /** {@code new Error(message)}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.ARGUMENTS_ROOTED,
      Obligation.EXCEPTION_READ, Obligation.RESULT_PROTECTED, Obligation.RESULT_PRESENT})
  public static CellPointer createError(ContextPointer context, String message) {
    try (Entry entry = Entry.open(context, 1)) {
      entry.argument(0, new NativeValue.Text(message));
      // SAFETY: the message is rooted by the entry.
      MemorySegment error = UniformCalls.JSObjectMakeError(entry.context(), 1, entry.arguments(), entry
          .exceptionSlot());
      return entry.objectResult(error, CellKind.OBJECT);
    }
  }

  /** {@code object[name]}. */
  public static NativeValue get(ContextPointer context, CellPointer object, String name) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      long key = entry.runtime().names().find(entry, name);
      return entry.result(key != 0 ? get(entry, target, MemorySegment.ofAddress(key)) : get(entry, target, name));
    }
  }

  /**
   * {@code object[name]}, if that is a number: without an object for it, where the name is kept.
   *
   * @throws OtherResult if it is none
   */
  public static double getNumber(ContextPointer context, CellPointer object, String name) {
    long target = object.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context)) {
      long key = entry.runtime().names().find(entry, name);
      return entry.numberResult(key != 0
          ? NumberCalls.get(entry, target, key)
          : get(entry, MemorySegment.ofAddress(target), name));
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.STRING_VALID, Obligation.EXCEPTION_READ, Obligation.CALLBACK_CONTAINED})
  private static long get(Entry entry, MemorySegment target, String name) {
    try (StringPointer key = StringPointer.of(entry.runtime(), name)) {
      // SAFETY: the object is protected by its handle, the name is ours; the caller looks for an exception.
      return UniformCalls.JSObjectGetProperty(entry.context(), target, key.segment(), entry.exceptionSlot())
          .address();
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ, Obligation.CALLBACK_CONTAINED})
  private static long get(Entry entry, MemorySegment target, MemorySegment key) {
    // SAFETY: object and key are protected by their handles, kept by the runtime's names, or rooted by the entry; the caller looks for an exception.
    return UniformCalls.JSObjectGetPropertyForKey(entry.context(), target, key, entry.exceptionSlot()).address();
  }

  /** {@code object[index]}, the index as 32 unsigned bits. */
  public static NativeValue getIndex(ContextPointer context, CellPointer object, int index) {
    return getIndex(context, object, index, false);
  }

  /** {@code object[index]}; a string that is too large to cross to Java is cut off if wanted. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.EXCEPTION_READ, Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED,
      Obligation.CALLBACK_CONTAINED})
  static NativeValue getIndex(ContextPointer context, CellPointer object, int index, boolean cut) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      if (cut) {
        entry.cutStrings();
      }
      // SAFETY: the object is protected by its handle.
      return entry.result(JavaScriptCore.JSObjectGetPropertyAtIndex(entry.context(), target, index, entry
          .exceptionSlot()));
    }
  }

  /** {@code object[key]} for any key, a symbol above all. */
  public static NativeValue getKey(ContextPointer context, CellPointer object, NativeValue key) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      return entry.result(get(entry, target, key(entry, key)));
    }
  }

  /** {@code object[name] = value}, as strict code does it but without an error where it is refused silently. */
  public static void set(ContextPointer context, CellPointer object, String name, NativeValue value) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      long key = entry.runtime().names().find(entry, name);
      MemorySegment encoded = MemorySegment.ofAddress(entry.encode(value));
      if (key != 0) {
        set(entry, target, MemorySegment.ofAddress(key), encoded);
      } else {
        set(entry, target, name, encoded);
      }
    }
  }

  /** {@code object[name] = number}, without an object for it, where the name is kept. */
  public static void setNumber(ContextPointer context, CellPointer object, String name, double number) {
    long target = object.objectAddress(context.runtime());
    try (Entry entry = Entry.open(context)) {
      long key = entry.runtime().names().find(entry, name);
      long encoded = entry.encodeNumber(number);
      if (key != 0) {
        NumberCalls.set(entry, target, key, encoded);
        entry.throwIfThrown();
      } else {
        set(entry, MemorySegment.ofAddress(target), name, MemorySegment.ofAddress(encoded));
      }
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.STRING_VALID, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ,
      Obligation.CALLBACK_CONTAINED})
  private static void set(Entry entry, MemorySegment target, String name, MemorySegment encoded) {
    try (StringPointer key = StringPointer.of(entry.runtime(), name)) {
      // SAFETY: object and value are protected by their handles or rooted by the entry; the name is ours.
      UniformCalls.JSObjectSetProperty(entry.context(), target, key.segment(), encoded, JavaScriptCore
          .kJSPropertyAttributeNone(),
          entry.exceptionSlot());
      entry.throwIfThrown();
    }
  }

  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ, Obligation.CALLBACK_CONTAINED})
  private static void set(Entry entry, MemorySegment target, MemorySegment key, MemorySegment encoded) {
    // SAFETY: object, key and value are protected by their handles, kept by the runtime's names, or rooted by the entry.
    UniformCalls.JSObjectSetPropertyForKey(entry.context(), target, key, encoded, JavaScriptCore
        .kJSPropertyAttributeNone(),
        entry.exceptionSlot());
    entry.throwIfThrown();
  }

  /** {@code object[index] = value}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ, Obligation.CALLBACK_CONTAINED})
  public static void setIndex(ContextPointer context, CellPointer object, int index, NativeValue value) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      MemorySegment encoded = MemorySegment.ofAddress(entry.encode(value));
      // SAFETY: object and value are protected by their handles or rooted by the entry.
      JavaScriptCore.JSObjectSetPropertyAtIndex(entry.context(), target, index, encoded, entry.exceptionSlot());
      entry.throwIfThrown();
    }
  }

  /** {@code object[key] = value} for any key. */
  public static void setKey(ContextPointer context, CellPointer object, NativeValue key, NativeValue value) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      set(entry, target, key(entry, key), MemorySegment.ofAddress(entry.encode(value)));
    }
  }

  /** {@code key in object}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ, Obligation.CALLBACK_CONTAINED})
  public static boolean has(ContextPointer context, CellPointer object, NativeValue key) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      MemorySegment name = key(entry, key);
      // SAFETY: object and key are protected by their handles or rooted by the entry.
      boolean has = JavaScriptCore.JSObjectHasPropertyForKey(entry.context(), target, name, entry.exceptionSlot());
      entry.throwIfThrown();
      return has;
    }
  }

  /** {@code delete object[key]}. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.ARGUMENTS_ROOTED, Obligation.EXCEPTION_READ, Obligation.CALLBACK_CONTAINED})
  public static boolean delete(ContextPointer context, CellPointer object, NativeValue key) {
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      MemorySegment name = key(entry, key);
      // SAFETY: object and key are protected by their handles or rooted by the entry.
      boolean deleted = JavaScriptCore.JSObjectDeletePropertyForKey(entry.context(), target, name, entry
          .exceptionSlot());
      entry.throwIfThrown();
      return deleted;
    }
  }

  /** The target of a proxy, or null if the object is none (or a revoked one). */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.OWNER_THREAD, Obligation.LOCK_HELD, Obligation.IS_OBJECT,
      Obligation.VALUE_ALIVE,
      Obligation.SAME_RUNTIME, Obligation.RESULT_PROTECTED})
  public static @Nullable NativeValue proxyTarget(ContextPointer context, CellPointer object) {
    NativeEngine.instance().require(Feature.PROXY_TARGET);
    MemorySegment target = target(context, object);
    try (Entry entry = Entry.open(context)) {
      // SAFETY: the object is protected by its handle; the target is reachable from it and protected under the lock.
      long proxied = JavaScriptCore.JSObjectGetProxyTarget(target).address();
      if (proxied == 0 || isGlobalObject(target)) {
        return null;
      }
      NativeValue decoded = entry.decode(proxied);
      return decoded instanceof CellPointer ? decoded : null;
    }
  }

  /** The engine itself puts a proxy of its own before each global object; what is behind that is not for scripts. */
  @Unsafe({Obligation.CONTEXT_OPEN, Obligation.LOCK_HELD, Obligation.IS_OBJECT})
  private static boolean isGlobalObject(MemorySegment object) {
    // SAFETY: the object is protected by its handle and keeps its realm alive, which is looked at under the lock and not kept.
    MemorySegment realm = JavaScriptCore.JSObjectGetGlobalContext(object);
    // SAFETY: as above; the result is only compared.
    return realm.address() != 0 && UniformCalls.JSContextGetGlobalObject(realm).address() == object.address();
  }

  /** A key, which is good until the entry is closed; a name may be kept for the next time. */
  private static MemorySegment key(Entry entry, NativeValue key) {
    long kept = key instanceof NativeValue.Text(String name) ? entry.runtime().names().find(entry, name) : 0;
    return MemorySegment.ofAddress(kept != 0 ? kept : entry.encode(key));
  }

  private static MemorySegment target(ContextPointer context, CellPointer object) {
    return MemorySegment.ofAddress(object.objectAddress(context.runtime()));
  }
}
